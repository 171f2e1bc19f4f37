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
    /// Its id; what has one can be given the focus.
    pub id: Option<String>,
    /// The address of a link, the name of a navigation, the language of a part, else a class.
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
    let Element { name, id, to, text, inside } = element;
    let text = Html::from(text.clone());
    if name.is_empty() {
        return text;
    }
    let of = |names: &[&str]| to.clone().filter(|_| names.contains(&name.as_str()));
    let href = of(&["a"]).map(|link| address(declared, link));
    // Another site learns neither where its visitor comes from nor how to reach this page.
    let rel = href.as_ref().filter(|href| href.starts_with("http")).map(|_| "noopener noreferrer");
    let (language, class) = (of(&["div"]), of(&["ul", "span"]));
    // A part in another language may run the other way; what scrolls by itself must be reached by the keyboard.
    let dir = language.is_some().then_some("auto");
    let tabindex = if id.is_some() { Some("-1") } else { (name == "figure").then_some("0") };
    html! {
        <@{name.clone()} id={id.clone()} {tabindex} {class} {href} {rel} {dir} lang={language} aria-label={of(&["nav"])}>
            { text }{ elements(declared, inside) }
        </@>
    }
}

/// Where a link leads: to the page for requests, or from the policy page on; in the dialog that page is elsewhere.
fn address(declared: &Declared, link: String) -> String {
    let is_whole =
        link.starts_with(['/', '#']) || link.split(['/', '?']).next().is_some_and(|begin| begin.contains(':'));
    match link.as_str() {
        REQUEST_PAGE => declared.pages.rights.clone(),
        _ if is_whole => link,
        _ => {
            let page = &declared.pages.policy;
            format!("{}{link}", &page[..page.rfind('/').map_or(0, |slash| slash + 1)])
        }
    }
}
