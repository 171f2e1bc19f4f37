//! A policy document as the elements that draw it. The build alone does this; the app and the page draw what comes out.

use super::policy::{Element, Place};
use crate::policy::{Block, Document, Entry, Section, Span, Style};

/// The elements of a document; `contents` is what its table of contents is called.
pub(super) fn markup(document: &Document, contents: &str, place: Place) -> Vec<Element> {
    let writer = Writer { place };
    let parts = document.sections.iter().filter(|section| section.level == 2);
    let list = parts.map(|Section { anchor, title, .. }| {
        let link = Element { to: Some(format!("#{}", writer.id(anchor))), text: title.clone(), ..element("a") };
        within("li", vec![link])
    });
    let contents = Element { to: Some(contents.to_owned()), ..within("nav", vec![within("ul", list.collect())]) };
    let sections = document.sections.iter().flat_map(|section| {
        let to = Some(writer.id(&section.anchor));
        let heading = Element { to, text: section.title.clone(), ..element(writer.heading(section.level)) };
        [vec![heading], writer.blocks(&section.blocks)].concat()
    });
    let whole = writer.blocks(&document.lead).into_iter().chain([contents]).chain(sections);
    match &document.language {
        None => whole.collect(),
        // The declared lists are in the page's language; what stands between them is the owner's.
        Some(language) => whole.map(|element| writer.in_language(element, language.as_str())).collect(),
    }
}

struct Writer {
    place: Place,
}

impl Writer {
    fn id(&self, anchor: &str) -> String {
        match self.place {
            Place::Page => anchor.to_owned(),
            Place::Dialog => format!("policy-{anchor}"),
        }
    }

    fn heading(&self, level: u8) -> &'static str {
        match level + u8::from(self.place == Place::Dialog) {
            2 => "h2",
            3 => "h3",
            4 => "h4",
            5 => "h5",
            _ => "h6",
        }
    }

    fn in_language(&self, element: Element, language: &str) -> Element {
        if ["items", "services"].contains(&element.name.as_str()) {
            return element;
        }
        Element { to: Some(language.to_owned()), ..within("div", vec![element]) }
    }

    fn blocks(&self, blocks: &[Block]) -> Vec<Element> {
        blocks.iter().map(|block| self.block(block)).collect()
    }

    fn block(&self, block: &Block) -> Element {
        match block {
            Block::Text(text) => self.text("p", text),
            Block::List(entries) => {
                // A sign that was written is text; it takes the place of the dot.
                let marked = entries.iter().any(|entry| entry.mark.is_some()).then(|| "marked".to_owned());
                Element { to: marked, ..within("ul", entries.iter().map(|entry| self.entry(entry)).collect()) }
            }
            Block::Quote(quoted) => within("blockquote", self.blocks(quoted)),
            Block::Code(text) => Element { text: text.clone(), ..element("pre") },
            Block::Table(rows) => within("table", rows.iter().enumerate().map(|row| self.row(row)).collect()),
            Block::Items => element("items"),
            Block::Services => element("services"),
        }
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
                element.inside.extend(self.blocks(rest));
                element
            }
            _ => within("li", self.blocks(&entry.blocks)),
        };
        if let Some(mark) = &entry.mark {
            element.text.insert_str(0, &format!("{mark} "));
        }
        element
    }

    /// A run of spans; what stands before the first link or stress is the element's own text.
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
            Some(Style::Unstated) => "span",
        };
        let class = (span.style == Some(Style::Unstated)).then(|| "unstated".to_owned());
        let styled = Element { to: class, text: span.text.clone(), ..element(name) };
        let Some(link) = &span.link else { return styled };
        let own = link.strip_prefix('#').map(|anchor| format!("#{}", self.id(anchor)));
        Element { to: Some(own.unwrap_or_else(|| link.clone())), ..within("a", vec![styled]) }
    }
}

fn element(name: &'static str) -> Element {
    Element { name: name.to_owned(), ..Element::default() }
}

fn within(name: &'static str, inside: Vec<Element>) -> Element {
    Element { inside, ..element(name) }
}
