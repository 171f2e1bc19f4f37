//! How far the names of optional items reach: they are removed when consent is withdrawn, and must spare what is exempt.

use std::collections::{BTreeMap, HashSet};

use serde_json::{Value, json};

use super::pattern::{covers, fault};
use super::problem::Problem;
use super::raw::{entries, is_exempt};
use super::{Match, OWN_KEYS, derived_id, shared_cookie};

/// An optional name that reaches what is exempt, or the widget's own; and a pattern that says too little.
pub(super) fn problems(file: &Value, found: &mut Vec<Problem>) {
    let exempt: HashSet<&str> = entries(file, "items")
        .filter_map(|(_, item)| item["purpose"].as_str())
        .filter(|purpose| is_exempt(file, purpose))
        .collect();
    let is_exempt = |item: &Value| item["purpose"].as_str().is_some_and(|id| exempt.contains(id));
    let names = Names::of(entries(file, "items").filter(|(_, item)| is_exempt(item)));
    let id = derived_id(file);
    let own_keys = OWN_KEYS.map(|beginning| format!("{beginning}{id}"));
    let cookie = file["sharedAcross"].is_string().then(|| shared_cookie(&id));
    for (index, item) in entries(file, "items") {
        let path = format!("items[{index}].name");
        let name = Name::of(item);
        if name.matches == Match::Prefix && name.text.trim().is_empty() {
            let sentence = "an empty prefix would match every name";
            let fix = "write how the names begin, or leave \"match\" out";
            found.push(Problem::new("name-overlap", path, sentence, fix));
            continue;
        }
        if let Some((sentence, fix)) = fault(name.text).filter(|_| name.matches == Match::Pattern) {
            found.push(Problem::new("bad-value", path, format!("\"{}\": {sentence}", name.text), fix));
            continue;
        }
        if name.text.is_empty() || is_exempt(item) {
            continue;
        }
        let reached = names.reached(&name).filter(|(_, other)| same_kind(item, other)).map(|(other, _)| other).min();
        let reached = reached.map(|other| format!("the exempt one of items[{other}]"));
        let own = own_keys.iter().find(|key| covers((name.text, name.matches), (key, Match::Exact)));
        let own = own.filter(|_| same_kind(item, &json!({ "kind": "local-storage" })));
        let own = own.or(cookie.as_ref().filter(|cookie| {
            covers((name.text, name.matches), (cookie, Match::Exact)) && same_kind(item, &json!({ "kind": "cookie" }))
        }));
        let Some(reached) = reached.or(own.map(|key| format!("this widget's own \"{key}\""))) else { continue };
        let text = name.text;
        let (sentence, fix) = match name.matches {
            Match::Prefix => (
                format!("names that begin with \"{text}\" include {reached}"),
                "write a longer beginning, so that removing it spares that one",
            ),
            Match::Pattern => (
                format!("names like \"{text}\" include {reached}, or are among its names"),
                "write more of the name, so that removing it spares that one",
            ),
            Match::Exact => (
                format!("\"{text}\" is also the name of {reached}"),
                "correct one of the names, or the purpose: removing one would remove both",
            ),
        };
        found.push(Problem::new("name-overlap", path, sentence, fix));
    }
}

fn same_kind(one: &Value, other: &Value) -> bool {
    one["kind"] == other["kind"] || one["kind"].is_null() || other["kind"].is_null()
}

/// What an item is called, and how that is meant.
struct Name<'a> {
    text: &'a str,
    matches: Match,
}

impl<'a> Name<'a> {
    fn of(item: &'a Value) -> Self {
        let matches = match item["match"].as_str() {
            Some("prefix") => Match::Prefix,
            Some("pattern") => Match::Pattern,
            _ => Match::Exact,
        };
        Self { text: item["name"].as_str().unwrap_or_default(), matches }
    }
}

/// An item, and its place in the file.
type Placed<'a> = (usize, &'a Value);

/// The exempt items by their names, so that thousands of items are compared with few of them; patterns are compared with all.
struct Names<'a> {
    by_name: BTreeMap<&'a str, Vec<Placed<'a>>>,
    patterns: Vec<Placed<'a>>,
}

impl<'a> Names<'a> {
    fn of(items: impl Iterator<Item = Placed<'a>>) -> Self {
        let named = items.filter(|(_, item)| !Name::of(item).text.is_empty());
        let (patterns, rest): (Vec<_>, Vec<_>) = named.partition(|(_, item)| Name::of(item).matches == Match::Pattern);
        let mut by_name = BTreeMap::<_, Vec<_>>::new();
        for (index, item) in rest {
            by_name.entry(Name::of(item).text).or_default().push((index, item));
        }
        Self { by_name, patterns }
    }

    /// The items that removing that name would remove, or some of what they match. Where a pattern shares only some of its
    /// names with an exempt item, the removal itself spares those.
    fn reached(&self, name: &Name<'a>) -> impl Iterator<Item = Placed<'a>> {
        let (is_beginning, is_pattern) = (name.matches == Match::Prefix, name.matches == Match::Pattern);
        let same = self.by_name.get(name.text).into_iter().flatten().filter(move |_| !is_pattern);
        let longer = self.by_name.range(name.text..).skip_while(|(text, _)| **text == name.text);
        let longer = longer.take_while(move |(text, _)| is_beginning && text.starts_with(name.text));
        let shorter = name.text.char_indices().map(|(end, _)| &name.text[..end]).filter(move |_| is_beginning);
        let shorter = shorter.filter_map(|text| self.by_name.get(text)).flatten();
        let shorter = shorter.filter(|(_, item)| Name::of(item).matches == Match::Prefix);
        let all = self.by_name.values().flatten().filter(move |_| is_pattern);
        let held_against = all.chain(self.patterns.iter().filter(move |_| name.matches != Match::Exact));
        let covered = held_against.filter(|(_, item)| {
            let (own, other) = ((name.text, name.matches), Name::of(item));
            let other = (other.text, other.matches);
            covers(own, other) || covers(other, own)
        });
        same.chain(longer.flat_map(|(_, items)| items)).chain(shorter).chain(covered).copied()
    }
}
