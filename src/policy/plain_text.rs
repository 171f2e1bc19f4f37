//! Plain text as people paste it from their site, line by line: every line stays, once, in its place and with its number.

use super::drawn_headings::DrawnHeadings;
use super::lines::{Line, Start, are_paragraphs, width};
use super::links::linked;
use super::numbered_headings::headings;
use super::numbers::{ENDS, digit, has_date, is_short};
use super::outline::{DEEPEST, Outline, OutlineEntry};
use super::{Block, Entry, TextFormat};

pub(super) fn read(source: &str) -> Outline {
    let DrawnHeadings { source, depths } = DrawnHeadings::of(source);
    let lines = Line::all(&source);
    let headings = headings(&lines, TextFormat::Plain);
    let are_paragraphs = are_paragraphs(&lines);
    let mut reader = Reader::default();
    // The depth of the last heading with a number: one without a number is a part of it.
    let mut depth = 0;
    for (at, line) in lines.iter().enumerate() {
        match &line.start {
            _ if at == 0 && is_title(&lines, are_paragraphs) => reader.text.title = Some(line.text.into()),
            Start::Words if depths[line.at - 1].is_some() => {
                depth = depths[line.at - 1].unwrap_or(1);
                reader.heading(line, depth);
            }
            Start::Number(number) if headings[at] || depths[line.at - 1].is_some() => {
                depth = number.parts.len();
                reader.heading(line, depth);
            }
            Start::Number(number) => reader.entry(line.indent, number.mark, number.words),
            Start::Sign(sign, words) => reader.entry(line.indent, sign, words),
            Start::Words if at > 0 && reader.takes(line, lines[at - 1].text) => {}
            Start::Words if is_heading(&lines, at, &headings, are_paragraphs) => reader.heading(line, depth + 1),
            Start::Words => {
                reader.close();
                reader.open = Open::Text(line.text.into());
            }
        }
    }
    reader.close();
    reader.text
}

/// A short first line is the title of the whole, if more follows and it is no date and no sentence, nor the beginning of one.
fn is_title(lines: &[Line], are_paragraphs: bool) -> bool {
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

/// Whether a line without a number is a heading: short and capital (in scripts that have capitals), after a sentence, a list, a
/// heading or an empty line, and over something longer, a list or an address. Between empty lines it is one over anything. What
/// has a colon or a date says something itself ("Stand: 2026"), and what follows a colon belongs to it, such as an address.
fn is_heading(lines: &[Line], at: usize, headings: &[bool], are_paragraphs: bool) -> bool {
    let line = &lines[at];
    let Some(next) = lines.get(at + 1) else { return false };
    // Under the title, or under a date in its place; but a first line may also be the beginning of a sentence.
    let is_top = at == 1 && (is_title(lines, are_paragraphs) || is_short(lines[0].text, 60) && !is_label(&lines[0]));
    let begins = at.checked_sub(1).is_none_or(|before| {
        let is_list = !matches!(lines[before].start, Start::Words);
        let text = lines[before].text;
        !text.ends_with([':', '：']) && (is_top || line.is_apart || is_list || text.ends_with(ENDS))
    });
    let is_name = line.text.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase()) && is_label(line);
    if is_before_colon(line) {
        return (line.is_apart || is_top) && is_over_what_it_names(line, next);
    }
    if !begins || !is_name {
        return false;
    }
    // The lines of an address may all stand apart: the first is the heading, and the others are none.
    let is_first = at < 2 || !(line.is_apart && lines[at - 1].is_apart && is_label(&lines[at - 1]));
    let is_longer = width(next.text) > width(line.text) && (width(next.text) > 60 || next.text.ends_with(ENDS));
    match next.start {
        _ if !next.is_apart && is_address(line.text, next.text) => is_first,
        _ if next.goes_on(line.text) => false,
        Start::Sign(..) | Start::Number(_) => !headings[at + 1],
        Start::Words if next.is_apart => {
            let stands_apart = (line.is_apart || is_top || at == 0) && !line.text.ends_with(|c| digit(c).is_some());
            is_longer || stands_apart && is_first && !is_street(lines, at + 1)
        }
        // A line that has ended, with a question, is whole. Another may be broken off, but none is so far before its end.
        Start::Words => {
            let is_whole = (are_paragraphs || width(line.text) * 3 < width(next.text))
                && !next.text.starts_with(|c| digit(c).is_some());
            is_longer && (is_whole || line.text.ends_with(ENDS))
        }
    }
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

/// What the next line may still belong to.
#[derive(Default)]
enum Open<'a> {
    #[default]
    Nothing,
    Text(String),
    List(Vec<Item<'a>>),
}

struct Item<'a> {
    indent: usize,
    mark: &'a str,
    text: String,
}

#[derive(Default)]
struct Reader<'a> {
    text: Outline,
    open: Open<'a>,
}

impl<'a> Reader<'a> {
    fn heading(&mut self, line: &Line, depth: usize) {
        self.close();
        self.text.entries.push(OutlineEntry::Heading { at: line.at, depth, title: line.text.into(), ids: vec![] });
    }

    fn entry(&mut self, indent: usize, mark: &'a str, words: &str) {
        if !matches!(self.open, Open::List(_)) {
            self.close();
            self.open = Open::List(Vec::new());
        }
        if let Open::List(items) = &mut self.open {
            items.push(Item { indent, mark, text: words.into() });
        }
    }

    /// Takes a line that continues what is open: a sentence, or an entry that it is indented under.
    fn takes(&mut self, line: &Line, before: &str) -> bool {
        let text = match &mut self.open {
            Open::Text(text) if line.goes_on(before) => text,
            Open::List(items) => match items.last_mut() {
                Some(item) if !line.is_apart && line.indent > item.indent || line.goes_on(before) => &mut item.text,
                _ => return false,
            },
            _ => return false,
        };
        text.push('\n');
        text.push_str(line.text);
        true
    }

    fn close(&mut self) {
        let block = match std::mem::take(&mut self.open) {
            Open::Nothing => return,
            Open::Text(text) => Block::Text(linked(&text, None)),
            Open::List(items) => Block::List(nested(items)),
        };
        self.text.entries.push(OutlineEntry::Block(block));
    }
}

/// Entries under the entries that they are indented deeper than.
fn nested(items: Vec<Item>) -> Vec<Entry> {
    let mut lists: Vec<(usize, Vec<Entry>)> = Vec::new();
    for Item { indent, mark, text } in items {
        while lists.len() > 1 && lists.last().is_some_and(|(deeper, _)| *deeper > indent) {
            fold(&mut lists);
        }
        let entry = Entry { mark: Some(mark.into()), blocks: vec![Block::Text(linked(&text, None))] };
        let is_full = lists.len() == DEEPEST;
        match lists.last_mut() {
            Some((above, list)) if indent <= *above || is_full => {
                *above = indent.min(*above);
                list.push(entry);
            }
            _ => lists.push((indent, vec![entry])),
        }
    }
    while lists.len() > 1 {
        fold(&mut lists);
    }
    lists.pop().map(|(_, list)| list).unwrap_or_default()
}

/// Puts the innermost list under the last entry of the list around it.
fn fold(lists: &mut Vec<(usize, Vec<Entry>)>) {
    let Some((_, list)) = lists.pop() else { return };
    if let Some(entry) = lists.last_mut().and_then(|(_, around)| around.last_mut()) {
        entry.blocks.push(Block::List(list));
    }
}
