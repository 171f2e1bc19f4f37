//! The headings of an owner's text, whether or not they have numbers: nothing under one, or the same words twice.

use std::collections::HashMap;

use super::context::{Context, Violation, listed};
use super::numbers::dotted;
use crate::policy::Heading;

/// The same words twice under one heading.
pub(super) fn repeated_words(context: &Context) -> Vec<Violation> {
    let Some(text) = context.text else { return Vec::new() };
    let mut path: Vec<(u8, usize)> = Vec::new();
    let mut first: HashMap<(usize, String), usize> = HashMap::new();
    let mut found = Vec::new();
    for (heading, section) in text.parsed.headings.iter().zip(&text.parsed.document.sections) {
        while path.last().is_some_and(|(level, _)| *level >= section.level) {
            path.pop();
        }
        let parent = path.last().map_or(0, |(_, line)| *line);
        path.push((section.level, heading.line));
        let words = heading.words.trim();
        let earlier = *first.entry((parent, words.to_lowercase())).or_insert(heading.line);
        if earlier != heading.line && !words.is_empty() {
            let sentence = format!("two headings have the same words: \"{words}\"");
            found.extend(Violation::in_text(
                text,
                [earlier, heading.line],
                sentence,
                "reword one of them, or merge the sections",
            ));
        }
    }
    found
}

pub(super) fn empty(context: &Context) -> Vec<Violation> {
    let Some(text) = context.text else { return Vec::new() };
    let empty = text.parsed.headings.iter().filter(|heading| heading.is_empty);
    let named = |heading: &Heading| [dotted(&heading.number), heading.words.clone()].join(" ").trim().to_owned();
    let (lines, names): (Vec<_>, Vec<_>) =
        empty.map(|heading| (heading.line, format!("\"{}\"", named(heading)))).unzip();
    let sentence = format!("a heading has no text under it: {}", listed(&names));
    Violation::in_text(text, lines, sentence, "write the section, or remove the heading")
}
