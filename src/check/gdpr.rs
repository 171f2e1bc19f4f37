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

pub(super) fn identity(context: &Context) -> Vec<Violation> {
    let law = context.gdpr();
    let fix = format!("add the name in law, with its form, such as \"Example GmbH\" (Article 13(1)(a) {law})");
    missing(
        context.site.controller.legal_name.is_none(),
        "controller.legalName",
        "the site does not say who is responsible",
        fix,
    )
}

pub(super) fn dpo(context: &Context) -> Vec<Violation> {
    let law = context.gdpr();
    let named = context.site.controller.contacts.iter().any(|contact| contact.role == ContactRole::Dpo);
    let fix = format!("if you have one, add a contact with the role \"dpo\" (Articles 13(1)(b) and 37 {law})");
    missing(!named, "controller.contacts", "no data protection officer is named", fix)
}

pub(super) fn purposes(context: &Context) -> Vec<Violation> {
    let law = context.gdpr();
    let groups = context.site.collected.iter().enumerate().filter(|(_, group)| group.purposes.is_empty());
    Violation::of(
        groups.map(|(index, group)| (format!("collected[{index}].purposes"), context.group(group))),
        |names| format!("no purpose is given for this data: {names}"),
        format!("add the purposes (Article 13(1)(c) {law})"),
    )
}

pub(super) fn legal_basis(context: &Context) -> Vec<Violation> {
    let law = context.gdpr();
    let without = context.site.stated_purposes().filter(|purpose| purpose.legal_basis.is_none());
    let in_general =
        if context.site.legal_bases.is_empty() { "" } else { " (\"legalBases\" gives it only in general)" };
    Violation::of(
        without.map(|purpose| (format!("purposes[{}].legalBasis", purpose.id), format!("\"{}\"", purpose.id))),
        |ids| format!("these purposes have no legal basis: {ids}{in_general}"),
        format!("add \"legalBasis\" to each (Article 13(1)(c) {law})"),
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
    let law = context.gdpr();
    Violation::of(
        unnamed_interests(context)
            .map(|purpose| (format!("purposes[{}].description", purpose.id), format!("\"{}\"", purpose.id))),
        |ids| format!("no legitimate interest is named for these purposes: {ids}"),
        format!("name them in the description, or in \"legalBases\" (Article 13(1)(d) {law})"),
    )
}

pub(super) fn recipients(context: &Context) -> Vec<Violation> {
    let law = context.gdpr();
    let services = context.site.services.iter().enumerate();
    let unnamed = services.filter(|(_, service)| service.name.is_none() && service.kind != Some(ServiceKind::Library));
    Violation::of(
        unnamed.map(|(index, service)| (format!("services[{index}].name"), context.service(service))),
        |names| format!("these services have no name: {names}"),
        format!(
            "name them if you can; a kind of recipient is enough only where no name can be given (Article 13(1)(e) {law})"
        ),
    )
}

pub(super) fn transfers(context: &Context) -> Vec<Violation> {
    let law = context.gdpr();
    let fix = format!(
        "if data leaves the country, or a service is elsewhere, say where to and what protects it (Article 13(1)(f) {law})"
    );
    let (is_missing, field) = match &context.site.transfers {
        None => (true, "transfers"),
        Some(stated) => (stated.to.is_empty(), "transfers.to"),
    };
    missing(is_missing, field, "transfers to other countries are not mentioned", fix)
}

pub(super) fn safeguard(context: &Context) -> Vec<Violation> {
    let law = context.gdpr();
    let bare =
        context.site.transfers.as_ref().is_some_and(|stated| !stated.to.is_empty() && stated.safeguard.is_none());
    let fix = format!("name it, such as an adequacy decision or standard contractual clauses (Article 13(1)(f) {law})");
    missing(bare, "transfers.safeguard", "data goes to other countries, and no safeguard is named", fix)
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
    let law = context.gdpr();
    let fix = format!("say for each kind of data how long, or by what rule (Article 13(2)(a) {law})");
    if context.site.retention.is_empty() {
        return missing(true, "retention", "no retention period is given", fix);
    }
    Violation::of(kept_without_time(context), |names| format!("no retention period is given for this: {names}"), fix)
}

pub(super) fn rights(context: &Context) -> Vec<Violation> {
    let law = context.gdpr();
    let wanted = [
        (RightKind::Access, "access"),
        (RightKind::Correction, "correction"),
        (RightKind::Deletion, "deletion"),
        (RightKind::Restriction, "restriction"),
        (RightKind::Objection, "objection"),
        (RightKind::Portability, "portability"),
    ];
    let names = unstated(context, Law::Gdpr, &wanted);
    let sentence = format!("these rights are missing: {}", listed(&names));
    missing(
        !names.is_empty(),
        "rights",
        &sentence,
        format!("add each, with the way to use it (Article 13(2)(b) {law})"),
    )
}

pub(super) fn withdrawal(context: &Context) -> Vec<Violation> {
    let law = context.gdpr();
    let asks = context.site.mode() == Mode::Consent
        || context.site.stated_purposes().any(|purpose| purpose.legal_basis == Some(LegalBasis::Consent));
    let silent = !context.states(Law::Gdpr, RightKind::Withdrawal);
    let sentence = "something relies on consent, but the right to withdraw it is missing";
    missing(
        asks && silent,
        "rights",
        sentence,
        format!("add the right \"withdrawal\" (Articles 7(3) and 13(2)(c) {law})"),
    )
}

pub(super) fn complaint(context: &Context) -> Vec<Violation> {
    let law = context.gdpr();
    let silent = context.site.complaint.is_none() && !context.states(Law::Gdpr, RightKind::Complaint);
    let fix = format!(
        "add \"complaint\": a visitor may turn to a data protection authority (Articles 13(2)(d) and 77 {law})"
    );
    missing(silent, "complaint", "complaints to an authority are not mentioned", fix)
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
    let fix = "add a right \"complaint\" with \"regimes\": [\"uk-gdpr\"] and a route, such as an email address or a form \
               (Data Protection Act 2018, section 164A)";
    missing(!has_way, "rights", "visitors in the United Kingdom are given no way to complain to the site itself", fix)
}
