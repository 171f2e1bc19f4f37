//! What the components need of whoever shows them: a clock, a clipboard, a way to send, what was decided. They touch none themselves.

use yew::prelude::*;

use crate::consent::{Choice, Current, Entries, Record};
use crate::rights::{Answers, Kept, Mine, Request};
use crate::site::Day;

/// The visitor's side.
pub trait Desk: std::fmt::Debug {
    /// What stands in a form; what it does not show stays what it was.
    fn answers(&self, form: &NodeRef, was: &Answers) -> Answers;
    /// The number on the button that a click was on.
    fn chosen(&self, click: &MouseEvent) -> Option<usize>;
    /// Puts the focus on the first element that a CSS selector finds.
    fn focus(&self, inside: &NodeRef, selector: &str);
    /// Today, where the visitor is; `None` where their clock is out of its mind.
    fn today(&self) -> Option<Day>;
    /// A day as a language writes it.
    fn date(&self, day: Day, language: &str) -> String;
    /// A key that no other request has.
    fn key(&self) -> String;
    /// Copies a text, and says whether it did.
    fn copy(&self, text: &str, done: Callback<bool>);
    /// Hands a request to the browser as a file.
    fn save(&self, request: &Request);
    /// Hands reminders to the browser as a file.
    fn remind(&self, calendar: &dyn Fn(&str) -> String);
    /// Sends a request once, and gives what was answered: `2xx`, another status, or an empty text.
    fn send(&self, address: &str, request: &Request, done: Callback<String>);
    /// What the visitor decided that counts for the site of today, of the record that holds on this page.
    fn choices(&self, current: &Current, record: Option<&Record>) -> Entries<Choice>;
    /// Turns off on this device whatever is a sale or sharing, records it in that language, and says whether it was stored.
    fn opt_out(&self, current: &Current, language: &str) -> bool;
    /// What is remembered in this browser.
    fn mine(&self) -> Mine;
    /// Whether anything is stored for it.
    fn is_kept(&self) -> bool;
    /// Remembers one more, and says whether it did.
    fn keep(&self, kept: Kept) -> bool;
    /// Erases what is remembered.
    fn forget(&self);
}
