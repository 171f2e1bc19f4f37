//! The lines of a text that a snippet shows: only what is near the place, and nothing that could move the cursor.

use std::collections::BTreeMap;
use std::ops::Range;

use codespan_reporting::files::{Error, Files};

use super::sources::{Located, Source};
use crate::site::steers;

/// The characters of a long line that are shown: this many before the place, and this many in all.
const BEFORE: usize = 30;
const MOST: usize = 120;
const CUT: char = '…';

/// The shown lines of one text.
pub(super) struct Excerpt<'a> {
    source: &'a Source,
    name: String,
    text: String,
    /// By their numbers, from 0.
    lines: BTreeMap<usize, Shown>,
}

/// A line as it is shown.
struct Shown {
    /// Its bytes in the excerpt's text.
    range: Range<usize>,
    /// The bytes of the source that it shows.
    of: Range<usize>,
    /// The characters of the source before those, less the mark that replaces them.
    skipped: usize,
    /// How long that mark is, in bytes.
    cut: usize,
}

/// What no line may contain is a space: nothing that a file holds can move the cursor, colour the screen, or turn a line around.
pub(super) fn plain(text: &str) -> String {
    text.replace(|c: char| c.is_control() || steers(c), " ")
}

impl<'a> Excerpt<'a> {
    pub fn of(source: &'a Source) -> Self {
        Self { source, name: plain(&source.path), text: String::new(), lines: BTreeMap::new() }
    }

    /// Whether it is of the same text.
    pub fn is_of(&self, source: &Source) -> bool {
        std::ptr::eq(self.source, source)
    }

    /// Shows the line of a place, and returns where the place is in the excerpt; nothing where the line is shown already, at a
    /// distance from the place.
    pub fn show(&mut self, located: &Located) -> Option<Range<usize>> {
        let index = self.source.line_of(located.range.start);
        self.add(index, located.range.start);
        let shown = self.lines.get(&index)?;
        let within = |byte: usize| {
            let before = self.source.text[shown.of.start..byte].chars();
            let shown_before = before.map(|c| if is_harmless(c) { c.len_utf8() } else { 1 }).sum::<usize>();
            shown.range.start + shown.cut + shown_before
        };
        if !(shown.of.start..=shown.of.end).contains(&located.range.start) {
            return None;
        }
        Some(within(located.range.start)..within(located.range.end.min(shown.of.end)))
    }

    /// Adds the one line between two that are shown, which a reader would miss.
    pub fn close_gaps(&mut self) {
        let indexes: Vec<usize> = self.lines.keys().copied().collect();
        for pair in indexes.windows(2).filter(|pair| pair[1] - pair[0] == 2) {
            let begin = self.source.line(pair[0] + 1).map_or(0, |line| line.start);
            self.add(pair[0] + 1, begin);
        }
    }

    fn add(&mut self, index: usize, near: usize) {
        let Some(line) = self.source.line(index).filter(|_| !self.lines.contains_key(&index)) else { return };
        let (text, near) = (&self.source.text[line.clone()], near.min(line.end));
        let before = text[..near - line.start].chars().count();
        let length = before + self.source.text[near..line.end].chars().take(MOST + 1).count();
        let first = if length > MOST { before.saturating_sub(BEFORE) } else { 0 };
        let byte_of = |character: usize| text.char_indices().nth(character).map_or(text.len(), |(index, _)| index);
        let (from, to) = (byte_of(first), byte_of(first + MOST));
        let begin = self.text.len();
        if first > 0 {
            self.text.push(CUT);
        }
        let cut = self.text.len() - begin;
        self.text.extend(text[from..to].chars().map(|c| if is_harmless(c) { c } else { ' ' }));
        if to < text.len() {
            self.text.push(CUT);
        }
        let range = begin..self.text.len();
        // Two lines have no byte in common, not even at their ends.
        self.text.push('\n');
        let of = line.start + from..line.start + to;
        let skipped = first - usize::from(first > 0);
        self.lines.insert(index, Shown { range, of, skipped, cut });
    }
}

/// A tab is shown as wide as it is.
fn is_harmless(c: char) -> bool {
    c == '\t' || !(c.is_control() || steers(c))
}

/// The excerpts of one finding.
pub(super) struct Excerpts<'a>(pub Vec<Excerpt<'a>>);

impl Excerpts<'_> {
    fn line(&self, id: usize, index: usize) -> Result<&Shown, Error> {
        let excerpt = self.0.get(id).ok_or(Error::FileMissing)?;
        excerpt.lines.get(&index).ok_or(Error::LineTooLarge { given: index, max: index })
    }
}

impl<'files> Files<'files> for Excerpts<'_>
where
    Self: 'files,
{
    type FileId = usize;
    type Name = &'files str;
    type Source = &'files str;

    fn name(&'files self, id: usize) -> Result<&'files str, Error> {
        self.0.get(id).map(|excerpt| excerpt.name.as_str()).ok_or(Error::FileMissing)
    }

    fn source(&'files self, id: usize) -> Result<&'files str, Error> {
        self.0.get(id).map(|excerpt| excerpt.text.as_str()).ok_or(Error::FileMissing)
    }

    fn line_index(&'files self, id: usize, byte: usize) -> Result<usize, Error> {
        let excerpt = self.0.get(id).ok_or(Error::FileMissing)?;
        let mut lines = excerpt.lines.iter();
        let found = lines.find(|(_, shown)| (shown.range.start..=shown.range.end).contains(&byte));
        found.map(|(index, _)| *index).ok_or(Error::IndexTooLarge { given: byte, max: excerpt.text.len() })
    }

    fn line_range(&'files self, id: usize, index: usize) -> Result<Range<usize>, Error> {
        self.line(id, index).map(|shown| shown.range.clone())
    }

    fn column_number(&'files self, id: usize, index: usize, byte: usize) -> Result<usize, Error> {
        let shown = self.line(id, index)?;
        Ok(self.0[id].text[shown.range.start..byte].chars().count() + shown.skipped + 1)
    }
}
