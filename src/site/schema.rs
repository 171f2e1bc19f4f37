//! The published JSON Schema of the site file, generated from the types: one fact for editors, readers and documentation.

use serde_json::Value;

use super::SiteFile;

/// The JSON Schema (draft 2020-12) of a site file. `www/site.schema.json` is this text; a test fails when it drifts.
pub fn schema() -> Value {
    let mut schema = schemars::schema_for!(SiteFile).to_value();
    schema["title"] = "Courtesy site file".into();
    schema
}

/// The schema of a type that is written with exactly one of several fields; the others may need one of them beside them.
macro_rules! one_of {
    ($type:ty, $fields:ty, [$($field:literal),+], $needs:tt $(, where $($generic:tt)+)?) => {
        impl$(<$($generic)+>)? schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                <$fields as schemars::JsonSchema>::schema_name()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let mut schema = <$fields as schemars::JsonSchema>::json_schema(generator);
                schema.insert("oneOf".into(), serde_json::json!([$({ "required": [$field] }),+]));
                schema.insert("dependentRequired".into(), serde_json::json!($needs));
                schema
            }
        }
    };
}
pub(super) use one_of;
