//! What a site's declaration contradicts, in itself, in a law or in the owner's own text, and what it leaves out.
//!
//! [`check`] asks every rule of one table, once. Findings come by severity, then in the order of the table, then in that of the
//! file. They are for the owner alone: no visitor is shown one as a fact, and nothing is fixed by itself. [`since`] holds the
//! site against its last build. docs/check.md explains every code and lists what a person must read for.

mod addresses;
mod answer_deadlines;
mod ccpa;
mod claims;
mod consent_questions;
mod context;
mod copied_names;
mod data;
mod dates;
mod finding;
mod gdpr;
mod gpc;
mod known_names;
mod markup;
mod mentions;
mod numbers;
mod owner_words;
mod pattern_names;
mod references;
mod report;
mod reprompts;
mod rights;
mod sections;
mod shared_choices;
mod wording;

pub use finding::{Finding, Place, Severity};
pub use known_names::known_name;
pub use owner_words::own_words;
pub use report::{Piece, Report};
pub use reprompts::{Material, since};

use context::{Facts, Fault, Law};

use crate::policy::OwnText;
use crate::site::{Day, SiteFile, read};

/// A question that is asked of every site.
struct Rule {
    code: &'static str,
    severity: Severity,
    /// The law that asks for it. A rule of the GDPR is a note where the site names no law at all, and silent where it names others
    /// only; a rule of the CCPA is silent where the site does not name it.
    law: Option<Law>,
    /// Whether it is about what the site file does not say. The owner's own policy may say it: there, the rule is a note.
    is_silence: bool,
    find: fn(&Facts) -> Vec<Fault>,
}

const fn rule(code: &'static str, severity: Severity, law: Option<Law>, find: fn(&Facts) -> Vec<Fault>) -> Rule {
    Rule { code, severity, law, is_silence: false, find }
}

const fn missing(code: &'static str, severity: Severity, law: Option<Law>, find: fn(&Facts) -> Vec<Fault>) -> Rule {
    Rule { code, severity, law, is_silence: true, find }
}

const ERROR: Severity = Severity::Error;
const WARNING: Severity = Severity::Warning;
const NOTE: Severity = Severity::Note;
const GDPR: Option<Law> = Some(Law::Gdpr);
const CCPA: Option<Law> = Some(Law::Ccpa);

const RULES: [Rule; 66] = [
    rule("claim-not-shared", ERROR, None, claims::not_shared),
    rule("claim-no-analytics", ERROR, None, claims::no_analytics),
    rule("claim-no-tracking", ERROR, None, claims::no_tracking),
    rule("sale-denied", ERROR, None, claims::sale_denied),
    rule("retention-on-request", ERROR, None, data::on_request),
    rule("retention-endless", ERROR, None, data::endless),
    rule("retention-twice", ERROR, None, data::two_periods),
    rule("lead-time-broken", ERROR, None, dates::lead_time),
    rule("exemption-doubtful", WARNING, None, data::exemption),
    rule("name-doubtful", WARNING, None, known_names::exempt),
    rule("asked-unexplained", WARNING, None, consent_questions::unexplained),
    rule("item-unremovable", WARNING, None, consent_questions::unremovable),
    rule("name-like-pattern", WARNING, None, |facts| pattern_names::like_patterns(facts.site)),
    rule("signal-nature", WARNING, None, consent_questions::signal_nature),
    rule("gpc-idle", WARNING, None, gpc::idle),
    rule("collected-unserved", WARNING, None, data::unserved),
    rule("policy-old", WARNING, None, dates::old),
    rule("policy-undated", WARNING, None, dates::undated),
    rule("change-backdated", WARNING, None, dates::backdated),
    rule("shared-idle", WARNING, None, shared_choices::idle),
    rule("address-open", WARNING, None, addresses::open),
    rule("right-without-route", WARNING, None, rights::without_route),
    rule("gdpr-answer-late", WARNING, GDPR, answer_deadlines::gdpr),
    rule("ccpa-answer-late", WARNING, CCPA, answer_deadlines::ccpa),
    rule("ccpa-opt-out-late", WARNING, CCPA, answer_deadlines::ccpa_at_once),
    missing("gdpr-identity", WARNING, GDPR, gdpr::identity),
    missing("gdpr-purposes", WARNING, GDPR, gdpr::purposes),
    missing("gdpr-legal-basis", WARNING, GDPR, gdpr::legal_basis),
    rule("gdpr-interests", WARNING, GDPR, gdpr::interests),
    rule("gdpr-safeguard", WARNING, GDPR, gdpr::safeguard),
    missing("gdpr-retention", WARNING, GDPR, gdpr::retention),
    missing("gdpr-rights", WARNING, GDPR, gdpr::rights),
    missing("gdpr-withdrawal", WARNING, GDPR, gdpr::withdrawal),
    missing("gdpr-complaint", WARNING, GDPR, gdpr::complaint),
    missing("uk-complaint", WARNING, Some(Law::UkGdpr), gdpr::uk_complaint),
    missing("ccpa-sale-statement", WARNING, CCPA, ccpa::sale_statement),
    missing("ccpa-rights", WARNING, CCPA, ccpa::rights),
    missing("ccpa-collected", WARNING, CCPA, ccpa::collected),
    missing("ccpa-retention", WARNING, CCPA, ccpa::retention),
    rule("policy-date-unclear", WARNING, None, markup::unclear),
    rule("policy-date-differs", WARNING, None, dates::differs),
    rule("policy-markup", WARNING, None, markup::shown),
    rule("policy-template", WARNING, None, markup::unfilled),
    rule("section-missing", WARNING, None, numbers::missing),
    rule("section-repeated", WARNING, None, numbers::repeated),
    rule("section-out-of-order", WARNING, None, numbers::out_of_order),
    rule("section-empty", WARNING, None, sections::empty),
    rule("heading-repeated", WARNING, None, sections::repeated_words),
    rule("reference-missing", WARNING, None, references::missing),
    rule("text-contact", WARNING, None, mentions::contacts),
    rule("text-service", WARNING, None, mentions::services),
    rule("notice-markup", WARNING, None, wording::markup),
    rule("labels-uneven", WARNING, None, wording::labels),
    rule("policy-left-out", NOTE, None, markup::left_out),
    rule("policy-part-added", NOTE, None, markup::added),
    rule("retention-fragment", NOTE, None, wording::fragment),
    rule("subject-lines", NOTE, None, rights::subjects),
    rule("gpc-nothing-sold", NOTE, None, gpc::nothing_sold),
    rule("ccpa-way-back", NOTE, None, ccpa::way_back),
    rule("signal-exempt", NOTE, None, consent_questions::signal_exempt),
    rule("gdpr-answer-close", NOTE, GDPR, answer_deadlines::gdpr_close),
    missing("gdpr-dpo", NOTE, GDPR, gdpr::dpo),
    missing("gdpr-recipients", NOTE, GDPR, gdpr::recipients),
    missing("gdpr-transfers", NOTE, GDPR, gdpr::transfers),
    missing("ccpa-limit", NOTE, CCPA, ccpa::limit),
    missing("ccpa-phone", NOTE, CCPA, ccpa::phone),
];

/// Everything that the rules find in a site, and in the owner's own texts, of which there may be one per language.
pub fn check(site: &SiteFile, texts: &[OwnText], today: Day) -> Vec<Finding> {
    let texts: Vec<Option<&OwnText>> = if texts.is_empty() { vec![None] } else { texts.iter().map(Some).collect() };
    let of_each: Vec<Facts> = texts.into_iter().map(|text| Facts::new(site, text, today)).collect();
    let mut findings = Vec::new();
    for rule in &RULES {
        let Some(severity) = weighed(rule, site) else { continue };
        let mut found = Vec::new();
        for Fault { places, sentence, fix } in of_each.iter().flat_map(rule.find) {
            let finding = Finding { code: rule.code, severity, places, sentence, fix };
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
    if let Some(place) = ARTICLE_13.iter().position(|known| *known == code) {
        return 1 + place;
    }
    let rule = RULES.iter().position(|rule| rule.code == code);
    // What stands in the table behind the laws is about the form of a text.
    let laws = RULES.iter().rposition(|rule| rule.law.is_some() && rule.severity == WARNING).unwrap_or_default();
    match rule.map(|place| (&RULES[place], place)) {
        Some((Rule { law: Some(_), .. }, _)) => 50,
        Some((_, place)) if finding.severity == NOTE || place > laws => 100,
        Some(_) => 0,
        None if finding.severity == NOTE => 100,
        None => 0,
    }
}

fn weighed(rule: &Rule, site: &SiteFile) -> Option<Severity> {
    let named = &site.regimes;
    match rule.law {
        Some(Law::Gdpr) if named.is_empty() => Some(NOTE),
        Some(law) if !law.is_among(named) => None,
        Some(_) if rule.is_silence && site.policy.is_some() => Some(NOTE),
        _ => Some(rule.severity),
    }
}

/// The names that look like patterns: with them a build works, and a withdrawal removes nothing, so a build says it, too.
pub fn copied_names(site: &SiteFile) -> Vec<Finding> {
    let found = pattern_names::like_patterns(site).into_iter();
    found
        .map(|Fault { places, sentence, fix }| Finding {
            code: "name-like-pattern",
            severity: WARNING,
            places,
            sentence,
            fix,
        })
        .collect()
}

/// The code of everything that can be found, in a site file's form too, and against an earlier build.
pub fn codes() -> impl Iterator<Item = &'static str> {
    read::CODES.into_iter().chain(RULES.iter().map(|rule| rule.code)).chain(owner_words::CODES).chain(reprompts::CODES)
}
