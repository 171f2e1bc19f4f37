//! Gaps: facts that visitors look for and the site file does not have. Which rules find them, and which have to be there before a site is published.

use std::collections::BTreeSet;

use super::context::Law;
use super::{Finding, Group, Severity};
use crate::site::{Mode, SiteFile};

/// The rules that find gaps.
const GAPS: [&str; 36] = [
    "asked-unexplained",
    "item-unremovable",
    "policy-undated",
    "right-without-route",
    "gdpr-identity",
    "gdpr-contact",
    "gdpr-purposes",
    "gdpr-legal-basis",
    "gdpr-interests",
    "gdpr-recipients",
    "gdpr-transfers",
    "gdpr-safeguard",
    "gdpr-retention",
    "gdpr-complaint",
    "ccpa-sale-statement",
    "ccpa-collected",
    "ccpa-retention",
    "item-name",
    "item-kind",
    "item-duration",
    "item-setter",
    "item-description",
    "service-name",
    "service-role",
    "service-data",
    "service-policy",
    "service-country",
    "purpose-title",
    "purpose-description",
    "controller-address",
    "collected-missing",
    "collected-data",
    "collected-source",
    "sale-missing",
    "right-answer-time",
    "changes-missing",
];

/// Rules of the GDPR about facts that visitors look for under any law: where the site names other laws only, they are notes.
const UNDER_ANY_LAW: [&str; 6] =
    ["gdpr-identity", "gdpr-purposes", "gdpr-recipients", "item-duration", "item-setter", "collected-source"];

/// What a policy has to have before it is published, and what each fact is called (GDPR Article 13(1)(a) and (c)).
const REQUIRED: [(&str, &str); 4] = [
    ("gdpr-identity", "your legal name"),
    ("gdpr-contact", "a way to reach you"),
    ("gdpr-purposes", "what you use data for"),
    ("gdpr-legal-basis", "the legal basis"),
];

/// More places than these are counted.
const MOST_PLACES: usize = 3;

const RECITAL_42: &str = "GDPR Recital 42: consent is informed only if visitors know who asks";

/// How many facts are missing: each place once.
pub fn facts<'a>(gaps: impl IntoIterator<Item = &'a Finding>) -> usize {
    gaps.into_iter().flat_map(|gap| &gap.places).map(ToString::to_string).collect::<BTreeSet<_>>().len()
}

/// The sentence and a line for each finding of that group; `None` where the site may be published.
pub fn not_ready(findings: &[Finding]) -> Option<(String, Vec<String>)> {
    let group: Vec<_> = findings.iter().filter(|finding| finding.group == Some(Group::NotReady)).collect();
    let of_consent = group.iter().any(|finding| finding.why.as_deref() == Some(RECITAL_42));
    let law = if of_consent { "consent" } else { "Article 13" };
    let facts = match facts(group.iter().copied()) {
        0 => return None,
        1 => "1 fact".to_owned(),
        several => format!("{several} facts"),
    };
    let line = |finding: &&Finding| {
        let fact = REQUIRED.iter().find(|(code, _)| *code == finding.code).map_or("", |(_, fact)| fact);
        let places: Vec<_> = finding.places.iter().take(MOST_PLACES).map(ToString::to_string).collect();
        let more = match finding.places.len() - places.len() {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        format!("{fact}: {}{more}", places.join(", "))
    };
    Some((format!("not ready to publish: {facts} that {law} requires"), group.iter().map(line).collect()))
}

/// Whether a rule of the GDPR applies although the site names other laws only.
pub(super) fn is_under_any_law(code: &str) -> bool {
    UNDER_ANY_LAW.contains(&code)
}

/// Marks a finding that is a gap, and puts it into its group. `is_elsewhere`: the owner's policy may have that fact.
pub(super) fn marked(mut finding: Finding, site: &SiteFile, is_elsewhere: bool) -> Finding {
    // Two laws can ask for one fact: it is one gap.
    let is_twice = finding.code == "ccpa-retention" && Law::Gdpr.is_among(&site.regimes);
    let is_advice = is_under_any_law(finding.code) && !Law::Gdpr.covers(&site.regimes);
    if is_advice && finding.why.as_ref().is_none_or(|why| !why.contains("California")) {
        finding.why = Some("visitors look for it whatever law applies".into());
    }
    finding.gap = !is_elsewhere && !is_twice && GAPS.contains(&finding.code);
    if !finding.gap || !REQUIRED.iter().any(|(code, _)| *code == finding.code) {
        return finding;
    }
    if Law::Gdpr.is_among(&site.regimes) {
        finding.group = Some(Group::NotReady);
    } else if finding.code == "gdpr-identity" && site.regimes.is_empty() && site.mode() == Mode::Consent {
        finding.group = Some(Group::NotReady);
        finding.severity = Severity::Warning;
        finding.why = Some(RECITAL_42.into());
    }
    finding
}
