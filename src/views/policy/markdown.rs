//! The policy as Markdown, for owners who publish it elsewhere: made of the same elements as the page, so that both say the same.

use super::markup::markup;
use crate::policy::{Document, REQUEST_PAGE};
use crate::views::builder::{Declared, Surface};
use crate::views::element::{Attribute, Element, SIGNAL};
use crate::words::Word;

/// `privacy.md`: CommonMark with tables. A link within the page becomes text, because each renderer names its headings differently.
pub fn markdown(declared: &Declared, document: &Document) -> String {
    let title = document.title.clone().unwrap_or_else(|| declared.of_site(Word::PagePrivacy));
    let elements = markup(declared, document, Surface::Page);
    let writer = Writer { request: &declared.pages.rights };
    let blocks = elements.iter().flat_map(|element| writer.block(element));
    let blocks: Vec<String> = [format!("# {}", escaped(&title))].into_iter().chain(blocks).collect();
    blocks.join("\n\n") + "\n"
}

struct Writer<'a> {
    /// The page for requests.
    request: &'a str,
}

impl Writer<'_> {
    fn block(&self, element: &Element) -> Vec<String> {
        match element.name.as_str() {
            "nav" | "button" | SIGNAL => Vec::new(),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = element.name[1..].parse().unwrap_or(2);
                vec![format!("{} {}", "#".repeat(level), self.inline(element).trim())]
            }
            "ul" if element.get(Attribute::Class).is_some_and(|class| class.contains("entries")) => {
                element.inside.iter().flat_map(|entry| self.mixed(entry)).collect()
            }
            "ul" | "ol" => vec![self.list(element)],
            "dl" => {
                let facts = element.inside.iter().map(|fact| self.fact(fact));
                let facts = facts.collect::<Vec<_>>().join("\n");
                if facts.is_empty() { Vec::new() } else { vec![facts] }
            }
            "blockquote" => {
                let quoted = self.mixed(element).join("\n\n");
                vec![
                    quoted.lines().map(|line| format!("> {line}").trim_end().to_owned()).collect::<Vec<_>>().join("\n"),
                ]
            }
            "pre" => {
                let fence = "`".repeat(longest_run(&element.text).max(2) + 1);
                vec![format!("{fence}\n{}\n{fence}", element.text.trim_end_matches('\n'))]
            }
            "table" => vec![self.table(element)],
            _ => self.mixed(element),
        }
    }

    /// The text before the first block of an element as a paragraph, then the blocks.
    fn mixed(&self, element: &Element) -> Vec<String> {
        let inline = element.inside.iter().take_while(|inside| !is_block(&inside.name)).count();
        let (first, blocks) = element.inside.split_at(inline);
        let text = escaped(&element.text) + &first.iter().map(|inside| self.span(inside)).collect::<String>();
        let text = Some(paragraph(&text)).filter(|text| !text.is_empty());
        text.into_iter().chain(blocks.iter().flat_map(|block| self.block(block))).collect()
    }

    fn list(&self, list: &Element) -> String {
        let is_marked = list.get(Attribute::Class) == Some("marked");
        let entry = |entry: &Element| {
            let (number, rest) = if is_marked { numbered(&entry.text) } else { (None, entry.text.as_str()) };
            let entry = Element { text: rest.to_owned(), ..entry.clone() };
            let mark = number.map_or("- ".to_owned(), |number| format!("{number} "));
            let indent = " ".repeat(mark.len());
            let text = self.mixed(&entry).join("\n\n");
            // A nested list follows its entry without an empty line, which would make paragraphs of all entries.
            let text = text.replace("\n\n- ", "\n- ");
            let lines: Vec<String> = text
                .lines()
                .enumerate()
                .map(|(number, line)| match (number, line) {
                    (0, line) => format!("{mark}{line}"),
                    (_, "") => String::new(),
                    (_, line) => format!("{indent}{line}"),
                })
                .collect();
            lines.join("\n")
        };
        list.inside.iter().map(entry).collect::<Vec<_>>().join("\n")
    }

    fn fact(&self, fact: &Element) -> String {
        let term = fact.get(Attribute::Term).unwrap_or_default();
        format!("- **{}:** {}", escaped(term), self.inline(fact).trim())
    }

    fn table(&self, table: &Element) -> String {
        let row = |row: &Element| {
            let cells: Vec<String> = row.inside.iter().map(|cell| self.cell(cell)).collect();
            format!("| {} |", cells.join(" | "))
        };
        let mut rows: Vec<String> = table.inside.iter().map(row).collect();
        let columns = table.inside.first().map_or(0, |first| first.inside.len());
        if !rows.is_empty() {
            rows.insert(1, format!("|{}", " --- |".repeat(columns)));
        }
        rows.join("\n")
    }

    /// The lines of a cell; Markdown has no other way to break a line there.
    fn cell(&self, cell: &Element) -> String {
        let line = |inside: &Element| {
            let text = self.span(inside);
            if inside.name == "p" { format!("<br>{text}") } else { text }
        };
        let text = escaped(&cell.text) + &cell.inside.iter().map(line).collect::<String>();
        text.trim().to_owned()
    }

    fn inline(&self, element: &Element) -> String {
        escaped(&element.text) + &element.inside.iter().map(|inside| self.span(inside)).collect::<String>()
    }

    fn span(&self, element: &Element) -> String {
        let text = self.inline(element);
        match element.name.as_str() {
            "strong" => around("**", &text),
            "em" => around("*", &text),
            "code" => {
                let fence = "`".repeat(longest_run(&element.text) + 1);
                let space = if element.text.contains('`') { " " } else { "" };
                format!("{fence}{space}{}{space}{fence}", element.text)
            }
            "a" => match element.get(Attribute::Href) {
                Some(REQUEST_PAGE) => format!("[{text}]({})", destination(self.request)),
                Some(address) if !address.starts_with('#') => format!("[{text}]({})", destination(address)),
                _ => text,
            },
            _ => text,
        }
    }
}

fn is_block(name: &str) -> bool {
    let names =
        ["p", "ul", "ol", "dl", "blockquote", "pre", "figure", "table", "div", "nav", "h2", "h3", "h4", "h5", "h6"];
    names.contains(&name)
}

/// The number that was written before an entry, and the rest of it.
fn numbered(text: &str) -> (Option<&str>, &str) {
    let mark = text.split_once(' ').filter(|(mark, _)| is_ordinal(mark));
    mark.map_or((None, text), |(mark, rest)| (Some(mark), rest))
}

fn is_ordinal(mark: &str) -> bool {
    let digits = mark.strip_suffix(['.', ')']);
    digits.is_some_and(|digits| (1..=9).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Delimiters do not count next to white space.
fn around(mark: &str, text: &str) -> String {
    let words = text.trim();
    if words.is_empty() { text.to_owned() } else { text.replacen(words, &format!("{mark}{words}{mark}"), 1) }
}

/// A text in which nothing is markup. White space is what HTML makes of it: one space.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            ' ' | '\t' | '\n' | '\r' => {
                if !escaped.ends_with(' ') {
                    escaped.push(' ');
                }
                continue;
            }
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' => escaped.push('\\'),
            _ => {}
        }
        escaped.push(c);
    }
    escaped
}

/// A paragraph whose beginning is no heading, list or rule.
fn paragraph(text: &str) -> String {
    let text = text.trim();
    let first = text.split(' ').next().unwrap_or_default();
    if is_ordinal(first) {
        let (digits, mark) = first.split_at(first.len() - 1);
        return format!("{digits}\\{mark}{}", &text[first.len()..]);
    }
    if text.starts_with(['#', '+', '-', '=', ':']) { format!("\\{text}") } else { text.to_owned() }
}

fn destination(address: &str) -> String {
    let is_plain = !address.contains(|c: char| c.is_whitespace() || "()<>\\".contains(c));
    if is_plain { address.to_owned() } else { format!("<{}>", address.replace('<', "%3C").replace('>', "%3E")) }
}

fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or_default()
}
