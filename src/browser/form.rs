//! What the form for requests needs of a browser: bindings to `www/app/form.js`, and to the loader's locale of dates.

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
    fn js_values(inside: &Element) -> JsValue;
    #[wasm_bindgen(js_name = today)]
    fn js_today() -> String;
    #[wasm_bindgen(js_name = date)]
    fn js_date(language: &str, day: &str) -> String;
    /// A key that no other request has.
    #[wasm_bindgen(js_name = key)]
    pub fn new_key() -> String;
    #[wasm_bindgen(js_name = copy)]
    fn js_copy(text: &str, done: &JsValue);
    #[wasm_bindgen(js_name = save)]
    fn js_save(name: &str, kind: &str, text: &str);
    #[wasm_bindgen(js_name = send)]
    fn js_send(address: &str, key: &str, body: &str, done: &JsValue);
}

#[wasm_bindgen(module = "/www/loader/page/date-locale.js")]
extern "C" {
    #[wasm_bindgen(js_name = dateLocale)]
    fn js_date_locale(language: &str) -> String;
}

/// The values of the fields in a form; one that it does not show stays what it was.
pub fn values(inside: &Element, was: &FormValues) -> FormValues {
    FormValues::read(&Parsed::from(js_values(inside)), was)
}

/// The index of the letter whose button was clicked.
pub fn letter_index(click: &MouseEvent) -> Option<usize> {
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

/// A day as a language writes it, in the locale that the receipt's dates have.
pub fn date(day: Day, language: &str) -> String {
    js_date(&js_date_locale(language), &day.to_string())
}

/// Copies a text, and calls back whether it did.
pub fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    js_copy(text, &once(|copied| done(!copied.is_empty())));
}

/// Downloads a request as a file.
pub fn download(request: &Request) {
    js_save("request.json", "application/json", &text_of(request).unwrap_or_default());
}

/// Downloads a calendar as a file.
pub fn download_calendar(text: &str) {
    js_save("requests.ics", "text/calendar", text);
}

/// Sends a request once, and calls back with `2xx`, another status, or an empty text where nothing was answered.
pub fn send(address: &str, request: &Request, done: impl FnOnce(String) + 'static) {
    js_send(address, request.id, &text_of(request).unwrap_or_default(), &once(done));
}

fn once(done: impl FnOnce(String) + 'static) -> JsValue {
    Closure::once_into_js(done)
}

/// The requests that are saved in this browser under that key.
pub fn saved_requests(key: &str) -> SavedRequests {
    storage::text(key).and_then(|text| SavedRequests::read(&Parsed::parse(&text)?)).unwrap_or_default()
}

/// Saves one more; whether it did. What another version wrote is not written over.
pub fn save(key: &str, request: SavedRequest) -> bool {
    let before = match storage::text(key) {
        None => Some(SavedRequests::default()),
        Some(text) => Parsed::parse(&text).and_then(|json| SavedRequests::read(&json)),
    };
    let text = before.and_then(|saved| text_of(&saved.with(request)));
    text.is_some_and(|text| storage::write_text(key, &text).is_ok())
}

/// Erases what is saved.
pub fn erase_requests(key: &str) {
    // Where storage is blocked there is nothing to erase.
    let _ = storage::erase(key);
}

fn text_of(value: &impl Serialize) -> Option<String> {
    let value = storage::value(value).ok()?;
    JSON::stringify(&value).ok()?.as_string()
}
