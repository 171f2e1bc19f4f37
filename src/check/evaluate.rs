//! Asks every rule of a site, and puts the findings in the order in which an owner should read them.

use super::context::{Context, Law, Violation};
use super::rules::{RULES, Rule};
use super::{Finding, Severity, gaps, owner_words, pattern_names, reprompts};
use crate::policy::OwnText;
use crate::site::{Day, SiteFile, read};

/// Everything that the rules find in a site, and in the owner's own texts, of which there may be one per language.
pub fn check(site: &SiteFile, texts: &[OwnText], today: Day) -> Vec<Finding> {
    let texts: Vec<Option<&OwnText>> = if texts.is_empty() { vec![None] } else { texts.iter().map(Some).collect() };
    let of_each: Vec<Context> = texts.into_iter().map(|text| Context::new(site, text, today)).collect();
    let mut findings = Vec::new();
    for rule in &RULES {
        let Some(severity) = effective_severity(rule, site) else { continue };
        let mut found = Vec::new();
        for Violation { places, sentence, fix, label } in of_each.iter().flat_map(rule.find) {
            let why = rule.why.of(site);
            let finding =
                Finding { code: rule.code, severity, places, sentence, fix, why, label, gap: false, group: None };
            let finding = gaps::marked(finding, site, is_elsewhere(rule, site));
            // What is wrong in the facts is found with each text.
            if !found.contains(&finding) {
                found.push(finding);
            }
        }
        findings.extend(found);
    }
    sort(&mut findings);
    findings
}

/// Every gap of a site; none depends on the day.
pub fn find_gaps(site: &SiteFile, texts: &[OwnText]) -> Vec<Finding> {
    let found = Day::from_days_since_1970(0).map(|day| check(site, texts, day)).unwrap_or_default();
    found.into_iter().filter(|finding| finding.gap).collect()
}

/// Most important first: what keeps a site from being published, then by severity, then what would mislead visitors, then what a law asks for, in the order of GDPR Article 13,
/// then advice.
pub fn sort(findings: &mut [Finding]) {
    findings.sort_by_key(|finding| (finding.group.is_none(), finding.severity, importance(finding)));
}

/// What the GDPR asks for, in the order in which Article 13 asks for it.
const ARTICLE_13: [&str; 16] = [
    "gdpr-identity",
    "gdpr-contact",
    "gdpr-dpo",
    "gdpr-purposes",
    "gdpr-legal-basis",
    "gdpr-interests",
    "gdpr-recipients",
    "gdpr-transfers",
    "gdpr-safeguard",
    "gdpr-retention",
    "gdpr-rights",
    "gdpr-withdrawal",
    "gdpr-complaint",
    "collected-source",
    "gdpr-answer-late",
    "gdpr-answer-close",
];

fn importance(finding: &Finding) -> usize {
    let code = finding.code;
    if let Some(index) = ARTICLE_13.iter().position(|known| *known == code) {
        return 1 + index;
    }
    let rule = RULES.iter().position(|rule| rule.code == code);
    // The rules after those of the laws are about the form of a text.
    let laws =
        RULES.iter().rposition(|rule| rule.law.is_some() && rule.severity == Severity::Warning).unwrap_or_default();
    match rule.map(|index| (&RULES[index], index)) {
        Some((Rule { law: Some(_), .. }, _)) => 50,
        Some((_, index)) if finding.severity == Severity::Note || index > laws => 100,
        Some(_) => 0,
        None if finding.severity == Severity::Note => 100,
        None => 0,
    }
}

fn effective_severity(rule: &Rule, site: &SiteFile) -> Option<Severity> {
    let named = &site.regimes;
    let is_elsewhere = is_elsewhere(rule, site);
    match rule.law {
        None if is_elsewhere => None,
        Some(Law::Gdpr) if named.is_empty() => Some(Severity::Note),
        Some(law) if !law.is_among(named) => gaps::is_under_any_law(rule.code).then_some(Severity::Note),
        Some(_) if is_elsewhere => Some(Severity::Note),
        _ => Some(rule.severity),
    }
}

/// Whether the owner wrote a policy, which no rule understands: it may have what the site file lacks.
fn is_elsewhere(rule: &Rule, site: &SiteFile) -> bool {
    rule.is_silence && !site.composes_policy()
}

/// The names that look like patterns: with them a build works, and a withdrawal removes nothing, so a build says it, too.
pub fn copied_names(site: &SiteFile) -> Vec<Finding> {
    const CODE: &str = "name-like-pattern";
    let why = RULES.iter().find(|rule| rule.code == CODE).and_then(|rule| rule.why.of(site));
    let found = pattern_names::like_patterns(site).into_iter();
    found
        .map(|Violation { places, sentence, fix, label }| Finding {
            code: CODE,
            severity: Severity::Warning,
            places,
            sentence,
            fix,
            why: why.clone(),
            label,
            gap: false,
            group: None,
        })
        .collect()
}

/// The code of everything that can be found, in a site file's form too, and against an earlier build.
pub fn codes() -> impl Iterator<Item = &'static str> {
    read::CODES.into_iter().chain(RULES.iter().map(|rule| rule.code)).chain(owner_words::CODES).chain(reprompts::CODES)
}
