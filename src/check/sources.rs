//! The texts that findings are about, and where in them each finding is, in lines and columns.

use std::ops::Range;

use serde::Serialize;

use super::Location;
use crate::site::source_map::SourceMap;

/// The site file, and the texts that it names.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// The site file first.
    texts: Vec<Source>,
}

/// One text.
#[derive(Clone, Debug)]
pub(super) struct Source {
    /// What findings call it: the site file by its path, others as the site file names them.
    file: String,
    /// Its path from where the command runs.
    pub path: String,
    /// The text without its byte order mark.
    pub text: String,
    /// Where each line begins, in bytes.
    lines: Vec<usize>,
}

/// A range in a text. Lines and columns count from 1, columns count characters (Unicode code points), and the end is the first
/// character that is no longer in the range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Span {
    /// The line that it begins in.
    pub line: usize,
    /// The character that it begins with.
    pub column: usize,
    /// The line that it ends in.
    pub end_line: usize,
    /// The character after it.
    pub end_column: usize,
}

/// Where a finding's place is.
#[derive(Clone, Debug)]
pub(super) struct Located<'a> {
    pub source: &'a Source,
    pub range: Range<usize>,
    /// The field that is missing there.
    pub missing: Option<String>,
    /// Whether it is the file as a whole, which no snippet explains.
    pub is_root: bool,
}

impl Sources {
    /// A site file and its text.
    pub fn new(path: &str, text: &str) -> Self {
        Self { texts: vec![Source::new(path, path.into(), text)] }
    }

    /// With a text that the site file names, relative to itself.
    pub fn add(&mut self, file: &str, text: &str) {
        if self.texts.iter().all(|known| known.file != file) {
            let folder = self.path().rfind(['/', '\\']).map_or("", |end| &self.path()[..=end]);
            self.texts.push(Source::new(file, format!("{folder}{file}"), text));
        }
    }

    /// The path of the site file.
    pub fn path(&self) -> &str {
        self.texts.first().map_or("", |site| &site.path)
    }

    /// What finds places; it reads the JSON files once.
    pub(super) fn locator(&self) -> Locator<'_> {
        let maps = self.texts.iter().map(|source| (source, SourceMap::new(&source.text))).collect();
        Locator { maps }
    }
}

/// The texts with their values.
pub(super) struct Locator<'a> {
    maps: Vec<(&'a Source, Option<SourceMap<'a>>)>,
}

impl<'a> Locator<'a> {
    /// The range of a place; nothing for what exists undeclared, or is in no text that is known.
    pub fn locate(&self, place: &Location) -> Option<Located<'a>> {
        match place {
            Location::Line { file, line, column } => {
                let source = self.maps.iter().map(|(source, _)| *source).find(|source| source.file == *file)?;
                Some(Located { source, range: source.mark(*line, *column)?, missing: None, is_root: false })
            }
            Location::Field { field } => {
                let others = self.maps.iter().skip(1);
                let mut of_words = others.filter_map(|(source, map)| {
                    let path = field.strip_prefix(source.file.as_str())?.strip_prefix(": ")?;
                    Some((*source, map.as_ref()?.find(path)))
                });
                let (source, found) = match of_words.next() {
                    Some(found) => found,
                    None => self.maps.first().and_then(|(site, map)| Some((*site, map.as_ref()?.find(field))))?,
                };
                let found = found?;
                Some(Located { source, range: found.range, missing: found.missing, is_root: found.is_root })
            }
        }
    }
}

impl Located<'_> {
    pub fn span(&self) -> Span {
        let (line, column) = self.source.position(self.range.start);
        let (end_line, end_column) = self.source.position(self.range.end);
        Span { line, column, end_line, end_column }
    }
}

impl Source {
    fn new(file: &str, path: String, text: &str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text).to_owned();
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(end, _)| end + 1)).collect();
        Self { file: file.into(), path, text, lines }
    }

    /// The number of the line, from 0, that has this byte.
    pub fn line_of(&self, byte: usize) -> usize {
        self.lines.partition_point(|begin| *begin <= byte).saturating_sub(1)
    }

    /// The bytes of a line, by its number from 0, without its end.
    pub fn line(&self, index: usize) -> Option<Range<usize>> {
        let begin = *self.lines.get(index)?;
        let end = self.lines.get(index + 1).map_or(self.text.len(), |next| next - 1);
        let line = &self.text[begin..end];
        Some(begin..begin + line.strip_suffix('\r').unwrap_or(line).len())
    }

    /// The line and the column of a byte, from 1.
    fn position(&self, byte: usize) -> (usize, usize) {
        let line = self.line_of(byte);
        (line + 1, self.text[self.lines[line]..byte].chars().count() + 1)
    }

    /// What to mark in a line: one character, or all that is written in it.
    fn mark(&self, line: usize, column: Option<usize>) -> Option<Range<usize>> {
        let range = self.line(line.checked_sub(1)?)?;
        let text = &self.text[range.clone()];
        let (begin, end) = match column {
            Some(column) => {
                let mut characters = text.char_indices().skip(column.saturating_sub(1)).map(|(index, _)| index);
                let begin = characters.next().unwrap_or(text.len());
                (begin, characters.next().unwrap_or(text.len()))
            }
            None => (text.len() - text.trim_start().len(), text.trim_end().len()),
        };
        Some(range.start + begin.min(end)..range.start + end)
    }
}
