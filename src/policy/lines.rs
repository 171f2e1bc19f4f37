//! A text by its lines, and how each begins: with a bullet, a letter, a number or words.

use super::numbers::{ENDS, Number, begins_small};

/// Bullets that begin an entry wherever they begin a line.
const BULLETS: [char; 17] =
    ['•', '◦', '‣', '▪', '▫', '●', '○', '■', '□', '·', '∙', '➢', '➤', '✓', '✔', '⁃', '\u{F0B7}'];
/// Signs that begin an entry only where a space follows.
const DASHES: [char; 5] = ['-', '–', '—', '−', '*'];

/// A line that is not empty.
#[derive(Debug)]
pub(super) struct Line<'a> {
    /// Its number in the source, from 1.
    pub at: usize,
    /// The width of the space before it.
    pub indent: usize,
    /// Whether an empty line precedes it.
    pub is_apart: bool,
    /// The line itself, without the space around it.
    pub text: &'a str,
    /// How it begins.
    pub start: Start<'a>,
    /// Whether its number is a part of a sentence: "within", and under it "14. days".
    is_rest: bool,
}

/// How a line begins.
#[derive(Debug)]
pub(super) enum Start<'a> {
    /// With a bullet or a letter such as "a)", and what follows it.
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
            (!text.is_empty()).then(|| Line { at, indent, is_apart, text, start: Start::of(text), is_rest: false })
        });
        let mut lines: Vec<_> = lines.collect();
        take_rests(&mut lines);
        lines
    }

    /// Whether it goes on with the sentence of the line before: directly under it, in small letters, where that did not end.
    pub fn goes_on(&self, before: &str) -> bool {
        !self.is_apart
            && matches!(self.start, Start::Words)
            && (self.is_rest || self.text.starts_with(char::is_lowercase))
            && !before.ends_with(ENDS)
    }

    /// The number that it begins with.
    pub fn number(&self) -> Option<&Number<'a>> {
        if let Start::Number(number) = &self.start { Some(number) } else { None }
    }

    /// The number that it begins with, if that has one part.
    pub fn single(&self) -> Option<&Number<'a>> {
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

/// A number directly under words that did not end is a part of their sentence, unless it is the first or the next one: before a
/// small word ("14. days"), or where the sentence ends in the same line ("3. März erneuert. Wir").
fn take_rests(lines: &mut [Line]) {
    // The last number since the last empty line, and the last of all.
    let (mut last, mut last_of_all) = (0, 0);
    // Whether the line above is of words that go on.
    let mut is_open = false;
    for line in lines {
        last = if line.is_apart { 0 } else { last };
        if let Some((number, words)) = line.single().map(|number| (number.parts[0], number.words)) {
            let is_small = begins_small(words) && number != last + 1;
            let is_sentence = (words.contains(". ") || words.ends_with('.')) && number != last_of_all + 1;
            line.is_rest = is_open && !line.is_apart && number != 1 && (is_small || is_sentence);
            if !line.is_rest {
                (last, last_of_all) = (number, number);
            }
        }
        if line.is_rest {
            line.start = Start::Words;
        }
        is_open = matches!(line.start, Start::Words) && !line.text.ends_with(ENDS);
    }
}

/// Whether every line of a text is a paragraph, and none was broken to fit a width.
///
/// Nobody breaks lines at more than 100 characters, so lines that are longer (without their URLs) tell that none is broken, and
/// lines that go on in small letters tell the contrary: the more of them decide. A short text may have neither; there, two lines
/// of words that break off before half of the next one are headings, as no broken line is. In doubt, lines are broken.
pub(super) fn are_paragraphs(lines: &[Line]) -> bool {
    let is_long = |line: &&Line| {
        line.text.split(' ').filter(|word| !word.contains("://")).map(|word| width(word) + 1).sum::<usize>() > 101
    };
    let pairs = || lines.windows(2).map(|pair| (&pair[0], &pair[1]));
    let broken = pairs().filter(|(line, next)| matches!(line.start, Start::Words) && next.goes_on(line.text)).count();
    let breaks_off = pairs().filter(|(line, next)| {
        let are_words = matches!((&line.start, &next.start), (Start::Words, Start::Words));
        are_words && !next.is_apart && !line.text.ends_with(ENDS) && width(line.text) * 2 < width(next.text)
    });
    lines.iter().filter(is_long).count() > broken || broken == 0 && breaks_off.count() > 1
}

/// How many characters a text has.
pub(super) fn width(text: &str) -> usize {
    text.chars().count()
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
