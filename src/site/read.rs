//! Reading an owner's site file: all its problems at once, or a declaration that holds together.
//!
//! The schema that the types generate says what a file may look like, so a field is described once, in its type;
//! `shape` walks a file along it, `rules` compares its parts. Each problem has the path of the fault and the mend.

use std::fmt;

use serde_json::error::Category;

use super::distinct::Distinct;
use super::{Exemption, Id, Purpose, SiteFile, rules, shape};

/// Something wrong in a site file: where, what, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The path of the fault, such as `services[2].purposes[0]`; empty for the file as a whole.
    pub path: String,
    /// What is wrong.
    pub sentence: String,
    /// What to do about it.
    pub mend: String,
}

impl Problem {
    pub(crate) fn new(path: impl Into<String>, sentence: impl Into<String>, mend: impl Into<String>) -> Self {
        Self { path: path.into(), sentence: sentence.into(), mend: mend.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        write!(f, "{}; {}", self.sentence, self.mend)
    }
}

/// Reads a site file, or says everything that is wrong in it.
///
/// # Errors
/// Every problem of the file's form and of how its parts fit together. A text that is no JSON, or in which an object names a
/// field twice, has one problem: where.
pub fn read(text: &str) -> Result<SiteFile, Vec<Problem>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let Distinct(value) = serde_json::from_str(text).map_err(|error| {
        let place = format!("line {}, column {}", error.line(), error.column());
        let said = error.to_string();
        vec![match error.classify() {
            Category::Data => {
                Problem::new(place, said.split(" at line ").next().unwrap_or(&said), "put both into one, or remove one")
            }
            _ => Problem::new(
                place,
                "the text is not JSON from here on",
                "look for a missing comma, bracket or quotation mark, a comma too many, or a comment",
            ),
        }]
    })?;
    let mut problems = shape::problems(&value);
    problems.extend(rules::problems(&value));
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut site: SiteFile = serde_json::from_value(value).map_err(|error| {
        vec![Problem::new("", error.to_string(), "please report this: the schema should have said it")]
    })?;
    declare_essential(&mut site);
    Ok(site)
}

/// The purpose `essential` exists undeclared, and is strictly necessary where the file does not say so.
fn declare_essential(site: &mut SiteFile) {
    match site.purposes.iter_mut().find(|purpose| purpose.id == Id::essential()) {
        Some(essential) => essential.exemption = Some(Exemption::StrictlyNecessary),
        None => site.purposes.insert(0, Purpose::essential()),
    }
}
