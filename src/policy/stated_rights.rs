//! Composed: the rights that the site states, how each is used and by when it is answered (GDPR Articles 12 and 13(2)(b) to (d)).

use super::contacts::{address, call};
use super::phrases::{LINK, Phrases, linking, sentence, strong};
use super::phrases::{asks, names};
use super::{Block, Entry, REQUEST_PAGE, Section, Span, anchor};
use crate::rights::{self, mailto, regime_word};
use crate::site::{Period, Regime, Right, RightKind, Route, Site};
use crate::words::{Word, Words};

pub(super) fn rights(phrases: &Phrases) -> Vec<Section> {
    let site = phrases.site;
    let stated: Vec<&Right> = site.rights.iter().collect();
    let mut blocks = Vec::new();
    if stated.is_empty() {
        blocks.push(Block::Text(writing(phrases, Word::PageNoRights, Word::PageNoRightsOther)));
    } else {
        blocks.push(phrases.paragraph(Word::PageRightsText));
    }
    if !site.regimes.is_empty() {
        let laws = named(phrases, &site.regimes);
        blocks.push(Block::text(phrases.fill(Word::PolicyLaws, &[("laws", &laws)])));
    }
    // The right to object is presented separately (GDPR Article 21(4)).
    let (objections, others): (Vec<&Right>, Vec<&Right>) =
        stated.into_iter().partition(|right| right.kind == RightKind::Objection);
    blocks.extend(groups(phrases, &others));
    if !site.rights.is_empty() && site.rights.iter().all(|right| right.respond_within.is_none()) {
        blocks.push(phrases.unstated(Word::PolicyRespondNone));
    }
    blocks.extend(clocks(phrases));
    blocks.push(Block::Text(vec![Span::linked(phrases.say(Word::PageToRequest), REQUEST_PAGE)]));
    let mut sections = vec![phrases.section(anchor::RIGHTS, Word::PageRights, blocks)];
    if !objections.is_empty() {
        let section = phrases.section("objection", Word::PolicyObjection, groups(phrases, &objections));
        sections.push(Section { level: 3, ..section });
    }
    sections
}

/// The rights of everybody first, then those of each set of laws, each with the sentence that says whose they are.
fn groups(phrases: &Phrases, rights: &[&Right]) -> Vec<Block> {
    let mut sets: Vec<&[Regime]> = Vec::new();
    for right in rights {
        if !sets.iter().any(|laws| are_same(laws, &right.regimes)) {
            sets.push(&right.regimes);
        }
    }
    sets.sort_by_key(|laws| !laws.is_empty());
    let alone = sets.len() == 1;
    let of_set = |laws: &&[Regime]| {
        let opening = match laws {
            [] if alone => None,
            [] => Some(phrases.say(Word::PolicyRightsEverybody)),
            laws => Some(phrases.fill(Word::PageRegimes, &[("regimes", &named(phrases, laws))])),
        };
        let of_set: Vec<&Right> = rights.iter().copied().filter(|right| are_same(laws, &right.regimes)).collect();
        // One promise for all is written once.
        let promise = of_set[0]
            .respond_within
            .filter(|promise| of_set.len() > 1 && of_set.iter().all(|right| right.respond_within == Some(*promise)));
        let entries =
            of_set.iter().map(|right| entry(phrases, right, right.respond_within.filter(|_| promise.is_none())));
        let promised =
            promise.map(|period| phrases.fill(Word::PolicyRespondAll, &[("period", &phrases.words.period(period))]));
        let list = Block::List(entries.collect());
        [opening.map(Block::text), Some(list), promised.map(Block::text)].into_iter().flatten()
    };
    sets.iter().flat_map(of_set).collect()
}

/// The same laws, in whichever order they are named.
fn are_same(some: &[Regime], others: &[Regime]) -> bool {
    some.iter().all(|law| others.contains(law)) && others.iter().all(|law| some.contains(law))
}

fn entry(phrases: &Phrases, right: &Right, promise: Option<Period>) -> Entry {
    let title = rights::title(right, phrases.words);
    let mut spans = vec![strong(sentence(&title))];
    let mut say = |phrases: Vec<Span>| {
        spans.push(Span::plain(" "));
        spans.extend(phrases);
    };
    if right.routes.is_empty() && right.needs_route() {
        say(no_route(phrases));
    }
    for route in &right.routes {
        say(step(phrases, route));
    }
    if let Some(period) = promise {
        say(vec![Span::plain(respond(phrases, period))]);
    }
    if let Some(note) = &right.note {
        say(vec![Span::plain(sentence(note))]);
    }
    Entry { mark: None, blocks: vec![Block::Text(spans)] }
}

/// How a stated right is used: whose it is, each step, the promise and the note. Several steps are numbered.
pub fn right_steps(site: &Site, words: &Words, right: &Right) -> Vec<Block> {
    let phrases = &Phrases { site, words };
    let mut blocks = Vec::new();
    if !right.regimes.is_empty() {
        blocks.push(Block::text(phrases.fill(Word::PageRegimes, &[("regimes", &named(phrases, &right.regimes))])));
    }
    match right.routes.as_slice() {
        [] if right.needs_route() => blocks.push(Block::Text(no_route(phrases))),
        [] => {}
        [only] => blocks.push(Block::Text(step(phrases, only))),
        steps => blocks.push(Block::List(
            steps
                .iter()
                .zip(1..)
                .map(|(route, number)| Entry {
                    mark: Some(format!("{number}.")),
                    blocks: vec![Block::Text(step(phrases, route))],
                })
                .collect(),
        )),
    }
    let promise = right.respond_within.map(|period| respond(phrases, period));
    blocks.extend(promise.into_iter().chain(right.note.as_deref().map(sentence)).map(Block::text));
    blocks
}

fn no_route(phrases: &Phrases) -> Vec<Span> {
    writing(phrases, Word::PageNoRoute, Word::PageNoRouteOther)
}

/// A sentence with the address for email; another where there is none, which leads to the contacts.
fn writing(phrases: &Phrases, by_email: Word, otherwise: Word) -> Vec<Span> {
    match phrases.site.controller.privacy_email() {
        Some(email) => {
            linking(&phrases.fill(by_email, &[("email", LINK)]), email.as_str(), &mailto(email.as_str(), None))
        }
        None => vec![Span::plain(phrases.fill(otherwise, &[("contact", phrases.words.say(Word::PageContact))]))],
    }
}

fn respond(phrases: &Phrases, promise: Period) -> String {
    phrases.fill(Word::PageRespond, &[("period", &phrases.words.period(promise))])
}

/// A step as a sentence; an address in it opens a letter with the stated subject.
fn step(phrases: &Phrases, route: &Route) -> Vec<Span> {
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

/// The law's own time to answer, for the laws that the site names.
fn clocks(phrases: &Phrases) -> Vec<Block> {
    let of = |regime: &Regime| match regime {
        Regime::Gdpr => Some(Word::PolicyClockGdpr),
        Regime::UkGdpr => Some(Word::PolicyClockUkGdpr),
        Regime::Ccpa => Some(Word::PolicyClockCcpa),
        Regime::Coppa => None,
    };
    phrases.site.regimes.iter().filter_map(of).map(|word| phrases.paragraph(word)).collect()
}

pub(super) fn complaint(phrases: &Phrases) -> Vec<Section> {
    let laws = [(Regime::Gdpr, Word::PolicyComplaintLaw), (Regime::UkGdpr, Word::PolicyComplaintUk)];
    let of_law = laws.iter().filter(|(law, _)| names(phrases.site, &[*law])).map(|(_, word)| phrases.paragraph(*word));
    let stated = match &phrases.site.complaint {
        Some(stated) => vec![phrases.paragraph(Word::PolicyComplaintIntro), Block::text(stated)],
        None if asks(phrases.site, &[Regime::Gdpr, Regime::UkGdpr]) => {
            vec![phrases.unstated(Word::PolicyComplaintUnstated)]
        }
        None => return Vec::new(),
    };
    vec![phrases.section("complaint", Word::PolicyComplaint, stated.into_iter().chain(of_law).collect())]
}

fn named(phrases: &Phrases, laws: &[Regime]) -> String {
    phrases.joined(laws.iter().map(|law| phrases.words.say(regime_word(*law))), Word::UnitComma, Word::PolicyAnd)
}
