//! The owner's own text as a document, and the headings as they were written: what it says is shown, and never fixed.

use std::collections::HashSet;

use super::anchors::Anchors;
use super::front_matter::{FrontMatter, front_matter};
use super::markdown_extensions::without_comments;
use super::numbers::Number;
use super::outline::{Outline, OutlineEntry};
use super::remarks::{self, Remark, Remarks, report_dead_links};
use super::template_tags::templates;
use super::{Document, Section, TextFormat, anchor, html, markdown, plain_text};

/// The owner's text, read.
#[derive(Clone, Debug, PartialEq)]
pub struct ParsedText {
    /// What visitors are shown.
    pub document: Document,
    /// The sections' headings, in the same order as `document.sections`.
    pub headings: Vec<Heading>,
    /// What could not be shown as it was meant.
    pub remarks: Vec<Remark>,
}

/// A text of the owner's: the file, its source, and what the reader made of it.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnText {
    /// The file's name, as the site file has it.
    pub file: String,
    /// The text itself.
    pub source: String,
    /// What it says.
    pub parsed: ParsedText,
}

/// A heading as it was written.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// Its line in the source, from 1.
    pub line: usize,
    /// Its number, such as `[2, 1]` for "2.1"; empty where it has none.
    pub number: Vec<u32>,
    /// Its words, without the number.
    pub words: String,
    /// Whether neither text nor a heading of a lower level follows it.
    pub is_empty: bool,
}

impl ParsedText {
    /// Reads a policy. No text is refused: what is not understood is a paragraph.
    pub fn read(source: &str, form: TextFormat) -> Self {
        let source = normalize_source(source);
        let mut marks = Remarks::default();
        let (front, text) = front_matter(&source);
        if let Some(front) = &front {
            marks.left_out(front.line, "front matter");
        }
        let form = form_of(&text, form);
        let Outline { title, entries } = match form {
            TextFormat::Markdown => markdown::read(&text, &mut marks),
            TextFormat::Html => html::read(&templates(&text, &mut marks), &mut marks),
            TextFormat::Plain => plain_text::read(&without_comments(&text, &mut marks)),
        };
        let title = title.or_else(|| front.as_ref().and_then(FrontMatter::title));
        let document = Document { title, ..Document::default() };
        let mut written = Self { document, headings: Vec::new(), remarks: Vec::new() };
        let mut named = Vec::new();
        let (mut anchors, mut depths) = (Anchors::new(), Vec::new());
        for piece in entries {
            let Document { lead, sections, .. } = &mut written.document;
            match piece {
                OutlineEntry::Block(block) => {
                    sections.last_mut().map_or(lead, |section| &mut section.blocks).push(block)
                }
                OutlineEntry::Heading { at, depth, title, ids } => {
                    named.push(ids);
                    // A level is the number of headings above it, so that none is left out when numbers are.
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
        give_ids(&mut written.document, named);
        accept_bare_numbers(&mut written);
        let parents: Vec<_> =
            written.headings.windows(2).zip(written.document.sections.windows(2)).map(is_parent).collect();
        for (at, heading) in written.headings.iter_mut().enumerate() {
            heading.is_empty = written.document.sections[at].blocks.is_empty() && parents.get(at) != Some(&true);
        }
        report_dead_links(&mut marks, &written.document, &source);
        remarks::report_visible_markup(&mut marks, &written.document, &source);
        written.remarks = marks.0;
        written
    }
}

/// The form that a text really has: people give HTML any ending.
fn form_of(text: &str, form: TextFormat) -> TextFormat {
    match form {
        TextFormat::Plain if html::has_blocks(text) || html::is_html(text) => TextFormat::Html,
        TextFormat::Markdown if html::is_html(text) => TextFormat::Html,
        _ => form,
    }
}

/// Gives the sections the further ids that the text has for them, where no other section has that anchor.
fn give_ids(document: &mut Document, named: Vec<Vec<String>>) {
    let mut taken: HashSet<String> = document.sections.iter().map(|section| section.anchor.clone()).collect();
    taken.extend(anchor::ALL.map(|own| own.trim_start_matches('#').to_owned()));
    for (section, ids) in document.sections.iter_mut().zip(named) {
        let is_id = |id: &String| !id.is_empty() && !id.contains(char::is_whitespace);
        section.also.extend(ids.into_iter().filter(is_id).filter(|id| taken.insert(id.clone())));
    }
}

/// "3 Contact" has a number where half of the headings begin so and none begins with "3."; "7 days" alone has none.
fn accept_bare_numbers(ParsedText { document, headings, .. }: &mut ParsedText) {
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

/// Whether the second of two headings belongs to the first: "4.1" is no part of "3.", even where it follows it directly.
fn is_parent((headings, sections): (&[Heading], &[Section])) -> bool {
    let (own, next) = (&headings[0].number, &headings[1].number);
    sections[1].level > sections[0].level && (next.len() <= own.len() || next.starts_with(own))
}

/// The source without what no page can show, and with one kind of line end: the lines keep their places.
fn normalize_source(source: &str) -> String {
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
