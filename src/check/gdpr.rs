//! What GDPR Article 13 requires sites to tell visitors, as far as a site file has a field for it.

use super::context::{Context, Law, Violation, listed};
use crate::site::{ContactRole, Ends, LegalBasis, Mode, Purpose, Retention, RightKind, Route, ServiceKind, Translated};

/// One fault at that field, where it is true that something is missing.
pub(super) fn missing(is_missing: bool, field: &str, sentence: &str, fix: impl Into<String>) -> Vec<Violation> {
    if is_missing { vec![Violation::at(vec![field.into()], sentence, fix)] } else { Vec::new() }
}

/// The names of these rights that are not stated under that law.
pub(super) fn unstated(context: &Context, law: Law, wanted: &[(RightKind, &'static str)]) -> Vec<&'static str> {
    wanted.iter().filter(|(kind, _)| !context.states(law, *kind)).map(|(_, name)| *name).collect()
}

/// How a sentence about missing rights begins.
pub(super) fn plural(names: &[&str]) -> &'static str {
    if names.len() == 1 { "a right is" } else { "rights are" }
}

pub(super) fn identity(context: &Context) -> Vec<Violation> {
    let fix = "add the legal name with its form, such as \"Example GmbH\"";
    missing(
        context.site.controller.legal_name.is_none(),
        "controller.legalName",
        "you don't say which company or person is responsible",
        fix,
    )
}

pub(super) fn dpo(context: &Context) -> Vec<Violation> {
    let named = context.site.controller.contacts.iter().any(|contact| contact.role == ContactRole::Dpo);
    let fix = "add a contact with the role \"dpo\", if you have one";
    missing(!named, "controller.contacts", "the contact of a data protection officer is missing", fix)
}

pub(super) fn purposes(context: &Context) -> Vec<Violation> {
    let groups = context.site.collected.iter().enumerate().filter(|(_, group)| group.purposes.is_empty());
    Violation::of(
        groups.map(|(index, group)| (format!("collected[{index}].purposes"), context.group(group))),
        |names| format!("you don't say what you use this data for: {names}"),
        "add \"purposes\" to each",
    )
}

pub(super) fn legal_basis(context: &Context) -> Vec<Violation> {
    let without = context.site.stated_purposes().filter(|purpose| purpose.legal_basis.is_none());
    let in_general =
        if context.site.legal_bases.is_empty() { "" } else { ", and \"legalBases\" gives it only in general" };
    Violation::of(
        without.map(|purpose| (format!("purposes[{}].legalBasis", purpose.id), format!("\"{}\"", purpose.id))),
        |ids| format!("the legal basis is missing for {ids}{in_general}"),
        "add \"legalBasis\" to each",
    )
}

/// The purposes that serve interests which nothing names, where the GDPR asks for them.
pub(super) fn unnamed_interests<'a>(context: &Context<'a>) -> impl Iterator<Item = &'a Purpose<Translated>> {
    let site = context.site;
    let is_asked = Law::Gdpr.covers(&site.regimes) && site.legal_bases.is_empty();
    site.stated_purposes().filter(move |purpose| {
        let is_bare = purpose.legal_basis == Some(LegalBasis::LegitimateInterests) && purpose.description.is_none();
        is_asked && is_bare
    })
}

pub(super) fn interests(context: &Context) -> Vec<Violation> {
    Violation::of(
        unnamed_interests(context)
            .map(|purpose| (format!("purposes[{}].description", purpose.id), format!("\"{}\"", purpose.id))),
        |ids| format!("you don't say which legitimate interest you have: {ids}"),
        "name it in \"description\", or in \"legalBases\"",
    )
}

pub(super) fn recipients(context: &Context) -> Vec<Violation> {
    let services = context.site.services.iter().enumerate();
    let unnamed = services.filter(|(_, service)| service.name.is_none() && service.kind != Some(ServiceKind::Library));
    Violation::of(
        unnamed.map(|(index, service)| (format!("services[{index}].name"), context.service(service))),
        |names| format!("the name of a service is missing: {names}"),
        "add \"name\"; a kind of recipient is enough only where you cannot name one",
    )
}

pub(super) fn transfers(context: &Context) -> Vec<Violation> {
    let (is_missing, field) = match &context.site.transfers {
        None => (true, "transfers"),
        Some(stated) => (stated.to.is_empty(), "transfers.to"),
    };
    let fix = "add \"transfers\" with the countries and the safeguard, if data or a service is abroad";
    missing(is_missing, field, "you don't say whether data goes to other countries", fix)
}

pub(super) fn safeguard(context: &Context) -> Vec<Violation> {
    let bare =
        context.site.transfers.as_ref().is_some_and(|stated| !stated.to.is_empty() && stated.safeguard.is_none());
    let fix = "add \"safeguard\", such as an adequacy decision or standard contractual clauses";
    missing(bare, "transfers.safeguard", "you send data to other countries, but the safeguard is missing", fix)
}

/// The entries that say neither how long nor by what rule: the places and the names.
pub(super) fn kept_without_time(context: &Context) -> impl Iterator<Item = (String, String)> {
    let is_bare = |kept: &Retention<Translated>| {
        kept.period.is_none() && kept.rule.is_none() && kept.ends != Some(Ends::OnRequest)
    };
    let bare = context.site.retention.iter().enumerate().filter(move |(_, kept)| is_bare(kept));
    bare.map(|(index, kept)| (format!("retention[{index}].period"), format!("\"{}\"", context.say(&kept.what))))
}

pub(super) fn retention(context: &Context) -> Vec<Violation> {
    let fix = "add a period or a rule for each kind of data";
    if context.site.retention.is_empty() {
        return missing(true, "retention", "you don't say how long you keep data", fix);
    }
    Violation::of(kept_without_time(context), |names| format!("you don't say how long you keep {names}"), fix)
}

pub(super) fn rights(context: &Context) -> Vec<Violation> {
    let wanted = [
        (RightKind::Access, "access"),
        (RightKind::Correction, "correction"),
        (RightKind::Deletion, "deletion"),
        (RightKind::Restriction, "restriction"),
        (RightKind::Objection, "objection"),
        (RightKind::Portability, "portability"),
    ];
    let names = unstated(context, Law::Gdpr, &wanted);
    let sentence = format!("{} missing: {}", plural(&names), listed(&names));
    missing(!names.is_empty(), "rights", &sentence, "add each to \"rights\", with a way to use it")
}

pub(super) fn withdrawal(context: &Context) -> Vec<Violation> {
    let asks = context.site.mode() == Mode::Consent
        || context.site.stated_purposes().any(|purpose| purpose.legal_basis == Some(LegalBasis::Consent));
    let silent = !context.states(Law::Gdpr, RightKind::Withdrawal);
    let sentence = "you rely on consent, but the right to withdraw it is missing";
    missing(asks && silent, "rights", sentence, "add the right \"withdrawal\"")
}

pub(super) fn complaint(context: &Context) -> Vec<Violation> {
    let silent = context.site.complaint.is_none() && !context.states(Law::Gdpr, RightKind::Complaint);
    let fix = "add \"complaint\" with the authority that visitors can turn to";
    missing(silent, "complaint", "you don't say that visitors can complain to an authority", fix)
}

/// Since 19 June 2026 a controller has to make complaints to itself easy, for example by a form (Data Protection Act 2018, section 164A).
/// The authority's own pages are no such way.
pub(super) fn uk_complaint(context: &Context) -> Vec<Violation> {
    let is_own = |route: &Route<_>| match route {
        Route::Url { url, .. } => !url.to_string().contains("ico.org.uk/"),
        _ => true,
    };
    let has_way = context.site.requests.is_some()
        || context.site.rights.iter().any(|right| {
            right.kind == RightKind::Complaint && Law::UkGdpr.covers(&right.regimes) && right.routes.iter().any(is_own)
        });
    let fix =
        "add a right \"complaint\" with \"regimes\": [\"uk-gdpr\"] and a route, such as an email address or a form";
    missing(!has_way, "rights", "a way for visitors in the United Kingdom to complain to you is missing", fix)
}
