//! The published schema is the types' own.

use courtesy::site::schema::schema;

const PUBLISHED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/www/site.schema.json");

#[test]
fn the_published_schema_is_generated_from_the_types() {
    let generated = format!("{:#}\n", schema());
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(PUBLISHED, &generated).expect("www can be written");
    }
    let published = std::fs::read_to_string(PUBLISHED).unwrap_or_default();
    assert!(published == generated, "www/site.schema.json has drifted: run `UPDATE_SCHEMA=1 cargo test`");
}
