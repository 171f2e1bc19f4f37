//! Composed: which data is collected and from where (GDPR Articles 13 and 14).

use super::phrases::{Phrases, about, entry, sentence};
use super::{Block, Entry, Section, Span};
use crate::site::{Collected, Source};
use crate::words::Word;

/// Where data comes from, in the order of the section.
const SOURCES: [(Option<Source>, Word); 4] = [
    (Some(Source::Given), Word::PolicyGiven),
    (Some(Source::Automatic), Word::PolicyAutomatic),
    (Some(Source::ThirdParty), Word::PolicyThirdParty),
    (None, Word::PolicyCollectedElse),
];

pub(super) fn collected(phrases: &Phrases) -> Vec<Section> {
    let collected = &phrases.site.collected;
    let mut blocks = Vec::new();
    for (source, opening) in SOURCES {
        let groups: Vec<_> = collected.iter().filter(|group| group.source == source && !is_empty(group)).collect();
        if !groups.is_empty() {
            let opening = if blocks.is_empty() && source.is_none() { Word::PolicyCollectedPlain } else { opening };
            blocks.push(phrases.paragraph(opening));
            blocks.push(Block::List(groups.into_iter().map(|group| described(phrases, group)).collect()));
        }
    }
    if blocks.is_empty() { Vec::new() } else { vec![phrases.section("collected", Word::PolicyCollected, blocks)] }
}

fn is_empty(group: &Collected) -> bool {
    group.group.is_none() && group.data.is_empty()
}

/// What a group is called: its name, or else its data.
pub(super) fn title(phrases: &Phrases, group: &Collected) -> String {
    group.group.clone().unwrap_or_else(|| data(phrases, group))
}

/// "Account:" before its data; "Preferences." where there is no more to say.
fn described(phrases: &Phrases, group: &Collected) -> Entry {
    let Some(name) = &group.group else { return entry(vec![Span::plain(sentence(&data(phrases, group)))]) };
    match group.data.as_slice() {
        [] => about(sentence(name), []),
        // "Preferences: preferences" says nothing twice.
        [only] if name.to_lowercase() == only.to_lowercase() => about(sentence(name), []),
        _ => about(phrases.fill(Word::PolicyLabel, &[("name", name)]), [sentence(&data(phrases, group))]),
    }
}

fn data(phrases: &Phrases, group: &Collected) -> String {
    phrases.list(group.data.iter().map(String::as_str))
}
