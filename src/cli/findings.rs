//! The problems of a site file that cannot be built.

use super::host::Stream;
use super::output::{Output, style};
use crate::check::{Finding, Report, Sources};
use crate::site::read::Problem;

/// Prints the problems of a site file or of a text that it names, and returns the sentence to end with.
pub(super) fn print_problems(output: &Output, sources: &Sources, problems: Vec<Problem>) -> String {
    let findings = Finding::of_problems(problems, sources.path());
    let report = Report { sources, mode: None, findings: &findings };
    output.print(Stream::Err, |colour| report.each(style(colour)));
    format!("nothing was written, because {} has {}", sources.path(), report.summary())
}
