//! What a reader could not show as it was meant: each with its line, so that `check` can name it.

use super::{Block, Document, Entry, Span, Style, anchor};

/// Something in an owner's text that is markup of a kind that has no place on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The line of the source, from 1.
    pub line: usize,
    /// What became of it.
    pub treatment: Treatment,
    /// The markup, or what it is called; short.
    pub what: String,
}

/// What became of a piece of markup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Treatment {
    /// Visitors see it as it is written.
    Shown,
    /// It is a template's tag: visitors miss what it would have been replaced with.
    Unfilled,
    /// It is left out.
    LeftOut,
}

/// The marks of one text.
#[derive(Debug, Default)]
pub(super) struct Remarks(pub Vec<Remark>);

impl Remarks {
    pub fn left_out(&mut self, line: usize, what: impl Into<String>) {
        self.add(line, Treatment::LeftOut, what);
    }

    pub fn add(&mut self, line: usize, treatment: Treatment, what: impl Into<String>) {
        let remark = Remark { line, treatment, what: short(&what.into()) };
        if !self.0.contains(&remark) {
            self.0.push(remark);
        }
    }
}

/// The beginning of a text, on one line.
fn short(text: &str) -> String {
    const MOST: usize = 40;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= MOST { text } else { text.chars().take(MOST).chain(['…']).collect() }
}

/// Adds a mark for each piece of markup that visitors see, wherever it came from: it is looked for in what they are shown.
pub(super) fn report_visible_markup(remarks: &mut Remarks, document: &Document, source: &str) {
    let mut texts: Vec<String> = Vec::new();
    texts.extend(document.title.clone());
    document.lead.iter().for_each(|block| collect(block, &mut texts));
    for section in &document.sections {
        texts.push(section.title.clone());
        section.blocks.iter().for_each(|block| collect(block, &mut texts));
    }
    let lines: Vec<&str> = source.split('\n').collect();
    let mut from = 0;
    for piece in texts.iter().flat_map(|text| text.split('\n')).filter_map(markup) {
        // Texts come in the order of the source; a table's caption may not.
        let after = lines[from..].iter().position(|line| line.contains(piece)).map(|at| at + from);
        let at = after.or_else(|| lines.iter().position(|line| line.contains(piece)));
        from = after.unwrap_or(from);
        remarks.add(at.map_or(1, |at| at + 1), Treatment::Shown, piece);
    }
    remarks.0.sort_by_key(|remark| remark.line);
}

/// Adds a mark for each link within the text that leads to no heading of it: it is shown as text.
pub(super) fn report_dead_links(remarks: &mut Remarks, document: &Document, source: &str) {
    let mut known: Vec<&str> = anchor::ALL.iter().map(|own| own.trim_start_matches('#')).collect();
    for section in &document.sections {
        known.push(&section.anchor);
        known.extend(section.also.iter().map(String::as_str));
    }
    let mut links = Vec::new();
    let blocks = document.sections.iter().flat_map(|section| &section.blocks);
    document.lead.iter().chain(blocks).for_each(|block| collect_links(block, &mut links));
    for link in links {
        if link.strip_prefix('#').is_some_and(|anchor| !known.contains(&anchor)) {
            let at = source.split('\n').position(|line| line.contains(link)).map_or(1, |at| at + 1);
            remarks.left_out(at, format!("the link to {link}, which no heading has"));
        }
    }
}

fn collect_links<'a>(block: &'a Block, links: &mut Vec<&'a str>) {
    match block {
        Block::Text(text) => links.extend(text.iter().filter_map(|span| span.link.as_deref())),
        Block::Table(rows) => links.extend(rows.iter().flatten().flatten().filter_map(|span| span.link.as_deref())),
        Block::List(entries) => {
            entries.iter().flat_map(|Entry { blocks, .. }| blocks).for_each(|block| collect_links(block, links));
        }
        Block::Quote(blocks) => blocks.iter().for_each(|block| collect_links(block, links)),
        _ => {}
    }
}

fn collect(block: &Block, texts: &mut Vec<String>) {
    let says = |spans: &[Span]| -> String {
        // Code is meant to be seen as it is.
        let text = |span: &Span| if span.style == Some(Style::Code) { " ".into() } else { span.text.clone() };
        spans.iter().map(text).collect()
    };
    match block {
        Block::Text(text) => texts.push(says(text)),
        // HTML that is indented is code to Markdown, and hardly meant to be.
        Block::Code(code) if code.contains("</") => texts.push(code.clone()),
        Block::Table(rows) => texts.extend(rows.iter().flatten().map(|cell| says(cell))),
        Block::List(entries) => {
            entries.iter().flat_map(|Entry { blocks, .. }| blocks).for_each(|block| collect(block, texts));
        }
        Block::Quote(blocks) => blocks.iter().for_each(|block| collect(block, texts)),
        _ => {}
    }
}

/// What opens a piece of markup, and what it ends with; both must be there.
const PAIRS: [(&str, &str); 12] = [
    ("{{", "}}"),
    ("{%", "%}"),
    ("<%", "%>"),
    ("<!--", ""),
    ("[[", "]]"),
    ("**", "**"),
    ("~~", "~~"),
    ("%%", "%%"),
    ("[/", "]"),
    ("```", ""),
    (":::", ""),
    ("{#", "}"),
];

/// The first piece of markup in a line of text.
fn markup(line: &str) -> Option<&str> {
    let paired = PAIRS.iter().find_map(|(open, end)| {
        let start = line.find(open)?;
        let after = start + open.len();
        let end = line[after..].find(end)? + after + end.len();
        (end > after || line.trim_start().starts_with(open)).then(|| line[start..end].trim())
    });
    paired
        .or_else(|| link(line))
        .or_else(|| entity(line))
        .or_else(|| tag(line))
        .or_else(|| bracketed(line))
        .or_else(|| underlined(line))
}

/// `[words](address)`, `![words](address)`.
fn link(line: &str) -> Option<&str> {
    let middle = line.find("](")?;
    let start = line[..middle].rfind('[')?;
    let start = if line[..start].ends_with('!') { start - 1 } else { start };
    let end = line[middle..].find(')').map_or(line.len(), |end| middle + end + 1);
    Some(&line[start..end])
}

/// `__bold__`, but not the name of a cookie (`__cf_bm`, `__Host-session`).
fn underlined(line: &str) -> Option<&str> {
    let is_marked = |word: &&str| {
        word.len() > 4 && word.starts_with("__") && word.trim_end_matches(['.', ',', ':']).ends_with("__")
    };
    if let Some(word) = line.split_whitespace().find(is_marked) {
        return Some(word);
    }
    let text = line.trim();
    (text.len() > 4 && text.starts_with("__") && text.ends_with("__") && text.contains(' ')).then_some(text)
}

/// `&nbsp;`, `&#8217;`: what HTML writes for a sign.
fn entity(line: &str) -> Option<&str> {
    line.match_indices('&').find_map(|(start, _)| {
        let end = line[start..].find(';').filter(|end| (3..=9).contains(end))? + start;
        let name = &line[start + 1..end];
        let name = name.strip_prefix('#').unwrap_or(name);
        name.bytes().all(|byte| byte.is_ascii_alphanumeric()).then(|| &line[start..=end])
    })
}

/// `<p>`, `</div>`, `<your company>`: a name in angle brackets; an address in them is none.
fn tag(line: &str) -> Option<&str> {
    line.match_indices('<').find_map(|(start, _)| {
        let rest = line[start + 1..].trim_start_matches('/');
        let end = line[start..].find('>')? + start;
        let is_address = line[start..end].contains('@');
        (rest.starts_with(|c: char| c.is_ascii_alphabetic()) && !is_address).then(|| &line[start..=end])
    })
}

/// `[x]`, `[^1]`, `[TOC]`, `[COMPANY NAME]`, `[Your Company]`: what a form or a generator leaves to be filled in.
fn bracketed(line: &str) -> Option<&str> {
    line.match_indices('[').find_map(|(start, _)| {
        let end = line[start..].find(']')? + start;
        let words = line[start + 1..end].trim();
        // "[COMPANY NAME]", "[Your company]", "[Adresse einfügen]"; "[sic]" and "[1]" are text.
        let is_name = words.len() > 1 && words.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
        let first = words.split_whitespace().next().unwrap_or_default().to_lowercase();
        const ASKS: [&str; 8] = ["your", "insert", "company", "enter", "votre", "su", "name", "date"];
        let is_asked = is_name && words.split_whitespace().count() < 7 || ASKS.contains(&&*first);
        let is_link = line[end + 1..].starts_with('[');
        (is_asked || is_link || matches!(words, "" | "x" | "X") || words.starts_with(['^', '!']))
            .then(|| &line[start..=end])
    })
}
