//! What the form for requests needs of a browser: `www/app/form.js` in Rust's words.

use js_sys::JSON;
use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, MouseEvent};

use super::{Parsed, storage};
use crate::rights::{FormValues, Request, SavedRequest, SavedRequests};
use crate::site::Day;

#[wasm_bindgen(module = "/www/app/form.js")]
extern "C" {
    #[wasm_bindgen(js_name = answers)]
    fn js_answers(inside: &Element) -> JsValue;
    #[wasm_bindgen(js_name = today)]
    fn js_today() -> String;
    #[wasm_bindgen(js_name = date)]
    fn js_date(language: &str, day: &str) -> String;
    /// A key that no other request has.
    pub fn key() -> String;
    #[wasm_bindgen(js_name = copy)]
    fn js_copy(text: &str, done: &JsValue);
    #[wasm_bindgen(js_name = save)]
    fn js_save(name: &str, kind: &str, text: &str);
    #[wasm_bindgen(js_name = send)]
    fn js_send(address: &str, key: &str, body: &str, done: &JsValue);
}

/// What stands in the form inside an element; what it does not show stays what it was.
pub fn answers(inside: &Element, was: &FormValues) -> FormValues {
    FormValues::read(&Parsed::from(js_answers(inside)), was)
}

/// The number on the button that a click was on.
pub fn chosen(click: &MouseEvent) -> Option<usize> {
    let target = click.target()?.dyn_into::<Element>().ok()?;
    target.closest("[data-offer]").ok()??.get_attribute("data-offer")?.parse().ok()
}

/// Puts the focus on the first element inside that the selector finds.
pub fn focus(inside: &Element, selector: &str) {
    let found = inside.query_selector(selector).ok().flatten().and_then(|found| found.dyn_into::<HtmlElement>().ok());
    // What refuses the focus leaves it where it was.
    found.map(|found| found.focus()).and_then(Result::ok).unwrap_or_default();
}

/// Today, where the visitor is; `None` where the clock is outside the years 0 to 9999.
pub fn today() -> Option<Day> {
    js_today().parse().ok()
}

/// A day as a language writes it.
pub fn date(day: Day, language: &str) -> String {
    js_date(language, &day.to_string())
}

/// Copies a text, and calls back whether it did.
pub fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    js_copy(text, &told(|came| done(!came.is_empty())));
}

/// Hands a request to the browser as a file.
pub fn save(request: &Request) {
    js_save("request.json", "application/json", &written(request).unwrap_or_default());
}

/// Hands a calendar to the browser as a file.
pub fn save_calendar(text: &str) {
    js_save("requests.ics", "text/calendar", text);
}

/// Sends a request once, and calls back with `2xx`, another status, or an empty text where nothing was answered.
pub fn send(address: &str, request: &Request, done: impl FnOnce(String) + 'static) {
    js_send(address, request.id, &written(request).unwrap_or_default(), &told(done));
}

fn told(done: impl FnOnce(String) + 'static) -> JsValue {
    Closure::once_into_js(done)
}

/// What is remembered in this browser under that key.
pub fn mine(key: &str) -> SavedRequests {
    storage::text(key).and_then(|text| SavedRequests::read(&Parsed::parse(&text)?)).unwrap_or_default()
}

/// Remembers one more, and says whether it did. What another version wrote is not written over.
pub fn keep(key: &str, kept: SavedRequest) -> bool {
    let before = match storage::text(key) {
        None => Some(SavedRequests::default()),
        Some(text) => Parsed::parse(&text).and_then(|json| SavedRequests::read(&json)),
    };
    let text = before.and_then(|mine| written(&mine.with(kept)));
    text.is_some_and(|text| storage::write_text(key, &text).is_ok())
}

/// Erases what is remembered.
pub fn forget(key: &str) {
    // Where storage is blocked there is nothing to erase.
    let _ = storage::erase(key);
}

fn written(value: &impl Serialize) -> Option<String> {
    let value = storage::value(value).ok()?;
    JSON::stringify(&value).ok()?.as_string()
}
