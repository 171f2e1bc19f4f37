//! Gaps of the composed policy: the controller, what is collected, sale, answers and changes.

use super::answer_deadlines::has_deadline;
use super::context::{Context, Law, Violation};
use super::gdpr::missing;
use super::rights::titled;
use crate::site::ContactRole;

/// Reading requires a contact; Article 13(1)(b) wants the data protection officer's in addition to the controller's.
pub(super) fn contact(context: &Context) -> Vec<Violation> {
    let controller = &context.site.controller;
    let has_one = controller.contacts.iter().any(|contact| contact.role != ContactRole::Dpo);
    let sentence = "you name your data protection officer, but no contact of yours";
    let fix = "add a contact of yours, with the role \"privacy\" or \"general\"";
    missing(!has_one && controller.address.is_empty(), "controller.contacts", sentence, fix)
}

pub(super) fn address(context: &Context) -> Vec<Violation> {
    let controller = &context.site.controller;
    let has_one = !controller.address.is_empty() || controller.contacts.iter().any(|contact| !contact.post.is_empty());
    let fix = "add \"address\" to \"controller\", one text for each line";
    missing(!has_one, "controller.address", "your postal address is missing", fix)
}

/// Where the CCPA is named, that is another rule's.
pub(super) fn collected(context: &Context) -> Vec<Violation> {
    let is_missing = context.site.collected.is_empty() && !Law::Ccpa.is_among(&context.site.regimes);
    let fix = "add \"collected\": each kind of data, where it comes from, and what for";
    missing(is_missing, "collected", "you don't say which data you collect", fix)
}

pub(super) fn collected_data(context: &Context) -> Vec<Violation> {
    let groups = context.site.collected.iter().enumerate().filter(|(_, group)| group.data.is_empty());
    Violation::of(
        groups.map(|(index, group)| (format!("collected[{index}].data"), context.group(group))),
        |names| format!("you don't say which data is in this group: {names}"),
        "add \"data\": each kind of data in it",
    )
}

pub(super) fn collected_source(context: &Context) -> Vec<Violation> {
    let groups = context.site.collected.iter().enumerate().filter(|(_, group)| group.source.is_none());
    Violation::of(
        groups.map(|(index, group)| (format!("collected[{index}].source"), context.group(group))),
        |names| format!("you don't say where this data comes from: {names}"),
        "add \"source\": \"given\", \"automatic\" or \"third-party\"",
    )
}

/// Where the CCPA is named, that is another rule's.
pub(super) fn sale(context: &Context) -> Vec<Violation> {
    let site = context.site;
    let open = [("sells", site.sells), ("shares", site.shares)].into_iter().filter(|(_, answer)| answer.is_none());
    let open = open.filter(|_| !Law::Ccpa.is_among(&site.regimes));
    Violation::of(
        open.map(|(field, _)| (field.into(), format!("\"{field}\""))),
        |fields| format!("you don't say whether you sell or share data, because this is missing: {fields}"),
        "write true or false for both",
    )
}

/// How long an answer takes, for the rights that need a request.
pub(super) fn answer_time(context: &Context) -> Vec<Violation> {
    let rights = context.site.rights.iter().enumerate();
    let open = rights.filter(|(_, right)| right.respond_within.is_none() && has_deadline(right.kind));
    Violation::of(
        open.map(|(index, right)| (format!("rights[{index}].respondWithin"), titled(context, right))),
        |names| format!("you don't say when you answer a request for this: {names}"),
        "add \"respondWithin\", such as \"P1M\"",
    )
}

pub(super) fn changes(context: &Context) -> Vec<Violation> {
    let announced = context
        .site
        .changes
        .as_ref()
        .is_some_and(|changes| !changes.channels.is_empty() || changes.lead_time.is_some());
    let field = if context.site.changes.is_some() { "changes.channels" } else { "changes" };
    let fix = "add \"changes\" with its \"channels\": \"email\", \"in-app\" or \"page\"";
    missing(!announced, field, "you don't say how you announce changes", fix)
}
