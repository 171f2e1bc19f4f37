//! Markdown as blocks: nothing of it is run or fetched, what is unsafe is shown to the letter, and lists keep their numbers.

use std::iter::Peekable;
use std::mem::take;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, OffsetIter, Parser, Tag, TagEnd};

use super::depths::{self, Found};
use super::links::{destination, is_page, mailto};
use super::paragraph::Paragraph;
use super::pasted::{OPTIONS, Pasted, front};
use super::written::{DEEPEST, Piece, Text};
use super::{Block, Entry, Span, Style};

pub(super) fn read(source: &str) -> Text {
    let (front, source) = front(source);
    let mut pasted = Pasted::of(&source);
    let source = take(&mut pasted.source);
    let mut reader = Reader {
        source: &source,
        pasted,
        events: Parser::new_ext(&source, OPTIONS).into_offset_iter().peekable(),
        open: Vec::new(),
        lists: Vec::new(),
        rows: Vec::new(),
        cell: 0,
        paragraph: Paragraph::default(),
        found: Vec::new(),
    };
    while let Some((event, range)) = reader.events.next() {
        reader.read(event, range);
    }
    let mut text = depths::text(reader.found);
    text.pieces.splice(0..0, front.map(|front| Piece::Block(Block::Code(front.into()))));
    text
}

struct Reader<'a> {
    source: &'a str,
    pasted: Pasted<'a>,
    events: Peekable<OffsetIter<'a>>,
    /// Quotes that have not ended, and entries with their marks.
    open: Vec<(Option<String>, Vec<Block>)>,
    /// Lists that have not ended.
    lists: Vec<Vec<Entry>>,
    rows: Vec<Vec<Vec<Span>>>,
    /// Where the last cell of the row ended.
    cell: usize,
    paragraph: Paragraph,
    found: Vec<Found>,
}

impl Reader<'_> {
    fn read(&mut self, event: Event, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) => self.paragraph.add(&text),
            Event::SoftBreak | Event::HardBreak => self.paragraph.add("\n"),
            Event::Code(code) => self.paragraph.literal(&code, Some(Style::Code)),
            Event::Rule => self.close(),
            // HTML, and the name of a footnote.
            _ => self.paragraph.literal(&self.source[range], None),
        }
    }

    fn start(&mut self, tag: Tag, range: Range<usize>) {
        match tag {
            Tag::Paragraph | Tag::TableCell => {}
            Tag::Emphasis => self.paragraph.start_style(Style::Emphasis),
            Tag::Strong => self.paragraph.start_style(Style::Strong),
            Tag::Link { link_type: LinkType::Email, dest_url, .. } => self.link(Some(mailto(&dest_url)), range),
            Tag::Link { dest_url, .. } => self.link(destination(&dest_url), range),
            Tag::Image { dest_url, .. } => {
                let around = self.paragraph.link();
                self.link(destination(&dest_url).filter(|link| is_page(link)).map(|own| around.unwrap_or(own)), range);
            }
            Tag::TableHead | Tag::TableRow => self.rows.push(vec![]),
            _ => {
                self.close();
                match tag {
                    Tag::List(_) => self.lists.push(vec![]),
                    Tag::Item => self.item(range),
                    Tag::BlockQuote(_) => self.open.push((None, vec![])),
                    Tag::FootnoteDefinition(name) => self.paragraph.literal(&format!("[^{name}]: "), None),
                    _ => {}
                }
            }
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong => {
                self.paragraph.end_style();
            }
            TagEnd::Link | TagEnd::Image => {
                self.paragraph.end_link();
            }
            TagEnd::Heading(level) => self.heading(level as usize, range),
            TagEnd::CodeBlock => {
                let code = self.paragraph.take_text();
                self.add(Block::Code(code.trim_end_matches('\n').into()));
            }
            TagEnd::TableCell => {
                let cell = self.paragraph.take();
                self.cell = range.end;
                if let Some(row) = self.rows.last_mut() {
                    row.push(cell);
                }
            }
            TagEnd::TableHead | TagEnd::TableRow => self.row(range),
            TagEnd::Table => {
                let rows = take(&mut self.rows);
                self.add(Block::Table(rows));
            }
            _ => {
                self.close();
                let is_deep = self.open.len() > DEEPEST;
                match tag {
                    TagEnd::Item => {
                        let (mark, blocks) = self.open.pop().unwrap_or_default();
                        if let Some(list) = self.lists.last_mut() {
                            list.push(Entry { mark, blocks });
                        }
                    }
                    TagEnd::List(_) => {
                        let list = self.lists.pop().unwrap_or_default();
                        let flat = |entry: Entry| entry.mark.map(Block::text).into_iter().chain(entry.blocks);
                        if is_deep {
                            list.into_iter().flat_map(flat).for_each(|block| self.add(block))
                        } else {
                            self.add(Block::List(list))
                        }
                    }
                    TagEnd::BlockQuote(_) => {
                        let (_, blocks) = self.open.pop().unwrap_or_default();
                        if is_deep {
                            blocks.into_iter().for_each(|block| self.add(block))
                        } else {
                            self.add(Block::Quote(blocks))
                        }
                    }
                    _ => {}
                }
            }
        }
    }

    fn add(&mut self, block: Block) {
        match self.open.last_mut() {
            Some((_, blocks)) => blocks.push(block),
            None => self.found.push(Found::Block(block)),
        }
    }

    /// Ends a paragraph, if one is open.
    fn close(&mut self) {
        let spans = self.paragraph.take();
        if !spans.is_empty() {
            self.add(Block::Text(spans));
        }
    }

    fn heading(&mut self, signs: usize, range: Range<usize>) {
        let spans = self.paragraph.take();
        let title: String = spans.iter().map(|span| &*span.text).collect();
        let line = self.pasted.places.line(range.start);
        if title.is_empty() {
            // Signs alone head nothing.
        } else if self.open.is_empty() {
            let signs = (!self.pasted.headings[line]).then_some(signs);
            self.found.push(Found::Heading { at: line + 1, signs, title: title.replace('\n', " ") });
        } else {
            // In a quote or a list it is no part of the document.
            self.add(Block::Text(spans.into_iter().map(|span| Span { style: Some(Style::Strong), ..span }).collect()));
        }
    }

    /// An entry begins with the number that is written there; Markdown would count anew.
    fn item(&mut self, range: Range<usize>) {
        let item = &self.source[range.start..];
        let digits = item.bytes().take_while(u8::is_ascii_digit).count();
        let number = || (digits > 0).then(|| item.get(..=digits).map(Into::into)).flatten();
        let line = self.pasted.places.line(range.start);
        let sign = self.pasted.signs.get_mut(line).and_then(Option::take).map(Into::into);
        self.open.push((sign.or_else(number), vec![]));
    }

    /// Markdown leaves out the cells that the first row has none for; here they stay, as text.
    fn row(&mut self, range: Range<usize>) {
        let rest = self.source.get(self.cell..range.end).unwrap_or_default();
        let rest = rest.trim_matches(|c: char| c == '|' || c.is_whitespace());
        if let Some(row) = self.rows.last_mut().filter(|_| !rest.is_empty()) {
            row.push(vec![Span::plain(rest)]);
        }
    }

    /// A link that leads nowhere safe, or has no words, is shown as it is written.
    fn link(&mut self, link: Option<String>, range: Range<usize>) {
        let has_words = !matches!(self.events.peek(), Some((Event::End(_), _)));
        if let Some(link) = link.filter(|_| has_words) {
            self.paragraph.start_link(link);
            return;
        }
        self.paragraph.literal(&self.source[range], None);
        let mut depth = 1;
        while depth > 0 {
            match self.events.next() {
                Some((Event::Start(_), _)) => depth += 1,
                Some((Event::End(_), _)) => depth -= 1,
                Some(_) => {}
                None => return,
            }
        }
    }
}
