//! How findings are printed: the colours of a report, the problems of a site file that cannot be built, and how many facts are missing.

use std::path::Path;

use owo_colors::OwoColorize;

use super::host::{Host, Stream};
use super::output::Output;
use crate::check::{Finding, Report, ReportPart, Severity, Sources, facts};
use crate::site::read::Problem;

/// The pieces of a report, in colour or without.
pub(super) fn style(colour: bool) -> impl Fn(ReportPart, &str) -> String {
    move |piece, text| match piece {
        _ if !colour => text.to_owned(),
        ReportPart::Severity(Severity::Error) => text.red().bold().to_string(),
        ReportPart::Severity(Severity::Warning) => text.yellow().bold().to_string(),
        ReportPart::Severity(Severity::Note) => text.cyan().bold().to_string(),
        ReportPart::Message => text.bold().to_string(),
        ReportPart::Mark(Severity::Error) => text.red().to_string(),
        ReportPart::Mark(Severity::Warning) => text.yellow().to_string(),
        ReportPart::Mark(Severity::Note) => text.cyan().to_string(),
        ReportPart::SecondMark | ReportPart::Frame => text.blue().to_string(),
        ReportPart::Ok => text.green().bold().to_string(),
    }
}

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
