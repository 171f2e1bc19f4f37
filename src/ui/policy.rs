//! The policy, drawn: contents, sections, paragraphs, lists. The page and the dialog show the same from the same document.

use yew::prelude::*;

use super::items::items;
use super::pieces::{Room, Whole, pieces};
use super::services::services;
use super::{Declared, Shared};
use crate::policy::{Block, Document, Entry, REQUEST_PAGE, Section, Span, Style};
use crate::words::Word;

/// Where a policy is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// On a page of its own, below its `h1`.
    #[cfg_attr(not(feature = "compile"), allow(dead_code, reason = "the app draws no pages"))]
    Page,
    /// In the dialog, below its `h2`, beside ids of the notice's.
    Dialog,
}

impl Place {
    fn id(self, anchor: &str) -> String {
        match self {
            Self::Page => anchor.to_owned(),
            Self::Dialog => format!("policy-{anchor}"),
        }
    }

    fn heading(self, level: u8) -> &'static str {
        match level + u8::from(self == Self::Dialog) {
            2 => "h2",
            3 => "h3",
            4 => "h4",
            5 => "h5",
            _ => "h6",
        }
    }

    /// The heading of an entry of a declared list, one level below that of a part.
    pub fn of_entry(self) -> &'static str {
        self.heading(3)
    }
}

/// A whole policy. The first paragraphs stand before the contents.
pub(super) fn policy(declared: &Shared, document: &Shared<Document>, place: Place, room: &Room) -> Html {
    let parts = document.sections.iter().filter(|section| section.level == 2);
    let contents = parts.map(|Section { anchor, title, .. }| {
        html! { <li><a href={format!("#{}", place.id(anchor))}>{ title }</a></li> }
    });
    let sections = document.sections.iter().enumerate().map(|(number, section)| {
        let heading = html! {
            <@{place.heading(section.level)} id={place.id(&section.anchor)} tabindex="-1">{ &section.title }</@>
        };
        html! { <>{ heading }{ drawn(declared, document, Some(number), place, room) }</> }
    });
    html! {
        <div class="policy" lang={document.language.as_ref().map(ToString::to_string)}>
            { drawn(declared, document, None, place, room) }
            <nav aria-label={declared.say(Word::DetailsContents).to_owned()}><ul>{ for contents }</ul></nav>
            { for sections }
        </div>
    }
}

/// The blocks of a section, in pieces; the declared lists among them have pieces of their own.
fn drawn(declared: &Shared, document: &Shared<Document>, section: Option<usize>, place: Place, room: &Room) -> Html {
    let blocks = section.map_or(&document.lead, |section| &document.sections[section].blocks);
    let whole = Whole::Blocks(document.clone(), section, place);
    let is_declared = |block: &Block| matches!(block, Block::Items | Block::Services);
    let (mut drawn, mut from) = (Vec::new(), 0);
    for stretch in blocks.split_inclusive(is_declared) {
        let to = from + stretch.len();
        let last = stretch.last().filter(|block| is_declared(block));
        drawn.push(pieces(declared, room, &whole, from..to - usize::from(last.is_some())));
        drawn.extend(last.map(|block| match block {
            Block::Services => services(declared, place, room),
            _ => items(declared, place, room, Html::default()),
        }));
        from = to;
    }
    drawn.into_iter().collect()
}

/// Blocks one after the other.
pub(super) fn blocks(declared: &Declared, place: Place, blocks: &[Block]) -> Html {
    blocks.iter().map(|block| self::block(declared, place, block)).collect()
}

fn block(declared: &Declared, place: Place, block: &Block) -> Html {
    match block {
        Block::Text(text) => html! { <p>{ spans(declared, place, text) }</p> },
        Block::List(entries) => {
            // A sign that was written is text; it takes the place of the dot.
            let class = entries.iter().any(|entry| entry.mark.is_some()).then_some("marked");
            html! { <ul {class}>{ for entries.iter().map(|entry| self::entry(declared, place, entry)) }</ul> }
        }
        Block::Quote(quoted) => html! { <blockquote>{ blocks(declared, place, quoted) }</blockquote> },
        Block::Code(text) => html! { <pre>{ text }</pre> },
        Block::Table(rows) => {
            let row = |(number, cells): (usize, &Vec<Vec<Span>>)| {
                let cell = if number == 0 { "th" } else { "td" };
                html! { <tr>{ for cells.iter().map(|text| html! { <@{cell}>{ spans(declared, place, text) }</@> }) }</tr> }
            };
            html! { <table>{ for rows.iter().enumerate().map(row) }</table> }
        }
        // They have pieces of their own.
        Block::Items | Block::Services => Html::default(),
    }
}

fn entry(declared: &Declared, place: Place, entry: &Entry) -> Html {
    let mark = entry.mark.as_ref().map(|mark| html! { <span class="mark">{ format!("{mark} ") }</span> });
    let (first, rest) = match entry.blocks.split_first() {
        Some((Block::Text(text), rest)) => (spans(declared, place, text), rest),
        _ => (Html::default(), entry.blocks.as_slice()),
    };
    html! { <li>{ mark }{ first }{ blocks(declared, place, rest) }</li> }
}

fn spans(declared: &Declared, place: Place, spans: &[Span]) -> Html {
    spans.iter().map(|span| self::span(declared, place, span)).collect()
}

fn span(declared: &Declared, place: Place, span: &Span) -> Html {
    let text = &span.text;
    let text = match span.style {
        None => html! { { text } },
        Some(Style::Strong) => html! { <strong>{ text }</strong> },
        Some(Style::Emphasis) => html! { <em>{ text }</em> },
        Some(Style::Code) => html! { <code>{ text }</code> },
        Some(Style::Unstated) => html! { <span class="unstated">{ text }</span> },
    };
    let Some(link) = &span.link else { return text };
    let own = link.strip_prefix('#').map(|anchor| format!("#{}", place.id(anchor)));
    let href = if link == REQUEST_PAGE { declared.pages.rights.clone() } else { own.unwrap_or_else(|| link.clone()) };
    // Another site learns neither where its visitor comes from nor how to reach this page.
    let rel = link.starts_with("http").then_some("noopener noreferrer");
    html! { <a {href} {rel}>{ text }</a> }
}
