//! Stable anchors: the same headings have the same ones, no two are alike, and none takes the place of the page's own.

use std::collections::HashMap;

/// The anchors given so far: each with the count that was tried last for it.
#[derive(Debug)]
pub(super) struct Anchors(HashMap<String, usize>);

impl Anchors {
    /// None but those that every policy page has by itself.
    pub fn new() -> Self {
        Self(["storage", "rights", "contact", "changes"].map(|own| (own.to_owned(), 1)).into())
    }

    /// The anchor of the next heading: its letters and digits, of any script, with a count where it was given before.
    pub fn next(&mut self, title: &str) -> String {
        let lower = title.to_lowercase();
        let words: Vec<_> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let name = if words.is_empty() { "section".to_owned() } else { words.join("-") };
        let mut anchor = name.clone();
        while self.0.contains_key(&anchor) {
            let count = self.0.entry(name.clone()).or_insert(1);
            *count += 1;
            anchor = format!("{name}-{count}");
        }
        self.0.insert(anchor.clone(), 1);
        anchor
    }
}
