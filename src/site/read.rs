//! Reading an owner's site file: all its problems at once, or a declaration that holds together.
//!
//! The schema that the types generate says what a file may look like, so a field is described once, in its type;
//! `schema_validation` walks a file along it, `consistency` compares its parts. Each problem has the path of the fault and the fix.

use std::fmt;

use serde_json::Value;
use serde_json::error::Category;

use super::unique_fields::Distinct;
use super::{Exemption, Id, Purpose, SiteFile, consistency, derived_id, schema_validation};

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
    /// The line of the file, from 1, where the text is no JSON that can be gone through; else `path` says where.
    pub line: Option<usize>,
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
        Self { code, line: None, path: path.into(), sentence: sentence.into(), fix: fix.into() }
    }
}

impl Problem {
    /// That a site file cannot even be opened, or is no text.
    pub fn unreadable(why: &str) -> Self {
        Self::new("unreadable", "", format!("the file cannot be read: {why}"), "name a site file: JSON, in UTF-8")
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        write!(f, "{}; {}", self.sentence, self.fix)
    }
}

/// Reads a site file, or says everything that is wrong in it.
///
/// # Errors
/// Every problem of the file's form and of how its parts fit together. A text that is no JSON, or in which an object names a
/// field twice, has one problem: where.
pub fn read(text: &str) -> Result<SiteFile, Vec<Problem>> {
    let value = json(text).map_err(|problem| vec![problem])?;
    let mut problems = schema_validation::problems(&value);
    problems.extend(consistency::problems(&value));
    if !problems.is_empty() {
        return Err(problems);
    }
    let id = derived_id(&value);
    let mut site: SiteFile = serde_json::from_value(value).map_err(|error| {
        vec![Problem::new("bad-value", "", error.to_string(), "please report this: the schema should have said it")]
    })?;
    site.id = id.parse().ok();
    declare_essential(&mut site);
    Ok(site)
}

/// The JSON of a file in which no object names a field twice, or the one problem of it, with the line.
pub(crate) fn json(text: &str) -> Result<Value, Problem> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let Distinct(value) = serde_json::from_str(text).map_err(|error| {
        let place = format!("line {}, column {}", error.line(), error.column());
        let said = error.to_string();
        let problem = match error.classify() {
            Category::Data => Problem::new(
                "repeated-field",
                place,
                said.split(" at line ").next().unwrap_or(&said),
                "put both into one, or remove one",
            ),
            _ => Problem::new(
                "not-json",
                place,
                "the text is not JSON from here on",
                "look for a missing comma, bracket or quotation mark, a comma too many, or a comment",
            ),
        };
        Problem { line: Some(error.line()), ..problem }
    })?;
    Ok(value)
}

/// The purpose `essential` exists undeclared, and is strictly necessary where the file does not say so.
fn declare_essential(site: &mut SiteFile) {
    match site.purposes.iter_mut().find(|purpose| purpose.id == Id::essential()) {
        Some(essential) => essential.exemption = Some(Exemption::StrictlyNecessary),
        None => site.purposes.insert(0, Purpose::essential()),
    }
}
