//! The forms of a report: text for a terminal, JSON, annotations of GitHub, SARIF.

use super::{Report, ReportPart, github, json, sarif};

/// A form of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For a person.
    Text,
    /// One object, as `check.schema.json` describes it.
    Json,
    /// Workflow commands, which GitHub Actions shows in the changed lines.
    Github,
    /// SARIF 2.1.0, which code scanning reads.
    Sarif,
}

impl Report<'_> {
    /// In a form; `paint` colours pieces of the text for a person.
    pub fn written(&self, format: Format, paint: impl Fn(ReportPart, &str) -> String) -> String {
        match format {
            Format::Text => self.text(paint),
            Format::Json => json::json(self) + "\n",
            Format::Github => github::commands(self),
            Format::Sarif => sarif::sarif(self) + "\n",
        }
    }
}
