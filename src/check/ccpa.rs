//! What California wants a policy to say (11 CCR 7011(e)), as far as a site file has a field for it; only where the CCPA is named.

use super::claims::{for_sale, sold};
use super::context::{Facts, Fault, Law, listed};
use super::gdpr::{missing, unstated};
use crate::site::{ICON_FILE, Purpose, Reopen, Requests, RightKind, Route};

pub(super) fn sale_statement(facts: &Facts) -> Vec<Fault> {
    let stated = [("sells", facts.site.sells), ("shares", facts.site.shares)].into_iter();
    let silent = stated.filter(|(_, stated)| stated.is_none());
    Fault::about(
        silent.map(|(field, _)| (field.into(), format!("\"{field}\""))),
        |fields| format!("it is not said whether personal information is sold or shared; not stated: {fields}"),
        "say true or false to both; a site that does neither and says so needs no opt-out link (11 CCR 7013(g))",
    )
}

/// Who neither sells nor shares, and says so, has nothing to opt out of (11 CCR 7026).
pub(super) fn rights(facts: &Facts) -> Vec<Fault> {
    let mut wanted = vec![
        (RightKind::Access, "know (\"access\")"),
        (RightKind::Deletion, "delete (\"deletion\")"),
        (RightKind::Correction, "correct (\"correction\")"),
        (RightKind::NonDiscrimination, "no retaliation (\"non-discrimination\")"),
    ];
    if (facts.site.sells, facts.site.shares) != (Some(false), Some(false)) {
        wanted.insert(3, (RightKind::OptOutOfSale, "opt out (\"opt-out-of-sale\")"));
    }
    let names = unstated(facts, Law::Ccpa, &wanted);
    let sentence = format!("these rights of Californians are not stated: {}", listed(&names));
    missing(!names.is_empty(), "rights", &sentence, "add each (11 CCR 7011(e))")
}

/// The widget's own button is titled as the regulation says; a link of the owner's own is the owner's to title (11 CCR 7013, 7015).
pub(super) fn way_back(facts: &Facts) -> Vec<Fault> {
    let is_ours = facts.site.notice.reopen == Reopen::Always;
    if is_ours || !facts.site.sells_or_shares() || !Law::Ccpa.covers(&facts.site.regimes) {
        return Vec::new();
    }
    let is_optional = facts.site.purposes.iter().any(Purpose::is_optional_sale);
    let view = if is_optional { "choices" } else { "rights" };
    let page = match &facts.site.requests {
        Some(Requests::Url(url)) => url.to_string(),
        _ => "/courtesy/request.html".to_owned(),
    };
    Fault::about(
        sold(facts).chain(for_sale(facts)),
        |names| {
            format!(
                "Californians look for a link titled \"Your Privacy Choices\" with its icon, because personal information is sold or shared: {names}"
            )
        },
        format!(
            "where your pages have a link of their own, write <a href=\"{page}\" data-courtesy=\"{view}\">Your Privacy \
             Choices <img src=\"/courtesy/{ICON_FILE}\" alt=\"\" width=\"28\" height=\"14\"></a>; Courtesy's own button is \
             titled so with data-jurisdiction=\"us-ca\" on the tag (11 CCR 7013, 7015)"
        ),
    )
}

/// Only who uses sensitive data for more than the law allows owes it, and no field says so.
pub(super) fn limit(facts: &Facts) -> Vec<Fault> {
    let sentence = "the right to limit the use of sensitive data is not stated";
    let fix = "add \"limit-sensitive\" only if sensitive data serves more than 11 CCR 7027(m) allows";
    missing(!facts.states(Law::Ccpa, RightKind::LimitSensitive), "rights", sentence, fix)
}

pub(super) fn collected(facts: &Facts) -> Vec<Fault> {
    let fix = "add \"collected\": the kinds of data of the last 12 months (Civil Code 1798.130(a)(5)(B))";
    missing(facts.site.collected.is_empty(), "collected", "it is not said which data is collected", fix)
}

pub(super) fn retention(facts: &Facts) -> Vec<Fault> {
    let fix = "add \"retention\": for each kind of data how long, or by what rule (Civil Code 1798.100(a)(3))";
    missing(facts.site.retention.is_empty(), "retention", "Californians are not told how long data is kept", fix)
}

/// Two ways to ask, one of them a toll-free number; email alone is enough for who deals with consumers online only.
pub(super) fn phone(facts: &Facts) -> Vec<Fault> {
    let contacts = facts.site.controller.contacts.iter().any(|contact| contact.phone.is_some());
    let mut routes = facts.site.rights.iter().flat_map(|right| &right.routes);
    let has_phone = contacts || routes.any(|route| matches!(route, Route::Phone(_)));
    let fix = "add \"phone\" to a contact or a route, unless you deal with consumers online only (Civil Code 1798.130(a)(1)(A))";
    missing(!has_phone, "controller.contacts", "no toll-free telephone number takes requests of Californians", fix)
}
