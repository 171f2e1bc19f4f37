//! The reader and the writer that ship, over the tables that the loader satisfies too.

use courtesy::browser::{Parsed, storage};
use courtesy::consent::{Record, Signals, Unread, read};
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::tables::{answer, current, merged, moment};

fn table(text: &str) -> Value {
    serde_json::from_str(text).expect("a fixture")
}

fn stored(text: Option<&str>) -> Option<Result<Record, Unread>> {
    text.map(|text| Parsed::parse(text).ok_or(Unread::Unreadable).and_then(|json| read(&json)))
}

#[wasm_bindgen_test]
fn every_state_of_a_record_is_decided_as_the_loader_decides_it() {
    let table = table(include_str!("../fixtures/assess.json"));
    for row in table["rows"].as_array().expect("rows") {
        let state = merged(Some(&table["base"]), row.get("patch").unwrap_or(&json!({})));
        let text = row["raw"].as_str().map(str::to_owned).or_else(|| Some(state.get("stored")?.to_string()));
        let found =
            answer(&stored(text.as_deref()), &current(&state["site"]), state["gpc"].as_bool(), moment(&state["now"]));
        assert_eq!(found, row["expect"], "{}", row["name"]);
    }
}

#[wasm_bindgen_test]
fn hostile_records_are_answered_as_the_loader_answers_them() {
    let base = &table(include_str!("../fixtures/assess.json"))["base"];
    for row in table(include_str!("../fixtures/hostile.json"))["rows"].as_array().expect("rows") {
        let found = answer(&stored(row[0].as_str()), &current(&base["site"]), None, moment(&base["now"]));
        assert_eq!(found, row[1], "{}", row[0]);
    }
}

#[wasm_bindgen_test]
fn a_dismissal_is_written_to_the_byte_as_the_loader_writes_it() {
    for row in table(include_str!("../fixtures/dismissals.json"))["rows"].as_array().expect("rows") {
        let before = stored(row["before"].as_str()).and_then(Result::ok);
        let signals = Signals { gpc: row["gpc"].as_bool() };
        let language = row["language"].as_str().expect("a language");
        let record = Record::dismissed(before, &current(&row["site"]), language, signals, moment(&row["now"]));
        let value = storage::value(&record.expect("near")).expect("a value");
        storage::write(&value).expect("storage is there");
        let window = web_sys::window().expect("a window");
        let written = window.local_storage().expect("storage").expect("storage").get_item("courtesy").expect("storage");
        assert_eq!(written.as_deref(), row["written"].as_str(), "{}", row["name"]);
        assert!(matches!(storage::read(), Some(Ok(_))), "{}", row["name"]);
        storage::erase(courtesy::consent::KEY).expect("storage is there");
        assert!(storage::read().is_none());
    }
}
