//! Asks every rule of a site, and puts the findings in the order in which an owner should read them.

use super::context::{Context, Law, Violation};
use super::rules::{RULES, Rule};
use super::{Finding, Severity, owner_words, pattern_names, reprompts};
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
            let finding = Finding { code: rule.code, severity, places, sentence, fix, why, label };
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

/// Most important first: by severity, then what would mislead visitors, then what a law asks for, in the order of GDPR Article 13,
/// then advice.
pub fn sort(findings: &mut [Finding]) {
    findings.sort_by_key(|finding| (finding.severity, importance(finding)));
}

/// What the GDPR asks for, in the order in which Article 13 asks for it.
const ARTICLE_13: [&str; 14] = [
    "gdpr-identity",
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
    match rule.law {
        Some(Law::Gdpr) if named.is_empty() => Some(Severity::Note),
        Some(law) if !law.is_among(named) => None,
        Some(_) if rule.is_silence && !site.composes_policy() => Some(Severity::Note),
        _ => Some(rule.severity),
    }
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
        })
        .collect()
}

/// The code of everything that can be found, in a site file's form too, and against an earlier build.
pub fn codes() -> impl Iterator<Item = &'static str> {
    read::CODES.into_iter().chain(RULES.iter().map(|rule| rule.code)).chain(owner_words::CODES).chain(reprompts::CODES)
}
