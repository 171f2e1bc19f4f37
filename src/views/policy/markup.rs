//! A policy document as the elements that draw it. The build alone does this; the app and the page draw what comes out.

use std::collections::HashSet;

use crate::policy::{Block, Document, Entry, Section, Span, Style};
use crate::site::Language;
use crate::views::builder::{Declared, Surface, element, text, within};
use crate::views::details::items_table::items_table;
use crate::views::details::services_table::services_table;
use crate::views::element::{ANCHOR, Attribute, Element};
use crate::words::Word;

/// The elements of a document.
pub(crate) fn markup(declared: &Declared, document: &Document, surface: Surface) -> Vec<Element> {
    let ids = document.sections.iter().flat_map(|section| section.also.iter().chain([&section.anchor]));
    let writer = Writer { declared, surface, ids: ids.map(String::as_str).collect() };
    let parts = document.sections.iter().filter(|section| section.level == 2);
    let list = parts.map(|Section { anchor, title, language, .. }| {
        let link = text("a", title).with(Attribute::Href, format!("#{}", writer.id(anchor)));
        within("li", vec![in_language(link, language.as_ref())])
    });
    let contents =
        within("nav", vec![within("ul", list.collect())]).with(Attribute::Label, declared.say(Word::DetailsContents));
    let mut elements = writer.blocks(&document.lead, document.language.as_ref());
    elements.push(contents);
    for section in &document.sections {
        elements.push(in_language(writer.title(section), section.language.as_ref()));
        elements.extend(writer.blocks(&section.blocks, section.language.as_ref()));
    }
    elements
}

/// The elements of some blocks that the build composed.
pub(crate) fn blocks(declared: &Declared, blocks: &[Block], surface: Surface) -> Vec<Element> {
    Writer { declared, surface, ids: HashSet::new() }.blocks(blocks, None)
}

/// An element of an owner's text that is not in the page's language.
fn in_language(element: Element, language: Option<&Language>) -> Element {
    match language {
        Some(language) => within("div", vec![element]).with(Attribute::Lang, language.to_string()),
        None => element,
    }
}

struct Writer<'a> {
    declared: &'a Declared,
    surface: Surface,
    /// Where links of the document can lead.
    ids: HashSet<&'a str>,
}

impl Writer<'_> {
    fn id(&self, anchor: &str) -> String {
        match self.surface {
            Surface::Page => anchor.to_owned(),
            Surface::Dialog => format!("policy-{anchor}"),
        }
    }

    /// A heading, with what leads to it. On the page that is a name and no id: lists of cookie notices hide whatever has an id
    /// such as `cookie-policy`, and a link leads to a name as well, and gives it the focus. The dialog is out of their reach.
    fn title(&self, section: &Section) -> Element {
        let heading = element(self.heading(section.level));
        let names = [&section.anchor].into_iter().chain(&section.also);
        match self.surface {
            Surface::Page => {
                let mut anchors: Vec<_> = names.map(|name| element(ANCHOR).with(Attribute::Anchor, name)).collect();
                // What has the focus is read out: one of them holds the words, as a link cannot hold another.
                if let Some(last) = anchors.last_mut() {
                    last.text.clone_from(&section.title);
                }
                Element { inside: anchors, ..heading }
            }
            Surface::Dialog => {
                let words = text("", &section.title);
                let named = names
                    .skip(1)
                    .fold(words, |words, also| within("span", vec![words]).with(Attribute::Id, self.id(also)));
                let heading = heading.with(Attribute::Id, self.id(&section.anchor));
                match named.name.as_str() {
                    "" => Element { text: named.text, ..heading },
                    _ => Element { inside: vec![named], ..heading },
                }
            }
        }
    }

    fn heading(&self, level: u8) -> &'static str {
        match level + u8::from(self.surface == Surface::Dialog) {
            2 => "h2",
            3 => "h3",
            4 => "h4",
            5 => "h5",
            _ => "h6",
        }
    }

    fn blocks(&self, blocks: &[Block], language: Option<&Language>) -> Vec<Element> {
        blocks.iter().flat_map(|block| self.block(block, language)).collect()
    }

    fn block(&self, block: &Block, language: Option<&Language>) -> Vec<Element> {
        let written = match block {
            Block::Text(text) => self.text("p", text),
            Block::List(entries) => {
                // A sign that was written is text; it takes the place of the dot.
                let list = within("ul", entries.iter().map(|entry| self.entry(entry)).collect());
                let is_marked = entries.iter().any(|entry| entry.mark.is_some());
                if is_marked { list.with(Attribute::Class, "marked") } else { list }
            }
            Block::Quote(quoted) => within("blockquote", self.blocks(quoted, None)),
            Block::Code(text) => self::text("pre", text),
            // A wide table scrolls by itself, and not the page with it.
            Block::Table(rows) => {
                let rows = rows.iter().enumerate().map(|row| self.row(row)).collect();
                within("figure", vec![within("table", rows)])
            }
            // The declared lists are always in the page's language.
            Block::Items => return items_table(self.declared),
            Block::Services => return services_table(self.declared),
        };
        vec![in_language(written, language)]
    }

    fn row(&self, (number, cells): (usize, &Vec<Vec<Span>>)) -> Element {
        let name = if number == 0 { "th" } else { "td" };
        within("tr", cells.iter().map(|text| self.text(name, text)).collect())
    }

    fn entry(&self, entry: &Entry) -> Element {
        // The only paragraph of an entry needs no element of its own.
        let mut element = match entry.blocks.split_first() {
            Some((Block::Text(text), rest)) => {
                let mut element = self.text("li", text);
                element.inside.extend(self.blocks(rest, None));
                element
            }
            _ => within("li", self.blocks(&entry.blocks, None)),
        };
        if let Some(mark) = &entry.mark {
            element.text.insert_str(0, &format!("{mark} "));
        }
        element
    }

    /// A run of spans; the text before the first link or emphasis is the element's own.
    fn text(&self, name: &'static str, spans: &[Span]) -> Element {
        let plain = spans.iter().take_while(|span| span.link.is_none() && span.style.is_none()).count();
        let text = spans[..plain].iter().map(|span| span.text.as_str()).collect();
        Element { text, ..within(name, spans[plain..].iter().map(|span| self.span(span)).collect()) }
    }

    fn span(&self, span: &Span) -> Element {
        let name = match span.style {
            None => "",
            Some(Style::Strong) => "strong",
            Some(Style::Emphasis) => "em",
            Some(Style::Code) => "code",
        };
        let styled = text(name, &span.text);
        let Some(link) = &span.link else { return styled };
        let own = match link.strip_prefix('#') {
            // A link to a heading that is not there is text.
            Some(anchor) if !self.ids.contains(anchor) => return styled,
            Some(anchor) => Some(format!("#{}", self.id(anchor))),
            None => None,
        };
        within("a", vec![styled]).with(Attribute::Href, own.unwrap_or_else(|| link.clone()))
    }
}
