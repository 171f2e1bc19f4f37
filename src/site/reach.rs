//! How far the names of optional items reach: they are removed when consent is withdrawn, and must spare what is exempt.

use std::collections::{BTreeMap, HashSet};

use serde_json::{Value, json};

use super::OWN_KEYS;
use super::read::Problem;
use super::rules::{entries, is_exempt};

/// An optional name that reaches what is exempt, or the widget's own.
pub(super) fn problems(file: &Value, found: &mut Vec<Problem>) {
    let exempt: HashSet<&str> = entries(file, "items")
        .filter_map(|(_, item)| item["purpose"].as_str())
        .filter(|purpose| is_exempt(file, purpose))
        .collect();
    let is_exempt = |item: &Value| item["purpose"].as_str().is_some_and(|id| exempt.contains(id));
    let names = Names::of(entries(file, "items").filter(|(_, item)| is_exempt(item)));
    for (place, item) in entries(file, "items") {
        let path = format!("items[{place}].name");
        let name = Name::of(item);
        if name.is_beginning && name.text.trim().is_empty() {
            let sentence = "an empty beginning would match every name";
            let mend = "write how the names begin, or leave \"match\" out";
            found.push(Problem::new("name-overlap", path, sentence, mend));
            continue;
        }
        if name.text.is_empty() || is_exempt(item) {
            continue;
        }
        let reached = names.reached(&name).filter(|(_, other)| same_kind(item, other)).map(|(other, _)| other).min();
        let reached = reached.map(|other| format!("the exempt one of items[{other}]"));
        let own = OWN_KEYS.into_iter().find(|key| *key == name.text || name.is_beginning && key.starts_with(name.text));
        let own = own.filter(|_| same_kind(item, &json!({ "kind": "local-storage" })));
        let Some(reached) = reached.or(own.map(|key| format!("this widget's own \"{key}\""))) else { continue };
        let text = name.text;
        found.push(match name.is_beginning {
            true => Problem::new(
                "name-overlap",
                path,
                format!("names that begin with \"{text}\" include {reached}"),
                "write a longer beginning, so that removing it spares that one",
            ),
            false => Problem::new(
                "name-overlap",
                path,
                format!("\"{text}\" is also the name of {reached}"),
                "correct one of the names, or the purpose: removing one would remove both",
            ),
        });
    }
}

fn same_kind(one: &Value, other: &Value) -> bool {
    one["kind"] == other["kind"] || one["kind"].is_null() || other["kind"].is_null()
}

/// What an item is called, or how its names begin.
struct Name<'a> {
    text: &'a str,
    is_beginning: bool,
}

impl<'a> Name<'a> {
    fn of(item: &'a Value) -> Self {
        Self { text: item["name"].as_str().unwrap_or_default(), is_beginning: item["match"] == "prefix" }
    }
}

/// The exempt items by their names, so that thousands of items are compared with few of them.
struct Names<'a>(BTreeMap<&'a str, Vec<(usize, &'a Value)>>);

impl<'a> Names<'a> {
    fn of(items: impl Iterator<Item = (usize, &'a Value)>) -> Self {
        let mut names = BTreeMap::<_, Vec<_>>::new();
        for (place, item) in items.filter(|(_, item)| !Name::of(item).text.is_empty()) {
            names.entry(Name::of(item).text).or_default().push((place, item));
        }
        Self(names)
    }

    /// The items that go when that name is removed, or some of what they may stand for.
    fn reached(&self, name: &Name<'a>) -> impl Iterator<Item = (usize, &'a Value)> {
        let same = self.0.get(name.text).into_iter().flatten();
        let longer = self.0.range(name.text..).skip_while(|(text, _)| **text == name.text);
        let longer = longer.take_while(|(text, _)| name.is_beginning && text.starts_with(name.text));
        let shorter = name.text.char_indices().map(|(end, _)| &name.text[..end]).filter(|_| name.is_beginning);
        let shorter = shorter.filter_map(|text| self.0.get(text)).flatten();
        let shorter = shorter.filter(|(_, item)| Name::of(item).is_beginning);
        same.chain(longer.flat_map(|(_, items)| items)).chain(shorter).copied()
    }
}
