//! What each element of HTML is on the page: the document's own elements, in whichever order they open and close.

use super::Style;
use super::builder::{Builder, Count};
use super::html_styles::{is_hidden, style};
use super::html_tokens::{Kind, Tag, Token};
use super::links::{destination, is_page};
use super::remarks::{Remarks, Treatment};

/// Left out with all that is in them.
const LEFT_OUT: [&str; 24] = [
    "script", "style", "template", "noscript", "iframe", "object", "video", "audio", "canvas", "svg", "form", "button",
    "select", "textarea", "datalist", "dialog", "nav", "map", "applet", "noframes", "noembed", "del", "s", "strike",
];
/// Left out; nothing can be in them.
const LEFT_OUT_ALONE: [&str; 7] = ["embed", "input", "frame", "source", "track", "param", "progress"];
/// Of no consequence for what is read.
const SILENT: [&str; 42] = [
    "html", "head", "body", "meta", "link", "base", "span", "font", "small", "sup", "sub", "abbr", "acronym", "time",
    "label", "mark", "bdi", "bdo", "wbr", "nobr", "ins", "tbody", "thead", "tfoot", "colgroup", "col", "area", "data",
    "output", "meter", "ruby", "rt", "rp", "rb", "rtc", "address", "optgroup", "option", "frameset", "picture", "slot",
    "tt",
];
/// What begins and ends a paragraph.
const BLOCKS: [&str; 19] = [
    "p",
    "div",
    "section",
    "article",
    "main",
    "header",
    "footer",
    "aside",
    "center",
    "figure",
    "figcaption",
    "details",
    "dl",
    "dd",
    "hgroup",
    "fieldset",
    "hr",
    "address",
    "search",
];

/// Where the elements of one text are written to.
pub(super) struct Elements {
    /// The source in small letters, line by line, to see whether an element ends at all.
    lines: Vec<String>,
    /// Whether a name that HTML does not have is shown, as it would be in Markdown.
    shows_unknown: bool,
    skipped: Option<(String, usize)>,
    styles: Vec<(String, Style)>,
    links: Vec<bool>,
    is_pre: bool,
}

impl Elements {
    pub fn of(source: &str, shows_unknown: bool) -> Self {
        let lines = source.split('\n').map(str::to_lowercase).collect();
        Self { lines, shows_unknown, skipped: None, styles: vec![], links: vec![], is_pre: false }
    }

    /// Whether what comes now is left out.
    pub fn is_skipping(&self) -> bool {
        self.skipped.is_some()
    }

    /// Reads a token; `first` is the line of the source, from 0, that its own lines are counted from.
    pub fn read(&mut self, token: &Token, first: usize, builder: &mut Builder, marks: &mut Remarks) {
        let line = first + token.line + 1;
        match &token.kind {
            Kind::Start(tag) => self.start(tag, line, builder, marks),
            Kind::End(name) => self.end(name, builder, marks, line),
            Kind::Comment(_) if self.is_skipping() => {}
            Kind::Comment(text) => {
                marks.left_out(line.saturating_sub(text.matches('\n').count()).max(1), format!("<!--{text}-->"));
            }
            Kind::Text(_) if self.is_skipping() => {}
            Kind::Text(text) if self.is_pre => builder.paragraph.add(text),
            Kind::Text(text) => {
                if builder.paragraph.is_empty() {
                    builder.line = line;
                }
                builder.paragraph.add_collapsed(text);
            }
        }
    }

    fn ends(&self, name: &str, line: usize) -> bool {
        let end = format!("</{name}");
        self.lines.get(line.saturating_sub(1)..).is_some_and(|lines| lines.iter().any(|line| line.contains(&end)))
    }

    fn start(&mut self, tag: &Tag, line: usize, builder: &mut Builder, marks: &mut Remarks) {
        let name = tag.name.as_str();
        if let Some((skipped, depth)) = &mut self.skipped {
            *depth += usize::from(skipped == name);
            return;
        }
        let is_void = matches!(name, "img" | "br" | "hr" | "meta" | "link" | "input" | "col" | "wbr" | "area" | "base");
        if name == "title" && self.ends(name, line) {
            self.skipped = Some((name.into(), 1));
            return;
        }
        let is_left_out = LEFT_OUT.contains(&name) || is_hidden(tag);
        if is_left_out || LEFT_OUT_ALONE.contains(&name) {
            marks.left_out(line, tag.written());
            if is_left_out && !is_void && self.ends(name, line) {
                self.skipped = Some((name.into(), 1));
            }
            return;
        }
        let is_heading = matches!(name.as_bytes(), [b'h', b'1'..=b'6']);
        if BLOCKS.contains(&name) || matches!(name, "dt" | "summary" | "caption" | "legend" | "pre") {
            builder.close();
        }
        if let Some(id) =
            tag.get("id").filter(|_| is_heading || name == "a").or(tag.get("name").filter(|_| name == "a"))
        {
            builder.ids.push(id.into());
        }
        if let Some(style) = style(tag) {
            builder.paragraph.start_style(style);
            self.styles.push((name.into(), style));
        }
        match name {
            _ if is_heading => builder.start_heading(line, usize::from(name.as_bytes()[1] - b'0')),
            "br" if builder.is_heading() => builder.paragraph.part(" "),
            "br" if builder.paragraph.last() == Some('\n') => builder.close(),
            "br" => builder.paragraph.part("\n"),
            "a" => self.link(tag, line, builder, marks),
            "img" => image(tag, line, builder, marks),
            "q" => builder.paragraph.add("\u{201c}"),
            "pre" => self.is_pre = true,
            "ul" | "menu" | "dir" => builder.start_list(None),
            "ol" => {
                let next = tag.get("start").and_then(|start| start.parse().ok()).unwrap_or(1);
                let kind = tag.get("type").and_then(|kind| kind.chars().next()).unwrap_or('1');
                builder.start_list(Some(Count { next, kind }));
            }
            "li" => builder.start_entry(None),
            "blockquote" => builder.start_quote(),
            "table" => builder.start_table(),
            "tr" => builder.start_row(),
            "td" | "th" => builder.start_cell(),
            _ if is_known(name) => {}
            _ if self.shows_unknown => builder.paragraph.literal(&tag.written(), None),
            _ => marks.left_out(line, tag.written()),
        }
    }

    fn end(&mut self, name: &str, builder: &mut Builder, marks: &mut Remarks, line: usize) {
        if let Some((skipped, depth)) = &mut self.skipped {
            *depth -= usize::from(skipped == name);
            if *depth == 0 {
                self.skipped = None;
            }
            return;
        }
        if BLOCKS.contains(&name) || matches!(name, "dt" | "summary" | "caption" | "legend") {
            builder.close();
        }
        if let Some(index) = self.styles.iter().rposition(|(open, _)| open == name) {
            let (_, style) = self.styles.remove(index);
            builder.paragraph.end_style_of(style);
        }
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => builder.end_heading(),
            "a" => {
                if self.links.pop() == Some(true) {
                    builder.paragraph.end_link();
                }
            }
            "q" => builder.paragraph.add("\u{201d}"),
            "pre" => {
                self.is_pre = false;
                let code = builder.paragraph.take_text();
                if !code.trim().is_empty() {
                    builder.add(super::Block::Code(code.trim_matches('\n').into()));
                }
            }
            "ul" | "ol" | "menu" | "dir" => builder.end_list(),
            "li" => builder.end_entry(),
            "blockquote" => builder.end_quote(),
            "table" => builder.end_table(),
            "td" | "th" => builder.end_cell(),
            "br" => builder.paragraph.part("\n"),
            _ if is_known(name) => {}
            _ if self.shows_unknown => builder.paragraph.literal(&format!("</{name}>"), None),
            _ => marks.left_out(line, format!("</{name}>")),
        }
    }

    fn link(&mut self, tag: &Tag, line: usize, builder: &mut Builder, marks: &mut Remarks) {
        if self.links.pop() == Some(true) {
            builder.paragraph.end_link();
        }
        let written = tag.get("href").filter(|href| !href.is_empty());
        let link = written.and_then(destination);
        if let (Some(written), None) = (written, &link) {
            marks.add(line, Treatment::LeftOut, format!("the link to {written}"));
        }
        self.links.push(link.is_some());
        if let Some(link) = link {
            builder.paragraph.start_link(link);
        }
    }
}

/// A picture is never loaded; what it says in words is shown, and leads to it.
fn image(tag: &Tag, line: usize, builder: &mut Builder, marks: &mut Remarks) {
    marks.left_out(line, tag.written());
    let Some(words) = tag.get("alt").filter(|alt| !alt.is_empty()) else { return };
    let link = tag.get("src").and_then(destination).filter(|link| is_page(link) && builder.paragraph.link().is_none());
    let is_link = link.is_some();
    link.into_iter().for_each(|link| builder.paragraph.start_link(link));
    builder.paragraph.add_collapsed(words);
    if is_link {
        builder.paragraph.end_link();
    }
}

fn is_known(name: &str) -> bool {
    const STYLED: [&str; 20] = [
        "b", "strong", "u", "big", "i", "em", "cite", "dfn", "var", "code", "kbd", "samp", "dt", "summary", "caption",
        "legend", "th", "title", "img", "q",
    ];
    const OTHER: [&str; 14] =
        ["a", "br", "pre", "ul", "ol", "li", "menu", "dir", "blockquote", "table", "tr", "td", "th", "plaintext"];
    let lists: [&[&str]; 6] = [&SILENT, &BLOCKS, &STYLED, &OTHER, &LEFT_OUT, &LEFT_OUT_ALONE];
    lists.iter().any(|list| list.contains(&name)) || matches!(name.as_bytes(), [b'h', b'1'..=b'6'])
}
