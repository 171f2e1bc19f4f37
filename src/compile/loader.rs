//! The loader's scripts: their slots, which a build fills with what it knows of a site.

use serde_json::{Map, Value, json};

use super::file::File;
use super::notice_tree::notice_tree;
use super::parts::{MissingPart, Parts};
use crate::site::PageLink;

/// The names of the app's files, in the folder of the script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppFiles {
    /// The glue, an ES module.
    pub script: String,
    /// The wasm.
    pub wasm: String,
    /// The dialog's style sheet.
    pub styles: String,
}

/// What the loader imports and fetches with: the platform's functions, or those that check integrity (www/loader/page/integrity.js).
pub(super) const PLAIN: [&str; 2] = ["import", "fetch"];
pub(super) const CHECKED: [&str; 2] = ["courtesyImport", "courtesyFetch"];

/// What the first half's slots are filled with.
#[derive(Clone, Debug)]
pub(super) struct Slots {
    site: Value,
    tree: Value,
    styles: String,
    /// The styles of another corner.
    elsewhere: String,
    gates: Value,
    later: Value,
}

impl Slots {
    /// The slots of a loader that is built for no site, and fetches these two modules.
    pub(super) fn generic(parts: &Parts, gates: &File, later: &File) -> Result<Self, MissingPart> {
        Ok(Self {
            site: Value::Null,
            tree: notice_tree(std::iter::empty()),
            styles: parts.text("notice.css")?.trim_end().into(),
            elsewhere: parts.text("position.css")?.trim_end().into(),
            gates: gates.name.as_str().into(),
            later: later.name.as_str().into(),
        })
    }

    /// With a site's facts, and without what it never shows: buttons that it has no words for, another corner.
    pub(super) fn with_site(&self, site: Value, links: &[PageLink]) -> Self {
        let whole = if links.is_empty() { &self.tree } else { &notice_tree(links.iter().map(|link| &link.url)) };
        let mut tree = without_unused_buttons(whole, &site["words"]);
        // The notice itself withdraws only what is on without having been asked for.
        if site["words"].get("informs").is_none() {
            tree[0] = without_unused_buttons(&tree[0], &without(&site["words"], "withdraw"));
        }
        let elsewhere = if site["notice"].get("position").is_some() { self.elsewhere.clone() } else { String::new() };
        let (site, tree) = if site.get("others").is_none() { with_texts_in_tree(site, &tree) } else { (site, tree) };
        Self { site, tree, elsewhere, ..self.clone() }
    }

    /// The first half with these in their places.
    pub(super) fn fill(&self, loader: &str, [import, fetch]: [&str; 2]) -> String {
        let loader = loader.replace("__COURTESY_IMPORT__", import).replace("__COURTESY_FETCH__", fetch);
        let version = json!(env!("CARGO_PKG_VERSION"));
        let styles = json!([self.styles.as_str(), &self.elsewhere].concat());
        fill(
            &loader,
            &[
                ("__COURTESY_SITE__", &self.site),
                ("__COURTESY_TREE__", &self.tree),
                ("__COURTESY_STYLES__", &styles),
                ("__COURTESY_GATES__", &self.gates),
                ("__COURTESY_LATER__", &self.later),
                ("__COURTESY_VERSION__", &version),
            ],
        )
    }
}

/// The words that are in the tree and nowhere else.
const ONLY_IN_TREE: [&str; 8] = ["policy", "rights", "details", "ok", "accept", "refuse", "reopen", "withdraw"];

/// A site in one language with its texts in the tree, without those that nothing else needs. A hole and its name cost 8 bytes each.
fn with_texts_in_tree(mut site: Value, tree: &Value) -> (Value, Value) {
    let Value::Object(words) = site["words"].take() else { return (site, tree.clone()) };
    let has_one_title = ["changed", "titleInforms"].iter().all(|other| !words.contains_key(*other));
    // The loader would take what is in braces for a hole.
    let moves = |(name, text): &(String, Value)| {
        !text.as_str().is_some_and(|text| text.contains('{'))
            && (ONLY_IN_TREE.contains(&name.as_str()) || name.starts_with("link") || name == "title" && has_one_title)
    };
    let (mut texts, words): (Map<_, _>, Map<_, _>) = words.into_iter().partition(moves);
    site["words"] = words.into();
    texts.extend(["language", "direction"].map(|name| (name.to_owned(), site[name].clone())));
    (site, filled(tree, &texts))
}

/// A tree with these texts in the holes of their names.
fn filled(tree: &Value, texts: &Map<String, Value>) -> Value {
    match tree {
        Value::Array(nodes) => nodes.iter().map(|node| filled(node, texts)).collect(),
        Value::Object(attributes) => {
            attributes.iter().map(|(name, value)| (name.clone(), filled(value, texts))).collect()
        }
        Value::String(text) => {
            let hole = text.strip_prefix('{').and_then(|text| text.strip_suffix('}'));
            hole.and_then(|name| texts.get(name)).unwrap_or(tree).clone()
        }
        other => other.clone(),
    }
}

/// Words without one of them.
fn without(words: &Value, name: &str) -> Value {
    let mut words = words.clone();
    words.as_object_mut().and_then(|words| words.remove(name));
    words
}

/// A tree without the buttons whose words are not among these.
fn without_unused_buttons(tree: &Value, words: &Value) -> Value {
    let has_words = |node: &Value| match node.get(2).and_then(Value::as_str) {
        Some(text) if node[0] == "button" => words.get(text.trim_matches(['{', '}'])).is_some(),
        _ => true,
    };
    match tree {
        Value::Array(nodes) => {
            nodes.iter().filter(|node| has_words(node)).map(|node| without_unused_buttons(node, words)).collect()
        }
        other => other.clone(),
    }
}

/// The modules: what opens gates; the second half, which knows the app's files; and what that fetches for a receipt and for the
/// audit of a page's storage.
pub(super) fn modules(parts: &Parts, app: &AppFiles) -> Result<[File; 4], MissingPart> {
    let gates = File::hashed("gates", "js", parts.bytes("gates.js")?);
    let receipts = File::hashed("receipts", "js", parts.bytes("receipts.js")?);
    let audit = File::hashed("audit", "js", parts.bytes("audit.js")?);
    let files = json!([app.script, app.wasm, app.styles, receipts.name, audit.name]);
    let script = fill(&parts.text("later.js")?, &[("__COURTESY_FILES__", &files)]);
    Ok([gates, File::hashed("later", "js", script.into_bytes()), receipts, audit])
}

/// Puts a literal in the place of each slot's name. In a script file of its own nothing can end it early.
///
/// Only ASCII is written: a script that a server sends without its encoding is read in that of the page (HTML, "fetch a classic script").
pub(super) fn fill(loader: &str, values: &[(&str, &Value)]) -> String {
    // From the last place to the first, so that a name inside a value is never taken for a slot.
    let mut places: Vec<_> =
        values.iter().filter_map(|(name, value)| Some((loader.find(name)?, name.len(), value))).collect();
    places.sort_by_key(|(place, ..)| std::cmp::Reverse(*place));
    places.iter().fold(loader.to_owned(), |mut text, (place, length, value)| {
        text.replace_range(*place..place + length, &ascii(&literal(value)));
        text
    })
}

/// A value as a JavaScript literal: JSON, but for the quotes around names that need none. Each pair costs about a third of a byte.
fn literal(value: &Value) -> String {
    let list = |parts: Vec<String>| parts.join(",");
    match value {
        Value::Array(values) => format!("[{}]", list(values.iter().map(literal).collect())),
        Value::Object(fields) => {
            let name = |name: &String| {
                let is_plain = name.starts_with(|c: char| c.is_ascii_alphabetic())
                    && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
                if is_plain { name.clone() } else { json!(name).to_string() }
            };
            format!(
                "{{{}}}",
                list(fields.iter().map(|(key, value)| format!("{}:{}", name(key), literal(value))).collect())
            )
        }
        _ => value.to_string(),
    }
}

/// JavaScript with every other character in its escaped form.
fn ascii(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    for character in json.chars() {
        match character {
            '\0'..='\u{7f}' => text.push(character),
            _ => text.extend(character.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}"))),
        }
    }
    text
}
