//! A whole document in HTML: its main part as blocks. What runs, asks, decorates or is hidden is left out.

use super::builder::Builder;
use super::heading_levels;
use super::html_elements::Elements;
use super::html_tokens::{Kind, Tag, Token, tokens};
use super::outline::Outline;
use super::remarks::Remarks;

/// Whether a text that is called Markdown or plain text is HTML in truth.
pub(super) fn is_html(source: &str) -> bool {
    let text = source.trim().to_lowercase();
    let begins = ["<!doctype html", "<html", "<head", "<body"].iter().any(|tag| text.starts_with(tag));
    let is_enclosed = text.starts_with('<') && text.ends_with('>');
    let ends = [
        "</p>",
        "</div>",
        "</h1>",
        "</h2>",
        "</h3>",
        "</h4>",
        "</ul>",
        "</ol>",
        "</table>",
        "</section>",
        "</article>",
    ];
    let has_blocks = ends.iter().any(|end| text.contains(end));
    // What begins a line of Markdown, and no line of HTML.
    let is_marked =
        |line: &str| ["# ", "## ", "### ", "- ", "* ", "> ", "**", "```"].iter().any(|sign| line.starts_with(sign));
    begins || is_enclosed && has_blocks && !text.lines().any(is_marked)
}

/// Whether plain text has elements of HTML: paragraphs, headings or lists that end.
pub(super) fn has_blocks(source: &str) -> bool {
    let text = source.to_lowercase();
    let pairs =
        [("<p", "</p>"), ("<h2", "</h2>"), ("<h3", "</h3>"), ("<li", "</li>"), ("<div", "</div>"), ("<h1", "</h1>")];
    pairs.iter().filter(|(start, end)| text.contains(start) && text.contains(end)).count() > 1
}

pub(super) fn read(source: &str, marks: &mut Remarks) -> Outline {
    let tokens = tokens(source);
    let main = main_part(&tokens);
    let has_main = main.is_some();
    let (first, last) = main.unwrap_or((0, tokens.len()));
    let mut elements = Elements::of(source, false);
    let mut builder = Builder::default();
    let mut skipped = Skipped::default();
    for (at, token) in tokens.iter().enumerate() {
        if (first..last).contains(&at) {
            if has_main || !skipped.takes(token, marks) {
                elements.read(token, 0, &mut builder, marks);
            }
        } else if let Kind::Text(text) = &token.kind
            && !text.trim().is_empty()
            && !is_of_head(&tokens[..at])
        {
            skipped.outside.get_or_insert(token.line + 1);
        }
    }
    if let Some(line) = skipped.outside {
        marks.left_out(line, "what is outside the main part");
    }
    builder.finish();
    let mut text = heading_levels::outline(builder.found);
    // A heading of the whole may be in the page's own head.
    if text.title.is_none() && !named(&tokens[first..last], "h1") {
        text.title = text_of(&tokens, "h1").or_else(|| text_of(&tokens, "title"));
    }
    text
}

/// A page's own foot, where nothing says what its main part is.
#[derive(Default)]
struct Skipped {
    articles: usize,
    feet: usize,
    outside: Option<usize>,
}

impl Skipped {
    fn takes(&mut self, token: &Token, marks: &mut Remarks) -> bool {
        match &token.kind {
            Kind::Start(Tag { name, .. }) if matches!(name.as_str(), "article" | "section") => self.articles += 1,
            Kind::End(name) if matches!(name.as_str(), "article" | "section") => {
                self.articles = self.articles.saturating_sub(1);
            }
            Kind::Start(Tag { name, .. }) if name == "footer" && self.articles == 0 => {
                self.feet += 1;
                marks.left_out(token.line + 1, "<footer>");
            }
            Kind::End(name) if name == "footer" && self.feet > 0 => {
                self.feet -= 1;
                return true;
            }
            _ => {}
        }
        self.feet > 0
    }
}

/// From where to where the main part goes: `<main>`, or the only `<article>`.
fn main_part(tokens: &[Token]) -> Option<(usize, usize)> {
    let is_main = |tag: &Tag| tag.name == "main" || tag.get("role") == Some("main");
    let of = |is_it: &dyn Fn(&Tag) -> bool| {
        let starts = tokens.iter().enumerate().filter_map(|(at, token)| match &token.kind {
            Kind::Start(tag) if is_it(tag) => Some((at, tag.name.as_str())),
            _ => None,
        });
        starts.collect::<Vec<_>>()
    };
    let mains = of(&is_main);
    let articles = of(&|tag| tag.name == "article");
    let (start, name) = match (&mains[..], &articles[..]) {
        ([main, ..], _) => *main,
        ([], [article]) => *article,
        _ => return None,
    };
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate().skip(start) {
        match &token.kind {
            Kind::Start(tag) if tag.name == name => depth += 1,
            Kind::End(end) if end == name => {
                depth -= 1;
                if depth == 0 {
                    return Some((start, at + 1));
                }
            }
            _ => {}
        }
    }
    None
}

/// Whether the text after these tokens is a title, a script or a style.
fn is_of_head(before: &[Token]) -> bool {
    before.last().is_some_and(|token| match &token.kind {
        Kind::Start(tag) => matches!(tag.name.as_str(), "title" | "script" | "style" | "noscript"),
        _ => false,
    })
}

fn named(tokens: &[Token], name: &str) -> bool {
    tokens.iter().any(|token| matches!(&token.kind, Kind::Start(tag) if tag.name == name))
}

/// What the first element of that name says.
fn text_of(tokens: &[Token], name: &str) -> Option<String> {
    let at = tokens.iter().position(|token| matches!(&token.kind, Kind::Start(tag) if tag.name == name))?;
    let inside = tokens[at + 1..].iter().take_while(|token| !matches!(&token.kind, Kind::End(end) if end == name));
    let texts = inside.filter_map(|token| match &token.kind {
        Kind::Text(text) => Some(text.as_str()),
        _ => None,
    });
    let text = texts.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty() && text.chars().count() < 200).then_some(text)
}
