//! The visitor's side, as a browser gives it.

use courtesy::browser::{clock, form, signals, storage};
use courtesy::consent::{Choice, Current, Entries, Record};
use courtesy::rights::{Answers, KEY, Kept, Mine, Request};
use courtesy::site::Day;
use courtesy::ui::Desk;
use yew::{Callback, MouseEvent, NodeRef};

/// This browser.
#[derive(Debug)]
pub struct Browser;

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

    fn mine(&self) -> Mine {
        form::mine()
    }

    fn is_kept(&self) -> bool {
        storage::is_there(KEY)
    }

    fn keep(&self, kept: Kept) -> bool {
        form::keep(kept)
    }

    fn forget(&self) {
        form::forget();
    }
}
