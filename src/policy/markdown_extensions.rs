//! What generators add to Markdown: tables of contents, attribute lists, admonitions, template tags and their comments. It is taken
//! out, line by line, so that every other line stays where it was; the words in it stay.

use super::remarks::{Remarks, Treatment};
use super::template_tags::templates;

/// A text without them.
pub(super) struct StrippedMarkdown {
    pub source: String,
    /// The ids that headings were given, with the line, from 0.
    pub ids: Vec<(usize, String)>,
}

impl StrippedMarkdown {
    pub fn of(source: &str, marks: &mut Remarks) -> Self {
        let source = templates(source, marks);
        let mut extras = Self { source: String::with_capacity(source.len()), ids: Vec::new() };
        // The sign of the code block that a line is in; whether it is in an indented admonition.
        let (mut fence, mut is_inside) = (None, false);
        let mut before = "";
        for (at, line) in source.split('\n').enumerate() {
            if at > 0 {
                extras.source.push('\n');
            }
            let text = line.trim();
            let sign = ["```", "~~~"].into_iter().find(|sign| text.starts_with(sign));
            match (fence, sign) {
                (None, Some(sign)) => fence = Some(sign),
                (Some(open), Some(sign)) if open == sign => fence = None,
                _ => {}
            }
            if fence.is_some() || sign.is_some() {
                extras.source.push_str(line);
            } else {
                is_inside &= text.is_empty() || line.starts_with("    ") || line.starts_with('\t');
                let line = if is_inside { outdented(line) } else { line };
                is_inside |= is_indented_admonition(text);
                let line = extras.line(at, line, before, marks);
                extras.source.push_str(&line);
            }
            before = text;
        }
        extras
    }

    fn line(&mut self, at: usize, line: &str, before: &str, marks: &mut Remarks) -> String {
        let text = line.trim();
        if is_contents(text) || is_import(text) {
            marks.left_out(at + 1, text);
            return String::new();
        }
        if let Some((all, words)) = admonition(text) {
            marks.left_out(at + 1, all);
            return words;
        }
        let spaced = spaced(line, before);
        self.without_attributes(at, spaced, marks)
    }

    /// The line without `{#id .class}`, `{: …}` and `{target="_blank"}`.
    fn without_attributes(&mut self, at: usize, mut line: String, marks: &mut Remarks) -> String {
        let mut from = 0;
        while let Some(start) = line[from..].find('{').map(|start| start + from) {
            let Some(end) = line[start..].find('}').map(|end| end + start) else { break };
            let (before, inside) = (&line[..start], line[start + 1..end].trim());
            let is_code = before.matches('`').count() % 2 == 1;
            let is_marked = inside.starts_with(['#', '.', ':']) && inside.len() > 1 && !inside.starts_with("::");
            let is_pair = before.ends_with([')', ']', '`']) && inside.contains('=');
            if is_code || !(is_marked || is_pair) || before.ends_with(['{', '$']) {
                from = start + 1;
                continue;
            }
            marks.left_out(at + 1, &line[start..=end]);
            // An attribute list on a line of its own is about the line above.
            let owner = if before.trim().is_empty() { at.saturating_sub(1) } else { at };
            let words = inside.trim_start_matches(':').split_whitespace();
            self.ids.extend(words.filter_map(|word| word.strip_prefix('#')).map(|id| (owner, id.to_owned())));
            line.replace_range(start..=end, "");
            line.truncate(line.trim_end().len());
            from = start.min(line.len());
        }
        line
    }
}

/// Where a table of contents would be put: the page makes its own.
fn is_contents(text: &str) -> bool {
    const SIGNS: [&str; 17] = [
        "[toc]",
        "[[toc]]",
        "[[_toc_]]",
        "[_toc_]",
        "{:toc}",
        "{{toc}}",
        "{{ toc }}",
        "${toc}",
        "@[toc]",
        "* toc",
        "- toc",
        "1. toc",
        "__toc__",
        "<toc>",
        "<toc />",
        "\\tableofcontents",
        "{{>toc}}",
    ];
    SIGNS.contains(&text.to_lowercase().as_str())
}

/// A line of JavaScript that MDX has: `import X from "y"`.
fn is_import(text: &str) -> bool {
    let is_import = text.starts_with("import ") && text.contains(['"', '\'']);
    is_import && text.trim_end_matches(';').ends_with(['"', '\''])
        || text.starts_with("export ") && text.contains(" = ")
}

/// The opening or the end of an admonition, and its title.
fn admonition(text: &str) -> Option<(&str, String)> {
    if let Some(rest) = text.strip_prefix(":::") {
        let rest = rest.trim_start_matches(':').trim();
        // Its kind, in whichever brackets; then its title.
        let title = match (rest.find('['), rest.find('{'), rest.find(char::is_whitespace)) {
            (Some(start), ..) => rest[start + 1..].split(']').next(),
            (None, Some(_), _) => None,
            (None, None, Some(space)) => Some(&rest[space..]),
            _ => None,
        };
        return Some((text, title.unwrap_or_default().trim().into()));
    }
    if is_indented_admonition(text) {
        let title = text.split_once('"').map(|(_, title)| title.trim_end_matches('"'));
        return Some((text, title.unwrap_or_default().into()));
    }
    let quoted = text.strip_prefix('>')?.trim_start();
    let (kind, title) = quoted.strip_prefix("[!")?.split_once(']')?;
    let is_kind = !kind.is_empty() && kind.chars().all(|c| c.is_ascii_alphabetic() || c == '-');
    let title = title.trim_start_matches(['+', '-']).trim();
    is_kind.then(|| (quoted, format!("> {title}")))
}

/// `!!! note "Title"`, with its text indented under it.
fn is_indented_admonition(text: &str) -> bool {
    let rest = ["!!!", "???+", "???"].iter().find_map(|sign| text.strip_prefix(sign));
    rest.is_some_and(|rest| rest.trim_start().starts_with(|c: char| c.is_ascii_lowercase()) && rest.starts_with(' '))
}

fn outdented(line: &str) -> &str {
    line.strip_prefix("    ").or_else(|| line.strip_prefix('\t')).unwrap_or(line)
}

/// A heading as Markdown has it, where its space is missing: `##Cookies`, and `#Cookies` where it is a line by itself and no hashtag in small letters.
fn spaced(line: &str, before: &str) -> String {
    // As a wiki writes it: `== Cookies ==`.
    let text = line.trim();
    let words = text.trim_matches('=');
    let sides = (text.len() - text.trim_start_matches('=').len(), text.len() - text.trim_end_matches('=').len());
    if before.is_empty() && sides.0 == sides.1 && (2..=5).contains(&sides.0) && !words.trim().is_empty() {
        return format!("{} {}", "#".repeat(sides.0), words.trim());
    }
    let signs = line.bytes().take_while(|byte| *byte == b'#').count();
    let rest = &line[signs..];
    let begins = rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '*' | '_' | '[' | '"' | '“' | '¿'));
    let is_alone = before.is_empty() && rest.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
    let is_heading = begins && (signs > 1 || signs == 1 && is_alone && rest.chars().count() <= 80);
    if is_heading && signs < 7 { format!("{} {rest}", &line[..signs]) } else { line.to_owned() }
}

/// Plain text without the comments of HTML that somebody left in it.
pub(super) fn without_comments(source: &str, marks: &mut Remarks) -> String {
    let mut text = source.to_owned();
    while let Some(start) = text.find("<!--") {
        let Some(end) = text[start..].find("-->").map(|end| start + end + 3) else { break };
        let line = text[..start].matches('\n').count() + 1;
        marks.add(line, Treatment::LeftOut, &text[start..end]);
        let lines = "\n".repeat(text[start..end].matches('\n').count());
        text.replace_range(start..end, &lines);
    }
    text
}
