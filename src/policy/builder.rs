//! The blocks of a text while it is read: Markdown and HTML open and close the same things here, in any order and depth.
//!
//! HTML may leave its elements open or close what it never opened, so nothing here relies on pairs.

use std::mem::take;

use super::outline::DEEPEST;
use super::paragraph::Paragraph;
use super::source_blocks::SourceBlock;
use super::source_blocks::TopParagraph;
use super::{Block, Entry, Span, Style};

/// What is open.
enum Open {
    Quote(Vec<Block>),
    List(Vec<Entry>, Option<Count>),
    Entry(Option<String>, Vec<Block>),
}

/// How the entries of a list are counted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Count {
    pub next: i64,
    /// `1`, `a`, `A`, `i` or `I`.
    pub kind: char,
}

#[derive(Default)]
pub(super) struct Builder {
    open: Vec<Open>,
    pub(super) rows: Vec<Vec<Vec<Span>>>,
    /// How many tables are open, and whether a cell of the outermost is.
    pub(super) tables: usize,
    pub(super) in_cell: bool,
    heading: Option<(usize, usize)>,
    pub paragraph: Paragraph,
    /// The line on which what is read now begins.
    pub line: usize,
    /// Ids that stood before what is read now.
    pub ids: Vec<String>,
    pub found: Vec<SourceBlock>,
}

impl Builder {
    /// Whether what is added now is a part of the document itself, and of nothing in it.
    pub fn is_top(&self) -> bool {
        self.open.is_empty() && self.tables == 0
    }

    pub fn add(&mut self, block: Block) {
        match self.open.last_mut() {
            Some(Open::Quote(blocks) | Open::Entry(_, blocks)) => blocks.push(block),
            Some(Open::List(entries, _)) => entries.push(Entry { mark: None, blocks: vec![block] }),
            None => {
                self.give_ids();
                self.found.push(SourceBlock::Block(block));
            }
        }
    }

    /// What an id before other text leads to is the part that the text is in.
    fn give_ids(&mut self) {
        let last = self.found.iter_mut().rev().find_map(|found| match found {
            SourceBlock::Heading { ids, .. } => Some(ids),
            _ => None,
        });
        if let Some(ids) = last {
            ids.append(&mut self.ids);
        }
    }

    /// Ends a paragraph or a heading, if one is open and not empty; within a cell it is only a line.
    pub fn close(&mut self) {
        if self.heading.is_some() {
            if !self.paragraph.is_empty() {
                self.end_heading();
            }
            return;
        }
        if self.in_cell {
            return self.paragraph.part("\n");
        }
        let is_bold = self.paragraph.is_bold();
        let spans = self.paragraph.take();
        if spans.is_empty() {
            return;
        }
        if !self.is_top() {
            return self.add(Block::Text(spans));
        }
        // A bold line over the text of its own paragraph is one by itself.
        let parts = super::visual_headings::split_bold_lines(spans.clone());
        if parts.iter().all(|(_, is_head)| !is_head) {
            return self.add_paragraph(spans, is_bold);
        }
        for (spans, is_head) in parts {
            if is_head { self.add_paragraph(spans, true) } else { self.add(Block::Text(spans)) }
        }
    }

    fn add_paragraph(&mut self, spans: Vec<Span>, is_bold: bool) {
        let ids = take(&mut self.ids);
        self.found.push(SourceBlock::Paragraph(TopParagraph { at: self.line, ids, spans, is_bold }));
    }

    /// Begins a heading with that many signs.
    pub fn start_heading(&mut self, line: usize, signs: usize) {
        self.end_heading();
        self.close();
        if !self.in_cell {
            self.heading = Some((line, signs));
        }
    }

    /// Whether a heading is open.
    pub fn is_heading(&self) -> bool {
        self.heading.is_some()
    }

    pub fn end_heading(&mut self) {
        let Some((line, signs)) = self.heading.take() else { return };
        let spans = self.paragraph.take();
        self.heading_of(line, Some(signs), spans);
    }

    pub fn heading_of(&mut self, at: usize, signs: Option<usize>, spans: Vec<Span>) {
        let title: String = spans.iter().map(|span| &*span.text).collect();
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        if title.is_empty() {
            // Signs alone head nothing.
        } else if self.is_top() {
            let ids = take(&mut self.ids);
            self.found.push(SourceBlock::Heading { at, signs, title, ids });
        } else {
            // In a quote or a list it is no part of the document.
            self.add(Block::Text(spans.into_iter().map(|span| Span { style: Some(Style::Strong), ..span }).collect()));
        }
    }

    pub fn start_list(&mut self, count: Option<Count>) {
        self.close();
        self.open.push(Open::List(vec![], count));
    }

    /// Begins an entry; `mark` is what was written before it, else it is counted as its list says.
    pub fn start_entry(&mut self, mark: Option<String>) {
        self.close();
        let index = self.open.iter().rposition(|open| matches!(open, Open::List(..)));
        if let Some(index) = index {
            self.end_down_to(index + 1);
        } else {
            self.start_list(None);
        }
        let list_marker = match self.open.last_mut() {
            Some(Open::List(_, Some(count))) => {
                count.next += 1;
                Some(super::list_markers::list_marker(count.next - 1, count.kind))
            }
            _ => None,
        };
        self.open.push(Open::Entry(mark.or(list_marker), vec![]));
    }

    pub fn start_quote(&mut self) {
        self.close();
        self.open.push(Open::Quote(vec![]));
    }

    pub fn end_list(&mut self) {
        self.end(|open| matches!(open, Open::List(..)));
    }

    pub fn end_entry(&mut self) {
        self.end(|open| matches!(open, Open::Entry(..)));
    }

    pub fn end_quote(&mut self) {
        self.end(|open| matches!(open, Open::Quote(_)));
    }

    /// Ends everything.
    pub fn finish(&mut self) {
        self.end_heading();
        while self.tables > 0 {
            self.end_table();
        }
        self.close();
        self.end_down_to(0);
        self.give_ids();
    }

    /// Ends the last of that kind, and all in it.
    fn end(&mut self, is_it: impl Fn(&Open) -> bool) {
        self.end_heading();
        self.close();
        if let Some(index) = self.open.iter().rposition(is_it) {
            self.end_down_to(index);
        }
    }

    fn end_down_to(&mut self, index: usize) {
        while self.open.len() > index {
            let depth = self.open.iter().filter(|open| !matches!(open, Open::List(..))).count();
            let Some(ended) = self.open.pop() else { return };
            match ended {
                Open::Entry(mark, blocks) => match self.open.last_mut() {
                    Some(Open::List(entries, _)) => entries.push(Entry { mark, blocks }),
                    _ => self.add_all(blocks),
                },
                Open::List(entries, _) if depth > DEEPEST => {
                    let flat = |entry: Entry| entry.mark.map(Block::text).into_iter().chain(entry.blocks);
                    self.add_all(entries.into_iter().flat_map(flat));
                }
                Open::List(entries, _) if entries.is_empty() => {}
                Open::List(entries, _) => self.add(Block::List(entries)),
                Open::Quote(blocks) if depth > DEEPEST + 1 => self.add_all(blocks),
                Open::Quote(blocks) if blocks.is_empty() => {}
                Open::Quote(blocks) => self.add(Block::Quote(blocks)),
            }
        }
    }

    fn add_all(&mut self, blocks: impl IntoIterator<Item = Block>) {
        blocks.into_iter().for_each(|block| self.add(block));
    }
}
