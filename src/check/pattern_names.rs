//! Names as owners copy them from elsewhere: `_ga_*`, `<id>`, `/^…/`, "a, b". They are compared letter by letter, so no real cookie has
//! such a name; the finding says how to write it here.

use super::context::Violation;
use super::copied_names::{Copied, copied};
use crate::site::{Item, Match, SiteFile, Translated, fault};

/// Each name that looks like a pattern. With `"match": "exact"` the owner says that it is none.
pub(super) fn like_patterns(site: &SiteFile) -> Vec<Violation> {
    let items = site.items.iter().enumerate();
    let is_asked = |item: &Item<_>| site.purpose(&item.purpose).is_some_and(|purpose| !purpose.is_exempt());
    items.filter_map(|(index, item)| found(item).map(|fault| at(index, item, is_asked(item), fault))).collect()
}

/// How to write an item's name, where it looks like a pattern.
fn found(item: &Item<Translated>) -> Option<Copied> {
    let name = item.name.as_deref()?;
    let found = copied(name, item.kind, item.matches)?;
    // A pattern that is one already has nothing to change.
    let is_same = matches!(&found, Copied::One(pattern) if item.matches == Some(Match::Pattern) && pattern == name);
    (!is_same).then_some(found)
}

fn at(index: usize, item: &Item<Translated>, is_asked: bool, found: Copied) -> Violation {
    let name = item.name.as_deref().unwrap_or_default();
    let mut sentence = match item.matches() {
        Match::Exact => format!("\"{name}\" looks like a pattern, but only this exact name matches"),
        Match::Prefix => format!("\"{name}\" looks like a pattern, but only names that begin exactly so match"),
        Match::Pattern => {
            format!("\"{name}\" has signs that match only themselves; only \"*\" matches other characters")
        }
    };
    if is_asked {
        sentence += ", so a withdrawal removes nothing";
    }
    let fix = match found {
        Copied::One(pattern) => written(&pattern).map_or_else(too_little, |written| format!("write {written}")),
        Copied::Several(patterns) => {
            let each: Vec<_> = patterns.iter().filter_map(|pattern| written(pattern)).collect();
            format!("write an item for each: {}", each.join("; "))
        }
    };
    let whole = if item.matches.is_none() { "; if this is the whole name, add \"match\": \"exact\"" } else { "" };
    Violation::at(vec![format!("items[{index}].name")], sentence, fix + whole)
}

fn too_little() -> String {
    "write the name with \"*\" for what varies, and \"match\": \"pattern\"".into()
}

/// The fields of an item for such a pattern; nothing where it would match nearly every name.
fn written(pattern: &str) -> Option<String> {
    let Some((begin, rest)) = pattern.split_once('*') else { return Some(format!("\"name\": \"{pattern}\"")) };
    let is_end = rest.is_empty() || rest.ends_with('*') && !rest.contains(char::is_alphanumeric);
    if is_end && begin.chars().count() > 1 && begin.contains(char::is_alphanumeric) {
        return Some(format!("\"name\": \"{begin}\", \"match\": \"prefix\""));
    }
    fault(pattern).is_none().then(|| format!("\"name\": \"{pattern}\", \"match\": \"pattern\""))
}
