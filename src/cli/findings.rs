//! How findings are printed: the colours of a report, and the problems of a site file that cannot be built.

use owo_colors::OwoColorize;

use super::host::Stream;
use super::output::Output;
use crate::check::{Finding, Report, ReportPart, Severity, Sources};
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
