//! What is compared between a text and its English original: its placeholders, and whether it has anything to translate.

use std::collections::BTreeSet;

use super::PATHS;

/// The names between braces; `None` where a brace belongs to no name.
pub(super) fn placeholders(text: &str) -> Option<BTreeSet<&str>> {
    let (mut names, mut rest) = (BTreeSet::new(), text);
    while let Some(open) = rest.find(['{', '}']) {
        let (name, after) = rest[open..].strip_prefix('{')?.split_once('}')?;
        if name.contains('{') {
            return None;
        }
        names.insert(name);
        rest = after;
    }
    Some(names)
}

/// Whether there is something to translate besides the placeholders.
pub(super) fn has_letters(text: &str) -> bool {
    text.split('{').any(|part| part.split_once('}').map_or(part, |(_, rest)| rest).contains(char::is_alphabetic))
}

/// The nearest of the known names, to suggest instead of a wrong one.
pub(super) fn near(path: &str) -> String {
    let last = |path: &str| path.rsplit('.').next().unwrap_or_default().to_owned();
    let moved =
        PATHS.iter().find(|(known, _)| last(known) == last(path) && known.split('.').nth(1) == path.split('.').nth(1));
    let nearest = PATHS.iter().map(|(known, _)| (strsim::damerau_levenshtein(known, path), *known)).min();
    match moved.map(|(known, _)| *known).or(nearest.filter(|(distance, _)| *distance <= 3).map(|(_, known)| known)) {
        Some(known) => format!("did you mean \"{known}\"? Else remove it"),
        None => "remove it".into(),
    }
}
