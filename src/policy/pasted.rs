//! Text that was pasted into a Markdown file, set apart for Markdown: headings of number and title, bullets that it does not know.

use std::collections::HashSet;

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::Form;
use super::lines::{Line, Places, Start, headings};
use super::links::destination;
use super::numbers::Number;

pub(super) const OPTIONS: Options = Options::ENABLE_TABLES.union(Options::ENABLE_FOOTNOTES);

/// Markdown whose lines stand where they stood.
#[derive(Debug)]
pub(super) struct Pasted<'a> {
    /// The text.
    pub source: String,
    /// For each line, the bullet that was written there, where Markdown has another.
    pub signs: Vec<Option<&'a str>>,
    /// For each line, whether it was made a heading.
    pub headings: Vec<bool>,
}

impl<'a> Pasted<'a> {
    /// Puts `#` before headings and `-` for bullets, but not in what Markdown takes to the letter, quotes or sets in a table.
    pub fn of(source: &'a str) -> Self {
        let closed = closed(source);
        let mut lines = Line::all(source);
        for line in &mut lines {
            let bold = line
                .text
                .strip_prefix("**")
                .and_then(|rest| rest.strip_suffix("**"))
                .filter(|bold| !bold.contains("**"));
            if closed[line.at - 1] {
                line.start = Start::Words;
            } else if let Some(number) = bold.and_then(Number::of) {
                line.start = Start::Number(number);
            }
        }
        let mut text: Vec<_> = source.split('\n').map(str::to_owned).collect();
        let mut pasted =
            Self { source: String::new(), signs: vec![None; text.len()], headings: vec![false; text.len()] };
        // How far the outermost bullets of a list are indented.
        let mut outer = None;
        for (line, is_heading) in lines.iter().zip(headings(&lines, Form::Markdown)) {
            let at = line.at - 1;
            match line.start {
                _ if is_heading => {
                    pasted.headings[at] = true;
                    text[at].insert_str(0, "# ");
                }
                Start::Sign(sign, words)
                    if !sign.is_ascii() && !['–', '—', '−'].contains(&sign.chars().next().unwrap_or('–')) =>
                {
                    // At most two levels: what is indented more than three spaces may be no bullet to Markdown.
                    let outer = outer.get_or_insert(line.indent);
                    text[at] = format!("{}- {words}", if line.indent > *outer { "  " } else { "" });
                    pasted.signs[at] = Some(sign);
                }
                _ if line.indent == 0 => outer = None,
                _ => {}
            }
        }
        let unused = unused(&text.join("\n"));
        for at in unused {
            text[at] = text[at].replacen('[', "\\[", 1);
        }
        pasted.source = text.join("\n");
        pasted
    }
}

/// For each line, whether Markdown has set it apart already.
fn closed(source: &str) -> Vec<bool> {
    let places = Places::of(source);
    let mut closed = vec![false; places.count()];
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

/// The lines that Markdown would hide, because they look like the address of a link ("[Name]: Acme") but serve none.
fn unused(source: &str) -> HashSet<usize> {
    let places = Places::of(source);
    let mut used = HashSet::new();
    let mut events = Parser::new_ext(source, OPTIONS).into_offset_iter();
    while let Some((event, _)) = events.next() {
        if let Event::Start(Tag::Link { id, .. } | Tag::Image { id, .. }) = event {
            let definition = events.reference_definitions().get(&id);
            used.extend(definition.filter(|it| destination(&it.dest).is_some()).map(|it| it.span.start));
        }
    }
    let all = events.reference_definitions().iter().map(|(_, definition)| definition.span.start);
    all.filter(|start| !used.contains(start)).map(|start| places.line(start)).collect()
}
