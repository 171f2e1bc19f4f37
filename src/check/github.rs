//! A report as workflow commands, which GitHub Actions shows as annotations of the lines.

use super::snippet::plain;
use super::{Finding, Report, Severity};

/// One command per finding, at its first place.
pub(super) fn commands(report: &Report) -> String {
    let each = report.located().into_iter().map(|(finding, places)| {
        let located = places.into_iter().find_map(|(_, located)| located);
        let file = located.as_ref().map_or(report.sources.path(), |located| &located.source.path);
        let mut properties = format!("file={}", property(file));
        if let Some(span) = located.map(|located| located.span()) {
            properties += &format!(
                ",line={},endLine={},col={},endColumn={}",
                span.line, span.end_line, span.column, span.end_column
            );
        }
        let command = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        format!("::{command} {properties},title={}::{}\n", property(finding.code), message(finding))
    });
    each.collect()
}

/// What is wrong, how to fix it, and why, each on its line.
fn message(finding: &Finding) -> String {
    let why = finding.why.iter().map(|why| format!("why: {}", plain(why)));
    let lines = [plain(&finding.explained()), format!("help: {}", plain(&finding.fix))].into_iter().chain(why);
    lines.map(|line| line.replace('%', "%25")).collect::<Vec<_>>().join("%0A")
}

/// A value of a property; its ends are a comma and a colon.
fn property(text: &str) -> String {
    plain(text).replace('%', "%25").replace(':', "%3A").replace(',', "%2C")
}
