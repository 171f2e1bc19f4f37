//! The visitor's side, as a browser gives it.

use crate::browser::{clock, form, signals, storage};
use crate::consent::{Choice, Current, Entries, Record};
use crate::rights::{Answers, Kept, Mine, Request};
use crate::site::Day;
use crate::views::Desk;
use yew::{Callback, MouseEvent, NodeRef};

/// Records that the visitor has opted out, in a language; says whether that is stored.
pub type OptOut = Box<dyn Fn(&Current, &str) -> bool>;

/// This browser.
pub struct Browser {
    /// The key of localStorage under which requests to this site are remembered.
    pub requests: String,
    /// Turns off what is a sale or sharing: the loader's way in the dialog, the page's own on the page for requests.
    pub opted_out: OptOut,
}

/// Derived, it would bring 4 kB of the standard library's ways to write a text into the app.
impl std::fmt::Debug for Browser {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Browser")
    }
}

impl Desk for Browser {
    fn answers(&self, inside: &NodeRef, was: &Answers) -> Answers {
        inside.cast().map_or_else(|| was.clone(), |inside| form::answers(&inside, was))
    }

    fn chosen(&self, click: &MouseEvent) -> Option<usize> {
        form::chosen(click)
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

    fn key(&self) -> String {
        form::key()
    }

    fn copy(&self, text: &str, done: Callback<bool>) {
        form::copy(text, move |copied| done.emit(copied));
    }

    fn save(&self, request: &Request) {
        form::save(request);
    }

    fn remind(&self, calendar: &dyn Fn(&str) -> String) {
        if let Some(now) = clock::now() {
            form::save_calendar(&calendar(&now.to_string()));
        }
    }

    fn send(&self, address: &str, request: &Request, done: Callback<String>) {
        form::send(address, request, move |answer| done.emit(answer));
    }

    fn choices(&self, current: &Current, record: Option<&Record>) -> Entries<Choice> {
        clock::now().map(|now| current.counting(record.map(Ok), signals::signals(), now)).unwrap_or_default()
    }

    fn opt_out(&self, current: &Current, language: &str) -> bool {
        (self.opted_out)(current, language)
    }

    fn mine(&self) -> Mine {
        form::mine(&self.requests)
    }

    fn is_kept(&self) -> bool {
        storage::is_there(&self.requests)
    }

    fn keep(&self, kept: Kept) -> bool {
        form::keep(&self.requests, kept)
    }

    fn forget(&self) {
        form::forget(&self.requests);
    }
}
