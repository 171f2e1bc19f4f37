//! The published JSON Schema of the site file, generated from the types: one fact for editors, readers and documentation.

use serde_json::Value;

use super::SiteFile;

/// The JSON Schema (draft 2020-12) of a site file. `www/site.schema.json` is this text; a test fails when it drifts.
pub fn schema() -> Value {
    let mut schema = schemars::schema_for!(SiteFile).to_value();
    schema["title"] = "Courtesy site file".into();
    schema
}
