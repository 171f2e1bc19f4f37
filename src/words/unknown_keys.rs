//! The keys of a file of words: what no word is called is reported, with the name that was probably meant.

use serde_json::{Map, Value};

use super::PATHS;
use super::owner_words::Reader;
use super::placeholders::near;

impl Reader<'_> {
    /// Reports every key that no word has.
    pub(super) fn known(&mut self, fields: &Map<String, Value>) {
        for (part, groups) in fields {
            if ["language", "direction"].contains(&part.as_str()) {
                continue;
            }
            if !["app", "form", "pages"].contains(&part.as_str()) {
                self.report("words-unknown", part, format!("\"{part}\" is unknown here"), "remove it");
                continue;
            }
            let Value::Object(groups) = groups else {
                self.report("words-form", part, "expected an object of groups", "write it in { }");
                continue;
            };
            for (group, words) in groups {
                let path = format!("{part}.{group}");
                let Value::Object(words) = words else {
                    let known = PATHS.iter().any(|(known, _)| known.starts_with(&format!("{path}.")));
                    let code = if known { "words-form" } else { "words-unknown" };
                    self.report(code, &path, "expected an object of words", "write it in { }, or remove it");
                    continue;
                };
                for word in words.keys().map(|word| format!("{path}.{word}")) {
                    if !PATHS.iter().any(|(known, _)| *known == word) {
                        self.report("words-unknown", &word, "no word has this name", near(&word));
                    }
                }
            }
        }
    }
}
