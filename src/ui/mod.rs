//! The Yew components: data in, callbacks out. They know no storage and no clock, so the build renders them as well as the app.
//!
//! [`Notice`] and [`Reopen`] are rendered when courtesy is built, and shown by the loader without wasm. [`App`] is what a
//! browser runs when details or the policy are asked for. The pages ([`page`]) are rendered by the build alone.

mod app;
mod details;
mod dialog;
mod facts;
mod items;
#[cfg(feature = "compile")]
mod markup;
mod notice;
#[cfg(feature = "compile")]
pub mod page;
mod pieces;
mod policy;
mod services;
mod state;

use std::ops::Deref;
use std::rc::Rc;

pub use app::{Act, App, AppProps, Screen};
pub use notice::{FirstLayer, Notice, NoticeProps, Reopen};
pub use policy::Element;
pub use state::{Action, Leaving, Memory, State, View};

use crate::policy::Pages;
use crate::site::{Id, Language, Site};
use crate::words::{Word, Words};

/// What every view shows: the declaration, the words to say it in, and where the pages are.
#[derive(Debug)]
pub struct Declared {
    /// The site, in the visitor's language.
    pub site: Site,
    /// That language.
    pub language: Language,
    /// The words of it.
    pub words: Words,
    /// The addresses of the policy and the form.
    pub pages: Pages,
}

/// What the components share, such as [`Declared`]. It never changes, so two of them are equal where they are one.
#[derive(Debug)]
pub struct Shared<T = Declared>(Rc<T>);

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> From<T> for Shared<T> {
    fn from(value: T) -> Self {
        Self(Rc::new(value))
    }
}

impl Declared {
    fn say(&self, word: Word) -> &str {
        self.words.say(word)
    }

    fn purpose(&self, id: &Id) -> String {
        self.site.purpose_title(id, &self.words)
    }

    /// The text with `{site}` filled.
    fn of_site(&self, word: Word) -> String {
        self.words.fill(word, &[("site", &self.site.name)])
    }
}
