//! The owner's own text as a document, and the headings as they were written: what it says is shown, and never mended.

use super::anchors::Anchors;
use super::numbers::Number;
use super::{Block, Document, Section, markdown, plain};

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

/// How deep quotes and lists nest; what is deeper continues the last. A page could show more, a reader could not follow.
pub(super) const DEEPEST: usize = 8;

/// A text as its reader found it, piece by piece.
#[derive(Debug, Default)]
pub(super) struct Text {
    pub title: Option<String>,
    pub pieces: Vec<Piece>,
}

#[derive(Debug)]
pub(super) enum Piece {
    /// A heading, as deep as it says that it is: 1 is a part of the document.
    Heading {
        at: usize,
        depth: usize,
        title: String,
    },
    Block(Block),
}

impl Written {
    /// Reads a policy. No text is refused: what is not understood is a paragraph.
    pub fn read(source: &str, form: Form) -> Self {
        let source = shown(source);
        let Text { title, pieces } = match form {
            Form::Markdown => markdown::read(&source),
            Form::Plain => plain::read(&source),
        };
        let mut written = Self { document: Document { title, ..Document::default() }, headings: Vec::new() };
        let (mut anchors, mut depths) = (Anchors::new(), Vec::new());
        for piece in pieces {
            let Document { lead, sections, .. } = &mut written.document;
            match piece {
                Piece::Block(block) => sections.last_mut().map_or(lead, |section| &mut section.blocks).push(block),
                Piece::Heading { at, depth, title } => {
                    // A level is how many headings it stands under, so that none is left out when numbers are.
                    depths.truncate(depths.iter().take_while(|above| **above < depth).count());
                    depths.push(depth);
                    let level = u8::try_from(depths.len() + 1).unwrap_or(6).min(6);
                    let (number, words) =
                        Number::of(&title).map_or((vec![], &*title), |number| (number.parts, number.words));
                    written.headings.push(Heading { line: at, number, words: words.into(), is_empty: false });
                    sections.push(Section { anchor: anchors.next(&title), title, level, ..Section::default() });
                }
            }
        }
        number_barely(&mut written);
        let parents: Vec<_> =
            written.headings.windows(2).zip(written.document.sections.windows(2)).map(is_parent).collect();
        for (at, heading) in written.headings.iter_mut().enumerate() {
            heading.is_empty = written.document.sections[at].blocks.is_empty() && parents.get(at) != Some(&true);
        }
        written
    }
}

/// "3 Contact" has a number where half of the headings begin so and none begins with "3."; "7 days" alone has none.
fn number_barely(Written { document, headings }: &mut Written) {
    let bare: Vec<_> = document.sections.iter().map(|section| Number::bare(&section.title)).collect();
    let count = bare.iter().flatten().count();
    if count < 2 || count * 2 < bare.len() || headings.iter().any(|heading| heading.number.len() == 1) {
        return;
    }
    for (heading, number) in headings.iter_mut().zip(bare) {
        if let Some(Number { parts, words, .. }) = number {
            (heading.number, heading.words) = (parts, words.to_owned());
        }
    }
}

/// Whether the second of two headings stands under the first: "4.1" is no part of "3.", even where it follows it directly.
fn is_parent((headings, sections): (&[Heading], &[Section])) -> bool {
    let (own, next) = (&headings[0].number, &headings[1].number);
    sections[1].level > sections[0].level && (next.len() <= own.len() || next.starts_with(own))
}

/// The source without what no page can show, and with one kind of line end: the lines keep their places.
fn shown(source: &str) -> String {
    let source = source.strip_prefix('\u{FEFF}').unwrap_or(source).replace("\r\n", "\n");
    let char = |c: char| match c {
        '\r' => Some('\n'),
        '\n' | '\t' => Some(c),
        // A form feed parts words, but no editor counts a line for it.
        _ if c.is_control() => c.is_whitespace().then_some(' '),
        _ => Some(c),
    };
    source.chars().filter_map(char).collect()
}
