//! What a name that is written as a pattern means: a list of names, a regular expression, or a name with placeholders in it.

use crate::site::{ItemKind, Match};

/// What was copied: names in which `*` marks what varies.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Copied {
    One(String),
    Several(Vec<String>),
}

/// What lies between two names of a list. A cookie's name has neither a space nor a comma; other keys may have a comma.
const BETWEEN: [&str; 12] = [", ", "; ", "، ", " and ", " or ", " und ", " oder ", " و ", " & ", " / ", " | ", "\n"];
const BETWEEN_COOKIES: [char; 3] = [',', ';', '|'];

/// What a name means, if it looks like a pattern; nothing where it looks like a name, or the owner says that it is the whole one.
pub(super) fn copied(name: &str, kind: Option<ItemKind>, matches: Option<Match>) -> Option<Copied> {
    if matches == Some(Match::Exact) {
        return None;
    }
    let is_cookie = matches!(kind, Some(ItemKind::Cookie) | None);
    let all = match expression(name) {
        Some(alternatives) => alternatives,
        None => {
            let names = listed(name, is_cookie);
            if names.len() < 2 && placed(name, is_cookie, matches).is_none() {
                return None;
            }
            names.iter().map(|name| placed(name, is_cookie, matches).unwrap_or_else(|| (*name).to_owned())).collect()
        }
    };
    let mut all: Vec<String> = all.iter().map(|name| single(name)).filter(|name| !name.is_empty()).collect();
    all.dedup();
    if all.len() > 1 { Some(Copied::Several(all)) } else { all.pop().map(Copied::One) }
}

/// The names of a list; the text itself where it is none. Quotation marks around them, and a comment behind them, are no part of them.
fn listed(text: &str, is_cookie: bool) -> Vec<&str> {
    let mut names = vec![text];
    if text.contains('"') {
        return names;
    }
    for between in BETWEEN {
        names = names.into_iter().flat_map(|name| name.split(between)).collect();
    }
    if is_cookie {
        names = names.into_iter().flat_map(|name| name.split(BETWEEN_COOKIES)).collect();
    }
    let names = names.into_iter().map(|name| name.trim().trim_matches(['`', '\'', '“', '”', '„']));
    names.filter(|name| !name.is_empty()).collect()
}

/// A name with `*` for each placeholder in it; nothing where it has none.
fn placed(name: &str, is_cookie: bool, matches: Option<Match>) -> Option<String> {
    let (mut whole, mut rest, mut is_found) = (String::new(), name, false);
    if let Some((before, _)) = name.split_once(" (").filter(|(before, _)| is_cookie && !before.is_empty()) {
        (rest, is_found) = (before, true);
    }
    while let Some(first) = rest.chars().next() {
        let length = placeholder(rest, whole.chars().last(), is_cookie, matches);
        if length > 0 {
            is_found |= first != '*' || matches != Some(Match::Pattern);
            whole.push('*');
        } else {
            whole.push(first);
        }
        rest = &rest[length.max(first.len_utf8())..];
    }
    if matches == Some(Match::Prefix) {
        whole.push('*');
    }
    is_found.then_some(whole)
}

/// How long the placeholder is with which a text begins: 0 where it begins with none.
fn placeholder(text: &str, before: Option<char>, is_cookie: bool, matches: Option<Match>) -> usize {
    let is_prefix = matches == Some(Match::Prefix);
    let enclosed = |open: &str, close: &str| {
        let inner = text.strip_prefix(open)?.find(close).filter(|length| (1..=40).contains(length))?;
        Some(open.len() + inner + close.len())
    };
    let printed = |text: &str| {
        let rest = text.strip_prefix('%')?;
        let is_escape = rest.len() > 1 && rest.bytes().take(2).all(|byte| byte.is_ascii_hexdigit());
        let word = rest.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '-').unwrap_or(rest.len());
        match rest[word..].strip_prefix('%') {
            Some(_) if word > 0 => Some(word + 2),
            _ if is_escape => None,
            _ if rest.is_empty() => Some(1),
            _ => rest.starts_with(['s', 'd', 'i', 'u', 'x']).then_some(2),
        }
    };
    let found = ["*", "…", "..."].into_iter().find(|mark| text.starts_with(mark)).map(str::len);
    found
        .or_else(|| enclosed("<", ">"))
        .or_else(|| enclosed("{{", "}}"))
        .or_else(|| enclosed("${", "}"))
        .or_else(|| enclosed("#{", "}"))
        .or_else(|| enclosed("{", "}"))
        .or_else(|| enclosed("[", "]").filter(|_| !is_prefix))
        .or_else(|| enclosed("(", ")").filter(|_| is_cookie))
        .or_else(|| printed(text))
        .or_else(|| text.starts_with('?').then_some(1).filter(|_| is_cookie))
        .unwrap_or_else(|| run(text, before))
}

/// How long a run of one character is that fills a place: "XXX", "xxxxxxxx-xxxx", "####", "NNNN". Between such runs may be "-" or ".".
fn run(text: &str, before: Option<char>) -> usize {
    let Some(filler) = text.chars().next().filter(|c| ['X', 'x', '#', 'N', 'Y'].contains(c)) else { return 0 };
    let least = match filler {
        '#' => 2,
        'X' | 'x' => 3,
        _ => 4,
    };
    if before.is_some_and(|before| before == filler)
        || !text.chars().take(least).all(|c| c == filler)
        || text.len() < least
    {
        return 0;
    }
    let mut length = text.len() - text.trim_start_matches(filler).len();
    while let Some(rest) = text[length..].strip_prefix(['-', '.']).filter(|rest| rest.starts_with(filler)) {
        length = text.len() - rest.trim_start_matches(filler).len();
    }
    length
}

/// What a regular expression matches, alternative by alternative; nothing where the text is none.
fn expression(text: &str) -> Option<Vec<String>> {
    let delimited = text.strip_prefix('/').and_then(|rest| rest.rsplit_once('/')).filter(|(inner, flags)| {
        !inner.is_empty() && !inner.replace("\\/", "").contains('/') && flags.chars().all(|c| c.is_ascii_lowercase())
    });
    let inner = delimited.map(|(inner, _)| inner);
    let signs = [".+", "\\d", "\\w", "\\.", "[0-9", "[a-z", "[A-Z", "[^", ".*$", "(.*)", "(?:"];
    let is_one = text.starts_with('^') || signs.iter().any(|sign| text.contains(sign));
    let inner = inner.or(is_one.then_some(text))?;
    Some(alternatives(inner).into_iter().map(matched).collect())
}

/// The alternatives of an expression: what is between each `|` that is in no bracket.
fn alternatives(expression: &str) -> Vec<&str> {
    let (mut all, mut depth, mut begin, mut is_escaped) = (Vec::new(), 0_i32, 0, false);
    for (index, c) in expression.char_indices() {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            '|' if depth <= 0 => {
                all.push(&expression[begin..index]);
                begin = index + 1;
            }
            _ => {}
        }
    }
    all.push(&expression[begin..]);
    all
}

/// A regular expression as a pattern: `*` for all that is no plain character, and at the ends that it leaves open.
fn matched(expression: &str) -> String {
    let (rest, is_begun) = expression.strip_prefix('^').map_or((expression, false), |rest| (rest, true));
    let is_escaped = rest.ends_with("\\$");
    let (rest, is_ended) = rest.strip_suffix('$').filter(|_| !is_escaped).map_or((rest, false), |rest| (rest, true));
    let mut whole = String::from(if is_begun { "" } else { "*" });
    let mut characters = rest.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '\\' => match characters.next() {
                Some('b' | 'B') | None => {}
                Some(class) if class.is_ascii_alphanumeric() => whole.push('*'),
                Some(plain) => whole.push(plain),
            },
            '.' => whole.push('*'),
            '[' | '(' | '{' => {
                let close = match c {
                    '[' => ']',
                    '(' => ')',
                    _ => '}',
                };
                let mut depth = 1;
                for next in characters.by_ref() {
                    depth += i32::from(next == c) - i32::from(next == close);
                    if depth == 0 {
                        break;
                    }
                }
                if c == '{' {
                    whole.pop();
                }
                whole.push('*');
            }
            '*' | '+' | '?' => {
                whole.pop();
                whole.push('*');
            }
            plain => whole.push(plain),
        }
    }
    whole + if is_ended { "" } else { "*" }
}

/// With one `*` where several follow each other.
fn single(name: &str) -> String {
    let mut last = None;
    name.chars().filter(|c| last.replace(*c) != Some('*') || *c != '*').collect()
}
