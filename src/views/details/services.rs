//! The list of services: who else takes part, in which role, and where their own policy is.

use super::definition_list::definition_list;
use super::items::lists;
use crate::site::{Service, ServiceKind};
use crate::views::builder::{Declared, Surface, text, within};
use crate::views::element::{Attribute, Element};
use crate::words::{Word, country};

/// Every declared service; nothing where there is none.
pub(crate) fn services(declared: &Declared, surface: Surface) -> Vec<Element> {
    lists(declared.site.services.iter().map(|service| entry(declared, surface, service)).collect())
}

/// A service, as it is declared.
pub(crate) fn entry(declared: &Declared, surface: Surface, service: &Service) -> Element {
    let say = |word| declared.say(word).to_owned();
    let name = service.name.clone().unwrap_or_else(|| say(Word::DetailsUnnamed));
    let link = service.policy_url.as_ref().map(|url| {
        let words = declared.words.fill(Word::DetailsServicePolicy, &[("service", &name)]);
        within("p", vec![text("a", words).with(Attribute::Href, url.to_string())])
    });
    let unstated = link.is_none().then_some((Word::NoticePolicy, None));
    let rows =
        [(Word::DetailsRole, service.role.clone()), (Word::DetailsKind, service.kind.map(|kind| say(kind_word(kind))))];
    let country = service.country.as_ref().map(|code| country(code.as_str(), declared.language.as_str()));
    let address = declared.joined(service.address.iter().cloned());
    let known = [(Word::DetailsAddress, address), (Word::DetailsCountry, country)];
    let known = known.into_iter().filter(|(_, value)| value.is_some());
    // A library receives nothing, so nothing is missing where no data is stated.
    let receives = service.kind != Some(ServiceKind::Library) || service.data.is_some();
    let data = receives.then(|| (Word::DetailsData, service.data.clone()));
    let purposes = declared.joined(service.purposes.iter().map(|id| declared.purpose(id)));
    let purposes = purposes.map(|titles| (Word::DetailsPurpose, Some(titles)));
    let facts = definition_list(declared, rows.into_iter().chain(known).chain(data).chain(purposes).chain(unstated));
    within("li", [text(surface.of_entry(), name), facts].into_iter().chain(link).collect())
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
