//! The files that tests read: fixtures, seed sites, and the smallest site there can be.

use std::fs;
use std::path::{Path, PathBuf};

use courtesy::site::SiteFile;
use courtesy::site::read::read;
use serde_json::{Map, Value, json};

pub fn path(of: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(of)
}

pub fn text(of: &str) -> String {
    fs::read_to_string(path(of)).unwrap_or_else(|error| panic!("{of}: {error}"))
}

pub fn json(of: &str) -> Value {
    serde_json::from_str(&text(of)).unwrap_or_else(|error| panic!("{of}: {error}"))
}

/// RFC 7396: a patch on a value; null removes.
pub fn merged(value: Option<&Value>, patch: &Value) -> Value {
    let Value::Object(patch) = patch else { return patch.clone() };
    let mut result = value.and_then(Value::as_object).cloned().unwrap_or_else(Map::new);
    for (key, part) in patch {
        if part.is_null() {
            result.remove(key);
        } else {
            let whole = merged(result.get(key), part);
            result.insert(key.clone(), whole);
        }
    }
    result.into()
}

/// A name, a contact's e-mail and an item's purpose: nothing else is required.
pub fn smallest() -> Value {
    json!({ "name": "A", "controller": { "contacts": [{ "email": "a@b.example" }] }, "items": [{ "purpose": "essential" }] })
}

/// The smallest site with a patch on it.
pub fn site(patch: Value) -> SiteFile {
    let text = merged(Some(&smallest()), &patch).to_string();
    read(&text).unwrap_or_else(|problems| panic!("{}", sentences(&problems).join("\n")))
}

/// The problems of the smallest site with a patch on it, as sentences.
pub fn problems(patch: Value) -> Vec<String> {
    let text = merged(Some(&smallest()), &patch).to_string();
    sentences(&read(&text).err().unwrap_or_default())
}

fn sentences(problems: &[courtesy::site::read::Problem]) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
}

pub const SEEDS: [&str; 4] = ["mazoon", "mjpro", "nanoflux", "mediux"];

/// A site of `www/sites`.
pub fn seed(name: &str) -> SiteFile {
    read(&text(&format!("www/sites/{name}/site.json"))).expect("the seed sites have no problems")
}
