//! The details: every item and service as declared, how to remove what is stored, and the ways on to policy and rights.

use yew::prelude::*;

use super::items::items;
use super::pieces::Room;
use super::policy::Place;
use super::services::services;
use super::state::Memory;
use super::{Declared, Shared};
use crate::site::{Mode, RightKind, Route};
use crate::words::Word;

/// What the details show, and what a visitor can do there.
pub(super) struct Details<'a> {
    /// What they show.
    pub declared: &'a Shared,
    /// How much of it is drawn.
    pub room: &'a Room,
    /// What is remembered of this visitor.
    pub memory: Memory,
    /// Closes the notice for good; `None` where it is closed already.
    pub dismiss: Option<Callback<MouseEvent>>,
    /// Erases the visitor's record.
    pub erase: Callback<MouseEvent>,
}

/// The details. A function, not a component: it has no state of its own, and each component costs a visitor 2 kB.
pub(super) fn details(props: Details) -> Html {
    let declared = props.declared;
    let said = |word| declared.say(word).to_owned();
    let intro = declared.words.fill(Word::DetailsIntro, &[("notStated", declared.say(Word::DetailsNotStated))]);
    html! {
        <>
            <div class="content">
                <p>{ intro }</p>
                <h3>{ said(Word::DetailsItems) }</h3>
                { items(declared, Place::Dialog, props.room, own(&props)) }
                <h3>{ said(Word::DetailsRemove) }</h3>
                { removal(declared) }
                if !declared.site.services.is_empty() {
                    <h3>{ said(Word::DetailsServices) }</h3>
                    <p>{ said(Word::DetailsServicesIntro) }</p>
                    { services(declared, Place::Dialog, props.room) }
                }
            </div>
            <div class="foot">
                <p class="links">
                    <a href={declared.pages.storage.clone()} data-act="policy">{ said(Word::NoticePolicy) }</a>
                    <a href={declared.pages.rights.clone()}>{ said(Word::NoticeRights) }</a>
                </p>
                if let Some(dismiss) = props.dismiss.filter(|_| declared.site.mode() == Mode::Notice) {
                    <button type="button" onclick={dismiss}>{ said(Word::NoticeOk) }</button>
                }
            </div>
        </>
    }
}

/// What a visitor can do about the widget's own record.
fn own(props: &Details) -> Html {
    let said = |word| props.declared.say(word).to_owned();
    html! {
        <>
            if props.memory.is_stored() {
                <button type="button" onclick={&props.erase}>{ said(Word::OwnErase) }</button>
            }
            <p role="status">
                { if props.memory == Memory::Erased { said(Word::OwnErased) } else { String::new() } }
            </p>
        </>
    }
}

/// How to remove what is stored: in every browser, and what the site itself states about it.
fn removal(declared: &Declared) -> Html {
    let in_words = |word, how: &str| Some(declared.words.fill(word, &[("how", how)]));
    let stated: Vec<String> = declared
        .site
        .rights
        .iter()
        .flat_map(|right| {
            let of_storage = right.kind == RightKind::Storage;
            let note = right.note.clone().filter(|_| of_storage);
            let steps = right.routes.iter().filter_map(move |route| match route {
                Route::SignOut(how) => in_words(Word::RouteSignOut, how),
                Route::Browser(how) if of_storage => in_words(Word::RouteBrowser, how),
                Route::Account(how) if of_storage => in_words(Word::RouteAccount, how),
                Route::InApp(how) if of_storage => in_words(Word::RouteInApp, how),
                _ => None,
            });
            steps.chain(note)
        })
        .collect();
    html! {
        <>
            <p>{ declared.say(Word::DetailsRemoveText).to_owned() }</p>
            if !stated.is_empty() {
                <p>{ declared.say(Word::DetailsRemoveSite).to_owned() }</p>
                <ul>{ for stated.iter().map(|text| html! { <li key={text.as_str()}>{ text }</li> }) }</ul>
            }
        </>
    }
}
