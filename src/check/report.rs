//! The findings of one site as a terminal shows them, and as JSON for other programs.

use serde::Serialize;

use super::{Finding, Location, Severity};
use crate::site::{Mode, steers};

/// What was found in one site file.
#[derive(Debug)]
pub struct Report<'a> {
    /// The site file, as it was named.
    pub site: &'a str,
    /// Whether the site asks for something; `None` for a file that cannot be read.
    pub mode: Option<Mode>,
    /// What was found.
    pub findings: &'a [Finding],
}

/// A piece of a report that a terminal may colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportPart {
    /// The word for a severity.
    Severity(Severity),
    /// Where a finding is.
    Location,
    /// The word for "nothing is wrong".
    Ok,
}

/// More places than these are counted.
const MOST_PLACES: usize = 3;

impl Report<'_> {
    /// How many findings have that severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }

    /// As text: two lines per finding, and a sum. `paint` colours the pieces that it is given.
    pub fn text(&self, paint: impl Fn(ReportPart, &str) -> String) -> String {
        if self.findings.is_empty() {
            let mode = match self.mode {
                Some(Mode::Consent) => "it has something to ask for (consent mode)",
                _ => "it informs and asks for nothing (notice mode)",
            };
            return format!("{} {}: {mode}\n", paint(ReportPart::Ok, "ok"), plain(self.site));
        }
        self.each(&paint) + &self.sum() + "\n"
    }

    /// What must be done, what should be looked at, and what may be left.
    fn sum(&self) -> String {
        let [errors, warnings, notes] =
            [Severity::Error, Severity::Warning, Severity::Note].map(|severity| self.count(severity));
        let first = if errors == 0 { "nothing to fix".into() } else { format!("{errors} to fix before you publish") };
        let rest = [(warnings, "to look at"), (notes, "that may be left")];
        let rest = rest.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!(", {count} {what}"));
        first + &rest.collect::<String>()
    }

    /// The findings alone, without the sum: the two lines of each.
    pub fn each(&self, paint: impl Fn(ReportPart, &str) -> String) -> String {
        let lines = self.findings.iter().map(|Finding { code, severity, places, sentence, fix, .. }| {
            let word = paint(ReportPart::Severity(*severity), severity.as_str());
            let place = paint(ReportPart::Location, &plain(&self.shown(places)));
            format!("{word} {code}: {place}\n    {}; {}\n", plain(sentence), plain(fix))
        });
        lines.collect()
    }

    fn shown(&self, places: &[Location]) -> String {
        let first: Vec<_> = places.iter().take(MOST_PLACES).map(ToString::to_string).collect();
        match places.len() - first.len() {
            0 if places.is_empty() => self.site.into(),
            0 => first.join(", "),
            more => format!("{} and {more} more", first.join(", ")),
        }
    }

    /// As one JSON object, with every place.
    pub fn json(&self) -> String {
        #[derive(Serialize)]
        struct Counted<'a> {
            site: &'a str,
            mode: Option<Mode>,
            findings: &'a [Finding],
            errors: usize,
            warnings: usize,
            notes: usize,
        }
        let counted = Counted {
            site: self.site,
            mode: self.mode,
            findings: self.findings,
            errors: self.count(Severity::Error),
            warnings: self.count(Severity::Warning),
            notes: self.count(Severity::Note),
        };
        escaped(&serde_json::to_string_pretty(&counted).unwrap_or_default())
    }
}

/// The same for JSON, where such a character may be written as an escape.
fn escaped(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            // JSON's own form has these between its parts.
            '\n' => escaped.push(c),
            c if c.is_control() || steers(c) => escaped.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => escaped.push(c),
        }
    }
    escaped
}

/// Nothing that a file holds can move the cursor, colour the screen, or turn the line around.
fn plain(text: &str) -> String {
    text.replace(|c: char| c.is_control() || steers(c), " ")
}
