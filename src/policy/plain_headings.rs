//! Which lines of plain text are headings without a number: one table of rules, of which the first that applies decides.
//!
//! A heading is short and begins with a capital (in scripts that have capitals), after a sentence, a list, a heading or an empty
//! line, and over something longer, a list or an address. Between empty lines it is one over anything.

use super::lines::{Line, Start, width};
use super::numbers::{ENDS, digit, has_date, is_short};

/// A line that may be a heading, and what is around it.
pub(super) struct Candidate<'a> {
    lines: &'a [Line<'a>],
    at: usize,
    next: &'a Line<'a>,
    /// Whether the next line is a heading by its number.
    is_over_number: bool,
    /// Whether every line of the text is a whole paragraph.
    are_paragraphs: bool,
}

/// Where a rule applies, it alone decides.
struct Rule {
    applies: fn(&Candidate) -> bool,
    is_heading: fn(&Candidate) -> bool,
}

const fn rule(applies: fn(&Candidate) -> bool, is_heading: fn(&Candidate) -> bool) -> Rule {
    Rule { applies, is_heading }
}

/// `tests/domain/plain_headings.rs` has a row for each.
const RULES: [Rule; 8] = [
    // "Contact:" over what it names.
    rule(|line| is_before_colon(line.line()), |line| line.names_what_follows()),
    // What follows a colon, or half a sentence, belongs to it.
    rule(|line| !line.begins(), |_| false),
    // What has a colon or a date says something itself ("Stand: 2026"), and a sentence is no name.
    rule(|line| !line.is_name(), |_| false),
    rule(|line| line.is_over_address(), |line| line.is_first()),
    rule(|line| line.next.goes_on(line.text()), |_| false),
    rule(|line| !matches!(line.next.start, Start::Words), |line| !line.is_over_number),
    rule(|line| line.next.is_apart, |line| line.is_over_longer() || line.is_by_itself()),
    rule(|_| true, |line| line.is_over_longer() && line.is_complete()),
];

impl<'a> Candidate<'a> {
    /// The line at that index; nothing follows the last one, so it is none.
    pub fn new(lines: &'a [Line<'a>], at: usize, numbered: &[bool], are_paragraphs: bool) -> Option<Self> {
        let next = lines.get(at + 1)?;
        Some(Self { lines, at, next, is_over_number: numbered[at + 1], are_paragraphs })
    }

    pub fn is_heading(&self) -> bool {
        RULES.iter().find(|rule| (rule.applies)(self)).is_some_and(|rule| (rule.is_heading)(self))
    }

    fn line(&self) -> &Line<'a> {
        &self.lines[self.at]
    }

    fn text(&self) -> &'a str {
        self.line().text
    }

    /// Under the title, or under a date in its place; but a first line may also be the beginning of a sentence.
    fn is_top(&self) -> bool {
        let first = &self.lines[0];
        self.at == 1 && (is_title(self.lines, self.are_paragraphs) || is_short(first.text, 60) && !is_label(first))
    }

    fn names_what_follows(&self) -> bool {
        (self.line().is_apart || self.is_top()) && is_over_what_it_names(self.line(), self.next)
    }

    fn begins(&self) -> bool {
        let Some(before) = self.at.checked_sub(1).map(|before| &self.lines[before]) else { return true };
        let is_list = !matches!(before.start, Start::Words);
        !before.text.ends_with([':', '：'])
            && (self.is_top() || self.line().is_apart || is_list || before.text.ends_with(ENDS))
    }

    fn is_name(&self) -> bool {
        self.text().starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase()) && is_label(self.line())
    }

    fn is_over_address(&self) -> bool {
        !self.next.is_apart && is_address(self.text(), self.next.text)
    }

    /// The lines of an address may all be between empty lines: the first is the heading, and the others are none.
    fn is_first(&self) -> bool {
        self.at < 2 || {
            let before = &self.lines[self.at - 1];
            !(self.line().is_apart && before.is_apart && is_label(before))
        }
    }

    fn is_over_longer(&self) -> bool {
        let next = self.next.text;
        width(next) > width(self.text()) && (width(next) > 60 || next.ends_with(ENDS))
    }

    fn is_by_itself(&self) -> bool {
        (self.line().is_apart || self.at < 1 || self.is_top())
            && !self.text().ends_with(|c| digit(c).is_some())
            && self.is_first()
            && !is_street(self.lines, self.at + 1)
    }

    /// A line that has ended, with a question, is whole. Another may be broken off, but none is so far before its end.
    fn is_complete(&self) -> bool {
        let next = self.next.text;
        let is_whole =
            (self.are_paragraphs || width(self.text()) * 3 < width(next)) && !next.starts_with(|c| digit(c).is_some());
        is_whole || self.text().ends_with(ENDS)
    }
}

/// A short first line is the title of the whole, if more follows and it is no date and no sentence, nor the beginning of one.
pub(super) fn is_title(lines: &[Line], are_paragraphs: bool) -> bool {
    let first = &lines[0];
    let is_dated = |text: &str| {
        has_date(text) || text.split_once(':').is_some_and(|(_, date)| date.contains(|c| digit(c).is_some()))
    };
    let is_whole = |next: &Line| {
        let is_free = next.is_apart || !matches!(next.start, Start::Words) || is_dated(next.text);
        !next.goes_on(first.text) && (is_free || are_paragraphs || width(first.text) * 2 < width(next.text))
    };
    matches!(first.start, Start::Words)
        && is_short(first.text, 60)
        && !is_dated(first.text)
        && lines.get(1).is_some_and(is_whole)
}

/// Whether a line is a capital name of few words and a colon, and nothing behind it.
fn is_before_colon(line: &Line) -> bool {
    let is_capital = line.text.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
    let Some(words) = line.text.strip_suffix([':', '：']).filter(|_| is_capital) else { return false };
    is_short(words, 60) && !words.contains([':', '：']) && !has_date(words) && words.split_whitespace().count() < 6
}

/// Whether what follows is what a part would say: sentences. A list or an address is only announced by more than a few words.
fn is_over_what_it_names(line: &Line, next: &Line) -> bool {
    let words = line.text.split_whitespace().count();
    match next.start {
        Start::Sign(..) | Start::Number(_) => words < 4,
        Start::Words if is_address("", next.text) => words < 2,
        Start::Words => width(next.text) > 60 || next.text.ends_with(ENDS) && !next.text.ends_with([':', '：']),
    }
}

/// Whether a line is short, no sentence, and tells no date and nothing behind a colon.
fn is_label(line: &Line) -> bool {
    matches!(line.start, Start::Words)
        && is_short(line.text, 60)
        && !line.text.contains([':', '：'])
        && !has_date(line.text)
}

/// Whether a line is an e-mail address under its heading, with or without what it is ("Email: a@b.example"). Without, words that
/// are many are a sentence that ends with the address ("If you want to know more, write to").
fn is_address(above: &str, text: &str) -> bool {
    let (label, address) = text.split_once([':', '：']).unwrap_or(("", text));
    let address = address.trim();
    let is_alone = address.contains('@') && !address.contains(char::is_whitespace) && !address.ends_with(ENDS);
    is_alone && width(label) <= 30 && (!label.is_empty() || above.split_whitespace().count() < 5)
}

/// Whether this line looks like a street, with a town under it: a name above is a part of the address.
fn is_street(lines: &[Line], at: usize) -> bool {
    let has_number = lines[at].text.contains(|c| digit(c).is_some()) && lines[at].text.contains(char::is_alphabetic);
    has_number && is_label(&lines[at]) && lines.get(at + 1).is_some_and(is_label)
}
