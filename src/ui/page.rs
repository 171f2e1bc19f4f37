//! The policy page, as it stands without JavaScript: typography, links, anchors; and what both pages end with.

use yew::prelude::*;

use super::Shared;
use super::element::{Here, draw};
use super::markup::markup;
use super::prepared::{Declared, Place};
use crate::policy::Document;
use crate::rights::mailto;
use crate::site::ContactRole;
use crate::words::Word;

/// What the policy page is given.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PolicyProps {
    /// What the site declares.
    pub declared: Shared<Declared>,
    /// The policy.
    pub document: Shared<Document>,
}

/// The policy page.
#[component]
pub fn PolicyPage(props: &PolicyProps) -> Html {
    let PolicyProps { declared, document } = props;
    let elements = markup(declared, document, Place::Page);
    let nothing = Here::default();
    let language = document.title.as_ref().and(document.language.as_ref()).map(ToString::to_string);
    let dir = language.is_some().then_some("auto");
    let title = document.title.clone().unwrap_or_else(|| declared.of_site(Word::PagePrivacy));
    html! {
        <main>
            <h1 lang={language} dir={dir}>{ title }</h1>
            <div class="policy">{ for elements.iter().map(|element| draw(&declared.pages, &nothing, element)) }</div>
        </main>
    }
}

/// Who is responsible, and how to reach them.
pub(super) fn contact(declared: &Declared) -> Html {
    let controller = &declared.site.controller;
    let responsible: Vec<&String> = [&controller.legal_name, &controller.place].into_iter().flatten().collect();
    html! {
        <>
            <p>{ declared.of_site(Word::PageContactText) }</p>
            <dl>
                <div>
                    <dt>{ declared.say(Word::PageResponsible).to_owned() }</dt>
                    { for responsible.iter().map(|line| html! { <dd>{ line }</dd> }) }
                    if responsible.is_empty() {
                        <dd class="unstated">{ declared.say(Word::DetailsNotStated).to_owned() }</dd>
                    }
                </div>
                { for controller.contacts.iter().map(|contact| html! {
                    <div>
                        <dt>{ declared.say(role_word(contact.role)).to_owned() }</dt>
                        <dd><a href={mailto(contact.email.as_str(), None)}>{ contact.email.to_string() }</a></dd>
                    </div>
                }) }
            </dl>
        </>
    }
}

fn role_word(role: ContactRole) -> Word {
    match role {
        ContactRole::Privacy => Word::RolePrivacy,
        ContactRole::Dpo => Word::RoleDpo,
        ContactRole::Support => Word::RoleSupport,
        ContactRole::General => Word::RoleGeneral,
    }
}
