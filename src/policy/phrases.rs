//! What the composed sections are written with: a site's words, filled, joined and set.

use super::{Block, Entry, Section, Span, Style};
use crate::site::{Id, Regime, Site};
use crate::words::{Word, Words};

/// A site and the words to speak of it.
pub(super) struct Phrases<'a> {
    pub site: &'a Site,
    pub words: &'a Words,
}

impl Phrases<'_> {
    /// A word, filled with the site's name and what else is given.
    pub fn fill(&self, word: Word, values: &[(&str, &str)]) -> String {
        let site = [("site", self.site.name.as_str())];
        self.words.fill(word, &[&site, values].concat())
    }

    /// The language of the words (BCP 47).
    pub fn language(&self) -> &str {
        &self.words.code
    }

    pub fn say(&self, word: Word) -> String {
        self.fill(word, &[])
    }

    /// A word as a paragraph.
    pub fn paragraph(&self, word: Word) -> Block {
        Block::text(self.say(word))
    }

    pub fn section(&self, anchor: &str, title: Word, blocks: Vec<Block>) -> Section {
        let anchor = anchor.trim_start_matches('#').to_owned();
        Section { anchor, title: self.say(title), level: 2, blocks, ..Section::default() }
    }

    /// "first, second, third"; with semicolons where an entry has a comma of its own. An "and" could be part of an entry, too.
    pub fn list<'a>(&self, entries: impl Iterator<Item = &'a str> + Clone) -> String {
        let has_comma = entries.clone().any(|entry| entry.contains([',', '،']));
        let joint = if has_comma { Word::PolicySemicolon } else { Word::UnitComma };
        self.joined(entries, joint, joint)
    }

    /// Joined by one word, and by another before the last.
    pub fn joined<'a>(&self, entries: impl Iterator<Item = &'a str>, joint: Word, last: Word) -> String {
        let mut entries: Vec<&str> = entries.collect();
        let Some(end) = entries.pop() else { return String::new() };
        let join = |word, first: &str, second: &str| self.words.fill(word, &[("first", first), ("second", second)]);
        let begin = entries.into_iter().map(str::to_owned).reduce(|first, next| join(joint, &first, &next));
        begin.map_or_else(|| end.to_owned(), |begin| join(last, &begin, end))
    }

    pub fn purpose(&self, id: &Id) -> String {
        self.site.purpose_title(id, self.words)
    }
}

/// A list of texts.
pub(super) fn bullets(texts: &[String]) -> Block {
    Block::List(texts.iter().map(|text| entry(vec![Span::plain(text)])).collect())
}

/// An entry of one paragraph.
pub(super) fn entry(spans: Vec<Span>) -> Entry {
    Entry { mark: None, blocks: vec![Block::Text(spans)] }
}

/// An entry that begins with what it is about.
pub(super) fn about(subject: String, sentences: impl IntoIterator<Item = String>) -> Entry {
    let rest: String =
        sentences.into_iter().filter(|sentence| !sentence.is_empty()).map(|text| format!(" {text}")).collect();
    entry([strong(subject)].into_iter().chain((!rest.is_empty()).then(|| Span::plain(rest))).collect())
}

/// A text without a style or a link.
pub(super) fn plain(text: String) -> Vec<Span> {
    vec![Span::plain(text)]
}

/// What is to be seen first.
pub(super) fn strong(text: String) -> Span {
    Span { style: Some(Style::Strong), ..Span::plain(text) }
}

/// The placeholder of a link in a sentence: a character that no text has (private use).
pub(super) const LINK: &str = "\u{E000}";

/// A sentence with [`LINK`] in it, in whose place these words lead there.
pub(super) fn linking(sentence: &str, words: &str, link: &str) -> Vec<Span> {
    let (before, after) = sentence.split_once(LINK).unwrap_or((sentence, ""));
    let spans = [Span::plain(before), Span::linked(words, link), Span::plain(after)];
    spans.into_iter().filter(|span| !span.text.is_empty()).collect()
}

/// Sentences of ours as one paragraph; nothing where there are none.
pub(super) fn joined_sentences(phrases: &Phrases, words: impl Iterator<Item = Word>) -> Option<Block> {
    let sentences: Vec<String> = words.map(|word| phrases.say(word)).collect();
    (!sentences.is_empty()).then(|| Block::text(sentences.join(" ")))
}

/// A text of the owner's as a sentence: with a full stop, if it has no end.
pub(super) fn sentence(text: &str) -> String {
    let is_ended = text.trim_end().ends_with(['.', '!', '?', '…', '؟', ':', '。']);
    if is_ended { text.to_owned() } else { format!("{text}.") }
}

/// Whether the site names one of these laws.
pub(super) fn names(site: &Site, laws: &[Regime]) -> bool {
    site.regimes.iter().any(|regime| laws.contains(regime))
}
