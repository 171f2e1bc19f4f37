//! What `build` and `check` print about facts that visitors look for and the site file does not have.

use owo_colors::OwoColorize;

use super::host::Host;
use crate::check::{Finding, facts};

/// The warning that the site is not ready to publish.
pub(super) fn warning(colour: bool, sentence: &str) -> String {
    let word = if colour { "warning:".yellow().bold().to_string() } else { "warning:".into() };
    format!("{word} {sentence}\n")
}

/// How many facts are missing, and what lists them; empty where none is.
pub(super) fn count(host: &dyn Host, site: &str, gaps: &[Finding]) -> String {
    let (facts, are, them) = match facts(gaps) {
        0 => return String::new(),
        1 => ("1 fact".to_owned(), "is", "it"),
        several => (format!("{several} facts"), "are", "them"),
    };
    let program = host.program_name();
    format!("{facts} that visitors look for {are} missing; list {them}: {program} check {site}\n")
}
