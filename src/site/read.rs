//! Reading an owner's site file: all its problems at once, or a declaration that holds together.
//!
//! The schema that the types generate says what a file may look like, so a field is described once, in its type;
//! `schema_validation` walks a file along it, `consistency` compares its parts. Each problem has the path of the fault and the fix.

use serde_json::Value;
use serde_json::error::Category;

pub use super::problem::{CODES, Problem};
use super::unique_fields::Distinct;
use super::{Exemption, Id, Purpose, SiteFile, consistency, derived_id, schema_validation};

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
        let fix = concat!("report this at ", env!("CARGO_PKG_REPOSITORY"), "/issues: the schema should have found it");
        vec![Problem::new("bad-value", "", error.to_string(), fix)]
    })?;
    site.id = id.parse().ok();
    declare_essential(&mut site);
    Ok(site)
}

/// The JSON of a file in which no object names a field twice, or the one problem of it, with its position.
pub(crate) fn json(text: &str) -> Result<Value, Problem> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let Distinct(value) = serde_json::from_str(text).map_err(|error| {
        let said = error.to_string();
        let problem = match error.classify() {
            Category::Data => Problem::new(
                "repeated-field",
                "",
                said.split(" at line ").next().unwrap_or(&said),
                "merge the two, or remove one",
            ),
            _ => Problem::new(
                "not-json",
                "",
                "this is not valid JSON",
                "look for a missing comma, bracket or quotation mark, an extra comma, or a comment",
            ),
        };
        Problem { position: Some((error.line(), character(text, error.line(), error.column()))), ..problem }
    })?;
    Ok(value)
}

/// The number of a character in its line, from 1, of which the parser counts the bytes.
fn character(text: &str, line: usize, byte: usize) -> usize {
    let line = text.split('\n').nth(line.saturating_sub(1)).unwrap_or_default();
    line.char_indices().take_while(|(index, _)| *index < byte).count().max(1)
}

/// The purpose `essential` exists undeclared, and is strictly necessary where the file does not say so.
fn declare_essential(site: &mut SiteFile) {
    match site.purposes.iter_mut().find(|purpose| purpose.id == Id::essential()) {
        Some(essential) => essential.exemption = Some(Exemption::StrictlyNecessary),
        None => site.purposes.insert(0, Purpose::essential()),
    }
}
