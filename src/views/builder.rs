//! What the views' files and pages are built of: the declaration in one language, and elements. Never in the browser.

use serde_json::{Value, json};

use super::element::Element;
use crate::consent::OrderedMap;
use crate::policy::{Document, Pages};
use crate::site::{Id, Language, Site};
use crate::words::{Word, Words};

/// A declaration, the words to put it in, and where the pages are.
#[derive(Debug)]
pub struct Declared {
    /// The site, in the visitor's language.
    pub site: Site,
    /// That language.
    pub language: Language,
    /// All words of it.
    pub words: Words,
    /// The addresses of the policy and the form.
    pub pages: Pages,
}

/// All that the files of the views are made of.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The declaration.
    pub declared: &'a Declared,
    /// The policy, where the owner has no page of their own.
    pub policy: Option<&'a Document>,
    /// The hashes of what is material, which a record refers to.
    pub facts: &'a OrderedMap<String>,
    /// What an opt-out removes from the device.
    pub removable: &'a [Value],
    /// The receipt of ISO/IEC TS 27560, before the record is put into it.
    pub receipt: &'a Value,
}

/// Where elements are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Surface {
    /// On a page of its own, below its `h1`.
    Page,
    /// In the dialog, below its `h2`, where ids must differ from the notice's.
    Dialog,
}

impl Surface {
    /// The heading of a part.
    pub fn of_part(self) -> &'static str {
        match self {
            Self::Page => "h2",
            Self::Dialog => "h3",
        }
    }

    /// The heading of an entry of a declared list, one level below that of a part.
    pub fn of_entry(self) -> &'static str {
        match self {
            Self::Page => "h3",
            Self::Dialog => "h4",
        }
    }
}

/// An element without anything in it.
pub(crate) fn element(name: &'static str) -> Element {
    Element { name: name.to_owned(), ..Element::default() }
}

/// An element with a text.
pub(crate) fn text(name: &'static str, text: impl Into<String>) -> Element {
    Element { text: text.into(), ..element(name) }
}

/// An element with others in it.
pub(crate) fn within(name: &'static str, inside: Vec<Element>) -> Element {
    Element { inside, ..element(name) }
}

/// A value without its nulls, empty texts, lists and objects: what is not stated is left out.
pub(crate) fn stated(value: Value) -> Value {
    let is_stated = |value: &Value| ![json!(null), json!([]), json!({}), json!("")].contains(value);
    match value {
        Value::Object(fields) => {
            let fields = fields.into_iter().map(|(name, value)| (name, stated(value)));
            fields.filter(|(_, value)| is_stated(value)).collect()
        }
        Value::Array(entries) => entries.into_iter().map(stated).collect(),
        other => other,
    }
}

impl Declared {
    pub(crate) fn say(&self, word: Word) -> &str {
        self.words.say(word)
    }

    pub(crate) fn purpose(&self, id: &Id) -> String {
        self.site.purpose_title(id, &self.words)
    }

    /// The text with `{site}` filled.
    pub fn of_site(&self, word: Word) -> String {
        self.words.fill(word, &[("site", &self.site.name)])
    }

    /// Some texts, with commas; nothing where there are none.
    pub(crate) fn joined(&self, texts: impl Iterator<Item = String>) -> Option<String> {
        let join =
            |first: String, next: String| self.words.fill(Word::UnitComma, &[("first", &first), ("second", &next)]);
        texts.reduce(join)
    }
}
