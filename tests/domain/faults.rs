//! What `check` finds besides gaps, for tests about other rules: their sites leave out most of what visitors look for.

use courtesy::check::Finding;
use courtesy::policy::OwnText;
use courtesy::site::{Day, SiteFile};

/// The rules that say nothing but that a fact is missing, of which `gaps` has the promises.
const ONLY_GAPS: [&str; 20] = [
    "gdpr-contact",
    "collected-source",
    "item-duration",
    "item-setter",
    "controller-address",
    "collected-missing",
    "collected-data",
    "purpose-title",
    "purpose-description",
    "item-name",
    "item-kind",
    "item-description",
    "service-name",
    "service-role",
    "service-data",
    "service-policy",
    "service-country",
    "sale-missing",
    "right-answer-time",
    "changes-missing",
];

/// Everything else that the rules find.
pub fn check(site: &SiteFile, texts: &[OwnText], today: Day) -> Vec<Finding> {
    let findings = courtesy::check::check(site, texts, today).into_iter();
    findings.filter(|finding| !ONLY_GAPS.contains(&finding.code)).collect()
}
