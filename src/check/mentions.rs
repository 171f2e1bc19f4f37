//! The owner's own text against the site file: what is declared should be in the text that visitors read.

use super::context::{Context, Violation};
use crate::site::{ServiceKind, Translated};

pub(super) fn contacts(context: &Context) -> Vec<Violation> {
    let Some(text) = context.text else { return Vec::new() };
    let source = text.source.to_lowercase();
    let contacts = context.site.controller.contacts.iter().enumerate();
    let emails = contacts.filter_map(|(index, contact)| Some((index, contact.email.as_ref()?)));
    let absent = emails.filter(|(_, email)| !mentions(&source, email.as_str()));
    Violation::of(
        absent.map(|(index, email)| (format!("controller.contacts[{index}].email"), email.to_string())),
        |addresses| format!("a contact is missing in {}: {addresses}", text.file),
        "add it to the text, or correct it in the site file",
    )
}

pub(super) fn services(context: &Context) -> Vec<Violation> {
    let Some(text) = context.text else { return Vec::new() };
    let source = text.source.to_lowercase();
    let services = context.site.services.iter().enumerate();
    let absent = services.filter(|(_, service)| {
        let named = |name| forms(name).iter().any(|form| mentions(&source, form));
        // Nobody receives anything from a library.
        service.kind != Some(ServiceKind::Library) && service.name.as_ref().is_some_and(|name| !named(name))
    });
    Violation::of(
        absent.map(|(index, service)| (format!("services[{index}].name"), context.service(service))),
        |names| format!("a service is missing in {}: {names}", text.file),
        "name it in the text, or correct it in the site file",
    )
}

/// A name in every language, as declared and without what explains it: "Stripe, Inc." and "Meta (Facebook)" go by their beginning.
fn forms(name: &Translated) -> Vec<&str> {
    let names: Vec<&str> = match name {
        Translated::Same(name) => vec![name],
        Translated::Each(names) => names.values().map(String::as_str).collect(),
    };
    names.into_iter().flat_map(|name| [name, name.split([',', '(']).next().unwrap_or(name)]).map(str::trim).collect()
}

/// Whether a text in small letters has this as words of their own: "X" is not in "text".
pub(super) fn mentions(text: &str, name: &str) -> bool {
    let name = name.to_lowercase();
    let is_apart = |beside: Option<char>| beside.is_none_or(|beside| !beside.is_alphanumeric());
    !name.is_empty()
        && text
            .match_indices(&name)
            .any(|(at, _)| is_apart(text[..at].chars().next_back()) && is_apart(text[at + name.len()..].chars().next()))
}
