//! What California wants a policy to say (11 CCR 7011(e)), as far as a site file has a field for it; only where the CCPA is named.

use super::claims::{for_sale, sold};
use super::context::{Context, Law, Violation, listed};
use super::gdpr::{kept_without_time, missing, plural, unstated};
use crate::site::{ICON_FILE, Purpose, Reopen, Requests, RightKind, Route};

pub(super) fn sale_statement(context: &Context) -> Vec<Violation> {
    let stated = [("sells", context.site.sells), ("shares", context.site.shares)].into_iter();
    let silent = stated.filter(|(_, stated)| stated.is_none());
    Violation::of(
        silent.map(|(field, _)| (field.into(), format!("\"{field}\""))),
        |_| "you don't say whether you sell or share personal information".into(),
        "add \"sells\" and \"shares\", each true or false; with both false you need no opt-out link",
    )
}

/// Who neither sells nor shares, and says so, has nothing to opt out of (11 CCR 7026).
pub(super) fn rights(context: &Context) -> Vec<Violation> {
    let mut wanted = vec![
        (RightKind::Access, "know (\"access\")"),
        (RightKind::Deletion, "delete (\"deletion\")"),
        (RightKind::Correction, "correct (\"correction\")"),
        (RightKind::NonDiscrimination, "no retaliation (\"non-discrimination\")"),
    ];
    if (context.site.sells, context.site.shares) != (Some(false), Some(false)) {
        wanted.insert(3, (RightKind::OptOutOfSale, "opt out (\"opt-out-of-sale\")"));
    }
    let names = unstated(context, Law::Ccpa, &wanted);
    let sentence = format!("{} missing for Californians: {}", plural(&names), listed(&names));
    missing(!names.is_empty(), "rights", &sentence, "add each to \"rights\"")
}

/// The widget's own button is titled as the regulation says; a link of the owner's own is the owner's to title (11 CCR 7013, 7015).
pub(super) fn way_back(context: &Context) -> Vec<Violation> {
    let is_ours = context.site.notice.reopen == Reopen::Always;
    if is_ours || !context.site.sells_or_shares() || !Law::Ccpa.covers(&context.site.regimes) {
        return Vec::new();
    }
    let is_optional = context.site.purposes.iter().any(Purpose::is_optional_sale);
    let view = if is_optional { "choices" } else { "rights" };
    let page = match &context.site.requests {
        Some(Requests::Url(url)) => url.to_string(),
        _ => "/courtesy/request.html".to_owned(),
    };
    Violation::of(
        sold(context).chain(for_sale(context)),
        |names| {
            format!(
                "Californians look for a link \"Your Privacy Choices\" with its icon, because you sell or share: {names}"
            )
        },
        format!(
            "where your pages have a link of their own, write <a href=\"{page}\" data-courtesy=\"{view}\">Your Privacy \
             Choices <img src=\"/courtesy/{ICON_FILE}\" alt=\"\" width=\"28\" height=\"14\"></a>, or add \
             data-jurisdiction=\"us-ca\" to the tag, which gives Courtesy's own button that title"
        ),
    )
}

/// Only who uses sensitive data for more than the law allows owes it, and no field says so.
pub(super) fn limit(context: &Context) -> Vec<Violation> {
    let sentence = "the right to limit the use of sensitive data is missing";
    let fix = "add \"limit-sensitive\" if you use sensitive data for more than the regulation allows";
    missing(!context.states(Law::Ccpa, RightKind::LimitSensitive), "rights", sentence, fix)
}

pub(super) fn collected(context: &Context) -> Vec<Violation> {
    let fix = "add \"collected\" with the kinds of data of the last 12 months";
    missing(context.site.collected.is_empty(), "collected", "you don't list the data that you collect", fix)
}

pub(super) fn retention(context: &Context) -> Vec<Violation> {
    let fix = "add \"retention\" with a period or a rule for each kind of data";
    let nothing = missing(context.site.retention.is_empty(), "retention", "you don't say how long you keep data", fix);
    // Where the GDPR is named as well, its rule has the entries.
    let entries = kept_without_time(context).filter(|_| !Law::Gdpr.is_among(&context.site.regimes));
    let bare = Violation::of(entries, |names| format!("you don't say how long you keep {names}"), fix);
    nothing.into_iter().chain(bare).collect()
}

/// Two ways to ask, one of them a toll-free number; email alone is enough for who deals with consumers online only.
pub(super) fn phone(context: &Context) -> Vec<Violation> {
    let contacts = context.site.controller.contacts.iter().any(|contact| contact.phone.is_some());
    let mut routes = context.site.rights.iter().flat_map(|right| &right.routes);
    let has_phone = contacts || routes.any(|route| matches!(route, Route::Phone(_)));
    let fix = "add \"phone\" to a contact or a route, unless you deal with consumers online only";
    missing(
        !has_phone,
        "controller.contacts",
        "a toll-free telephone number for requests of Californians is missing",
        fix,
    )
}
