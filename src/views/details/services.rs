//! The list of services: those that data is shared with, then the others, with what each does and where its policy is.

use super::definition_list::definition_list;
use super::items::lists;
use crate::site::{Link, Service, ServiceKind, Site};
use crate::views::builder::{Declared, Surface, text, within};
use crate::views::element::{Attribute, Element};
use crate::words::{Word, country};

/// The title of the list: data is shared with a recipient, and not with software that the site runs itself.
pub(crate) fn title(site: &Site) -> Word {
    if site.services.iter().any(Service::receives_data) { Word::DetailsServices } else { Word::DetailsOthers }
}

/// Every declared service; nothing where there is none.
pub(crate) fn services(declared: &Declared) -> Vec<Element> {
    let (recipients, between, others) = split(declared);
    let entries = |services: &[&Service]| lists(services.iter().map(|each| entry(declared, each)).collect());
    entries(&recipients).into_iter().chain(between).chain(entries(&others)).collect()
}

/// Those that data is shared with, the others, and the line between them.
pub(crate) fn split(declared: &Declared) -> (Vec<&Service>, Option<Element>, Vec<&Service>) {
    let (recipients, others): (Vec<_>, Vec<_>) = declared.site.services.iter().partition(|each| each.receives_data());
    let has_both = !recipients.is_empty() && !others.is_empty();
    let line = || declared.words.fill(Word::PolicyLabel, &[("name", declared.say(Word::DetailsOthers))]);
    (recipients, has_both.then(|| text("p", line())), others)
}

/// A service, with what is known of it.
pub(crate) fn entry(declared: &Declared, service: &Service) -> Element {
    let title = called(declared, service);
    let link = policy_link(declared, service, &title);
    let data = if service.kind == Some(ServiceKind::Source) { Word::DetailsDataGiven } else { Word::DetailsData };
    let country = service.country.as_ref().map(|code| country(code.as_str(), declared.language.as_str()));
    let rows = [
        (Word::DetailsRole, service.role.clone()),
        (Word::DetailsRelation, relation(declared, service)),
        (Word::DetailsAddress, declared.joined(service.address.iter().cloned())),
        (Word::DetailsCountry, country),
        (data, service.data.clone()),
        (Word::DetailsPurpose, declared.joined(service.purposes.iter().map(|id| declared.purpose(id)))),
    ];
    // The title is shown once.
    let facts = definition_list(declared, rows.into_iter().filter(|(_, fact)| fact.as_ref() != Some(&title)));
    within("li", [text(Surface::Dialog.of_entry(), &title)].into_iter().chain(facts).chain(link).collect())
}

/// Where its policy is.
pub(crate) fn policy_link(declared: &Declared, service: &Service, title: &str) -> Option<Element> {
    let words = declared.words.fill(Word::DetailsServicePolicy, &[("service", title)]);
    let link = |url: &Link| text("a", words).with(Attribute::Href, url.to_string());
    service.policy_url.as_ref().map(|url| within("p", vec![link(url)]))
}

/// The title of a service: its name, else what it does, else what it is to the site.
pub(crate) fn called(declared: &Declared, service: &Service) -> String {
    let known = service.name.clone().or_else(|| service.role.clone()).or_else(|| relation(declared, service));
    known.unwrap_or_else(|| service.id.to_string())
}

pub(crate) fn relation(declared: &Declared, service: &Service) -> Option<String> {
    service.kind.map(|kind| declared.say(kind_word(kind)).to_owned())
}

fn kind_word(kind: ServiceKind) -> Word {
    match kind {
        ServiceKind::Processor => Word::ServiceKindProcessor,
        ServiceKind::Controller => Word::ServiceKindController,
        ServiceKind::JointController => Word::ServiceKindJointController,
        ServiceKind::Platform => Word::ServiceKindPlatform,
        ServiceKind::Library => Word::ServiceKindLibrary,
        ServiceKind::Source => Word::ServiceKindSource,
    }
}
