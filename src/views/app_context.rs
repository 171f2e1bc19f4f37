//! What the app knows from its start: the site as far as a record depends on it, the words, and where the pages are.

use crate::consent::{Current, Signals};
use crate::policy::Pages;
use crate::site::Json;
use crate::words::Words;

/// What every view of the app can ask for.
#[derive(Debug)]
pub struct AppContext {
    /// The site's id, which the keys in localStorage end with.
    pub id: String,
    /// The visitor's language.
    pub language: String,
    /// The site of today, as far as a record depends on it.
    pub current: Current,
    /// The signals of the browser.
    pub signals: Signals,
    /// The words of the language that the app uses.
    pub words: Words,
    /// The addresses of the policy and the form.
    pub pages: Pages,
}

impl AppContext {
    /// What the loader knows and the build prepared; `None` where another version of Courtesy wrote it.
    pub fn read(json: &impl Json, words: Words, signals: Signals) -> Option<Self> {
        Some(Self {
            id: json.stated("id")?,
            language: json.stated("language")?,
            current: Current::read(json)?,
            signals,
            words,
            pages: Pages::read(&json.field("pages")?)?,
        })
    }
}
