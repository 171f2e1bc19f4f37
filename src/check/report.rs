//! The findings of one site, their numbers, and their text for a terminal.

use super::sources::{Located, Sources};
use super::text::{ReportPart, render};
use super::{Finding, Location, Severity};
use crate::site::Mode;

/// A place of a finding, and where it is in its text.
pub(super) type Place<'a> = (&'a Location, Option<Located<'a>>);

/// What was found in one site file.
#[derive(Debug)]
pub struct Report<'a> {
    /// The site file, and the texts that findings are about.
    pub sources: &'a Sources,
    /// Whether the site asks for something; `None` for a file that cannot be read.
    pub mode: Option<Mode>,
    /// What was found.
    pub findings: &'a [Finding],
}

impl Report<'_> {
    /// How many findings have that severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }

    /// As text: the findings, and their numbers.
    pub fn text(&self, paint: impl Fn(ReportPart, &str) -> String) -> String {
        if self.findings.is_empty() {
            let mode = match self.mode {
                Some(Mode::Consent) => "consent mode: visitors are asked",
                _ => "notice mode: visitors are informed, not asked",
            };
            let site = super::snippet::plain(self.sources.path());
            return format!("{} no problems found in {site} ({mode})\n", paint(ReportPart::Ok, "ok:"));
        }
        self.each(&paint) + &self.summary() + "\n"
    }

    /// The findings alone.
    pub fn each(&self, paint: impl Fn(ReportPart, &str) -> String) -> String {
        let locator = self.sources.locator();
        self.findings.iter().map(|finding| render(finding, &locator, self.sources.path(), &paint)).collect()
    }

    /// "2 errors, 1 warning, 7 notes".
    pub fn summary(&self) -> String {
        let counted = [Severity::Error, Severity::Warning, Severity::Note].map(|severity| {
            let (count, word) = (self.count(severity), severity.as_str());
            (count > 0).then(|| format!("{count} {word}{}", if count == 1 { "" } else { "s" }))
        });
        counted.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// The places of each finding, with their ranges where they have one.
    pub(super) fn located(&self) -> Vec<(&Finding, Vec<Place<'_>>)> {
        let locator = self.sources.locator();
        let located = |finding: &'_ Finding| -> Vec<Option<Located<'_>>> {
            finding.places.iter().map(|place| locator.locate(place)).collect()
        };
        self.findings.iter().map(|finding| (finding, finding.places.iter().zip(located(finding)).collect())).collect()
    }
}
