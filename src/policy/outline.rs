//! An owner's text as its reader leaves it: blocks, and headings with the depth of each.

use super::Block;

/// How deep quotes and lists nest; what is deeper continues the last. A page could show more, a reader could not follow.
pub(super) const DEEPEST: usize = 8;

/// A text as its reader found it, piece by piece.
#[derive(Debug, Default)]
pub(super) struct Outline {
    pub title: Option<String>,
    pub entries: Vec<OutlineEntry>,
}

#[derive(Debug)]
pub(super) enum OutlineEntry {
    /// A heading, as deep as it says that it is: 1 is a part of the document.
    Heading {
        at: usize,
        depth: usize,
        title: String,
        /// What else it is called.
        ids: Vec<String>,
    },
    Block(Block),
}
