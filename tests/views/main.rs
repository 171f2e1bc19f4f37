//! The components in real browsers, inside a shadow root as on a page: `cargo xtask test --only browser`.
#![cfg(target_arch = "wasm32")]

mod choices;
mod details;
mod fake_port;
mod form;
mod form_sending;
mod notice;
mod policy;
mod stage;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
