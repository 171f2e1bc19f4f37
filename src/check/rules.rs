//! Every rule of `check`, in the order in which its findings come. A new rule is a row here, a function in a file of its subject, and a
//! paragraph in docs/check.md.

use super::Severity;
use super::context::{Context, Law, Violation};
use super::{
    addresses, answer_deadlines, ccpa, claims, consent_questions, data, dates, gdpr, gpc, known_names, markup,
    mentions, misleading_words, numbers, pattern_names, references, rights, sections, shared_choices, wording,
};

/// A question that is asked of every site.
pub(super) struct Rule {
    pub code: &'static str,
    pub severity: Severity,
    /// The law that asks for it. A rule of the GDPR is a note where the site names no law at all, and silent where it names others
    /// only; a rule of the CCPA is silent where the site does not name it.
    pub law: Option<Law>,
    /// Whether it is about what the site file does not say. The owner's own policy may say it: there, the rule is a note.
    pub is_silence: bool,
    pub find: fn(&Context) -> Vec<Violation>,
}

const fn rule(code: &'static str, severity: Severity, law: Option<Law>, find: fn(&Context) -> Vec<Violation>) -> Rule {
    Rule { code, severity, law, is_silence: false, find }
}

const fn missing(
    code: &'static str,
    severity: Severity,
    law: Option<Law>,
    find: fn(&Context) -> Vec<Violation>,
) -> Rule {
    Rule { code, severity, law, is_silence: true, find }
}

const ERROR: Severity = Severity::Error;
const WARNING: Severity = Severity::Warning;
const NOTE: Severity = Severity::Note;
const GDPR: Option<Law> = Some(Law::Gdpr);
const CCPA: Option<Law> = Some(Law::Ccpa);

pub(super) const RULES: [Rule; 69] = [
    rule("claim-not-shared", ERROR, None, claims::not_shared),
    rule("claim-no-analytics", ERROR, None, claims::no_analytics),
    rule("claim-no-tracking", ERROR, None, claims::no_tracking),
    rule("claim-only-necessary", ERROR, None, claims::only_necessary),
    rule("claim-no-ads", ERROR, None, claims::no_ads),
    rule("sale-denied", ERROR, None, claims::sale_denied),
    rule("retention-on-request", ERROR, None, data::on_request),
    rule("retention-endless", ERROR, None, data::endless),
    rule("retention-twice", ERROR, None, data::two_periods),
    rule("lead-time-broken", ERROR, None, dates::lead_time),
    rule("exemption-doubtful", WARNING, None, data::exemption),
    rule("name-doubtful", WARNING, None, known_names::exempt),
    rule("asked-unexplained", WARNING, None, consent_questions::unexplained),
    rule("item-unremovable", WARNING, None, consent_questions::unremovable),
    rule("name-like-pattern", WARNING, None, |context| pattern_names::like_patterns(context.site)),
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
    rule("labels-consent", WARNING, None, misleading_words::consent),
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
