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

    /// The anchor of the next heading, as GitHub makes it, so that links within a text that was written there go on to work: in
    /// small letters, with "-" for each space, without any other sign ("What's new" is `whats-new`), and with a count where it was
    /// given before. GitHub has an empty anchor where neither letter nor digit is left.
    pub fn next(&mut self, title: &str) -> String {
        let lower = title.to_lowercase();
        let sign = |c: char| match c {
            '-' | '_' => Some(c),
            _ if c.is_whitespace() => Some('-'),
            // Accents may be written on their own, behind the letter.
            _ => (c.is_alphanumeric() || ('\u{300}'..='\u{36F}').contains(&c)).then_some(c),
        };
        let name: String = lower.trim().chars().filter_map(sign).collect();
        let name = if name.contains(char::is_alphanumeric) { name } else { "section".to_owned() };
        let mut anchor = name.clone();
        while self.0.contains_key(&anchor) {
            let count = self.0.entry(name.clone()).or_insert(0);
            *count += 1;
            anchor = format!("{name}-{count}");
        }
        self.0.insert(anchor.clone(), 0);
        anchor
    }
}
