//! The end of both pages: who is responsible, how to reach them, and the owner's further links.

use yew::prelude::*;

use crate::rights::mailto;
use crate::site::{Contact, ContactRole};
use crate::views::builder::Declared;
use crate::views::details::prepare::links;
use crate::views::draw::{Here, draw};
use crate::words::{Word, country};

/// The owner's further links, at the end of a page.
pub(crate) fn further(declared: &Declared) -> Html {
    links(declared).iter().map(|element| draw(&declared.pages, &Here::default(), element)).collect()
}

/// Who is responsible, and how to reach them.
pub(crate) fn contact(declared: &Declared) -> Html {
    let controller = &declared.site.controller;
    let country = controller.country.as_ref().map(|code| country(code.as_str(), declared.language.as_str()));
    let responsible: Vec<&String> = [&controller.legal_name, &controller.place]
        .into_iter()
        .flatten()
        .chain(&controller.address)
        .chain(&country)
        .collect();
    html! {
        <>
            <p>{ declared.of_site(Word::PageContactText) }</p>
            <dl>
                if !responsible.is_empty() {
                    <div>
                        <dt>{ declared.say(Word::PageResponsible).to_owned() }</dt>
                        { for responsible.iter().map(|line| html! { <dd>{ line }</dd> }) }
                    </div>
                }
                { for controller.contacts.iter().map(|contact| html! {
                    <div>
                        <dt>{ declared.say(role_word(contact.role)).to_owned() }</dt>
                        { ways(contact) }
                    </div>
                }) }
            </dl>
        </>
    }
}

fn ways(contact: &Contact) -> Html {
    let Contact { email, phone, post, url, .. } = contact;
    html! {
        <>
            if let Some(email) = email {
                <dd><a href={mailto(email.as_str(), None)}>{ email.to_string() }</a></dd>
            }
            if let Some(phone) = phone {
                <dd><a href={phone.link()} dir="ltr">{ phone.shown() }</a></dd>
            }
            if let Some(url) = url {
                <dd><a href={url.to_string()}>{ url.to_string() }</a></dd>
            }
            { for post.iter().map(|line| html! { <dd>{ line }</dd> }) }
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
