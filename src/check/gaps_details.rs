//! Gaps of items, services and purposes, which visitors read in the details and the choices, whatever the policy is.

use std::collections::HashSet;

use super::consent_questions::{asked, unexplained_purposes};
use super::context::{Context, Violation};
use super::gdpr::unnamed_interests;
use crate::site::{Id, Item, Purpose, Service, ServiceKind, Translated};

/// One finding about every item that lacks a field.
fn items(
    context: &Context,
    field: &str,
    lacks: impl Fn(&Item<Translated>) -> bool,
    sentence: &str,
    fix: &str,
) -> Vec<Violation> {
    let items = context.site.items.iter().enumerate().filter(|(_, item)| lacks(item));
    let named = items.map(|(index, item)| {
        let name = item.name.clone().or_else(|| item.description.as_ref().map(|text| context.say(text)));
        let name = name.map_or_else(|| format!("items[{index}]"), |name| format!("\"{name}\""));
        (format!("items[{index}].{field}"), name)
    });
    Violation::of(named, |names| format!("{sentence}: {names}"), fix)
}

/// Optional items without a name are another rule's: those cannot be removed either.
pub(super) fn item_name(context: &Context) -> Vec<Violation> {
    let asked: HashSet<&Id> = asked(context).map(|purpose| &purpose.id).collect();
    let lacks = |item: &Item<_>| item.name.is_none() && !asked.contains(&item.purpose);
    let sentence = "this has no name, so visitors cannot find it in their browser";
    items(context, "name", lacks, sentence, "write the name, or how the names begin, with \"match\": \"prefix\"")
}

pub(super) fn item_kind(context: &Context) -> Vec<Violation> {
    let fix = "add \"kind\": \"cookie\", \"local-storage\", \"session-storage\" or \"indexed-db\"";
    items(context, "kind", |item| item.kind.is_none(), "you don't say where this is stored", fix)
}

/// Local storage and databases last until they are deleted, and session storage until the tab is closed, without a word.
pub(super) fn item_duration(context: &Context) -> Vec<Violation> {
    let fix = "add \"duration\": \"session\", \"until-erased\", or a period such as \"P1Y\"";
    items(context, "duration", |item| item.lasts().is_none(), "you don't say how long this lasts", fix)
}

pub(super) fn item_setter(context: &Context) -> Vec<Violation> {
    let fix = "add \"setBy\": \"site\", or the id of the service that sets it";
    items(context, "setBy", |item| item.set_by.is_none(), "you don't say who sets this", fix)
}

pub(super) fn item_description(context: &Context) -> Vec<Violation> {
    let fix = "add \"description\": what it does, in one sentence";
    items(context, "description", |item| item.description.is_none(), "you don't say what this does", fix)
}

/// One finding about every service that lacks a field.
fn services(
    context: &Context,
    field: &str,
    lacks: impl Fn(&Service<Translated>) -> bool,
    sentence: &str,
    fix: &str,
) -> Vec<Violation> {
    let services = context.site.services.iter().enumerate().filter(|(_, service)| lacks(service));
    let named = services.map(|(index, service)| (format!("services[{index}].{field}"), context.service(service)));
    Violation::of(named, |names| format!("{sentence}: {names}"), fix)
}

/// A library is code that the site runs itself: it receives nothing.
fn is_library(service: &Service<Translated>) -> bool {
    service.kind == Some(ServiceKind::Library)
}

/// The other services without a name are recipients, and another rule's.
pub(super) fn service_name(context: &Context) -> Vec<Violation> {
    let lacks = |service: &Service<_>| service.name.is_none() && is_library(service);
    services(context, "name", lacks, "this library has no name", "add \"name\"")
}

pub(super) fn service_role(context: &Context) -> Vec<Violation> {
    let fix = "add \"role\", such as \"Delivery\" or \"Hosting\"";
    services(context, "role", |service| service.role.is_none(), "you don't say what this service does for you", fix)
}

pub(super) fn service_data(context: &Context) -> Vec<Violation> {
    let lacks = |service: &Service<_>| service.data.is_none() && !is_library(service);
    let fix = "add \"data\": the kinds of data that it receives, or gives you";
    services(context, "data", lacks, "you don't say which data this service handles", fix)
}

pub(super) fn service_policy(context: &Context) -> Vec<Violation> {
    let lacks = |service: &Service<_>| service.policy_url.is_none() && !is_library(service);
    let fix = "add \"policyUrl\", the address of its privacy policy";
    services(context, "policyUrl", lacks, "the privacy policy of this service is missing", fix)
}

pub(super) fn service_country(context: &Context) -> Vec<Violation> {
    let lacks = |service: &Service<_>| service.country.is_none() && !is_library(service);
    services(
        context,
        "country",
        lacks,
        "you don't say which country this service is in",
        "add \"country\", such as \"US\"",
    )
}

/// One finding about these purposes.
fn purposes<'a>(
    purposes: impl Iterator<Item = &'a Purpose<Translated>>,
    field: &str,
    sentence: &str,
    fix: &str,
) -> Vec<Violation> {
    let named = purposes.map(|purpose| (format!("purposes[{}].{field}", purpose.id), format!("\"{}\"", purpose.id)));
    Violation::of(named, |ids| format!("{sentence}: {ids}"), fix)
}

/// `essential` has a title in every language.
pub(super) fn purpose_title(context: &Context) -> Vec<Violation> {
    let elsewhere: HashSet<&Id> = unexplained_purposes(context).map(|purpose| &purpose.id).collect();
    let bare = context
        .site
        .stated_purposes()
        .filter(|purpose| purpose.title.is_none() && purpose.id != Id::essential() && !elsewhere.contains(&purpose.id));
    purposes(
        bare,
        "title",
        "this purpose has no title, so visitors read its id",
        "add \"title\", such as \"Statistics\"",
    )
}

/// A purpose that another rule wants explained is left to that rule.
pub(super) fn purpose_description(context: &Context) -> Vec<Violation> {
    let unexplained = unexplained_purposes(context).chain(unnamed_interests(context));
    let elsewhere: HashSet<&Id> = unexplained.map(|purpose| &purpose.id).collect();
    let bare = context
        .site
        .stated_purposes()
        .filter(|purpose| purpose.description.is_none() && !elsewhere.contains(&purpose.id));
    purposes(
        bare,
        "description",
        "you don't say what you do for this purpose",
        "add \"description\": what you do, in one sentence",
    )
}
