//! Composed: how long data is kept (GDPR Article 13(2)(a)), how it is protected, and what is stated about children.

use super::phrases::{Phrases, about, bullets, sentence};
use super::{Block, Section};
use crate::site::{Ends, Kept, Retention, Site};
use crate::words::{Word, Words};

pub(super) fn retention(phrases: &Phrases) -> Vec<Section> {
    let kinds = &phrases.site.retention;
    let blocks = || vec![phrases.paragraph(Word::PolicyRetentionIntro), periods(phrases, kinds)];
    (!kinds.is_empty()).then(|| phrases.section("retention", Word::PolicyRetention, blocks())).into_iter().collect()
}

/// How long each kind of data is kept, as a list; `None` where nothing is stated.
pub fn kept(site: &Site, words: &Words) -> Option<Block> {
    (!site.retention.is_empty()).then(|| periods(&Phrases { site, words }, &site.retention))
}

fn periods(phrases: &Phrases, kinds: &[Retention]) -> Block {
    let entry =
        |kind: &Retention| about(phrases.fill(Word::PolicyLabel, &[("name", &kind.what)]), of_kind(phrases, kind));
    Block::List(kinds.iter().map(entry).collect())
}

fn of_kind(phrases: &Phrases, kind: &Retention) -> [String; 6] {
    let period = kind.period.map(|period| match period {
        Kept::Indefinitely => phrases.say(Word::PolicyKeptIndefinitely),
        Kept::For(period) => phrases.fill(Word::PolicyKeptFor, &[("period", &phrases.words.period(period))]),
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
    let exception =
        kind.exception.as_ref().map(|what| sentence(&phrases.fill(Word::PolicyException, &[("what", what)])));
    let (period, rule) = match (period, kind.rule.as_deref()) {
        (Some(period), Some(rule)) if is_fragment(rule) => (Some(with_fragment(phrases, &period, rule)), None),
        (period, rule) => (period, rule.map(sentence)),
    };
    let labelled =
        |word, name, text: &Option<String>| text.as_ref().map(|text| sentence(&phrases.fill(word, &[(name, text)])));
    let from = labelled(Word::PolicyCountedFrom, "from", &kind.from);
    let because = labelled(Word::PolicyBecause, "why", &kind.because);
    [period, from, rule, ends.map(|word| phrases.say(word)), because, exception].map(Option::unwrap_or_default)
}

/// Whether a rule is the end of a sentence and not one of its own: it goes on in small letters, or in a script that has none.
pub(crate) fn is_fragment(rule: &str) -> bool {
    let first = rule.trim_start().chars().next();
    let is_ended = rule.trim_end().ends_with(['.', '!', '?', '…', '؟', '。']);
    first.is_some_and(|first| first.is_lowercase() || (first.is_alphabetic() && !first.is_uppercase() && !is_ended))
}

/// "2 years after the last answer."; what does not go on from a period is set in brackets: "10 years (tax law)."
fn with_fragment(phrases: &Phrases, period: &str, rule: &str) -> String {
    let joins = phrases.words.say(Word::FindRule).split('|');
    let begins = |word: &str| {
        rule.to_lowercase().strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    // Arabic words take endings, as in "ابتداءً": a beginning is enough there.
    let goes_on = joins.clone().any(begins)
        || (!rule.is_ascii() && joins.clone().any(|word| !word.is_ascii() && rule.starts_with(word)));
    let (period, rule) = (period.trim_end_matches(['.', '。']), rule.trim().trim_end_matches('.'));
    let word = if goes_on { Word::PolicyKeptRule } else { Word::PolicyKeptAside };
    sentence(&phrases.fill(word, &[("period", period), ("rule", rule)]))
}

pub(super) fn children(phrases: &Phrases) -> Vec<Section> {
    let Some(stated) = &phrases.site.children else { return Vec::new() };
    let age = stated.minimum_age.map(|age| phrases.fill(Word::PolicyChildrenIntro, &[("age", &age.to_string())]));
    let blocks: Vec<Block> = [age, stated.note.clone()].into_iter().flatten().map(Block::text).collect();
    if blocks.is_empty() { Vec::new() } else { vec![phrases.section("children", Word::PolicyChildren, blocks)] }
}

pub(super) fn security(phrases: &Phrases) -> Vec<Section> {
    let measures = &phrases.site.security;
    let blocks = || vec![phrases.paragraph(Word::PolicySecurityIntro), bullets(measures)];
    (!measures.is_empty()).then(|| phrases.section("security", Word::PolicySecurity, blocks())).into_iter().collect()
}
