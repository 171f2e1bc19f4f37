//! Composed: the rights that the site states, how each is used and by when it is answered (GDPR Articles 12 and 13(2)(b) to (d)).

use super::contacts::{address, call};
use super::phrases::{LINK, Phrases, linking, sentence, strong};
use super::phrases::{asks, names};
use super::{Block, Entry, REQUEST_PAGE, Section, Span, anchor};
use crate::rights::{self, mailto, regime_word};
use crate::site::{Period, Regime, Right, RightKind, Route, Site};
use crate::words::{Word, Words};

pub(super) fn rights(said: &Phrases) -> Vec<Section> {
    let site = said.site;
    let stated: Vec<&Right> = site.rights.iter().collect();
    let mut blocks = Vec::new();
    if stated.is_empty() {
        blocks.push(Block::Text(writing(said, Word::PageNoRights, Word::PageNoRightsOther)));
    } else {
        blocks.push(said.paragraph(Word::PageRightsText));
    }
    if !site.regimes.is_empty() {
        let laws = named(said, &site.regimes);
        blocks.push(Block::text(said.fill(Word::PolicyLaws, &[("laws", &laws)])));
    }
    // The right to object is told of by itself (GDPR Article 21(4)).
    let (objections, others): (Vec<&Right>, Vec<&Right>) =
        stated.into_iter().partition(|right| right.kind == RightKind::Objection);
    blocks.extend(groups(said, &others));
    if !site.rights.is_empty() && site.rights.iter().all(|right| right.respond_within.is_none()) {
        blocks.push(said.unstated(Word::PolicyRespondNone));
    }
    blocks.extend(clocks(said));
    blocks.push(Block::Text(vec![Span::linked(said.say(Word::PageToRequest), REQUEST_PAGE)]));
    let mut sections = vec![said.section(anchor::RIGHTS, Word::PageRights, blocks)];
    if !objections.is_empty() {
        let section = said.section("objection", Word::PolicyObjection, groups(said, &objections));
        sections.push(Section { level: 3, ..section });
    }
    sections
}

/// The rights of everybody first, then those of each set of laws, each with the sentence that says whose they are.
fn groups(said: &Phrases, rights: &[&Right]) -> Vec<Block> {
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
            [] => Some(said.say(Word::PolicyRightsEverybody)),
            laws => Some(said.fill(Word::PageRegimes, &[("regimes", &named(said, laws))])),
        };
        let of_set: Vec<&Right> = rights.iter().copied().filter(|right| are_same(laws, &right.regimes)).collect();
        // One promise for all is told once.
        let promise = of_set[0]
            .respond_within
            .filter(|promise| of_set.len() > 1 && of_set.iter().all(|right| right.respond_within == Some(*promise)));
        let entries = of_set.iter().map(|right| entry(said, right, right.respond_within.filter(|_| promise.is_none())));
        let promised =
            promise.map(|period| said.fill(Word::PolicyRespondAll, &[("period", &said.words.period(period))]));
        let list = Block::List(entries.collect());
        [opening.map(Block::text), Some(list), promised.map(Block::text)].into_iter().flatten()
    };
    sets.iter().flat_map(of_set).collect()
}

/// The same laws, in whichever order they are named.
fn are_same(some: &[Regime], others: &[Regime]) -> bool {
    some.iter().all(|law| others.contains(law)) && others.iter().all(|law| some.contains(law))
}

fn entry(said: &Phrases, right: &Right, promise: Option<Period>) -> Entry {
    let title = rights::title(right, said.words);
    let mut spans = vec![strong(sentence(&title))];
    let mut say = |said: Vec<Span>| {
        spans.push(Span::plain(" "));
        spans.extend(said);
    };
    if right.routes.is_empty() && right.needs_route() {
        say(no_route(said));
    }
    for route in &right.routes {
        say(step(said, route));
    }
    if let Some(period) = promise {
        say(vec![Span::plain(respond(said, period))]);
    }
    if let Some(note) = &right.note {
        say(vec![Span::plain(sentence(note))]);
    }
    Entry { mark: None, blocks: vec![Block::Text(spans)] }
}

/// How a stated right is used: whose it is, each step, the promise and the note. Several steps are numbered.
pub fn right_steps(site: &Site, words: &Words, right: &Right) -> Vec<Block> {
    let said = &Phrases { site, words };
    let mut blocks = Vec::new();
    if !right.regimes.is_empty() {
        blocks.push(Block::text(said.fill(Word::PageRegimes, &[("regimes", &named(said, &right.regimes))])));
    }
    match right.routes.as_slice() {
        [] if right.needs_route() => blocks.push(Block::Text(no_route(said))),
        [] => {}
        [only] => blocks.push(Block::Text(step(said, only))),
        steps => blocks.push(Block::List(
            steps
                .iter()
                .zip(1..)
                .map(|(route, number)| Entry {
                    mark: Some(format!("{number}.")),
                    blocks: vec![Block::Text(step(said, route))],
                })
                .collect(),
        )),
    }
    let promise = right.respond_within.map(|period| respond(said, period));
    blocks.extend(promise.into_iter().chain(right.note.as_deref().map(sentence)).map(Block::text));
    blocks
}

fn no_route(said: &Phrases) -> Vec<Span> {
    writing(said, Word::PageNoRoute, Word::PageNoRouteOther)
}

/// A sentence with the address for email; another where there is none, which leads to the contacts.
fn writing(said: &Phrases, by_email: Word, otherwise: Word) -> Vec<Span> {
    match said.site.controller.privacy_email() {
        Some(email) => linking(&said.fill(by_email, &[("email", LINK)]), email.as_str(), &mailto(email.as_str(), None)),
        None => vec![Span::plain(said.fill(otherwise, &[("contact", said.words.say(Word::PageContact))]))],
    }
}

fn respond(said: &Phrases, promise: Period) -> String {
    said.fill(Word::PageRespond, &[("period", &said.words.period(promise))])
}

/// A step as a sentence; an address in it opens a letter with the stated subject.
fn step(said: &Phrases, route: &Route) -> Vec<Span> {
    let how = |word, how: &str| vec![Span::plain(sentence(&said.fill(word, &[("how", how)])))];
    match route {
        Route::Email { email, subject } => {
            let text = match subject {
                None => said.fill(Word::RouteEmail, &[("email", LINK)]),
                Some(subject) => said.fill(Word::RouteEmailSubject, &[("email", LINK), ("subject", subject)]),
            };
            linking(&sentence(&text), email.as_str(), &mailto(email.as_str(), subject.as_deref()))
        }
        Route::Url { url, label } => {
            let text = said.fill(Word::RouteUrl, &[("page", LINK)]);
            linking(&sentence(&text), label.as_deref().unwrap_or(url.as_str()), url.as_str())
        }
        Route::Phone(phone) => call(said, Word::RoutePhone, phone),
        Route::Post(lines) => {
            vec![Span::plain(sentence(&said.fill(Word::RoutePost, &[("address", &address(said, lines))])))]
        }
        Route::Account(text) => how(Word::RouteAccount, text),
        Route::InApp(text) => how(Word::RouteInApp, text),
        Route::SignOut(text) => how(Word::RouteSignOut, text),
        Route::Browser(text) => how(Word::RouteBrowser, text),
    }
}

/// The law's own time to answer, for the laws that the site names.
fn clocks(said: &Phrases) -> Vec<Block> {
    let of = |regime: &Regime| match regime {
        Regime::Gdpr => Some(Word::PolicyClockGdpr),
        Regime::UkGdpr => Some(Word::PolicyClockUkGdpr),
        Regime::Ccpa => Some(Word::PolicyClockCcpa),
        Regime::Coppa => None,
    };
    said.site.regimes.iter().filter_map(of).map(|word| said.paragraph(word)).collect()
}

pub(super) fn complaint(said: &Phrases) -> Vec<Section> {
    let laws = [(Regime::Gdpr, Word::PolicyComplaintLaw), (Regime::UkGdpr, Word::PolicyComplaintUk)];
    let of_law = laws.iter().filter(|(law, _)| names(said.site, &[*law])).map(|(_, word)| said.paragraph(*word));
    let stated = match &said.site.complaint {
        Some(stated) => vec![said.paragraph(Word::PolicyComplaintIntro), Block::text(stated)],
        None if asks(said.site, &[Regime::Gdpr, Regime::UkGdpr]) => vec![said.unstated(Word::PolicyComplaintUnstated)],
        None => return Vec::new(),
    };
    vec![said.section("complaint", Word::PolicyComplaint, stated.into_iter().chain(of_law).collect())]
}

fn named(said: &Phrases, laws: &[Regime]) -> String {
    said.joined(laws.iter().map(|law| said.words.say(regime_word(*law))), Word::UnitComma, Word::PolicyAnd)
}
