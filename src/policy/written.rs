//! The owner's own text as a document, and the headings as they were written: what it says is shown, and never mended.

use super::Document;

/// In which form a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Markdown (CommonMark), in a `.md` file.
    Markdown,
    /// Plain text as people paste it from their site, in a `.txt` file.
    Plain,
}

/// The owner's text, read.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    /// What visitors are shown.
    pub document: Document,
    /// The sections' headings, in the same order as `document.sections`.
    pub headings: Vec<Heading>,
}

/// A text of the owner's: the file, what stands in it, and what the reader made of it.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnText {
    /// The file's name, as the site file has it.
    pub file: String,
    /// What stands in it.
    pub source: String,
    /// What it says.
    pub written: Written,
}

/// A heading as it was written.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// The line of the source that it stands on, from 1.
    pub line: usize,
    /// Its number, such as `[2, 1]` for "2.1"; empty where it has none.
    pub number: Vec<u32>,
    /// Its words, without the number.
    pub words: String,
    /// Whether neither text nor a heading of a lower level stands under it.
    pub is_empty: bool,
}

impl Written {
    /// Stub.
    pub fn read(source: &str, _form: Form) -> Self {
        let _ = source;
        todo!()
    }
}
