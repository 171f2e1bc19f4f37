//! The browser, as the components need it.

use crate::browser::{clock, form, signals, storage};
use crate::consent::{Choice, Current, OrderedMap, Record};
use crate::rights::{FormValues, Request, SavedRequest, SavedRequests};
use crate::site::Day;
use crate::views::BrowserPort;
use yew::{Callback, MouseEvent, NodeRef};

/// Records that the visitor has opted out, in a language; returns whether that is stored.
pub type OptOut = Box<dyn Fn(&Current, &str) -> bool>;

/// This browser.
pub struct Browser {
    /// The key of localStorage under which requests to this site are saved.
    pub requests: String,
    /// Turns off what is a sale or sharing: in the dialog the loader does it, on the page for requests that page's script.
    pub opt_out: OptOut,
}

/// Derived, it would bring 4 kB of the standard library's ways to write a text into the app.
impl std::fmt::Debug for Browser {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Browser")
    }
}

impl BrowserPort for Browser {
    fn form_values(&self, inside: &NodeRef, was: &FormValues) -> FormValues {
        inside.cast().map_or_else(|| was.clone(), |inside| form::values(&inside, was))
    }

    fn letter_index(&self, click: &MouseEvent) -> Option<usize> {
        form::letter_index(click)
    }

    fn focus(&self, inside: &NodeRef, selector: &str) {
        if let Some(inside) = inside.cast() {
            form::focus(&inside, selector);
        }
    }

    fn today(&self) -> Option<Day> {
        form::today()
    }

    fn date(&self, day: Day, language: &str) -> String {
        form::date(day, language)
    }

    fn new_key(&self) -> String {
        form::new_key()
    }

    fn copy(&self, text: &str, done: Callback<bool>) {
        form::copy(text, move |copied| done.emit(copied));
    }

    fn download(&self, request: &Request) {
        form::download(request);
    }

    fn remind(&self, calendar: &dyn Fn(&str) -> String) {
        if let Some(now) = clock::now() {
            form::download_calendar(&calendar(&now.to_string()));
        }
    }

    fn send(&self, address: &str, request: &Request, done: Callback<String>) {
        form::send(address, request, move |answer| done.emit(answer));
    }

    fn choices(&self, current: &Current, record: Option<&Record>) -> OrderedMap<Choice> {
        clock::now().map(|now| current.valid_choices(record, signals::signals(), now)).unwrap_or_default()
    }

    fn opt_out(&self, current: &Current, language: &str) -> bool {
        (self.opt_out)(current, language)
    }

    fn saved_requests(&self) -> SavedRequests {
        form::saved_requests(&self.requests)
    }

    fn has_saved_requests(&self) -> bool {
        storage::contains(&self.requests)
    }

    fn save(&self, request: SavedRequest) -> bool {
        form::save(&self.requests, request)
    }

    fn erase_requests(&self) {
        form::erase_requests(&self.requests);
    }
}
