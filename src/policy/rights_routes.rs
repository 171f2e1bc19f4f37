//! Composed: the ways to use a right, and the one that several rights have in common (GDPR Article 12(2)).

use super::contacts::{address, call};
use super::phrases::{LINK, Phrases, linking, sentence};
use super::{Block, REQUEST_PAGE, Span};
use crate::rights::mailto;
use crate::site::{Right, Route, Site};
use crate::words::Word;

/// Where a right is written to.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Way<'a> {
    /// An address, and the subject of the letter.
    Email(&'a str, Option<&'a str>),
    /// The contacts of a site without an address for email.
    Contacts,
}

impl<'a> Way<'a> {
    /// The one email route of a right, or where a right goes that names no route.
    pub fn of(site: &'a Site, right: &'a Right) -> Option<Self> {
        if right.routes.is_empty() {
            return right.needs_route().then(|| Self::unstated(site));
        }
        let mut emails = right.routes.iter().filter_map(|route| match route {
            Route::Email { email, subject } => Some(Self::Email(email.as_str(), subject.as_deref())),
            _ => None,
        });
        emails.next().filter(|_| emails.next().is_none())
    }

    /// Where a right goes that names no route.
    pub fn unstated(site: &'a Site) -> Self {
        site.controller.privacy_email().map_or(Self::Contacts, |email| Self::Email(email.as_str(), None))
    }
}

/// The way that more than half of these rights have in common, and two at least: it is written as the way to use them.
pub(super) fn shared_way<'a>(ways: &[Option<Way<'a>>]) -> Option<Way<'a>> {
    let count = |way: &Way| ways.iter().flatten().filter(|other| *other == way).count();
    ways.iter().flatten().copied().max_by_key(count).filter(|way| count(way) > 1 && 2 * count(way) > ways.len())
}

/// "To use these rights, write to …"
pub(super) fn use_these(phrases: &Phrases, way: Way) -> Vec<Span> {
    let Way::Email(email, subject) = way else {
        let contact = phrases.words.say(Word::PageContact);
        return vec![Span::plain(phrases.fill(Word::PolicyRightsUseOther, &[("contact", contact)]))];
    };
    let text = match subject {
        None => phrases.fill(Word::PolicyRightsUse, &[("email", LINK)]),
        Some(subject) => phrases.fill(Word::PolicyRightsUseSubject, &[("email", LINK), ("subject", subject)]),
    };
    linking(&text, email, &mailto(email, subject))
}

/// The sentence that leads to the form for requests.
pub(super) fn to_form(phrases: &Phrases) -> Block {
    Block::Text(vec![Span::linked(phrases.say(Word::PolicyRequestForm), REQUEST_PAGE), Span::plain(".")])
}

pub(super) fn no_route(phrases: &Phrases) -> Vec<Span> {
    writing(phrases, Word::PageNoRoute, Word::PageNoRouteOther)
}

/// A sentence with the address for email; another where there is none, which leads to the contacts.
pub(super) fn writing(phrases: &Phrases, by_email: Word, otherwise: Word) -> Vec<Span> {
    match phrases.site.controller.privacy_email() {
        Some(email) => {
            linking(&phrases.fill(by_email, &[("email", LINK)]), email.as_str(), &mailto(email.as_str(), None))
        }
        None => vec![Span::plain(phrases.fill(otherwise, &[("contact", phrases.words.say(Word::PageContact))]))],
    }
}

/// A step as a sentence; an address in it opens a letter with the stated subject.
pub(super) fn step(phrases: &Phrases, route: &Route) -> Vec<Span> {
    let how = |word, how: &str| vec![Span::plain(sentence(&phrases.fill(word, &[("how", how)])))];
    match route {
        Route::Email { email, subject } => {
            let text = match subject {
                None => phrases.fill(Word::RouteEmail, &[("email", LINK)]),
                Some(subject) => phrases.fill(Word::RouteEmailSubject, &[("email", LINK), ("subject", subject)]),
            };
            linking(&sentence(&text), email.as_str(), &mailto(email.as_str(), subject.as_deref()))
        }
        Route::Url { url, label } => {
            let text = phrases.fill(Word::RouteUrl, &[("page", LINK)]);
            linking(&sentence(&text), label.as_deref().unwrap_or(url.as_str()), url.as_str())
        }
        Route::Phone(phone) => call(phrases, Word::RoutePhone, phone),
        Route::Post(lines) => {
            vec![Span::plain(sentence(&phrases.fill(Word::RoutePost, &[("address", &address(phrases, lines))])))]
        }
        Route::Account(text) => how(Word::RouteAccount, text),
        Route::InApp(text) => how(Word::RouteInApp, text),
        Route::SignOut(text) => how(Word::RouteSignOut, text),
        Route::Browser(text) => how(Word::RouteBrowser, text),
    }
}
