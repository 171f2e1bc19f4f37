//! A problem of a site file: where it is, what is wrong, and how to fix it; with every code that one can have.

use std::fmt;

/// Every code that a problem can have. Machines read them, so they stay what they are; docs/check.md explains each.
pub const CODES: [&str; 25] = [
    "unreadable",
    "not-json",
    "repeated-field",
    "unknown-field",
    "missing-field",
    "wrong-type",
    "empty-value",
    "bad-value",
    "missing-language",
    "unknown-language",
    "repeated-entry",
    "unknown-purpose",
    "unknown-service",
    "stores-nothing",
    "name-overlap",
    "no-way-back",
    "policy-source",
    "unknown-heading",
    "words-source",
    "words-missing",
    "words-untranslated",
    "words-unknown",
    "words-holes",
    "words-form",
    "built-unreadable",
];

/// Something wrong in a site file: where, what, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Which kind of fault it is: one of [`CODES`].
    pub code: &'static str,
    /// The line and the character in it, both from 1, where the text is not JSON that can be read; else `path` says where.
    pub position: Option<(usize, usize)>,
    /// The path of the fault, such as `services[2].purposes[0]`; empty for the file as a whole.
    pub path: String,
    /// What is wrong.
    pub sentence: String,
    /// What to do about it.
    pub fix: String,
}

impl Problem {
    pub(crate) fn new(
        code: &'static str,
        path: impl Into<String>,
        sentence: impl Into<String>,
        fix: impl Into<String>,
    ) -> Self {
        debug_assert!(CODES.contains(&code), "{code} is not listed");
        Self { code, position: None, path: path.into(), sentence: sentence.into(), fix: fix.into() }
    }

    /// That a site file cannot even be opened, or is no text.
    pub fn unreadable(file: &str, why: &str) -> Self {
        Self::new("unreadable", "", format!("{file} cannot be read: {why}"), "name a site file: JSON, in UTF-8")
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        if let Some((line, column)) = self.position {
            write!(f, "line {line}, column {column}: ")?;
        }
        write!(f, "{}; {}", self.sentence, self.fix)
    }
}
