//! An owner's words for a language that is not built in: what may have been forgotten in translating them.

use super::context::listed;
use super::{Finding, Location, Severity};
use crate::words::OwnerWords;

/// The code of what is found here.
pub(super) const CODES: [&str; 1] = ["words-english"];

/// The texts that are the English ones, letter for letter. A few can be right ("OK"); more than a quarter is no translation.
pub fn untranslated_words(all: &[OwnerWords]) -> Vec<Finding> {
    let mut found = Vec::new();
    for OwnerWords { file, english, .. } in all.iter().filter(|own| !own.english.is_empty()) {
        let severity = if english.len() * 4 > OwnerWords::count() { Severity::Warning } else { Severity::Note };
        let finding = Finding {
            code: CODES[0],
            severity,
            places: english.iter().map(|path| Location::field(format!("{file}: {path}"))).collect(),
            sentence: format!("{file} has texts that are still English: {}", listed(english)),
            fix: "translate each, unless it is the same in that language".into(),
            why: None,
            label: None,
            gap: false,
            group: None,
        };
        if !found.contains(&finding) {
            found.push(finding);
        }
    }
    found
}
