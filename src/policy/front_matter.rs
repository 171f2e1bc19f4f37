//! What tools write for themselves at the top of a file: front matter in YAML, TOML or JSON.

use std::borrow::Cow;

/// Front matter, without its fences.
#[derive(Debug, PartialEq)]
pub(super) struct FrontMatter<'a> {
    /// What is in it.
    pub text: &'a str,
    /// The line of its first fence, from 1.
    pub line: usize,
}

impl FrontMatter<'_> {
    /// The title that it gives the page.
    pub fn title(&self) -> Option<String> {
        let value = self.text.lines().find_map(|line| {
            let line = line.strip_prefix("\"title\"").or_else(|| line.strip_prefix("title"))?;
            line.trim_start().strip_prefix([':', '='])
        })?;
        let value = value.trim().trim_end_matches(',');
        let inner = ['"', '\''].iter().find_map(|mark| value.strip_prefix(*mark)?.strip_suffix(*mark));
        // A title that a template or another line goes on with is not known here.
        let title = inner.unwrap_or(value).trim();
        let is_plain = !title.is_empty() && !title.starts_with(['|', '>', '&', '*', '[', '{']) && !title.contains("{{");
        is_plain.then(|| title.to_owned())
    }
}

/// The front matter of a text, and the text with empty lines in its place.
///
/// It is between a first line `---` and the next one (or `...`), `+++` and `+++`, and begins at once with a key. A text that begins
/// with a rule has a line that is none of: "key: value", an entry, a comment, an indented line.
pub(super) fn front_matter(source: &str) -> (Option<FrontMatter<'_>>, Cow<'_, str>) {
    let blank = source.len() - source.trim_start().len();
    let line = source[..blank].matches('\n').count() + 1;
    let mut lines = source[blank..].split_inclusive('\n');
    let (Some(open), true) = (lines.next(), source[..blank].is_empty() || source[..blank].ends_with('\n')) else {
        return (None, source.into());
    };
    let (fence, sign) = match open.trim_end() {
        fence @ "---" => (fence, ':'),
        fence @ "+++" => (fence, '='),
        _ => return (None, source.into()),
    };
    let mut end = blank + open.len();
    for (index, line_of) in lines.enumerate() {
        let text = line_of.trim_end();
        if text == fence && index > 0 || index > 0 && fence == "---" && text == "..." {
            let after = end + line_of.len();
            let rest = "\n".repeat(source[..after].matches('\n').count()) + &source[after..];
            return (Some(FrontMatter { text: source[blank + open.len()..end].trim_end(), line }), rest.into());
        }
        let is_more = text.is_empty() || text == "-" || line_of.starts_with([' ', '\t', '#', '[', ']', '}']);
        if !(is_key(text, sign) || index > 0 && (is_more || line_of.starts_with("- "))) {
            break;
        }
        end += line_of.len();
    }
    (None, source.into())
}

fn is_key(line: &str, sign: char) -> bool {
    let is_name = |key: &str| !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || "_-.\"' ".contains(c));
    let Some((key, value)) = line.split_once(sign) else { return false };
    let is_one = key.split_whitespace().count() == 1;
    is_one && is_name(key.trim()) && (sign == '=' || value.is_empty() || value.starts_with([' ', '\t']))
}
