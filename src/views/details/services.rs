//! The list of services: those that data is shared with, the platforms, then the others, with what each does and where its policy is.

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
    let entries = |services: &[&Service]| {
        // The line above the platforms says what they are.
        let relation = |service| relation(declared, service).filter(|_| service.kind != Some(ServiceKind::Platform));
        lists(services.iter().map(|each| described(declared, each, relation(each))).collect())
    };
    groups(declared).into_iter().flat_map(|(line, services)| line.into_iter().chain(entries(&services))).collect()
}

/// Those that data is shared with, the platforms and the others, each with the line above them.
pub(crate) fn groups(declared: &Declared) -> Vec<(Option<Element>, Vec<&Service>)> {
    let of = |group: fn(&Service) -> bool| declared.site.services.iter().filter(|each| group(each)).collect::<Vec<_>>();
    let recipients = of(|service| service.receives_data() && service.kind != Some(ServiceKind::Platform));
    let platforms = of(|service| service.kind == Some(ServiceKind::Platform));
    let others = of(|service| !service.receives_data());
    let line = |name| text("p", declared.words.fill(Word::PolicyLabel, &[("name", declared.say(name))]));
    // The title of a list of others alone says what they are.
    let has_before = !recipients.is_empty() || !platforms.is_empty();
    let groups = [
        (None, recipients),
        (Some(line(Word::DetailsPlatforms)), platforms),
        (has_before.then(|| line(Word::DetailsOthers)), others),
    ];
    groups.into_iter().filter(|(_, services)| !services.is_empty()).collect()
}

/// A service among others of any kind, with what is known of it.
pub(crate) fn entry(declared: &Declared, service: &Service) -> Element {
    described(declared, service, relation(declared, service))
}

fn described(declared: &Declared, service: &Service, relation: Option<String>) -> Element {
    let title = called(declared, service);
    let link = policy_link(declared, service, &title);
    let country = service.country.as_ref().map(|code| country(code.as_str(), declared.language.as_str()));
    let rows = [
        (Word::DetailsRole, role(service)),
        (Word::DetailsRelation, relation),
        (Word::DetailsAddress, declared.joined(service.address.iter().cloned())),
        (Word::DetailsCountry, country),
        (data_word(service), service.data.clone()),
        (Word::DetailsPurpose, declared.joined(service.purposes.iter().map(|id| declared.purpose(id)))),
    ];
    let facts = definition_list(declared, rows);
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
    let kind = || service.kind.map(|kind| declared.say(kind_word(kind)).to_owned());
    let known = service.name.clone().or_else(|| service.role.clone().or_else(kind).map(|title| capitalised(&title)));
    known.unwrap_or_else(|| service.id.to_string())
}

/// What it does, where that is not its title.
pub(crate) fn role(service: &Service) -> Option<String> {
    service.role.clone().filter(|role| service.name.as_ref().is_some_and(|name| name != role))
}

/// What it is to the site, where that is not its title.
pub(crate) fn relation(declared: &Declared, service: &Service) -> Option<String> {
    let kind = service.kind.filter(|_| service.name.is_some() || service.role.is_some())?;
    Some(declared.say(kind_word(kind)).to_owned())
}

/// What the data is called that goes between it and the site.
pub(crate) fn data_word(service: &Service) -> Word {
    match service.kind {
        Some(ServiceKind::Source) => Word::DetailsDataGiven,
        Some(ServiceKind::Platform) => Word::DetailsDataExchanged,
        _ => Word::DetailsData,
    }
}

/// A text with a capital letter at its beginning, in scripts that have some.
fn capitalised(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().into_iter().flat_map(char::to_uppercase).chain(rest).collect()
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
