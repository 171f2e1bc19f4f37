//! Records that are almost valid: each is read as the rules say, and as the loader reads it (tests/loader/almost_valid.test.mjs).

use std::collections::BTreeMap;

use crate::fixtures::json as file;
use crate::records::stored;
use crate::tables::check_almost_valid;

#[test]
fn almost_valid_records_are_read_as_the_rules_say() {
    let table = file("tests/fixtures/almost_valid.json");
    for row in table["rows"].as_array().expect("rows") {
        check_almost_valid(&table, row, stored);
    }
}

#[test]
fn no_reading_is_so_common_that_a_reader_could_always_give_it() {
    let table = file("tests/fixtures/almost_valid.json");
    let rows = table["rows"].as_array().expect("rows");
    let mut counts = BTreeMap::new();
    for row in rows {
        *counts.entry(row["expect"].as_str().expect("a reading")).or_insert(0) += 1;
    }
    assert!(rows.len() >= 300 && counts.len() >= 9, "{counts:?}");
    assert!(counts.values().all(|count| count * 10 <= rows.len() * 7), "{counts:?}");
}
