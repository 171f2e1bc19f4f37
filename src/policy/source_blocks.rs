//! The blocks of Markdown and HTML as they are read, before it is decided which of them are headings, and how deep.

use super::{Block, Span};

/// What a text consists of.
pub(super) enum SourceBlock {
    /// A heading, with as many signs (`#`) as it has: none where only its number makes it one.
    Heading { at: usize, signs: Option<usize>, title: String, ids: Vec<String> },
    /// A paragraph of the document itself, which may be a heading.
    Paragraph(TopParagraph),
    /// Anything else.
    Block(Block),
}

/// A paragraph of the document itself.
#[derive(Debug)]
pub(super) struct TopParagraph {
    /// The line of the source on which it begins, from 1.
    pub at: usize,
    /// The ids before it.
    pub ids: Vec<String>,
    /// What it says.
    pub spans: Vec<Span>,
    /// Whether all of it is bold.
    pub is_bold: bool,
}
