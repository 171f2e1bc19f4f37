//! Markdown as blocks: nothing of it is run or fetched, what is unsafe is shown to the letter, and lists keep their numbers.
//! HTML in it becomes the same blocks.

use std::iter::Peekable;
use std::mem::take;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, OffsetIter, Parser, Tag, TagEnd};

use super::builder::Builder;
use super::heading_levels;
use super::html_elements::Elements;
use super::html_tokens::tokens;
use super::links::{destination, is_page, mailto};
use super::markdown_extensions::StrippedMarkdown;
use super::normalize_markdown::{NormalizedMarkdown, OPTIONS};
use super::outline::Outline;
use super::remarks::{Remarks, Treatment};
use super::{Block, Span, Style};

pub(super) fn read(source: &str, marks: &mut Remarks) -> Outline {
    let StrippedMarkdown { source, ids } = StrippedMarkdown::of(source, marks);
    let mut pasted = NormalizedMarkdown::of(&source, marks);
    let source = take(&mut pasted.source);
    let mut reader = Reader {
        source: &source,
        elements: Elements::of(&source, true),
        pasted,
        ids,
        events: Parser::new_ext(&source, OPTIONS).into_offset_iter().peekable(),
        builder: Builder::default(),
        cell: 0,
        html: None,
        marks,
    };
    while let Some((event, range)) = reader.events.next() {
        reader.read(event, range);
    }
    let mut builder = reader.builder;
    builder.finish();
    heading_levels::outline(builder.found)
}

struct Reader<'a> {
    source: &'a str,
    elements: Elements,
    pasted: NormalizedMarkdown<'a>,
    /// The ids that were written on a line, and those lines.
    ids: Vec<(usize, String)>,
    events: Peekable<OffsetIter<'a>>,
    builder: Builder,
    /// Where the last cell of the row ended.
    cell: usize,
    /// A block of HTML, and where it begins.
    html: Option<(String, usize)>,
    marks: &'a mut Remarks,
}

impl Reader<'_> {
    fn read(&mut self, event: Event, range: Range<usize>) {
        match event {
            Event::Html(html) => match &mut self.html {
                Some((block, _)) => block.push_str(&html),
                None => self.read_html(&html, range.start),
            },
            Event::InlineHtml(html) => self.read_html(&html, range.start),
            Event::Start(Tag::HtmlBlock) => self.html = Some((String::new(), range.start)),
            Event::End(TagEnd::HtmlBlock) => {
                if let Some((block, start)) = self.html.take() {
                    self.builder.close();
                    self.read_html(&block, start);
                    self.builder.close();
                }
            }
            _ if self.elements.is_skipping() => {}
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) => self.builder.paragraph.add(&text),
            Event::SoftBreak | Event::HardBreak if self.builder.is_heading() => self.builder.paragraph.part(" "),
            Event::SoftBreak | Event::HardBreak => self.builder.paragraph.part("\n"),
            Event::Code(code) => self.builder.paragraph.literal(&code, Some(Style::Code)),
            Event::Rule => self.builder.close(),
            Event::FootnoteReference(name) => self.builder.paragraph.literal(&format!("[{name}]"), None),
            _ => self.builder.paragraph.literal(&self.source[range], None),
        }
    }

    fn line(&self, at: usize) -> usize {
        self.pasted.places.line(at)
    }

    fn read_html(&mut self, html: &str, start: usize) {
        let first = self.line(start);
        for token in tokens(html) {
            self.elements.read(&token, first, &mut self.builder, self.marks);
        }
    }

    fn start(&mut self, tag: Tag, range: Range<usize>) {
        let line = self.line(range.start) + 1;
        if self.builder.paragraph.is_empty() {
            self.builder.line = line;
        }
        match tag {
            Tag::Paragraph => {}
            Tag::Emphasis => self.builder.paragraph.start_style(Style::Emphasis),
            Tag::Strong => self.builder.paragraph.start_style(Style::Strong),
            Tag::Link { link_type: LinkType::Email, dest_url, .. } => self.link(Some(mailto(&dest_url)), range),
            Tag::Link { dest_url, .. } => self.link(destination(&dest_url), range),
            Tag::Image { dest_url, .. } => {
                let around = self.builder.paragraph.link();
                self.link(destination(&dest_url).filter(|link| is_page(link)).map(|own| around.unwrap_or(own)), range);
            }
            Tag::Table(_) => self.builder.start_table(),
            Tag::TableHead | Tag::TableRow => self.builder.start_row(),
            Tag::TableCell => self.builder.start_cell(),
            Tag::Heading { .. } => self.builder.end_heading(),
            Tag::List(_) => self.builder.start_list(None),
            Tag::Item => {
                let mark = self.mark(range);
                self.builder.start_entry(mark);
            }
            Tag::BlockQuote(_) => self.builder.start_quote(),
            Tag::FootnoteDefinition(name) => {
                self.builder.close();
                self.builder.paragraph.literal(&format!("[{name}] "), None);
            }
            _ => self.builder.close(),
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Emphasis => self.builder.paragraph.end_style_of(Style::Emphasis),
            TagEnd::Strong => self.builder.paragraph.end_style_of(Style::Strong),
            TagEnd::Link | TagEnd::Image => self.builder.paragraph.end_link(),
            TagEnd::Heading(level) => self.heading(level as usize, range),
            TagEnd::CodeBlock => {
                let code = self.builder.paragraph.take_text();
                self.builder.add(Block::Code(code.trim_end_matches('\n').into()));
            }
            TagEnd::TableCell => {
                self.builder.end_cell();
                self.cell = range.end;
            }
            TagEnd::TableHead | TagEnd::TableRow => self.row(range),
            TagEnd::Table => self.builder.end_table(),
            TagEnd::Item => self.builder.end_entry(),
            TagEnd::List(_) => self.builder.end_list(),
            TagEnd::BlockQuote(_) => self.builder.end_quote(),
            TagEnd::Paragraph => {
                let line = self.builder.line;
                self.give_ids(line - 1, self.line(range.end.max(1) - 1));
                self.builder.close();
            }
            _ => self.builder.close(),
        }
    }

    /// Gives the ids that were written on these lines to what ends there.
    fn give_ids(&mut self, first: usize, last: usize) {
        let given = self.ids.iter().filter(|(line, _)| (first..=last).contains(line)).map(|(_, id)| id.clone());
        self.builder.ids.extend(given);
    }

    fn heading(&mut self, signs: usize, range: Range<usize>) {
        let line = self.line(range.start);
        self.give_ids(line, line);
        let spans = self.builder.paragraph.take();
        let signs = (!self.pasted.headings[line]).then_some(signs);
        self.builder.heading_of(line + 1, signs, spans);
    }

    /// An entry begins with the number that is written there; Markdown would renumber it.
    fn mark(&self, range: Range<usize>) -> Option<String> {
        let item = &self.source[range.start..];
        let digits = item.bytes().take_while(u8::is_ascii_digit).count();
        let number = || (digits > 0).then(|| item.get(..=digits).map(Into::into)).flatten();
        self.pasted.signs[self.line(range.start)].map(Into::into).or_else(number)
    }

    /// Markdown leaves out the cells that the first row has none for; here they stay, as text.
    fn row(&mut self, range: Range<usize>) {
        let rest = self.source.get(self.cell..range.end).unwrap_or_default();
        let rest = rest.trim_matches(|c: char| c == '|' || c.is_whitespace());
        if !rest.is_empty() {
            self.builder.add_cell(vec![Span::plain(rest)]);
        }
    }

    /// A link that leads nowhere safe, or has no words, is shown as it is written.
    fn link(&mut self, link: Option<String>, range: Range<usize>) {
        let has_words = !matches!(self.events.peek(), Some((Event::End(_), _)));
        if let Some(link) = link.filter(|_| has_words) {
            self.builder.paragraph.start_link(link);
            return;
        }
        self.marks.add(self.line(range.start) + 1, Treatment::Shown, &self.source[range.clone()]);
        self.builder.paragraph.literal(&self.source[range], None);
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
