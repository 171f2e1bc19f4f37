//! What GDPR Article 13 wants visitors to be told, as far as a site file has a field for it.

use super::context::{Facts, Fault, Law, listed};
use crate::site::{ContactRole, Ends, LegalBasis, Mode, RightKind, Route, ServiceKind};

/// One fault at that field, where it is true that something is missing.
pub(super) fn missing(is_missing: bool, field: &str, sentence: &str, fix: impl Into<String>) -> Vec<Fault> {
    if is_missing { vec![Fault::at(vec![field.into()], sentence, fix)] } else { Vec::new() }
}

/// The names of these rights that are not stated under that law.
pub(super) fn unstated(facts: &Facts, law: Law, wanted: &[(RightKind, &'static str)]) -> Vec<&'static str> {
    wanted.iter().filter(|(kind, _)| !facts.states(law, *kind)).map(|(_, name)| *name).collect()
}

pub(super) fn identity(facts: &Facts) -> Vec<Fault> {
    let law = facts.gdpr();
    let fix = format!("add the name in law, with its form, such as \"Example GmbH\" (Article 13(1)(a) {law})");
    missing(
        facts.site.controller.legal_name.is_none(),
        "controller.legalName",
        "it is not said who is responsible",
        fix,
    )
}

pub(super) fn dpo(facts: &Facts) -> Vec<Fault> {
    let law = facts.gdpr();
    let named = facts.site.controller.contacts.iter().any(|contact| contact.role == ContactRole::Dpo);
    let fix = format!("if you have one, add a contact with the role \"dpo\" (Articles 13(1)(b) and 37 {law})");
    missing(!named, "controller.contacts", "no data protection officer is named", fix)
}

pub(super) fn purposes(facts: &Facts) -> Vec<Fault> {
    let law = facts.gdpr();
    let groups = facts.site.collected.iter().enumerate().filter(|(_, group)| group.purposes.is_empty());
    Fault::about(
        groups.map(|(place, group)| (format!("collected[{place}].purposes"), facts.group(group))),
        |names| format!("it is not said what this data is for: {names}"),
        format!("add the purposes (Article 13(1)(c) {law})"),
    )
}

pub(super) fn legal_basis(facts: &Facts) -> Vec<Fault> {
    let law = facts.gdpr();
    let without = facts.site.stated_purposes().filter(|purpose| purpose.legal_basis.is_none());
    let in_general = if facts.site.legal_bases.is_empty() { "" } else { " (\"legalBases\" says it only in general)" };
    Fault::about(
        without.map(|purpose| (format!("purposes[{}].legalBasis", purpose.id), format!("\"{}\"", purpose.id))),
        |ids| format!("these purposes have no legal basis: {ids}{in_general}"),
        format!("add \"legalBasis\" to each (Article 13(1)(c) {law})"),
    )
}

pub(super) fn interests(facts: &Facts) -> Vec<Fault> {
    let law = facts.gdpr();
    let silent = facts.site.stated_purposes().filter(|purpose| {
        purpose.legal_basis == Some(LegalBasis::LegitimateInterests) && purpose.description.is_none()
    });
    Fault::about(
        silent
            .filter(|_| facts.site.legal_bases.is_empty())
            .map(|purpose| (format!("purposes[{}].description", purpose.id), format!("\"{}\"", purpose.id))),
        |ids| format!("it is not said which legitimate interests these purposes serve: {ids}"),
        format!("name them in the description, or in \"legalBases\" (Article 13(1)(d) {law})"),
    )
}

pub(super) fn recipients(facts: &Facts) -> Vec<Fault> {
    let law = facts.gdpr();
    let services = facts.site.services.iter().enumerate();
    let unnamed = services.filter(|(_, service)| service.name.is_none() && service.kind != Some(ServiceKind::Library));
    Fault::about(
        unnamed.map(|(place, service)| (format!("services[{place}].name"), facts.service(service))),
        |names| format!("these services have no name: {names}"),
        format!(
            "name them if you can; a kind of recipient is enough only where no name can be given (Article 13(1)(e) {law})"
        ),
    )
}

pub(super) fn transfers(facts: &Facts) -> Vec<Fault> {
    let law = facts.gdpr();
    let fix = format!(
        "if data leaves the country, or a service is elsewhere, say where to and what protects it (Article 13(1)(f) {law})"
    );
    missing(facts.site.transfers.is_none(), "transfers", "nothing is said about transfers to other countries", fix)
}

pub(super) fn safeguard(facts: &Facts) -> Vec<Fault> {
    let law = facts.gdpr();
    let bare = facts.site.transfers.as_ref().is_some_and(|stated| !stated.to.is_empty() && stated.safeguard.is_none());
    let fix = format!("name it, such as an adequacy decision or standard contractual clauses (Article 13(1)(f) {law})");
    missing(bare, "transfers.safeguard", "data goes to other countries, and no safeguard is named", fix)
}

pub(super) fn retention(facts: &Facts) -> Vec<Fault> {
    let law = facts.gdpr();
    let fix = format!("say for each kind of data how long, or by what rule (Article 13(2)(a) {law})");
    if facts.site.retention.is_empty() {
        return missing(true, "retention", "it is not said how long data is kept", fix);
    }
    let bare = facts
        .site
        .retention
        .iter()
        .enumerate()
        .filter(|(_, kept)| kept.period.is_none() && kept.rule.is_none() && kept.ends != Some(Ends::OnRequest));
    Fault::about(
        bare.map(|(place, kept)| (format!("retention[{place}].period"), format!("\"{}\"", facts.say(&kept.what)))),
        |names| format!("it is not said how long this is kept: {names}"),
        fix,
    )
}

pub(super) fn rights(facts: &Facts) -> Vec<Fault> {
    let law = facts.gdpr();
    let wanted = [
        (RightKind::Access, "access"),
        (RightKind::Correction, "correction"),
        (RightKind::Deletion, "deletion"),
        (RightKind::Restriction, "restriction"),
        (RightKind::Objection, "objection"),
        (RightKind::Portability, "portability"),
    ];
    let names = unstated(facts, Law::Gdpr, &wanted);
    let sentence = format!("these rights are not stated: {}", listed(&names));
    missing(
        !names.is_empty(),
        "rights",
        &sentence,
        format!("add each, with the way to use it (Article 13(2)(b) {law})"),
    )
}

pub(super) fn withdrawal(facts: &Facts) -> Vec<Fault> {
    let law = facts.gdpr();
    let asks = facts.site.mode() == Mode::Consent
        || facts.site.stated_purposes().any(|purpose| purpose.legal_basis == Some(LegalBasis::Consent));
    let silent = !facts.states(Law::Gdpr, RightKind::Withdrawal);
    let sentence = "something rests on consent, and it is not said that consent can be withdrawn";
    missing(
        asks && silent,
        "rights",
        sentence,
        format!("add the right \"withdrawal\" (Articles 7(3) and 13(2)(c) {law})"),
    )
}

pub(super) fn complaint(facts: &Facts) -> Vec<Fault> {
    let law = facts.gdpr();
    let silent = facts.site.complaint.is_none() && !facts.states(Law::Gdpr, RightKind::Complaint);
    let fix = format!(
        "add \"complaint\": a visitor may turn to a data protection authority (Articles 13(2)(d) and 77 {law})"
    );
    missing(silent, "complaint", "nothing is said about complaints to an authority", fix)
}

/// Since 19 June 2026 a controller has to make complaints to itself easy, for example by a form (Data Protection Act 2018, section 164A).
/// The authority's own pages are no such way.
pub(super) fn uk_complaint(facts: &Facts) -> Vec<Fault> {
    let is_own = |route: &Route<_>| match route {
        Route::Url { url, .. } => !url.to_string().contains("ico.org.uk/"),
        _ => true,
    };
    let has_way = facts.site.requests.is_some()
        || facts.site.rights.iter().any(|right| {
            right.kind == RightKind::Complaint && Law::UkGdpr.covers(&right.regimes) && right.routes.iter().any(is_own)
        });
    let fix = "add a right \"complaint\" with \"regimes\": [\"uk-gdpr\"] and a route, such as an email address or a form \
               (Data Protection Act 2018, section 164A)";
    missing(!has_way, "rights", "nothing says how visitors in the United Kingdom can complain to the site itself", fix)
}
