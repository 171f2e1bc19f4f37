//! Names that are patterns: `*` matches any run of characters, including none. The loader's `matches`
//! (www/loader/effects/removal.js) agrees with [`covers`]; `tests/fixtures/names.json` binds the two.

use serde::{Deserialize, Serialize};

/// How an item's `name` is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Match {
    /// The whole name.
    #[default]
    Exact,
    /// Its beginning.
    Prefix,
    /// A pattern, for a name that varies before its end: `*` matches any run of characters, including none.
    Pattern,
}

/// What matches any run of characters.
pub(crate) const ANY: char = '*';

/// The most of them in one pattern: names that change in more places than this are listed one by one.
#[cfg(feature = "read")]
const MOST: usize = 4;

/// What of a name does not change, piece by piece: anything may be between two pieces, nothing before the first or after the
/// last. `None` for a whole name.
pub fn parts(name: &str, matches: Match) -> Option<Vec<&str>> {
    match matches {
        Match::Exact => None,
        Match::Prefix => Some(vec![name, ""]),
        Match::Pattern => Some(name.split(ANY).collect()),
    }
}

/// Whether every name of the second kind is one of the first. `*` in a pattern that is covered needs a `*` that covers it.
#[cfg(feature = "read")]
pub(crate) fn covers(first: (&str, Match), second: (&str, Match)) -> bool {
    let ((name, matches), (other, kind)) = (first, second);
    let Some(pieces) = parts(name, matches) else { return kind == Match::Exact && name == other };
    // A run of anything is one character that no piece has: a literal `*` of a whole name may stay what it is.
    let other = match parts(other, kind) {
        None => other.to_owned(),
        Some(others) => others.join(RUN),
    };
    let (Some((begin, rest)), true) = (pieces.split_first(), pieces.len() > 1) else { return false };
    let Some(mut left) = other.strip_prefix(begin) else { return false };
    let (end, middle) = rest.split_last().map_or(("", rest), |(end, middle)| (*end, middle));
    for piece in middle {
        let Some((_, behind)) = left.split_once(piece) else { return false };
        left = behind;
    }
    left.ends_with(end)
}

/// Whether some name may be both.
#[cfg(feature = "compile")]
pub(crate) fn overlap(first: (&str, Match), second: (&str, Match)) -> bool {
    let (Some(one), Some(other)) = (parts(first.0, first.1), parts(second.0, second.1)) else {
        return covers(first, second) || covers(second, first);
    };
    // What is between two pieces fits into a `*` of the other pattern.
    let ends = |pieces: &[&str]| -> (String, String) {
        (pieces.first().map_or("", |piece| piece).into(), pieces.last().map_or("", |piece| piece).into())
    };
    let ((begin, end), (begins, ended)) = (ends(&one), ends(&other));
    (begin.starts_with(&begins) || begins.starts_with(&begin)) && (end.ends_with(&ended) || ended.ends_with(&end))
}

/// A character that is in no name of a site file: reading would refuse it in a cookie's name, and nobody types it.
#[cfg(feature = "read")]
const RUN: &str = "\u{0}";

/// Why a pattern cannot be used, and what to write instead.
#[cfg(feature = "read")]
pub(crate) fn fault(pattern: &str) -> Option<(&'static str, &'static str)> {
    let pieces: Vec<&str> = pattern.split(ANY).collect();
    let letters = pieces.iter().flat_map(|piece| piece.chars()).filter(|c| c.is_alphanumeric()).count();
    let (all, longest) =
        (pattern.chars().filter(|c| *c != ANY).count(), pieces.iter().map(|piece| piece.chars().count()).max());
    if pieces.len() == 1 {
        return Some(("a pattern has a \"*\" where the name changes", "put \"*\" there, or leave \"match\" out"));
    }
    if pattern.contains("**") {
        return Some(("two \"*\" in a row are no more than one", "write one"));
    }
    if pieces.len() > MOST + 1 {
        return Some(("a pattern has four \"*\" at most", "write an item for each form of the name"));
    }
    if all < 3 || letters < 2 || longest < Some(2) {
        let fix = "write what does not change, at least three characters of it, or an item for each name";
        return Some(("this pattern would match nearly every name", fix));
    }
    None
}
