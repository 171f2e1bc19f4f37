//! Text pasted into a Markdown file, made Markdown: headings of number and title, bullets that it does not know.

use std::collections::HashSet;

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::TextFormat;
use super::lines::{Line, Places, Start};
use super::links::{destination, is_page};
use super::numbered_headings::headings;
use super::numbers::Number;
use super::remarks::{Remarks, Treatment};

pub(super) const OPTIONS: Options = Options::ENABLE_TABLES.union(Options::ENABLE_FOOTNOTES);

/// Markdown whose lines are where they were.
#[derive(Debug)]
pub(super) struct NormalizedMarkdown<'a> {
    /// The text.
    pub source: String,
    /// Where the lines of the owner's source begin in it.
    pub places: Places,
    /// For each line, the bullet that was written there, where Markdown has another.
    pub signs: Vec<Option<&'a str>>,
    /// For each line, whether it was made a heading.
    pub headings: Vec<bool>,
}

impl<'a> NormalizedMarkdown<'a> {
    /// Puts `#` before headings and `-` for bullets, but not in what Markdown takes to the letter, quotes or sets in a table.
    pub fn of(source: &'a str, marks: &mut Remarks) -> Self {
        let mut text: Vec<_> = source.split('\n').map(str::to_owned).collect();
        let (mut signs, mut made) = (vec![None; text.len()], vec![false; text.len()]);
        let lines = lines(source);
        // How far the outermost bullets are indented of the list that the last line belongs to.
        let mut list = None;
        for (index, (line, is_heading)) in lines.iter().zip(headings(&lines, TextFormat::Markdown)).enumerate() {
            let at = line.at - 1;
            match line.start {
                _ if is_heading => {
                    made[at] = true;
                    text[at].insert_str(0, "# ");
                }
                Start::Sign(sign, words) if is_foreign(sign) => {
                    // At most two levels: what is indented more than three spaces may be no bullet to Markdown.
                    let outer = list.get_or_insert(line.indent);
                    text[at] = format!("{}- {words}", if line.indent > *outer { "  " } else { "" });
                    signs[at] = Some(sign);
                    continue;
                }
                // Markdown would take a line directly under a bullet for a part of it.
                Start::Words
                    if list.is_some_and(|outer| line.indent <= outer) && !line.goes_on(lines[index - 1].text) =>
                {
                    text[at].insert(0, '\n');
                }
                _ if list.is_some_and(|outer| line.indent > outer) => continue,
                _ => {}
            }
            list = None;
        }
        for (at, is_named) in unused(&text) {
            if !is_named {
                // An address for links that there are none of, or a comment.
                marks.left_out(at + 1, text[at].trim());
                continue;
            }
            marks.add(at + 1, Treatment::Shown, text[at].trim());
            // Under a line of text, the next address would be text as well.
            text[at] = text[at].replacen('[', "\\[", 1) + "\n";
        }
        Self { places: Places::of(&text), source: text.join("\n"), signs, headings: made }
    }
}

/// The lines, where those that Markdown already takes as a block begin with nothing, and a number may be bold.
fn lines(source: &str) -> Vec<Line<'_>> {
    let closed = closed(source);
    let mut lines = Line::all(source);
    for line in &mut lines {
        let bold =
            line.text.strip_prefix("**").and_then(|text| text.strip_suffix("**")).filter(|text| !text.contains("**"));
        if closed[line.at - 1] {
            line.start = Start::Words;
        } else if let Some(number) = bold.and_then(Number::of) {
            line.start = Start::Number(number);
        }
    }
    lines
}

/// Whether Markdown has another bullet for it.
fn is_foreign(sign: &str) -> bool {
    !sign.is_ascii() && !["–", "—", "−"].contains(&sign)
}

/// For each line, whether it is already a block of Markdown.
fn closed(source: &str) -> Vec<bool> {
    let lines: Vec<_> = source.split('\n').collect();
    let places = Places::of(&lines);
    let mut closed = vec![false; lines.len()];
    for (event, range) in Parser::new_ext(source, OPTIONS).into_offset_iter() {
        let Event::Start(tag) = event else { continue };
        let first = places.line(range.start);
        let is_closed = matches!(
            tag,
            Tag::Heading { .. }
                | Tag::BlockQuote(_)
                | Tag::CodeBlock(_)
                | Tag::HtmlBlock
                | Tag::Table(_)
                | Tag::FootnoteDefinition(_)
        );
        if is_closed && !closed[first] {
            closed[first..=places.line(range.end.max(1) - 1)].fill(true);
        }
    }
    closed
}

/// The lines that Markdown would hide, because they look like the address of a link ("[Name]: Acme") but serve none; and whether
/// they may be text: a URL is none, and people write comments as "[//]: # (comment)".
fn unused(lines: &[String]) -> Vec<(usize, bool)> {
    let (places, source) = (Places::of(lines), lines.join("\n"));
    let mut used = HashSet::new();
    let mut events = Parser::new_ext(&source, OPTIONS).into_offset_iter();
    while let Some((event, _)) = events.next() {
        if let Event::Start(Tag::Link { id, .. } | Tag::Image { id, .. }) = event {
            let definition = events.reference_definitions().get(&id);
            used.extend(definition.filter(|it| destination(&it.dest).is_some()).map(|it| it.span.start));
        }
    }
    let is_text = |name: &str, dest: &str| {
        !is_page(dest) && !dest.starts_with(['#', '/']) && !matches!(name, "//" | "comment") && !dest.is_empty()
    };
    let all = events.reference_definitions().iter().map(|(name, it)| (it.span.start, is_text(name, &it.dest)));
    let unused = all.filter(|(start, _)| !used.contains(start));
    unused.map(|(start, is_text)| (places.line(start), is_text)).collect()
}
