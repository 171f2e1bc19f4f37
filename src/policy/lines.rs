//! A text by its lines: how each begins, and which of those that begin with a number are headings.

use std::collections::HashMap;

use super::Form;
use super::numbers::{ENDS, Number, begins_small};

/// Bullets that begin an entry wherever they begin a line.
const BULLETS: [char; 17] =
    ['•', '◦', '‣', '▪', '▫', '●', '○', '■', '□', '·', '∙', '➢', '➤', '✓', '✔', '⁃', '\u{F0B7}'];
/// Signs that begin an entry only where a space follows.
const DASHES: [char; 5] = ['-', '–', '—', '−', '*'];

/// A line that is not empty.
#[derive(Debug)]
pub(super) struct Line<'a> {
    /// Its place in the source, from 1.
    pub at: usize,
    /// The width of the space before it.
    pub indent: usize,
    /// Whether an empty line stands before it.
    pub is_apart: bool,
    /// The line itself, without the space around it.
    pub text: &'a str,
    /// How it begins.
    pub start: Start<'a>,
}

/// How a line begins.
#[derive(Debug)]
pub(super) enum Start<'a> {
    /// With a bullet or a letter such as "a)", and what stands after it.
    Sign(&'a str, &'a str),
    /// With a number.
    Number(Number<'a>),
    /// With neither.
    Words,
}

impl<'a> Line<'a> {
    /// The lines of a text that are not empty. Lines end with `\n`.
    pub fn all(source: &'a str) -> Vec<Self> {
        let mut is_apart = false;
        let lines = source.split('\n').zip(1..).filter_map(|(line, at)| {
            let text = line.trim();
            let is_apart = std::mem::replace(&mut is_apart, text.is_empty());
            let space = line.chars().take_while(|c| c.is_whitespace());
            let indent = space.map(|c| if c == '\t' { 4 } else { 1 }).sum();
            (!text.is_empty()).then(|| Line { at, indent, is_apart, text, start: Start::of(text) })
        });
        lines.collect()
    }

    /// Whether it goes on with the sentence of the line before: directly under it, in small letters, where that did not end.
    pub fn goes_on(&self, before: &str) -> bool {
        !self.is_apart
            && matches!(self.start, Start::Words)
            && self.text.starts_with(char::is_lowercase)
            && !before.ends_with(ENDS)
    }

    fn number(&self) -> Option<&Number<'a>> {
        if let Start::Number(number) = &self.start { Some(number) } else { None }
    }

    fn single(&self) -> Option<&Number<'a>> {
        self.number().filter(|number| number.is_single())
    }
}

impl<'a> Start<'a> {
    fn of(text: &'a str) -> Self {
        let sign = bullet(text).or_else(|| lettered(text));
        let number = || Number::of(text).map_or(Self::Words, Self::Number);
        sign.map_or_else(number, |(sign, words)| Self::Sign(sign, words))
    }
}

/// Where the lines of a text begin.
#[derive(Debug)]
pub(super) struct Places(Vec<usize>);

impl Places {
    /// Of lines that a `\n` is put between.
    pub fn of(lines: &[impl AsRef<str>]) -> Self {
        let starts = lines.iter().scan(0, |next, line| {
            let start = *next;
            *next += line.as_ref().len() + 1;
            Some(start)
        });
        Self(starts.collect())
    }

    /// The line that holds this byte, from 0.
    pub fn line(&self, byte: usize) -> usize {
        self.0.partition_point(|start| *start <= byte) - 1
    }
}

/// Which lines are headings by their number.
///
/// A line of number and short title is a heading, unless it is an entry of a list: numbers of one part that count up with nothing
/// between them are a list where the line before ends with a colon, or where they are written "1)"; in Markdown always. A line is
/// also an entry where it stands once more further down, as in a table of contents, or deeper than the entry directly before it.
pub(super) fn headings(lines: &[Line], form: Form) -> Vec<bool> {
    let mut headings = vec![false; lines.len()];
    let mut start = 0;
    while start < lines.len() {
        let end = run(lines, start, form);
        let is_list = end - start > 1 && is_list(lines, start, form);
        for at in start..end {
            let is_small = end - start > 1 && lines[at].number().is_some_and(|number| begins_small(number.words));
            headings[at] =
                !is_list && !is_small && can_be_heading(lines, at, form) && !goes_on_a_list(lines, &headings, at, form);
        }
        start = end;
    }
    let last: HashMap<_, _> = lines.iter().zip(0..).map(|(line, at)| (line.text, at)).collect();
    let again = |at: usize| lines.get(at).is_some_and(|line| line.number().is_some() && last[line.text] > at);
    for (at, is_heading) in headings.iter_mut().enumerate() {
        *is_heading &= !(again(at) && (again(at + 1) || at > 0 && again(at - 1)));
    }
    headings
}

/// The end of the run of numbers of one part that begins here.
fn run(lines: &[Line], start: usize, form: Form) -> usize {
    // A number that the next line divides ("2." before "2.1") is a heading, and no part of a run.
    let single = |at: usize| {
        let number = lines.get(at)?.single()?.parts[0];
        let divided =
            lines.get(at + 1).and_then(Line::number).is_some_and(|next| next.parts[0] == number && !next.is_single());
        (!divided).then_some(number)
    };
    let follows = |at: usize| match (single(at - 1), single(at), form) {
        // Markdown's lists may be numbered "1." throughout, and loose in one place.
        (Some(before), Some(number), Form::Markdown) => number >= before,
        (Some(before), Some(number), Form::Plain) => {
            let (line, first, second) = (&lines[at], &lines[start], &lines[start + 1]);
            number > before && line.indent == first.indent && line.is_apart == second.is_apart
        }
        _ => false,
    };
    (start + 1..).find(|at| !follows(*at)).unwrap_or(lines.len())
}

fn is_list(lines: &[Line], start: usize, form: Form) -> bool {
    let first = &lines[start];
    let is_announced = start > 0 && lines[start - 1].text.ends_with([':', '：']);
    let begins = first.number().is_some_and(|number| number.parts == [1]);
    let has_bracket = first.number().is_some_and(|number| number.mark.ends_with([')', '）']));
    form == Form::Markdown || has_bracket || is_announced && begins
}

fn can_be_heading(lines: &[Line], at: usize, form: Form) -> bool {
    let line = &lines[at];
    let Some(number) = line.number().filter(|number| number.is_short()) else { return false };
    // A long line that the next one goes on with is the beginning of a sentence.
    let next = lines.get(at + 1);
    let is_cut = line.text.chars().count() >= 50 && next.is_some_and(|next| next.goes_on(line.text));
    let before = at.checked_sub(1).map(|before| &lines[before]);
    let is_inside = !line.is_apart
        && before.is_some_and(|before| !matches!(before.start, Start::Words) && before.indent < line.indent);
    // In Markdown, what is indented belongs to the entry above it.
    let is_entry =
        form == Form::Markdown && (line.indent > 0 || next.is_some_and(|next| number.is_single() && next.indent > 1));
    !is_cut && !is_inside && !is_entry
}

/// Whether this is the next entry of a list of Markdown: only what is indented stands between it and an entry.
fn goes_on_a_list(lines: &[Line], headings: &[bool], at: usize, form: Form) -> bool {
    let before = lines[..at].iter().rposition(|line| line.indent < 2);
    form == Form::Markdown
        && before.is_some_and(|before| before + 1 < at && lines[before].single().is_some() && !headings[before])
}

fn bullet(text: &str) -> Option<(&str, &str)> {
    let first = text.chars().next()?;
    let (sign, rest) = text.split_at(first.len_utf8());
    let words = rest.trim_start();
    let is_bullet = BULLETS.contains(&first)
        || DASHES.contains(&first) && words.len() < rest.len()
        // Word pastes its second level of bullets as the letter o.
        || first == 'o' && (rest.starts_with('\t') || rest.starts_with("  "));
    (is_bullet && !words.is_empty()).then_some((sign, words))
}

/// "a)", "(b)", "iv)" and "(1)".
fn lettered(text: &str) -> Option<(&str, &str)> {
    let open = text.strip_prefix('(');
    let (name, rest) = open.unwrap_or(text).split_once(')')?;
    let is_sign = match name.as_bytes() {
        [letter] if letter.is_ascii_lowercase() => true,
        [_, ..] if name.len() < 5 && name.bytes().all(|c| b"ivx".contains(&c)) => true,
        [_, ..] => open.is_some() && name.len() < 4 && name.bytes().all(|c| c.is_ascii_digit()),
        [] => false,
    };
    let words = rest.trim_start();
    (is_sign && words.len() < rest.len()).then(|| (&text[..text.len() - rest.len()], words))
}
