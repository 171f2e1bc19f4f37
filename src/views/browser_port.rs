//! The browser as the components need it: a clock, a clipboard, files, storage, a way to send. They touch none of it themselves.

use yew::prelude::*;

use crate::consent::{Choice, Current, OrderedMap, Record};
use crate::rights::{FormValues, Request, SavedRequest, SavedRequests};
use crate::site::Day;

/// What a browser does for the components.
pub trait BrowserPort: std::fmt::Debug {
    /// The values of the fields in a form; one that it does not show stays what it was.
    fn form_values(&self, form: &NodeRef, was: &FormValues) -> FormValues;
    /// The index of the letter whose button was clicked.
    fn letter_index(&self, click: &MouseEvent) -> Option<usize>;
    /// Moves the focus to the first element that a CSS selector finds.
    fn focus(&self, inside: &NodeRef, selector: &str);
    /// Today, where the visitor is; `None` where the clock is outside the years 0 to 9999.
    fn today(&self) -> Option<Day>;
    /// A day as a language writes it.
    fn date(&self, day: Day, language: &str) -> String;
    /// A key that no other request has.
    fn new_key(&self) -> String;
    /// Copies a text, and calls back whether it did.
    fn copy(&self, text: &str, done: Callback<bool>);
    /// Downloads a request as a file.
    fn download(&self, request: &Request);
    /// Downloads reminders as a file; the calendar is made for the current time.
    fn remind(&self, calendar: &dyn Fn(&str) -> String);
    /// Sends a request once, and calls back with the answer: `2xx`, another status, or an empty text.
    fn send(&self, address: &str, request: &Request, done: Callback<String>);
    /// What the visitor decided that counts for the site of today, of the record that holds on this page.
    fn choices(&self, current: &Current, record: Option<&Record>) -> OrderedMap<Choice>;
    /// Turns off on this device whatever is a sale or sharing, and records it in that language; whether that is stored.
    fn opt_out(&self, current: &Current, language: &str) -> bool;
    /// The requests that are saved in this browser.
    fn saved_requests(&self) -> SavedRequests;
    /// Whether any are.
    fn has_saved_requests(&self) -> bool;
    /// Saves one more; whether it did.
    fn save(&self, request: SavedRequest) -> bool;
    /// Erases what is saved.
    fn erase_requests(&self);
}
