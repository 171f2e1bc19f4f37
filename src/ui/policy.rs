//! The policy, drawn from its elements: the page and the dialog show the same.
//!
//! What the build sends is a tree of elements, made in `markup` from the document: one small type that a browser reads, where
//! the document has nine. It holds names and texts, never HTML, and names no element but those that `markup` writes.

use serde::{Deserialize, Serialize};
use yew::prelude::*;

use super::items::items;
use super::pieces::{Room, Whole, pieces};
use super::services::services;
use super::{Declared, Shared};
use crate::policy::REQUEST_PAGE;

/// An element of a policy.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Element {
    /// Its name in HTML, none for text alone; `items` and `services` stand for the declared lists.
    pub name: String,
    /// The id of a heading, the address of a link, the language of a part, else a class.
    pub to: Option<String>,
    /// Its text, which stands before the elements in it.
    pub text: String,
    /// The elements in it.
    pub inside: Vec<Element>,
}

/// Where a policy is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// On a page of its own, below its `h1`.
    #[cfg_attr(not(feature = "compile"), allow(dead_code, reason = "the app draws no pages"))]
    Page,
    /// In the dialog, below its `h2`, beside ids of the notice's.
    Dialog,
}

impl Place {
    /// The heading of an entry of a declared list, one level below that of a part.
    pub fn of_entry(self) -> &'static str {
        match self {
            Self::Page => "h3",
            Self::Dialog => "h4",
        }
    }
}

/// A whole policy.
pub(super) fn policy(declared: &Shared, elements: &Shared<Vec<Element>>, place: Place, room: &Room) -> Html {
    let whole = Whole::Elements(elements.clone());
    let is_list = |element: &Element| ["items", "services"].contains(&element.name.as_str());
    let mut from = 0;
    // The declared lists have pieces of their own.
    let stretches = elements.split_inclusive(is_list).map(|stretch| {
        let (start, list) = (from, stretch.last().filter(|element| is_list(element)));
        from += stretch.len();
        let before = pieces(declared, room, &whole, start..from - usize::from(list.is_some()));
        let list = list.map(|list| match list.name.as_str() {
            "services" => services(declared, place, room),
            _ => items(declared, place, room, Html::default()),
        });
        html! { <>{ before }{ list }</> }
    });
    html! { <div class="policy">{ for stretches }</div> }
}

/// Some of the elements.
pub(super) fn elements(declared: &Declared, elements: &[Element]) -> Html {
    elements.iter().map(|element| draw(declared, element)).collect()
}

fn draw(declared: &Declared, element: &Element) -> Html {
    let Element { name, to, text, inside } = element;
    let text = Html::from(text.clone());
    if name.is_empty() {
        return text;
    }
    let of = |names: &[&str]| to.clone().filter(|_| names.contains(&name.as_str()));
    let (id, label) = (of(&["h2", "h3", "h4", "h5", "h6"]), of(&["nav"]));
    let (href, class) = (of(&["a"]), of(&["ul", "span"]));
    let tabindex = id.is_some().then_some("-1");
    // Another site learns neither where its visitor comes from nor how to reach this page.
    let rel = href.as_ref().filter(|href| href.starts_with("http")).map(|_| "noopener noreferrer");
    let href = href.map(|href| if href == REQUEST_PAGE { declared.pages.rights.clone() } else { href });
    html! {
        <@{name.clone()} {id} {tabindex} {class} {href} {rel} aria-label={label} lang={of(&["div"])}>
            { text }{ elements(declared, inside) }
        </@>
    }
}
