//! The one thing that the app draws: elements, which the build made of the declaration and of the policy.
//!
//! An element holds names and texts, never HTML, and names nothing but what the build writes (`items`, `services`, `details`,
//! `markup`). A browser reads this one small type where the declaration has forty; the pages are drawn by the same lines.

use serde::Serialize;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag};

use crate::consent::Signals;
use crate::policy::{Pages, REQUEST_PAGE};
use crate::site::Json;

/// An element of a view.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Element {
    /// Its name in HTML, or one of those below; none for text, and for elements in a row.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Its id; what has one can be given the focus.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The address or the name of a link, the name of a navigation, the language of a part, what a fact is called, the moment of a time, else a class.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// Its text, which stands before the elements in it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// The elements in it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub inside: Vec<Element>,
}

/// In its place the app draws what a visitor can do about their own record.
pub(super) const OWN: &str = "own";
/// A fact of a list of facts: three elements of HTML, but one to read, because most of what is read are facts.
pub(super) const FACT: &str = "fact";
/// A fact that is not stated.
pub(super) const UNSTATED: &str = "unstated";

impl Element {
    /// An element as the build wrote it. What is missing is empty, as the build left it out.
    pub fn read(json: &impl Json) -> Self {
        Self {
            name: json.said("name"),
            id: json.stated("id"),
            to: json.stated("to"),
            text: json.said("text"),
            inside: json.listed("inside").iter().map(Self::read).collect(),
        }
    }
}

/// A button that leads to another view, which `to` names.
pub(super) const ACT: &str = "act";
/// What is said where the browser sends Global Privacy Control.
pub(super) const SIGNAL: &str = "gpc";
/// What a link leads to, by its name.
pub(super) const ANCHOR: &str = "anchor";
/// A sentence that is announced when it changes.
const STATUS: &str = "status";

/// The name of the element that is drawn only where the visitor has chosen to remember requests.
pub(super) const KEPT: &str = "kept";

/// What this visitor's browser has of theirs.
#[derive(Debug, Default)]
pub(super) struct Here {
    /// What stands in the place of [`OWN`].
    pub own: Html,
    /// Whether requests are remembered.
    pub is_kept: bool,
    /// What the browser says by itself.
    pub signals: Signals,
}

/// Draws an element.
pub(super) fn draw(pages: &Pages, here: &Here, element: &Element) -> Html {
    let Element { name, id, to, text, inside } = element;
    let inside = html! { <>{ text }{ for inside.iter().map(|element| draw(pages, here, element)) }</> };
    match name.as_str() {
        "" => return inside,
        OWN => return here.own.clone(),
        // Only the dialog has other views, and knows its pages.
        ACT if pages.policy.is_empty() => return Html::default(),
        SIGNAL if here.signals.gpc != Some(true) => return Html::default(),
        KEPT => return if here.is_kept { inside } else { Html::default() },
        FACT | UNSTATED => {
            let value = match name == UNSTATED {
                true => html! { <dd class="unstated">{ inside }</dd> },
                false => html! { <dd>{ inside }</dd> },
            };
            return html! { <div><dt>{ to.clone().unwrap_or_default() }</dt>{ value }</div> };
        }
        _ => {}
    }
    let of = |names: &[&str]| to.clone().filter(|_| names.contains(&name.as_str()));
    let href = of(&["a"]).map(|link| address(pages, link));
    // Another site learns neither where its visitor comes from nor how to reach this page.
    let rel = href.as_ref().filter(|href| href.starts_with("http")).map(|_| "noopener noreferrer");
    let (language, class) = (of(&["div"]), of(&["ul", "span", SIGNAL]));
    // A part in another language may run the other way; what scrolls by itself must be reached by the keyboard.
    let dir = language.is_some().then_some("auto");
    let tabindex = if id.is_some() || name == ANCHOR { Some("-1") } else { (name == "figure").then_some("0") };
    // In the dialog the other page is another view: what was written in the form is not left behind.
    let view = match href.as_deref() {
        Some(href) if href == pages.rights => Some("rights".to_owned()),
        Some(href) if href.split('#').next() == Some(&pages.policy) => Some("policy".to_owned()),
        _ => of(&[ACT]),
    };
    // A button bears a number; what it is about is said by the heading of the same number.
    let number = of(&["button"]);
    let about = number.as_ref().map(|number| format!("right-{number}"));
    let is_button = number.is_some() || name == ACT;
    let tag = match name.as_str() {
        ACT => "button",
        ANCHOR => "a",
        SIGNAL | STATUS => "p",
        other => other,
    };
    // The values of NAMES. What `html!` makes of a name that is known only now is larger (docs/bytes.md).
    let own = |text: &str| text.to_owned();
    let values = [
        id.clone(),
        tabindex.map(own),
        class,
        href,
        rel.map(own),
        dir.map(own),
        language,
        of(&["nav"]),
        of(&["time"]),
        is_button.then(|| own("button")),
        (name == STATUS).then(|| own(STATUS)),
        number,
        view,
        about,
        of(&[ANCHOR]),
    ];
    let values = values.map(|value| value.map(|value| AttributeOrProperty::Attribute(value.into())));
    let mut drawn = VTag::new(own(tag));
    drawn.set_attributes(Attributes::Dynamic { keys: &NAMES, values: Box::new(values) });
    drawn.add_child(inside);
    drawn.into()
}

/// The attributes that an element can have.
const NAMES: [&str; 15] = [
    "id",
    "tabindex",
    "class",
    "href",
    "rel",
    "dir",
    "lang",
    "aria-label",
    "datetime",
    "type",
    "role",
    "data-offer",
    "data-act",
    "aria-describedby",
    "name",
];

/// Where a link leads: to the page for requests, or from the policy page on; in the dialog that page is elsewhere.
fn address(pages: &Pages, link: String) -> String {
    let is_whole =
        link.starts_with(['/', '#']) || link.split(['/', '?']).next().is_some_and(|begin| begin.contains(':'));
    match link.as_str() {
        REQUEST_PAGE => pages.rights.clone(),
        _ if is_whole => link,
        _ => {
            let page = &pages.policy;
            format!("{}{link}", &page[..page.rfind('/').map_or(0, |slash| slash + 1)])
        }
    }
}
