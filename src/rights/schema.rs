//! The published JSON Schema of a request, generated from the type: what an endpoint can rely on, with and without JavaScript.

use serde_json::{Value, json};

use super::Request;

/// What a form without JavaScript sends as well; every other field may be absent.
const ALWAYS_SENT: [&str; 6] = ["schema", "site", "language", "right", "place", "who"];

/// The JSON Schema (draft 2020-12) of a request. `www/request.schema.json` is this text; a test fails when it drifts.
pub fn schema() -> Value {
    let mut schema = schemars::schema_for!(Request).to_value();
    schema["required"] = json!(ALWAYS_SENT);
    // Without JavaScript, a form sends strings, empty ones for what was not filled in.
    schema["properties"]["permission"]["type"] = json!(["boolean", "string"]);
    schema
}
