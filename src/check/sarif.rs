//! A report as SARIF 2.1.0 (OASIS standard), which code scanning and editors read.

use serde_json::{Value, json};

use super::json::escaped;
use super::sources::Located;
use super::{Finding, Report, Severity};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
const DOCUMENTATION: &str = concat!(env!("CARGO_PKG_REPOSITORY"), "/blob/main/docs/check.md");

/// One run with the rules that found something, and a result for each finding.
pub(super) fn sarif(report: &Report) -> String {
    let mut rules: Vec<&Finding> = Vec::new();
    for finding in report.findings {
        if rules.iter().all(|rule| rule.code != finding.code) {
            rules.push(finding);
        }
    }
    let index = |code: &str| rules.iter().position(|rule| rule.code == code);
    let results: Vec<Value> = report
        .located()
        .into_iter()
        .map(|(finding, places)| {
            let located: Vec<Located> = places.into_iter().filter_map(|(_, located)| located).collect();
            let mut result = json!({
                "ruleId": finding.code,
                "ruleIndex": index(finding.code),
                "level": finding.severity.as_str(),
                "message": { "text": format!("{}\nhelp: {}", finding.explained(), finding.fix) },
                "locations": [located.first().map_or_else(|| whole(report.sources.path()), location)],
            });
            if located.len() > 1 {
                result["relatedLocations"] = located[1..].iter().map(location).collect();
            }
            result
        })
        .collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "courtesy",
                "version": env!("CARGO_PKG_VERSION"),
                "informationUri": env!("CARGO_PKG_HOMEPAGE"),
                "rules": rules.iter().map(|rule| self::rule(rule)).collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    escaped(&format!("{log:#}"))
}

fn rule(finding: &Finding) -> Value {
    let why = finding.why.as_ref().map(|why| format!(" Why: {why}.")).unwrap_or_default();
    json!({
        "id": finding.code,
        "shortDescription": { "text": finding.code.replace('-', " ") },
        "help": { "text": format!("{DOCUMENTATION} explains this finding.{why}") },
        "helpUri": DOCUMENTATION,
        "defaultConfiguration": { "level": Severity::as_str(finding.severity) },
    })
}

fn location(located: &Located) -> Value {
    let span = located.span();
    json!({ "physicalLocation": {
        "artifactLocation": { "uri": uri(&located.source.path) },
        "region": {
            "startLine": span.line, "startColumn": span.column, "endLine": span.end_line, "endColumn": span.end_column
        },
    } })
}

/// A finding about a file as a whole.
fn whole(path: &str) -> Value {
    json!({ "physicalLocation": { "artifactLocation": { "uri": uri(path) } } })
}

/// A path as a relative reference (RFC 3986).
fn uri(path: &str) -> String {
    let mut uri = String::new();
    for byte in path.replace('\\', "/").bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(byte.into()),
            byte => uri += &format!("%{byte:02X}"),
        }
    }
    uri
}
