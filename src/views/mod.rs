//! The Yew components: data in, callbacks out. They know no storage and no clock, so the build renders them as well as the app.
//!
//! [`Notice`] and [`Reopen`] are rendered when courtesy is built, and shown by the loader without wasm. [`App`] is what a
//! browser runs when details or the policy are asked for: it draws the elements that the build prepared (`builder`) and knows no
//! declaration. The pages are rendered by the build alone, of the same elements.

mod app;
mod browser_port;
#[cfg(feature = "read")]
pub mod builder;
mod buttons;
mod choices;
mod chunks;
#[cfg(feature = "read")]
mod details;
mod dialog;
mod element;
mod layout;
mod notice;
#[cfg(feature = "read")]
pub mod policy;
#[cfg(feature = "read")]
mod receipt;
mod record_controls;
pub mod rights;
mod state;

use std::ops::Deref;
use std::rc::Rc;

pub use app::{Act, App, AppProps, Screen};
pub use browser_port::Desk;
pub use choices::model::{Choices, Decision, Row};
pub use chunks::Pieces;
pub use element::Element;
pub use notice::markup::{FirstLayer, Notice, NoticeProps, Reopen, Said};
pub use rights::event::Draft;
pub use rights::form::{Form, FormProps};
pub use rights::model::{Local, OptOut, Rights};
pub use state::{Action, Leaving, Memory, State, View};

use crate::consent::{Current, Signals};
use crate::policy::Pages;
use crate::site::Json;
use crate::words::Words;

/// What the app is given to show.
#[derive(Debug)]
pub struct Given {
    /// The site's id, which the keys in localStorage end with.
    pub id: String,
    /// The visitor's language.
    pub language: String,
    /// The site of today, as far as a record depends on it.
    pub current: Current,
    /// What the browser says by itself.
    pub signals: Signals,
    /// The words of the language, as far as the app says them.
    pub words: Words,
    /// The addresses of the policy and the form.
    pub pages: Pages,
    /// The title of the details.
    pub title: String,
    /// The content of the details.
    pub details: Pieces,
}

impl Given {
    /// What the loader knows and the build prepared; `None` where another version of Courtesy wrote it.
    pub fn read(json: &impl Json, words: Words, details: Pieces, signals: Signals) -> Option<Self> {
        Some(Self {
            id: json.stated("id")?,
            language: json.stated("language")?,
            current: Current::read(json)?,
            signals,
            words,
            pages: Pages::read(&json.field("pages")?)?,
            title: json.stated("title")?,
            details,
        })
    }
}

/// What the components share, such as [`Given`]. It never changes, so two of them are equal where they are one.
#[derive(Debug)]
pub struct Shared<T>(Rc<T>);

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
