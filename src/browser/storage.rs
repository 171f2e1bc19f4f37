//! The record in localStorage. gloo-storage panics where storage is blocked, so it is asked only after a probe.

use gloo_storage::{LocalStorage, Storage};
use js_sys::JSON;
use serde::Serialize;
use wasm_bindgen::JsValue;

use super::Parsed;
use crate::consent::{self, KEY, Record, Unread};

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

/// The visitor's record, or why what is stored is none; `None` where nothing is stored or nobody may look.
pub fn read() -> Option<Result<Record, Unread>> {
    let stored = storage().ok()?.get_item(KEY).ok()??;
    Some(Parsed::parse(&stored).ok_or(Unread::Unreadable).and_then(|json| consent::read(&json)))
}

/// Whether anything stands under the record's key.
pub fn is_there() -> bool {
    matches!(storage().map(|storage| storage.get_item(KEY)), Ok(Ok(Some(_))))
}

/// The record as the browser's own value, in the order in which it is written.
///
/// # Errors
/// Where the browser cannot make it.
pub fn value(record: &Record) -> Result<JsValue, Unavailable> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    record.serialize(&serializer).map_err(|_| Unavailable)
}

/// Stores a record, as the browser's `JSON.stringify` writes it, and looks whether it is there, as the loader does.
///
/// # Errors
/// Where storage is blocked or full, or a script of the page garbles what is written.
pub fn write(record: &JsValue) -> Result<(), Unavailable> {
    let text = JSON::stringify(record).ok().and_then(|text| text.as_string()).ok_or(Unavailable)?;
    storage()?.set_item(KEY, &text).map_err(|_| Unavailable)?;
    matches!(read(), Some(Ok(_))).then_some(()).ok_or(Unavailable)
}

/// Erases the record.
///
/// # Errors
/// Where storage is blocked.
pub fn erase() -> Result<(), Unavailable> {
    storage()?.remove_item(KEY).map_err(|_| Unavailable)
}
