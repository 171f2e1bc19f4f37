//! Plain text as people paste it from their site, line by line: every line stays, once, in its place and with its number.

use super::drawn_headings::DrawnHeadings;
use super::lines::{Line, Start, are_paragraphs};
use super::links::linked;
use super::numbered_headings::headings;
use super::outline::{DEEPEST, Outline, OutlineEntry};
use super::plain_headings::{Candidate, is_title};
use super::{Block, Entry, TextFormat};

pub(super) fn read(source: &str) -> Outline {
    let DrawnHeadings { source, depths } = DrawnHeadings::of(source);
    let lines = Line::all(&source);
    let headings = headings(&lines, TextFormat::Plain);
    let are_paragraphs = are_paragraphs(&lines);
    let is_heading = |at| Candidate::new(&lines, at, &headings, are_paragraphs).is_some_and(|line| line.is_heading());
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
            Start::Words if is_heading(at) => reader.heading(line, depth + 1),
            Start::Words => {
                reader.close();
                reader.open = Open::Text(line.text.into());
            }
        }
    }
    reader.close();
    reader.text
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
