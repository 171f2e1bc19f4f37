//! What the app needs of a browser, in real ones: `cargo xtask test --only browser`.
#![cfg(target_arch = "wasm32")]

mod dialogs;
mod records;
mod storage;
#[path = "../fixtures/tables.rs"]
mod tables;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
