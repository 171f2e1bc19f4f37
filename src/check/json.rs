//! A report as one JSON object, in the shape of `www/check.schema.json`.

use serde::Serialize;

use super::sources::Span;
use super::{Group, Location, Report, Severity};
use crate::site::{Mode, steers};

#[derive(Serialize)]
struct Counted<'a> {
    site: &'a str,
    mode: Option<Mode>,
    findings: Vec<Found<'a>>,
    errors: usize,
    warnings: usize,
    notes: usize,
}

#[derive(Serialize)]
struct Found<'a> {
    code: &'a str,
    severity: Severity,
    places: Vec<Place<'a>>,
    sentence: &'a str,
    fix: &'a str,
    why: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    gap: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<Group>,
}

#[derive(Serialize)]
struct Place<'a> {
    #[serde(flatten)]
    location: &'a Location,
    span: Option<Span>,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'a str>,
}

/// The object, with every place.
pub(super) fn json(report: &Report) -> String {
    let findings = report.located().into_iter().map(|(finding, places)| Found {
        code: finding.code,
        severity: finding.severity,
        places: places
            .into_iter()
            .zip([finding.label.as_deref()].into_iter().chain(std::iter::repeat(None)))
            .map(|((location, located), label)| Place { location, span: located.map(|located| located.span()), label })
            .collect(),
        sentence: &finding.sentence,
        fix: &finding.fix,
        why: finding.why.as_deref(),
        gap: finding.gap.then_some(true),
        group: finding.group,
    });
    let counted = Counted {
        site: report.sources.path(),
        mode: report.mode,
        findings: findings.collect(),
        errors: report.count(Severity::Error),
        warnings: report.count(Severity::Warning),
        notes: report.count(Severity::Note),
    };
    escaped(&serde_json::to_string_pretty(&counted).unwrap_or_default())
}

/// JSON in which a character that could move the cursor or turn a line around is written as an escape.
pub(super) fn escaped(json: &str) -> String {
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
