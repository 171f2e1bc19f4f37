//! JSON without its empty fields: what an owner does not state is absent.

use serde_json::Value;

/// Without null, `""`, `[]` and `{}` as fields of objects, at any depth.
pub(super) fn prune(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let fields = fields.into_iter().map(|(name, value)| (name, prune(value)));
            fields.filter(|(_, value)| !is_empty(value)).collect()
        }
        Value::Array(entries) => entries.into_iter().map(prune).collect(),
        other => other,
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(entries) => entries.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}
