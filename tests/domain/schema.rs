//! The published schemas are the types' own.

use courtesy::{rights, site};

fn published(name: &str, schema: &serde_json::Value) {
    let path = format!("{}/www/{name}", env!("CARGO_MANIFEST_DIR"));
    let generated = format!("{schema:#}\n");
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(&path, &generated).expect("www can be written");
    }
    let published = std::fs::read_to_string(path).unwrap_or_default();
    assert!(published == generated, "www/{name} has drifted: run `UPDATE_SCHEMA=1 cargo test`");
}

#[test]
fn the_published_schema_is_generated_from_the_types() {
    published("site.schema.json", &site::schema::schema());
}

#[test]
fn the_published_shape_of_a_request_is_generated_from_the_type() {
    published("request.schema.json", &rights::schema::schema());
}
