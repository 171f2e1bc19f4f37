//! The list of services: who else takes part, in which role, and where their own policy is.

use std::ops::Range;

use yew::prelude::*;

use super::facts::facts;
use super::pieces::{Room, Whole, pieces};
use super::policy::Place;
use super::{Declared, Shared};
use crate::site::{Service, ServiceKind};
use crate::words::Word;

/// Every declared service; nothing where there is none.
pub(super) fn services(declared: &Shared, place: Place, room: &Room) -> Html {
    pieces(declared, room, &Whole::Services(place), 0..declared.site.services.len())
}

/// Some of the entries.
pub(super) fn entries(declared: &Declared, place: Place, range: Range<usize>) -> Html {
    declared.site.services[range].iter().map(|service| entry(declared, place, service)).collect()
}

fn entry(declared: &Declared, place: Place, service: &Service) -> Html {
    let said = |word| declared.say(word).to_owned();
    let name = service.name.clone().unwrap_or_else(|| said(Word::DetailsUnnamed));
    let link = service.policy_url.as_ref().map(|url| {
        let text = declared.words.fill(Word::DetailsServicePolicy, &[("service", &name)]);
        html! { <p><a href={url.to_string()} rel="noopener noreferrer">{ text }</a></p> }
    });
    let unstated = link.is_none().then_some((Word::NoticePolicy, None));
    let rows = [
        (Word::DetailsRole, service.role.clone()),
        (Word::DetailsKind, service.kind.map(|kind| said(kind_word(kind)))),
    ];
    // A library receives nothing, so nothing is missing where no data is stated.
    let receives = service.kind != Some(ServiceKind::Library) || service.data.is_some();
    let data = receives.then(|| (Word::DetailsData, service.data.clone()));
    let joined =
        |first: String, next: String| declared.words.fill(Word::UnitComma, &[("first", &first), ("second", &next)]);
    let purposes = service.purposes.iter().map(|id| declared.purpose(id)).reduce(joined);
    let purposes = purposes.map(|titles| (Word::DetailsPurpose, Some(titles)));
    html! {
        <li key={service.id.as_str()}>
            <@{place.of_entry()}>{ name }</@>
            { facts(declared, rows.into_iter().chain(data).chain(purposes).chain(unstated)) }
            { link }
        </li>
    }
}

fn kind_word(kind: ServiceKind) -> Word {
    match kind {
        ServiceKind::Processor => Word::ServiceKindProcessor,
        ServiceKind::Platform => Word::ServiceKindPlatform,
        ServiceKind::Library => Word::ServiceKindLibrary,
        ServiceKind::Source => Word::ServiceKindSource,
    }
}
