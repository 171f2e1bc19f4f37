//! Composed: the rights that the site states and those that the laws it names add, how each is used and by when it is answered
//! (GDPR Articles 12 and 13(2)(b) to (d)).

use super::conditions::{GDPR, cited, condition, condition_of};
use super::contacts::{address, call};
use super::legal_duties::clocks;
use super::phrases::{LINK, Phrases, linking, sentence, strong};
use super::{Block, Entry, REQUEST_PAGE, Section, Span, anchor};
use crate::rights::{self, added_rights, law_word, mailto, regime_word};
use crate::site::{Period, Regime, Right, RightKind, Route, Site};
use crate::words::{Word, Words};

/// A right of the policy.
enum Listed<'a> {
    /// The owner states it.
    Stated(&'a Right),
    /// These laws give it.
    Added(RightKind, Vec<Regime>),
}

impl Listed<'_> {
    fn kind(&self) -> RightKind {
        match self {
            Self::Stated(right) => right.kind,
            Self::Added(kind, _) => *kind,
        }
    }

    /// The laws whose people it is for; none for everybody.
    fn laws(&self) -> &[Regime] {
        match self {
            Self::Stated(right) => &right.regimes,
            Self::Added(_, laws) => laws,
        }
    }

    fn promise(&self) -> Option<Period> {
        match self {
            Self::Stated(right) => right.respond_within,
            Self::Added(..) => None,
        }
    }

    /// The right to object is presented separately (GDPR Article 21(4)).
    fn is_objection(&self) -> bool {
        self.kind() == RightKind::Objection || matches!(self, Self::Added(RightKind::StopMessages, _))
    }
}

pub(super) fn rights(phrases: &Phrases) -> Vec<Section> {
    let site = phrases.site;
    let (objections, others): (Vec<_>, Vec<_>) =
        site.rights.iter().map(Listed::Stated).chain(added(site)).partition(Listed::is_objection);
    let is_empty = objections.is_empty() && others.is_empty();
    let mut blocks = Vec::new();
    if is_empty {
        blocks.push(Block::Text(writing(phrases, Word::PageNoRights, Word::PageNoRightsOther)));
    } else {
        blocks.push(phrases.paragraph(Word::PageRightsText));
    }
    if !site.regimes.is_empty() {
        let laws = joined(phrases, site.regimes.iter().map(|law| law_word(*law)));
        blocks.push(Block::text(phrases.fill(Word::PolicyLaws, &[("laws", &laws)])));
    }
    blocks.extend(groups(phrases, &others));
    if !is_empty {
        blocks.push(Block::Text(writing(phrases, Word::PolicyRightsWrite, Word::PolicyRightsWriteOther)));
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

/// The rights that the named laws add, those of the two GDPRs once. A complaint has a section of its own.
fn added(site: &Site) -> Vec<Listed<'static>> {
    let mut found: Vec<(RightKind, Vec<Regime>)> = Vec::new();
    for law in GDPR.into_iter().chain([Regime::Ccpa]).filter(|law| site.regimes.contains(law)) {
        for kind in added_rights(site, law).into_iter().filter(|kind| *kind != RightKind::Complaint) {
            let known = found.iter_mut().find(|(known, laws)| *known == kind && law != Regime::Ccpa && laws[0] != law);
            match known {
                Some((_, laws)) => laws.push(law),
                None => found.push((kind, vec![law])),
            }
        }
    }
    found.into_iter().map(|(kind, laws)| Listed::Added(kind, laws)).collect()
}

/// The rights of everybody first, then those of each set of laws, each with the sentence that says whose they are.
fn groups(phrases: &Phrases, rights: &[Listed]) -> Vec<Block> {
    let mut sets: Vec<&[Regime]> = Vec::new();
    for right in rights {
        if !sets.iter().any(|laws| are_same(laws, right.laws())) {
            sets.push(right.laws());
        }
    }
    sets.sort_by_key(|laws| !laws.is_empty());
    let alone = sets.len() == 1;
    let of_set = |laws: &&[Regime]| {
        let opening = match laws {
            [] if alone => None,
            [] => Some(phrases.say(Word::PolicyRightsEverybody)),
            laws => Some(whose(phrases, laws)),
        };
        let of_set: Vec<&Listed> = rights.iter().filter(|right| are_same(laws, right.laws())).collect();
        // One promise for all is written once.
        let promise = of_set[0]
            .promise()
            .filter(|promise| of_set.len() > 1 && of_set.iter().all(|right| right.promise() == Some(*promise)));
        let entries = of_set.iter().map(|right| match right {
            Listed::Stated(right) => entry(phrases, right, right.respond_within.filter(|_| promise.is_none())),
            Listed::Added(kind, laws) => added_entry(phrases, *kind, laws),
        });
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
    if let Some(note) = right.note.as_deref().map(sentence).or_else(|| condition_of(phrases, right)) {
        say(vec![Span::plain(note)]);
    }
    Entry { mark: None, blocks: vec![Block::Text(spans)] }
}

/// A right that the law adds: its title, the article and the condition.
fn added_entry(phrases: &Phrases, kind: RightKind, laws: &[Regime]) -> Entry {
    let title = strong(phrases.say(rights::right_word(kind)));
    let cited = cited(phrases, kind, laws).map(|article| format!(" ({article})")).unwrap_or_default();
    let condition = condition(kind, laws).map(|word| phrases.say(word)).unwrap_or_default();
    Entry { mark: None, blocks: vec![Block::Text(vec![title, Span::plain(format!("{cited}. {condition}"))])] }
}

/// How a stated right is used: whose it is, each step, the promise, and the note or else the law's condition. Several steps are numbered.
pub fn right_steps(site: &Site, words: &Words, right: &Right) -> Vec<Block> {
    let phrases = &Phrases { site, words };
    let mut blocks = Vec::new();
    if !right.regimes.is_empty() {
        blocks.push(Block::text(whose(phrases, &right.regimes)));
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
    let note = right.note.as_deref().map(sentence).or_else(|| condition_of(phrases, right));
    blocks.extend(promise.into_iter().chain(note).map(Block::text));
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
    phrases.fill(Word::PageRespond, &[("period", &phrases.words.period_after_preposition(promise))])
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

/// "For people in the European Union (GDPR) and people in California (CCPA):"
fn whose(phrases: &Phrases, laws: &[Regime]) -> String {
    let people = joined(phrases, laws.iter().map(|law| regime_word(*law)));
    phrases.fill(Word::PageRegimes, &[("regimes", &people)])
}

fn joined(phrases: &Phrases, words: impl Iterator<Item = Word>) -> String {
    phrases.joined(words.map(|word| phrases.words.say(word)), Word::UnitComma, Word::PolicyAnd)
}
