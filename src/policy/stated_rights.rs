//! Composed: the rights that the site states and those that the laws it names add, how each is used and by when it is answered
//! (GDPR Articles 12 and 13(2)(b) to (d)).

use super::conditions::{GDPR, cited, condition, condition_of};
use super::legal_duties::clocks;
use super::phrases::{Phrases, plain, sentence, strong};
use super::rights_routes::{Way, no_route, shared_way, step, to_form, use_these, writing};
use super::{Block, Entry, Section, Span, anchor};
use crate::rights::{self, added_rights, law_word, regime_word};
use crate::site::{Period, Regime, Right, RightKind, Route, Site};
use crate::words::{Word, Words};

/// A right of the policy.
enum Listed<'a> {
    /// The owner states it.
    Stated(&'a Right),
    /// These laws give it.
    Added(RightKind, Vec<Regime>),
}

impl<'a> Listed<'a> {
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

    /// Where it is written to. The law's rights name no way.
    fn way(&self, site: &'a Site) -> Option<Way<'a>> {
        match self {
            Self::Stated(right) => Way::of(site, right),
            Self::Added(..) => Some(Way::unstated(site)),
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
    blocks.extend(clocks(phrases));
    blocks.push(to_form(phrases));
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
fn groups<'a>(phrases: &Phrases<'a>, rights: &[Listed<'a>]) -> Vec<Block> {
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
        let of_set: Vec<&Listed<'a>> = rights.iter().filter(|right| are_same(laws, right.laws())).collect();
        // One way and one promise for all are written once.
        let ways: Vec<_> = of_set.iter().map(|right| right.way(phrases.site)).collect();
        let way = shared_way(&ways);
        let promise = of_set[0]
            .promise()
            .filter(|promise| of_set.len() > 1 && of_set.iter().all(|right| right.promise() == Some(*promise)));
        let usage = [way.map(|way| use_these(phrases, way)), promise.map(|period| plain(respond(phrases, period)))];
        let usage = usage.into_iter().flatten().reduce(|first, next| [first, plain(" ".into()), next].concat());
        let entries = of_set.iter().map(|right| match right {
            Listed::Stated(right) => entry(phrases, right, way, right.respond_within.filter(|_| promise.is_none())),
            Listed::Added(kind, laws) => added_entry(phrases, *kind, laws, way),
        });
        let list = Block::List(entries.collect());
        [opening.map(Block::text), usage.map(Block::Text), Some(list)].into_iter().flatten()
    };
    sets.iter().flat_map(of_set).collect()
}

/// The same laws, in whichever order they are named.
fn are_same(some: &[Regime], others: &[Regime]) -> bool {
    some.iter().all(|law| others.contains(law)) && others.iter().all(|law| some.contains(law))
}

/// A stated right, without the way that its group has in common.
fn entry(phrases: &Phrases, right: &Right, shared: Option<Way>, promise: Option<Period>) -> Entry {
    let title = rights::title(right, phrases.words);
    let mut spans = vec![strong(sentence(&title))];
    let mut say = |phrases: Vec<Span>| {
        spans.push(Span::plain(" "));
        spans.extend(phrases);
    };
    if right.routes.is_empty() && right.needs_route() && shared.is_none() {
        say(no_route(phrases));
    }
    let is_shared = shared.is_some() && shared == Way::of(phrases.site, right);
    for route in right.routes.iter().filter(|route| !(is_shared && matches!(route, Route::Email { .. }))) {
        say(step(phrases, route));
    }
    if let Some(period) = promise {
        say(plain(respond(phrases, period)));
    }
    if let Some(note) = right.note.as_deref().map(sentence).or_else(|| condition_of(phrases, right)) {
        say(plain(note));
    }
    Entry { mark: None, blocks: vec![Block::Text(spans)] }
}

/// A right that the law adds: its title, the article, where to write if its group has no way in common, and the condition.
fn added_entry(phrases: &Phrases, kind: RightKind, laws: &[Regime], shared: Option<Way>) -> Entry {
    let title = strong(phrases.say(rights::right_word(kind)));
    let cited = cited(phrases, kind, laws).map(|article| format!(" ({article})")).unwrap_or_default();
    let way = shared.is_none().then(|| no_route(phrases));
    let condition = condition(kind, laws).map(|word| plain(phrases.say(word)));
    let sentences = way.into_iter().chain(condition).flat_map(|sentence| [plain(" ".into()), sentence].concat());
    Entry {
        mark: None,
        blocks: vec![Block::Text([title, Span::plain(cited + ".")].into_iter().chain(sentences).collect())],
    }
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

fn respond(phrases: &Phrases, promise: Period) -> String {
    phrases.fill(Word::PageRespond, &[("period", &phrases.words.period_after_preposition(promise))])
}

/// "For people in the European Economic Area (GDPR) and people in California (CCPA):"
fn whose(phrases: &Phrases, laws: &[Regime]) -> String {
    let people = joined(phrases, laws.iter().map(|law| regime_word(*law)));
    phrases.fill(Word::PageRegimes, &[("regimes", &people)])
}

fn joined(phrases: &Phrases, words: impl Iterator<Item = Word>) -> String {
    phrases.joined(words.map(|word| phrases.words.say(word)), Word::UnitComma, Word::PolicyAnd)
}
