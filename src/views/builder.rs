//! What the build prepares of a site for the app and the pages: elements, and long views cut into pieces. Never in the browser.

use super::element::{Element, OWN};
use crate::policy::{Document, Pages};
use crate::site::{Id, Language, Site};
use crate::views::details::prepare as details;
use crate::views::policy::markup::markup;
use crate::words::{Word, Words};

/// What the elements are made of: the declaration, the words to say it in, and where the pages are.
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

/// Where elements are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// On a page of its own, below its `h1`.
    Page,
    /// In the dialog, below its `h2`, beside ids of the notice's.
    Dialog,
}

impl Place {
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

/// The pieces of the details, and which of them has the visitor's own record in it.
pub fn details(declared: &Declared) -> (Vec<Element>, Option<usize>) {
    let pieces = cut(details::details(declared));
    let own = pieces.iter().position(has_own);
    (pieces, own)
}

/// The pieces of a policy in the dialog.
pub fn policy(declared: &Declared, document: &Document) -> Vec<Element> {
    cut(markup(declared, document, Place::Dialog))
}

/// What the view of choices is sent.
pub use crate::views::choices::prepare::choices;
/// What the view of the receipt is made of.
pub use crate::views::receipt::prepare::receipt;
/// What the form for requests is sent.
pub use crate::views::rights::prepare::{opt_out, rights};

/// How many elements a piece has at most, where none in it has more by itself: a few milliseconds' work.
const WEIGHT: usize = 200;

/// What stands in a row, cut into pieces of about the same weight.
pub fn cut(elements: Vec<Element>) -> Vec<Element> {
    let mut pieces: Vec<Element> = Vec::new();
    let mut weight = 0;
    for element in elements {
        let its = self::weight(&element);
        weight += its;
        match pieces.last_mut() {
            Some(piece) if weight <= WEIGHT => piece.inside.push(element),
            _ => {
                weight = its;
                pieces.push(within("", vec![element]));
            }
        }
    }
    pieces
}

fn weight(element: &Element) -> usize {
    1 + element.inside.iter().map(weight).sum::<usize>()
}

fn has_own(element: &Element) -> bool {
    element.name == OWN || element.inside.iter().any(has_own)
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
}
