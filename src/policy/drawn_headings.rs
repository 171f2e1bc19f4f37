//! Headings of plain text that are drawn: underlined, in a box, between signs. What draws them is no text.

use super::numbers::{has_date, is_short};

/// The signs of a rule, and of the sides of a box.
const SIGNS: [char; 22] =
    ['-', '=', '~', '*', '_', '#', '+', '^', '"', '.', ':', '\'', '`', '─', '━', '═', '–', '—', '•', '·', '▬', '¯'];
const CORNERS: [char; 14] = ['+', '┌', '┐', '└', '┘', '╔', '╗', '╚', '╝', '├', '┤', '|', '│', '║'];
const SIDES: [char; 18] = ['=', '*', '#', '-', '~', '_', '+', '|', '│', '║', ':', '•', '–', '—', '─', '═', '!', '¦'];

/// A text without its drawings, whose lines are where they were.
pub(super) struct DrawnHeadings {
    pub source: String,
    /// For each line, how deep a heading it is, if it is drawn as one.
    pub depths: Vec<Option<usize>>,
}

impl DrawnHeadings {
    pub fn of(source: &str) -> Self {
        let lines: Vec<&str> = source.split('\n').collect();
        let rules: Vec<Option<char>> = lines.iter().map(|line| rule(line.trim())).collect();
        let is_free = |at: Option<usize>| at.is_none_or(|at| rules[at].is_some() || lines[at].trim().is_empty());
        let rule_at = |at: Option<usize>| at.and_then(|at| rules.get(at).copied().flatten());
        // The drawings in the order in which they first come: the first is that of the highest parts.
        let mut styles: Vec<(String, bool)> = Vec::new();
        let mut depth_of = |style: (String, bool)| {
            let index = styles.iter().position(|known| *known == style).unwrap_or_else(|| {
                styles.push(style);
                styles.len() - 1
            });
            index + 1
        };
        let mut ruled = Self { source: String::with_capacity(source.len()), depths: Vec::new() };
        for (at, line) in lines.iter().enumerate() {
            if at > 0 {
                ruled.source.push('\n');
            }
            let (above, below) = (rule_at(at.checked_sub(1)), rule_at(Some(at + 1)));
            let text = line.trim();
            let depth = if rules[at].is_some() {
                None
            } else if let Some((sides, words)) = between(text, above.is_some() && below.is_some()) {
                ruled.source.push_str(words);
                let is_free = above.is_some() || is_free(at.checked_sub(1)) || sides.chars().count() > 1;
                let style = if above.is_some() { above.map(String::from).unwrap_or_default() } else { sides };
                (is_free && is_title(words)).then(|| depth_of((style, above.is_some())))
            } else if let Some((depth, words)) = signed(text) {
                ruled.source.push_str(words);
                Some(depth)
            } else {
                ruled.source.push_str(line);
                let is_over = below.is_some() && is_free(at.checked_sub(1)) && is_whole(lines[at + 1].trim());
                below.filter(|_| is_over && is_title(text)).map(|sign| depth_of((sign.into(), above.is_some())))
            };
            ruled.depths.push(depth);
        }
        ruled
    }
}

/// The sign of a line that consists of nothing else: three at least, spaces and corners aside.
fn rule(text: &str) -> Option<char> {
    let mut signs = text.chars().filter(|c| !c.is_whitespace() && !CORNERS.contains(c)).peekable();
    let first = *signs.peek().or(text.chars().next().as_ref().filter(|c| **c == '+'))?;
    let count = text.chars().filter(|c| *c == first).count();
    // Dots may be left out of a quotation, and three quotation marks are none of a rule.
    let least = if matches!(first, '.' | ':' | '"' | '\'' | '`') { 5 } else { 3 };
    (count >= least && SIGNS.contains(&first) && signs.all(|sign| sign == first)).then_some(first)
}

/// Whether a rule has no gaps, as one under the names of columns has.
fn is_whole(rule: &str) -> bool {
    !rule.contains(char::is_whitespace)
}

/// The words between signs that are the same on both sides, and those signs.
fn between(text: &str, is_in_box: bool) -> Option<(String, &str)> {
    let first = text.chars().next().filter(|c| SIDES.contains(c))?;
    let words = text.trim_start_matches(first);
    let signs = &text[..text.len() - words.len()];
    let inner = words.trim_end_matches(first);
    let ends = words.len() - inner.len();
    let inner = inner.trim();
    // "-word-" and "__Secure-" are words of their own kind; a box may have one side only.
    let is_set_off =
        words.starts_with(char::is_whitespace) || matches!(first, '*' | '=' | '#' | '|' | '│' | '║') && signs.len() > 1;
    let is_between = ends > 0 && is_set_off || is_in_box && words.starts_with(char::is_whitespace);
    let has_words = inner.chars().filter(|c| c.is_alphabetic()).count() > 1 && !inner.contains(first);
    (is_between && has_words && inner.chars().count() <= 80).then(|| (signs.to_owned(), inner))
}

/// A heading by a sign before it, as other forms have them: `## Cookies`, `== Cookies`, `h2. Cookies`.
fn signed(text: &str) -> Option<(usize, &str)> {
    let first = text.chars().next()?;
    let (depth, words) = match first {
        '#' | '=' => {
            let words = text.trim_start_matches(first);
            (text.len() - words.len(), words.strip_prefix(' ')?)
        }
        'h' => {
            let (level, words) = text[1..].split_once(". ")?;
            (level.parse().ok()?, words)
        }
        _ => return None,
    };
    let words = words.trim();
    ((1..=6).contains(&depth) && (first != '=' || depth > 1) && is_title(words)).then_some((depth, words))
}

fn is_title(text: &str) -> bool {
    let words = text.strip_suffix([':', '：']).unwrap_or(text);
    words.chars().filter(|c| c.is_alphabetic()).count() > 1 && is_short(words, 80) && !has_date(words)
}
