//! Every rule of `check`, in the order in which its findings come. A new rule is a row here with the reason for it, a function in a file of its subject, and a
//! paragraph in docs/check.md.

use super::Severity;
use super::context::{Context, Law as Regulation, Violation};
use super::why::Why::{self, Either, Gdpr, Law, Nothing};
use super::{
    addresses, answer_deadlines, ccpa, claims, consent_questions, data, dates, gaps_details, gaps_policy, gdpr, gpc,
    known_names, markup, mentions, misleading_words, numbers, pattern_names, references, rights, sections,
    shared_choices, wording,
};

/// A question that is asked of every site.
pub(super) struct Rule {
    pub code: &'static str,
    pub severity: Severity,
    /// The law that asks for it. A rule of the GDPR is a note where the site names no law at all, and silent where it names others
    /// only; a rule of the CCPA is silent where the site does not name it.
    pub law: Option<Regulation>,
    /// Whether it is about what the site file does not say. The owner's own policy may say it: there, the rule is a note.
    pub is_silence: bool,
    /// Why an owner should care: the law or the reason, which no sentence repeats.
    pub why: Why,
    pub find: fn(&Context) -> Vec<Violation>,
}

const fn rule(
    code: &'static str,
    severity: Severity,
    law: Option<Regulation>,
    why: Why,
    find: fn(&Context) -> Vec<Violation>,
) -> Rule {
    Rule { code, severity, law, is_silence: false, why, find }
}

const fn missing(
    code: &'static str,
    severity: Severity,
    law: Option<Regulation>,
    why: Why,
    find: fn(&Context) -> Vec<Violation>,
) -> Rule {
    Rule { code, severity, law, is_silence: true, why, find }
}

const ERROR: Severity = Severity::Error;
const WARNING: Severity = Severity::Warning;
const NOTE: Severity = Severity::Note;
const GDPR: Option<Regulation> = Some(Regulation::Gdpr);
const CCPA: Option<Regulation> = Some(Regulation::Ccpa);

pub(super) const RULES: [Rule; 89] = [
    rule("claim-not-shared", ERROR, None, Gdpr("Article 5(1)(a)"), claims::not_shared),
    rule("claim-no-analytics", ERROR, None, Gdpr("Article 5(1)(a)"), claims::no_analytics),
    rule("claim-no-tracking", ERROR, None, Gdpr("Article 5(1)(a)"), claims::no_tracking),
    rule("claim-only-necessary", ERROR, None, Gdpr("Article 5(1)(a)"), claims::only_necessary),
    rule("claim-no-ads", ERROR, None, Gdpr("Article 5(1)(a)"), claims::no_ads),
    rule("sale-denied", ERROR, None, Law("California Civil Code 1798.140(ad), (ah)"), claims::sale_denied),
    rule(
        "retention-on-request",
        ERROR,
        None,
        Either("Article 5(1)(e)", "California Civil Code 1798.100(a)(3)"),
        data::on_request,
    ),
    rule(
        "retention-endless",
        ERROR,
        None,
        Either("Article 5(1)(e)", "California Civil Code 1798.100(a)(3)"),
        data::endless,
    ),
    rule("retention-twice", ERROR, None, Gdpr("Article 13(2)(a)"), data::two_periods),
    rule("lead-time-broken", ERROR, None, Law("visitors rely on what you promise them"), dates::lead_time),
    rule("exemption-doubtful", WARNING, None, Law("ePrivacy Directive Article 5(3)"), data::exemption),
    rule("name-doubtful", WARNING, None, Law("ePrivacy Directive Article 5(3)"), known_names::exempt),
    rule(
        "asked-unexplained",
        WARNING,
        None,
        Either("Article 4(11), Recital 42", "California Civil Code 1798.140(h)"),
        consent_questions::unexplained,
    ),
    rule("item-unremovable", WARNING, None, Gdpr("Articles 7(3) and 17(1)(b)"), consent_questions::unremovable),
    rule("name-like-pattern", WARNING, None, Gdpr("Articles 7(3) and 13"), |context| {
        pattern_names::like_patterns(context.site)
    }),
    rule("signal-nature", WARNING, None, Gdpr("Article 4(11): consent is specific"), consent_questions::signal_nature),
    rule("gpc-idle", WARNING, None, Law("11 CCR 7025"), gpc::idle),
    rule(
        "collected-unserved",
        WARNING,
        None,
        Gdpr("Article 13(1)(e); ePrivacy Directive Article 5(3)"),
        data::unserved,
    ),
    rule(
        "policy-old",
        WARNING,
        None,
        Law("California Civil Code 1798.130(a)(5) asks for a review every 12 months"),
        dates::old,
    ),
    rule(
        "policy-undated",
        WARNING,
        None,
        Law("visitors cannot see whether it changed; in California, 11 CCR 7011(e) requires a date"),
        dates::undated,
    ),
    rule("change-backdated", WARNING, None, Gdpr("Article 5(1)(a)"), dates::backdated),
    rule("shared-idle", WARNING, None, Nothing, shared_choices::idle),
    rule("address-open", WARNING, None, Gdpr("Article 32(1)(a)"), addresses::open),
    rule("right-without-route", WARNING, None, Either("Article 12(2)", "11 CCR 7020"), rights::without_route),
    rule("gdpr-answer-late", WARNING, GDPR, Gdpr("Article 12(3)"), answer_deadlines::gdpr),
    rule("ccpa-answer-late", WARNING, CCPA, Law("California Civil Code 1798.130(a)(2)"), answer_deadlines::ccpa),
    rule("ccpa-opt-out-late", WARNING, CCPA, Law("11 CCR 7026(f), 7027(g)"), answer_deadlines::ccpa_at_once),
    missing("gdpr-identity", WARNING, GDPR, Gdpr("Article 13(1)(a)"), gdpr::identity),
    missing("gdpr-contact", WARNING, GDPR, Gdpr("Article 13(1)(a)"), gaps_policy::contact),
    missing("gdpr-purposes", WARNING, GDPR, Gdpr("Article 13(1)(c)"), gdpr::purposes),
    missing("gdpr-legal-basis", WARNING, GDPR, Gdpr("Article 13(1)(c)"), gdpr::legal_basis),
    rule("gdpr-interests", WARNING, GDPR, Gdpr("Article 13(1)(d)"), gdpr::interests),
    rule("gdpr-safeguard", WARNING, GDPR, Gdpr("Article 13(1)(f)"), gdpr::safeguard),
    missing("gdpr-retention", WARNING, GDPR, Gdpr("Article 13(2)(a)"), gdpr::retention),
    missing("gdpr-rights", WARNING, GDPR, Gdpr("Article 13(2)(b)"), gdpr::rights),
    missing("gdpr-withdrawal", WARNING, GDPR, Gdpr("Articles 7(3) and 13(2)(c)"), gdpr::withdrawal),
    missing("gdpr-complaint", WARNING, GDPR, Gdpr("Articles 13(2)(d) and 77"), gdpr::complaint),
    missing(
        "collected-source",
        WARNING,
        GDPR,
        Either("Article 14(2)(f)", "California Civil Code 1798.110(c)(2)"),
        gaps_policy::collected_source,
    ),
    rule(
        "item-duration",
        WARNING,
        GDPR,
        Law("ePrivacy Directive Article 5(3); CJEU C-673/17 (Planet49)"),
        gaps_details::item_duration,
    ),
    rule(
        "item-setter",
        WARNING,
        GDPR,
        Law(
            "ePrivacy Directive Article 5(3); CJEU C-673/17 (Planet49): visitors learn whether third parties have access",
        ),
        gaps_details::item_setter,
    ),
    missing(
        "uk-complaint",
        WARNING,
        Some(Regulation::UkGdpr),
        Law("Data Protection Act 2018, section 164A"),
        gdpr::uk_complaint,
    ),
    missing("ccpa-sale-statement", WARNING, CCPA, Law("11 CCR 7011(e), 7013(g)"), ccpa::sale_statement),
    missing("ccpa-rights", WARNING, CCPA, Law("11 CCR 7011(e), 7026"), ccpa::rights),
    missing("ccpa-collected", WARNING, CCPA, Law("California Civil Code 1798.130(a)(5)(B)"), ccpa::collected),
    missing("ccpa-retention", WARNING, CCPA, Law("California Civil Code 1798.100(a)(3)"), ccpa::retention),
    rule("policy-date-unclear", WARNING, None, Gdpr("Article 12(1)"), markup::unclear),
    rule("policy-date-differs", WARNING, None, Gdpr("Article 5(1)(a)"), dates::differs),
    rule("policy-markup", WARNING, None, Gdpr("Article 12(1)"), markup::shown),
    rule("policy-template", WARNING, None, Gdpr("Article 12(1)"), markup::unfilled),
    rule("section-missing", WARNING, None, Gdpr("Article 12(1)"), numbers::missing),
    rule("section-repeated", WARNING, None, Gdpr("Article 12(1)"), numbers::repeated),
    rule("section-out-of-order", WARNING, None, Gdpr("Article 12(1)"), numbers::out_of_order),
    rule("section-empty", WARNING, None, Gdpr("Article 12(1)"), sections::empty),
    rule("heading-repeated", WARNING, None, Gdpr("Article 12(1)"), sections::repeated_words),
    rule("reference-missing", WARNING, None, Gdpr("Article 12(1)"), references::missing),
    rule("text-contact", WARNING, None, Gdpr("Article 13(1)(a)"), mentions::contacts),
    rule("text-service", WARNING, None, Gdpr("Article 13(1)(e)"), mentions::services),
    rule("notice-markup", WARNING, None, Gdpr("Article 12(1)"), wording::markup),
    rule(
        "labels-uneven",
        WARNING,
        None,
        Law("EDPB Cookie Banner Taskforce report, paragraphs 8 to 18"),
        wording::labels,
    ),
    rule("labels-consent", WARNING, None, Gdpr("Article 5(1)(a)"), misleading_words::consent),
    rule("policy-left-out", NOTE, None, Nothing, markup::left_out),
    rule("policy-part-added", NOTE, None, Nothing, markup::added),
    rule("retention-fragment", NOTE, None, Gdpr("Article 12(1)"), wording::fragment),
    rule("subject-lines", NOTE, None, Gdpr("Article 12(2)"), rights::subjects),
    rule("gpc-nothing-sold", NOTE, None, Law("11 CCR 7025"), gpc::nothing_sold),
    rule("ccpa-way-back", NOTE, None, Law("11 CCR 7013, 7015"), ccpa::way_back),
    rule("signal-exempt", NOTE, None, Gdpr("Article 4(11)"), consent_questions::signal_exempt),
    rule("gdpr-answer-close", NOTE, GDPR, Gdpr("Article 12(3)"), answer_deadlines::gdpr_close),
    missing("gdpr-dpo", NOTE, GDPR, Gdpr("Articles 13(1)(b) and 37"), gdpr::dpo),
    missing("gdpr-recipients", NOTE, GDPR, Gdpr("Article 13(1)(e)"), gdpr::recipients),
    missing("gdpr-transfers", NOTE, GDPR, Gdpr("Article 13(1)(f)"), gdpr::transfers),
    missing(
        "controller-address",
        NOTE,
        None,
        Law("E-Commerce Directive 2000/31/EC, Article 5(1)(b)"),
        gaps_policy::address,
    ),
    missing("collected-missing", NOTE, None, Law("visitors look for it first"), gaps_policy::collected),
    missing("collected-data", NOTE, None, Gdpr("Article 14(1)(d)"), gaps_policy::collected_data),
    rule("purpose-title", NOTE, None, Gdpr("Article 12(1)"), gaps_details::purpose_title),
    rule("purpose-description", NOTE, None, Gdpr("Article 12(1)"), gaps_details::purpose_description),
    rule("item-name", NOTE, None, Law("ePrivacy Directive Article 5(3)"), gaps_details::item_name),
    rule("item-kind", NOTE, None, Law("ePrivacy Directive Article 5(3)"), gaps_details::item_kind),
    rule("item-description", NOTE, None, Law("ePrivacy Directive Article 5(3)"), gaps_details::item_description),
    rule("service-name", NOTE, None, Law("visitors cannot look up what has no name"), gaps_details::service_name),
    rule("service-role", NOTE, None, Gdpr("Article 13(1)(e)"), gaps_details::service_role),
    rule("service-data", NOTE, None, Law("visitors look for what others are given"), gaps_details::service_data),
    rule(
        "service-policy",
        NOTE,
        None,
        Law("visitors read there what the service does with their data"),
        gaps_details::service_policy,
    ),
    rule("service-country", NOTE, None, Gdpr("Article 13(1)(f)"), gaps_details::service_country),
    missing("sale-missing", NOTE, None, Law("visitors look for a plain yes or no"), gaps_policy::sale),
    missing(
        "right-answer-time",
        NOTE,
        None,
        Either("Article 12(3)", "California Civil Code 1798.130(a)(2)"),
        gaps_policy::answer_time,
    ),
    missing(
        "changes-missing",
        NOTE,
        None,
        Law("visitors want to know how they will hear of changes"),
        gaps_policy::changes,
    ),
    missing("ccpa-limit", NOTE, CCPA, Law("11 CCR 7027(m)"), ccpa::limit),
    missing("ccpa-phone", NOTE, CCPA, Law("California Civil Code 1798.130(a)(1)(A)"), ccpa::phone),
];
