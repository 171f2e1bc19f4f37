//! The reader and the writer that ship, over the tables that the loader satisfies too.

use courtesy::browser::{Parsed, storage};
use courtesy::consent::{Signals, Unread, read};
use courtesy::site::Json;
use js_sys::Function;
use serde_json::Value;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::tables::{
    Stored, acted, answer, check_almost_valid, check_states, check_statuses, current, moment, patched, signals,
    site_of, text_of,
};

/// The key of a site with the id "a".
const KEY: &str = "courtesy:a";

fn table(text: &str) -> Value {
    serde_json::from_str(text).expect("a fixture")
}

fn stored(text: Option<&str>) -> Stored {
    text.map(|text| Parsed::parse(text).ok_or(Unread::Unreadable).and_then(|json| read(&json)))
}

#[wasm_bindgen_test]
fn every_state_of_a_record_is_decided_as_the_loader_decides_it() {
    let table = table(include_str!("../fixtures/assess.json"));
    for row in table["rows"].as_array().expect("rows") {
        let state = patched(&table["base"], row);
        let (stored, site) = (stored(text_of(row, &state).as_deref()), current(&state["site"]));
        let found = answer(&stored, &site, signals(&state), moment(&state["now"]));
        assert_eq!(found, row["expect"], "{}", row["name"]);
    }
}

#[wasm_bindgen_test]
fn hostile_records_are_answered_as_the_loader_answers_them() {
    let base = &table(include_str!("../fixtures/assess.json"))["base"];
    for row in table(include_str!("../fixtures/hostile.json"))["rows"].as_array().expect("rows") {
        let found = answer(&stored(row[0].as_str()), &current(&base["site"]), Signals::default(), moment(&base["now"]));
        assert_eq!(found, row[1], "{}", row[0]);
    }
}

#[wasm_bindgen_test]
fn almost_valid_records_are_read_as_the_loader_reads_them() {
    let table = table(include_str!("../fixtures/almost_valid.json"));
    for row in table["rows"].as_array().expect("rows") {
        check_almost_valid(&table, row, stored);
    }
}

#[wasm_bindgen_test]
fn every_purpose_has_the_state_that_the_loader_gives_it() {
    let table = table(include_str!("../fixtures/states.json"));
    for row in table["rows"].as_array().expect("rows") {
        check_states(&table, row, stored);
    }
}

#[wasm_bindgen_test]
fn what_is_done_is_written_to_the_byte_as_the_loader_writes_it() {
    let table = table(include_str!("../fixtures/decisions.json"));
    for row in table["rows"].as_array().expect("rows") {
        let mut before = stored(row["before"].as_str());
        for act in row["acts"].as_array().expect("acts") {
            let site = site_of(&table, act);
            if let Some(after) = acted(before, &site, act) {
                storage::write(KEY, &storage::value(&after).expect("a value")).expect("storage is there");
            }
            let window = web_sys::window().expect("a window");
            let kept = window.local_storage().expect("storage").expect("storage").get_item(KEY);
            assert_eq!(kept.expect("storage").as_deref(), act["written"].as_str(), "{}", row["name"]);
            before = storage::read(KEY);
            check_statuses(&act["states"], &site.0, &before, signals(act), moment(&act["now"]), &row["name"]);
        }
        storage::erase(KEY).expect("storage is there");
        assert!(storage::read(KEY).is_none());
    }
}

#[wasm_bindgen_test]
fn what_every_object_inherits_is_not_read() {
    let run = |script: &str| Function::new_no_args(script).call0(&JsValue::NULL).expect("a script");
    run("Object.prototype.schema = 'courtesy/1'; Object.prototype.choices = { analytics: 'granted' }");
    let json = Parsed::parse(r#"{"own":{"schema":"else"}}"#).expect("JSON");
    let of_own = json.field("own").and_then(|own| own.stated("schema"));
    let found = (json.field("schema").is_none(), json.field("choices").is_none(), of_own);
    run("delete Object.prototype.schema; delete Object.prototype.choices");
    assert_eq!(found, (true, true, Some("else".to_owned())));
}
