//! The list of services: who else takes part, in which role, and where their own policy is.

use yew::prelude::*;

use super::Declared;
use super::facts::facts;
use crate::site::{Service, ServiceKind};
use crate::words::Word;

/// Every declared service; nothing where there is none.
pub(super) fn services(declared: &Declared) -> Html {
    html! {
        <ul class="entries">{ for declared.site.services.iter().map(|service| entry(declared, service)) }</ul>
    }
}

fn entry(declared: &Declared, service: &Service) -> Html {
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
        (Word::DetailsData, service.data.clone()),
    ];
    html! {
        <li key={service.id.as_str()}>
            <h4>{ name }</h4>
            { facts(declared, rows.into_iter().chain(unstated)) }
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
