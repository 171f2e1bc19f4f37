//! The policy page and the page for requests, as far as they stand without JavaScript: typography, links, anchors.

use yew::prelude::*;

use super::Shared;
use super::element::draw;
use super::markup::markup;
use super::prepared::{Declared, Place};
use crate::policy::Document;
use crate::rights::{mailto, regime_word, title};
use crate::site::{ContactRole, Email, Right, Route};
use crate::words::Word;

/// What a page is given.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PageProps {
    /// What it shows.
    pub declared: Shared<Declared>,
}

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
    let nothing = Html::default();
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

/// The page for requests: each stated right and the way to use it.
#[component]
pub fn RequestPage(props: &PageProps) -> Html {
    let declared = &*props.declared;
    html! {
        <main>
            <h1>{ declared.of_site(Word::PageRequest) }</h1>
            <p>{ declared.say(Word::PageRequestText).to_owned() }</p>
            { rights_list(declared) }
            <h2>{ declared.say(Word::PageContact).to_owned() }</h2>
            { contact(declared) }
            <p><a href={declared.pages.policy.clone()}>{ declared.say(Word::PageToPrivacy).to_owned() }</a></p>
        </main>
    }
}

fn contact(declared: &Declared) -> Html {
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

fn rights_list(declared: &Declared) -> Html {
    let contact = declared.site.controller.privacy_contact();
    if declared.site.rights.is_empty() {
        return html! { <p>{ write_to(declared, Word::PageNoRights, contact) }</p> };
    }
    html! {
        <>
            <p>{ declared.say(Word::PageRightsText).to_owned() }</p>
            <ul class="entries">{ for declared.site.rights.iter().map(|right| entry(declared, right, contact)) }</ul>
        </>
    }
}

fn entry(declared: &Declared, right: &Right, contact: &Email) -> Html {
    let title = title(right, &declared.words);
    let regimes: Vec<&str> = right.regimes.iter().map(|regime| declared.say(regime_word(*regime))).collect();
    let fill = |word, name, value: &str| declared.words.fill(word, &[(name, value)]);
    html! {
        <li>
            <h3>{ title }</h3>
            if !regimes.is_empty() {
                <p>{ fill(Word::PageRegimes, "regimes", &regimes.join(", ")) }</p>
            }
            { match right.routes.as_slice() {
                [] => html! { <p>{ write_to(declared, Word::PageNoRoute, contact) }</p> },
                [only] => html! { <p>{ step(declared, only) }</p> },
                steps => html! { <ol>{ for steps.iter().map(|route| html! { <li>{ step(declared, route) }</li> }) }</ol> },
            } }
            if let Some(period) = right.respond_within {
                <p>{ fill(Word::PageRespond, "period", &declared.words.period(period)) }</p>
            }
            if let Some(note) = &right.note {
                <p>{ note }</p>
            }
        </li>
    }
}

/// A sentence that names an address, as a link that opens a letter to it.
fn write_to(declared: &Declared, word: Word, email: &Email) -> Html {
    let text = declared.words.fill(word, &[("email", email.as_str())]);
    html! { <a href={mailto(email.as_str(), None)}>{ text }</a> }
}

fn step(declared: &Declared, route: &Route) -> Html {
    let how = |word, text: &str| Html::from(declared.words.fill(word, &[("how", text)]));
    match route {
        Route::Email { email, subject: None } => write_to(declared, Word::RouteEmail, email),
        Route::Email { email, subject: Some(subject) } => {
            let text = declared.words.fill(Word::RouteEmailSubject, &[("email", email.as_str()), ("subject", subject)]);
            html! { <a href={mailto(email.as_str(), Some(subject))}>{ text }</a> }
        }
        Route::Url { url, label } => {
            let text = declared.words.fill(Word::RouteUrl, &[("page", label.as_deref().unwrap_or(url.as_str()))]);
            html! { <a href={url.to_string()} rel="noopener noreferrer">{ text }</a> }
        }
        Route::Account(text) => how(Word::RouteAccount, text),
        Route::InApp(text) => how(Word::RouteInApp, text),
        Route::SignOut(text) => how(Word::RouteSignOut, text),
        Route::Browser(text) => how(Word::RouteBrowser, text),
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
