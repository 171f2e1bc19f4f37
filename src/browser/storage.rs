//! The record, and remembered requests, in localStorage. gloo-storage panics where storage is blocked, so it is asked only after a probe.

use gloo_storage::{LocalStorage, Storage};
use js_sys::JSON;
use serde::Serialize;
use wasm_bindgen::JsValue;

use super::Parsed;
use crate::consent::{self, Record, Unread};

/// The browser does not let the site store or look, or storage is full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unavailable;

fn storage() -> Result<web_sys::Storage, Unavailable> {
    let window = web_sys::window().ok_or(Unavailable)?;
    match window.local_storage() {
        Ok(Some(_)) => Ok(LocalStorage::raw()),
        _ => Err(Unavailable),
    }
}

/// The visitor's record under its key, or why what is stored is none; `None` where nothing is stored, or reading is not allowed.
pub fn read(key: &str) -> Option<Result<Record, Unread>> {
    let stored = text(key)?;
    Some(Parsed::parse(&stored).ok_or(Unread::Unreadable).and_then(|json| consent::read(&json)))
}

/// What is stored under a key; `None` where nothing is, or reading is not allowed.
pub fn text(key: &str) -> Option<String> {
    storage().ok()?.get_item(key).ok()?
}

/// Whether anything is stored under a key.
pub fn contains(key: &str) -> bool {
    text(key).is_some()
}

/// A record or a request as the browser's own value, in the order in which it is written.
///
/// # Errors
/// Where the browser cannot make it.
pub fn value(value: &impl Serialize) -> Result<JsValue, Unavailable> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&serializer).map_err(|_| Unavailable)
}

/// Stores a record under its key, as the browser's `JSON.stringify` writes it, and looks whether it is there, as the loader does.
///
/// # Errors
/// Where storage is blocked or full, or a script of the page garbles what is written.
pub fn write(key: &str, record: &JsValue) -> Result<(), Unavailable> {
    let text = JSON::stringify(record).ok().and_then(|text| text.as_string()).ok_or(Unavailable)?;
    let written = write_text(key, &text);
    if written.is_ok() && self::text(key) == Some(text) && matches!(read(key), Some(Ok(_))) {
        return Ok(());
    }
    // Nothing outlives the answer that ended it: where the new record cannot be stored, the one before goes.
    let _ = erase(key);
    Err(Unavailable)
}

/// Stores a text under a key.
///
/// # Errors
/// Where storage is blocked or full.
pub fn write_text(key: &str, text: &str) -> Result<(), Unavailable> {
    storage()?.set_item(key, text).map_err(|_| Unavailable)
}

/// Erases what is stored under a key.
///
/// # Errors
/// Where storage is blocked.
pub fn erase(key: &str) -> Result<(), Unavailable> {
    storage()?.remove_item(key).map_err(|_| Unavailable)
}
