//! How findings are printed: the colours of a report, and the problems of a site file that cannot be built.

use std::path::Path;

use owo_colors::OwoColorize;

use super::host::Stream;
use super::output::Output;
use crate::check::{Finding, Report, ReportPart, Severity};
use crate::site::read::Problem;

/// The pieces of a report, in colour or without.
pub(super) fn style(colour: bool) -> impl Fn(ReportPart, &str) -> String {
    move |piece, text| match piece {
        _ if !colour => text.to_owned(),
        ReportPart::Severity(Severity::Error) => text.red().bold().to_string(),
        ReportPart::Severity(Severity::Warning) => text.yellow().bold().to_string(),
        ReportPart::Severity(Severity::Note) => text.cyan().bold().to_string(),
        ReportPart::Location => text.bold().to_string(),
        ReportPart::Ok => text.green().bold().to_string(),
    }
}

/// Prints the problems of a site file or of a text that it names, and returns the sentence to end with.
pub(super) fn print_problems(output: &Output, path: &Path, problems: Vec<Problem>) -> String {
    let site = path.display().to_string();
    let findings = Finding::of_problems(problems, &site);
    let report = Report { site: &site, mode: None, findings: &findings };
    output.print(Stream::Err, |colour| report.text(style(colour)));
    format!("{site} cannot be built")
}
