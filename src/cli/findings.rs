//! The problems of a site file that cannot be built, and how many facts are missing.

use std::path::Path;

use super::host::{Host, Stream};
use super::output::{Output, style};
use crate::check::{Finding, Report, Sources, facts};
use crate::site::read::Problem;

/// Prints the problems of a site file or of a text that it names, and returns the sentence to end with.
pub(super) fn print_problems(output: &Output, sources: &Sources, problems: Vec<Problem>) -> String {
    let findings = Finding::of_problems(problems, sources.path());
    let report = Report { sources, mode: None, findings: &findings };
    output.print(Stream::Err, |colour| report.each(style(colour)));
    format!("nothing was written, because {} has {}", sources.path(), report.summary())
}

/// How many facts are missing that visitors look for, and what lists them; empty where none is.
pub(super) fn missing_facts(host: &dyn Host, site: &Path, gaps: &[Finding]) -> String {
    let (facts, are, them) = match facts(gaps) {
        0 => return String::new(),
        1 => ("1 fact".to_owned(), "is", "it"),
        several => (format!("{several} facts"), "are", "them"),
    };
    let check = format!("{} check {}", host.program_name(), site.display());
    format!("{facts} that visitors look for {are} missing; list {them}: {check}\n")
}
