//! The policy as a document: sections of blocks, composed or written by the owner. The build makes it, once per language; the page and the dialog
//! only draw it, so that a policy is read in no browser and looks the same in both places.

use crate::site::Language;

/// A policy.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// The language of the title and the lead, where it is not that of the page.
    pub language: Option<Language>,
    /// The heading of the whole, where the text has one.
    pub title: Option<String>,
    /// What comes before the first section.
    pub lead: Vec<Block>,
    /// The sections, in their order.
    pub sections: Vec<Section>,
}

/// A heading and what follows it, up to the next heading of any level.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Section {
    /// The id of its heading, without `#`; no other section has it.
    pub anchor: String,
    /// Further ids that lead to it.
    pub also: Vec<String>,
    /// Its language, where that is not the page's.
    pub language: Option<Language>,
    /// Its heading, with the number that was written.
    pub title: String,
    /// The heading's level: 2 for a part of the document, 3 for a part of that, up to 6. No level is left out on the way down.
    pub level: u8,
    /// What follows it.
    pub blocks: Vec<Block>,
}

/// A piece of a section.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Text(Vec<Span>),
    /// A list.
    List(Vec<Entry>),
    /// Something quoted.
    Quote(Vec<Block>),
    /// Text to the letter, line breaks included.
    Code(String),
    /// Rows of cells; the first row has the headings.
    Table(Vec<Vec<Vec<Span>>>),
    /// The declared items, as the details show them.
    Items,
    /// The declared services, as the details show them.
    Services,
}

/// An entry of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The number or sign that was written before it, as text; `None` for a list with ordinary dots.
    pub mark: Option<String>,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A piece of text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Span {
    /// The text itself. It is never markup.
    pub text: String,
    /// How it is set.
    pub style: Option<Style>,
    /// Where it leads: `https:`, `http:` or `mailto:`, a path of the same server, or `#` and an anchor of this document.
    pub link: Option<String>,
}

/// How a piece of text is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Strong importance.
    Strong,
    /// Stress.
    Emphasis,
    /// A name or a command, to the letter.
    Code,
}

impl Span {
    /// Text and nothing else.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Text that leads somewhere.
    pub fn linked(text: impl Into<String>, link: impl Into<String>) -> Self {
        Self { text: text.into(), style: None, link: Some(link.into()) }
    }
}

impl Block {
    /// A paragraph of one piece.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(vec![Span::plain(text)])
    }
}
