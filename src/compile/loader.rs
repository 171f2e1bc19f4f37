//! The loader: readable modules joined into a classic script and, for its second half, a module; and the slots in which the build
//! puts what it knows.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::manifest::File;
use super::notice_tree::tree;
use super::parts::{MissingPart, Parts};
use crate::site::PageLink;

/// The names of the app's files, beside the script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppFiles {
    /// The glue, an ES module.
    pub script: String,
    /// The wasm.
    pub wasm: String,
    /// The dialog's style sheet.
    pub styles: String,
}

/// What the first half imports and fetches by: the platform's own, or what checks (www/loader/page/integrity.js).
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
            tree: tree(std::iter::empty()),
            styles: parts.text("notice.css")?.trim_end().into(),
            elsewhere: parts.text("position.css")?.trim_end().into(),
            gates: gates.name.as_str().into(),
            later: later.name.as_str().into(),
        })
    }

    /// With a site's facts, and without what it never shows: buttons that it has no words for, another corner.
    pub(super) fn with_site(&self, site: Value, links: &[PageLink]) -> Self {
        let whole = if links.is_empty() { &self.tree } else { &tree(links.iter().map(|link| &link.url)) };
        let tree = said(whole, &site["words"]);
        let elsewhere = if site["notice"].get("position").is_some() { self.elsewhere.clone() } else { String::new() };
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

/// A tree without the buttons whose words are not among these.
fn said(tree: &Value, words: &Value) -> Value {
    let has_words = |node: &Value| match node.get(2).and_then(Value::as_str) {
        Some(text) if node[0] == "button" => words.get(text.trim_matches(['{', '}'])).is_some(),
        _ => true,
    };
    match tree {
        Value::Array(nodes) => nodes.iter().filter(|node| has_words(node)).map(|node| said(node, words)).collect(),
        other => other.clone(),
    }
}

/// The modules: what opens gates; the second half, which knows the app's files; and what that fetches where a receipt is asked for.
pub(super) fn modules(parts: &Parts, app: &AppFiles) -> Result<[File; 3], MissingPart> {
    let gates = File::hashed("gates", "js", parts.bytes("gates.js")?);
    let receipts = File::hashed("receipts", "js", parts.bytes("receipts.js")?);
    let files = json!({ "script": app.script, "wasm": app.wasm, "styles": app.styles, "receipts": receipts.name });
    let script = fill(&parts.text("later.js")?, &[("__COURTESY_FILES__", &files)]);
    Ok([gates, File::hashed("later", "js", script.into_bytes()), receipts])
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

/// What ES modules are joined into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joined {
    /// A classic script that leaves no name behind.
    Script,
    /// A module that exports what its entry does.
    Module,
}

/// Joins ES modules, by file name, into one that runs `entry` last.
///
/// Each module keeps its text but for its `import` lines and the word `export`; so names at the top must differ.
///
/// # Errors
/// A sentence, where a module is missing or two have the same name at the top.
pub fn join(modules: &BTreeMap<String, String>, entry: &str, into: Joined) -> Result<String, String> {
    let modules: BTreeMap<_, _> = modules.iter().map(|(name, text)| (name.clone(), imports_on_a_line(text))).collect();
    let (mut seen, mut order) = (BTreeSet::new(), Vec::new());
    visit(&modules, entry, &mut seen, &mut order)?;
    let mut names = BTreeMap::new();
    let mut script = String::from(if into == Joined::Script { "(() => {\n\"use strict\";\n" } else { "" });
    for file in &order {
        let text = &modules[*file];
        for name in top_names(text) {
            if let Some(other) = names.insert(name, *file) {
                return Err(format!("{file} and {other} both have `{name}` at the top; rename one"));
            }
        }
        script += &format!("\n// {file}\n");
        for line in text.lines().filter(|line| imported(file, line).is_none()) {
            let is_shown = into == Joined::Module && *file == entry;
            script += &defined(line.strip_prefix("export ").filter(|_| !is_shown).unwrap_or(line));
            script.push('\n');
        }
    }
    Ok(if into == Joined::Script { script + "})();\n" } else { script })
}

fn visit<'a>(
    modules: &'a BTreeMap<String, String>,
    file: &str,
    seen: &mut BTreeSet<&'a str>,
    order: &mut Vec<&'a str>,
) -> Result<(), String> {
    let (name, text) = modules.get_key_value(file).ok_or_else(|| format!("there is no module {file}"))?;
    if seen.insert(name) {
        for import in text.lines().filter_map(|line| imported(file, line)) {
            visit(modules, &import, seen, order)?;
        }
        order.push(name);
    }
    Ok(())
}

/// The text with each import on one line: the formatter breaks long ones.
fn imports_on_a_line(text: &str) -> String {
    let (mut joined, mut is_open) = (String::with_capacity(text.len()), false);
    for line in text.lines() {
        is_open = (is_open || line.starts_with("import ")) && !line.ends_with(';');
        joined += line;
        joined.push(if is_open { ' ' } else { '\n' });
    }
    joined
}

/// The file that an import line of a file names: beside it, or in another folder.
fn imported(file: &str, line: &str) -> Option<String> {
    let path = line.strip_prefix("import ")?.split_once(" from \"")?.1.strip_suffix("\";")?;
    let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
    match path.strip_prefix("../") {
        Some(path) => Some(path.into()),
        None if folder.is_empty() => path.strip_prefix("./").map(Into::into),
        None => path.strip_prefix("./").map(|path| format!("{folder}/{path}")),
    }
}

/// A line in which `typeof __NAME__` is what it is where nothing defines the name: read of the page, anybody could define it.
fn defined(line: &str) -> Cow<'_, str> {
    let Some((before, rest)) = line.split_once("typeof __") else { return line.into() };
    match rest.split_once("__") {
        Some((_, after)) => format!("{before}\"undefined\"{after}").into(),
        None => line.into(),
    }
}

/// The names that a module declares at the top: in these files, those whose line begins at the margin.
fn top_names(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| {
        let line = line.strip_prefix("export ").unwrap_or(line);
        let rest = ["const ", "let "].into_iter().find_map(|word| line.strip_prefix(word))?;
        Some(rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or(rest))
    })
}
