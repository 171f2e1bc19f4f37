//! The schema of a type of which exactly one field is written.

/// The schema of a type that is written with exactly one of several fields; others may require one of them.
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
