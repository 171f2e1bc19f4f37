//! Composed: how long data is kept (GDPR Article 13(2)(a)), how it is protected, and what is stated about children.

use super::compose::asks;
use super::phrases::{Phrases, about, bullets, sentence};
use super::{Block, Section};
use crate::site::{Ends, Kept, Regime, Retention, Site};
use crate::words::{Word, Words};

pub(super) fn retention(said: &Phrases) -> Vec<Section> {
    let kinds = &said.site.retention;
    let blocks = match kinds.as_slice() {
        [] if !asks(said.site, &[Regime::Gdpr, Regime::UkGdpr, Regime::Ccpa]) => return Vec::new(),
        [] => vec![said.unstated(Word::PolicyRetentionNone)],
        kinds => vec![said.paragraph(Word::PolicyRetentionIntro), periods(said, kinds)],
    };
    vec![said.section("retention", Word::PolicyRetention, blocks)]
}

/// How long each kind of data is kept, as a list; `None` where nothing is stated.
pub fn kept(site: &Site, words: &Words) -> Option<Block> {
    (!site.retention.is_empty()).then(|| periods(&Phrases { site, words }, &site.retention))
}

fn periods(said: &Phrases, kinds: &[Retention]) -> Block {
    let entry = |kind: &Retention| about(said.fill(Word::PolicyLabel, &[("name", &kind.what)]), of_kind(said, kind));
    Block::List(kinds.iter().map(entry).collect())
}

fn of_kind(said: &Phrases, kind: &Retention) -> [String; 4] {
    let period = kind.period.map(|period| match period {
        Kept::Indefinitely => said.say(Word::PolicyKeptIndefinitely),
        Kept::For(period) => said.fill(Word::PolicyKeptFor, &[("period", &said.words.period(period))]),
    });
    let ends = match (kind.period, kind.ends) {
        // What is kept without end does not end by itself; `check` tells the owner.
        (Some(Kept::Indefinitely), Some(Ends::ByItself)) | (_, None) => None,
        (Some(Kept::Indefinitely), Some(Ends::OnRequest)) => Some(Word::PolicyDeletedOnRequest),
        (Some(_), Some(Ends::ByItself)) => Some(Word::PolicyEndsByItself),
        (Some(_), Some(Ends::OnRequest)) => Some(Word::PolicyEndsOnRequest),
        (None, Some(Ends::ByItself)) => Some(Word::PolicyDeletedByItself),
        (None, Some(Ends::OnRequest)) => Some(Word::PolicyDeletedOnRequest),
    };
    let exception = kind.exception.as_ref().map(|what| sentence(&said.fill(Word::PolicyException, &[("what", what)])));
    [period, kind.rule.as_deref().map(sentence), ends.map(|word| said.say(word)), exception]
        .map(Option::unwrap_or_default)
}

pub(super) fn children(said: &Phrases) -> Vec<Section> {
    let Some(stated) = &said.site.children else { return Vec::new() };
    let age = stated.minimum_age.map(|age| said.fill(Word::PolicyChildrenIntro, &[("age", &age.to_string())]));
    let opening = age.unwrap_or_else(|| said.say(Word::PolicyChildrenNote));
    let blocks = [Some(opening), stated.note.clone()].into_iter().flatten().map(Block::text).collect();
    vec![said.section("children", Word::PolicyChildren, blocks)]
}

pub(super) fn security(said: &Phrases) -> Vec<Section> {
    let measures = &said.site.security;
    let blocks = || vec![said.paragraph(Word::PolicySecurityIntro), bullets(measures)];
    (!measures.is_empty()).then(|| said.section("security", Word::PolicySecurity, blocks())).into_iter().collect()
}
