//! The one thing that the app draws: elements, which the build made of the declaration and of the policy.
//!
//! An element holds names and texts, never HTML, and names nothing but what the build writes. A browser reads this one small type
//! where the declaration has forty; the pages are drawn by the same lines.

use serde::ser::{Serialize, SerializeMap, Serializer};
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag};

use crate::consent::Signals;
use crate::policy::{Pages, REQUEST_PAGE};
use crate::site::Json;

/// An element of a view. As JSON it is one flat object, without what is empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Element {
    /// Its name in HTML, or one of those below; none for text, and for elements in a row.
    pub name: String,
    /// Its attributes.
    pub attributes: Vec<(Attribute, String)>,
    /// Its text, before the elements in it.
    pub text: String,
    /// The elements in it.
    pub inside: Vec<Element>,
}

/// What the build can write of an element besides its name, its text and what is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attribute {
    /// Its id; what has one can be given the focus.
    Id,
    /// Its class.
    Class,
    /// Where a link leads, as the owner or the build wrote it.
    Href,
    /// What a navigation is called.
    Label,
    /// The language of a part.
    Lang,
    /// The moment of a time.
    Datetime,
    /// What a fact is called.
    Term,
    /// The view that a button opens.
    View,
    /// The number of the letter that a button opens; the heading of that number describes the button.
    Offer,
    /// The name of a place that links lead to.
    Anchor,
}

const ATTRIBUTES: [(&str, Attribute); 10] = [
    ("id", Attribute::Id),
    ("class", Attribute::Class),
    ("href", Attribute::Href),
    ("label", Attribute::Label),
    ("lang", Attribute::Lang),
    ("datetime", Attribute::Datetime),
    ("term", Attribute::Term),
    ("view", Attribute::View),
    ("offer", Attribute::Offer),
    ("anchor", Attribute::Anchor),
];

/// Replaced by what a visitor can do about their own record.
pub(super) const RECORD_CONTROLS: &str = "record-controls";
/// Drawn only where the visitor has saved requests.
pub(super) const SAVED_REQUESTS: &str = "saved-requests";
/// A fact of a definition list: three elements of HTML, but one to read, because most of what is read are facts.
pub(super) const FACT: &str = "fact";
/// A fact that is not stated.
pub(super) const UNSTATED: &str = "unstated";
/// Drawn only where the browser sends Global Privacy Control.
pub(super) const SIGNAL: &str = "gpc";
/// A place that links lead to, by its name.
pub(super) const ANCHOR: &str = "anchor";
/// A sentence that is announced when it changes.
const STATUS: &str = "status";

impl Element {
    /// The element with one more attribute.
    #[must_use]
    pub fn with(mut self, attribute: Attribute, value: impl Into<String>) -> Self {
        self.attributes.push((attribute, value.into()));
        self
    }

    /// The value of an attribute.
    pub fn get(&self, attribute: Attribute) -> Option<&str> {
        self.attributes.iter().find(|(name, _)| *name == attribute).map(|(_, value)| value.as_str())
    }

    /// An element as the build wrote it. What is missing is empty, as the build left it out.
    pub fn read(json: &impl Json) -> Self {
        let mut read = Self::default();
        for (name, value) in json.fields().unwrap_or_default() {
            match name.as_str() {
                "name" => read.name = value.text().unwrap_or_default(),
                "text" => read.text = value.text().unwrap_or_default(),
                "inside" => read.inside = value.list().unwrap_or_default().iter().map(Self::read).collect(),
                name => {
                    let known = ATTRIBUTES.iter().find(|(known, _)| *known == name);
                    read.attributes.extend(known.map(|(_, attribute)| *attribute).zip(value.text()));
                }
            }
        }
        read
    }

    /// The elements in a field; none where it was left out.
    pub(super) fn list(json: &impl Json, field: &str) -> Vec<Self> {
        json.listed(field).iter().map(Self::read).collect()
    }
}

impl Serialize for Element {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if !self.name.is_empty() {
            map.serialize_entry("name", &self.name)?;
        }
        for (attribute, value) in &self.attributes {
            let known = ATTRIBUTES.iter().find(|(_, known)| known == attribute);
            known.map_or(Ok(()), |(name, _)| map.serialize_entry(name, value))?;
        }
        if !self.text.is_empty() {
            map.serialize_entry("text", &self.text)?;
        }
        if !self.inside.is_empty() {
            map.serialize_entry("inside", &self.inside)?;
        }
        map.end()
    }
}

/// What only this visitor's browser knows.
#[derive(Debug, Default)]
pub(super) struct Here {
    /// What replaces [`RECORD_CONTROLS`].
    pub record_controls: Html,
    /// Whether the visitor has saved requests.
    pub has_saved_requests: bool,
    /// The signals of the browser.
    pub signals: Signals,
}

/// Draws an element: what the build wrote, and what follows from it.
pub(super) fn draw(pages: &Pages, here: &Here, element: &Element) -> Html {
    let Element { name, text, inside, .. } = element;
    let inside = html! { <>{ text }{ for inside.iter().map(|element| draw(pages, here, element)) }</> };
    let of = |attribute| element.get(attribute).map(str::to_owned);
    let (view, offer) = (of(Attribute::View), of(Attribute::Offer));
    let tag = match name.as_str() {
        "" => return inside,
        RECORD_CONTROLS => return here.record_controls.clone(),
        SAVED_REQUESTS => return if here.has_saved_requests { inside } else { Html::default() },
        SIGNAL if here.signals.gpc != Some(true) => return Html::default(),
        // Only the dialog has other views, and knows its pages.
        "button" if view.is_some() && pages.policy.is_empty() => return Html::default(),
        FACT => return html! { <div><dt>{ of(Attribute::Term) }</dt><dd>{ inside }</dd></div> },
        UNSTATED => return html! { <div><dt>{ of(Attribute::Term) }</dt><dd class="unstated">{ inside }</dd></div> },
        ANCHOR => "a",
        SIGNAL | STATUS => "p",
        other => other,
    };
    let (id, lang, anchor) = (of(Attribute::Id), of(Attribute::Lang), of(Attribute::Anchor));
    let href = of(Attribute::Href).map(|link| address(pages, link));
    let when = |is_so: bool, value: &str| is_so.then(|| value.to_owned());
    let can_be_focused = id.is_some() || anchor.is_some();
    // The values of NAMES. What `html!` makes of a name that is known only now is larger (docs/bytes.md).
    let values = [
        id,
        // What scrolls by itself must be reached by the keyboard.
        when(can_be_focused, "-1").or_else(|| when(name == "figure", "0")),
        of(Attribute::Class),
        href.clone(),
        // Another site learns neither where its visitor comes from nor how to reach this page.
        when(href.as_ref().is_some_and(|href| href.starts_with("http")), "noopener noreferrer"),
        // A part in another language may run the other way.
        when(lang.is_some(), "auto"),
        lang,
        of(Attribute::Label),
        of(Attribute::Datetime),
        when(tag == "button", "button"),
        when(name == STATUS, STATUS),
        offer.clone(),
        view.or_else(|| view_of(pages, href.as_deref()?).map(str::to_owned)),
        offer.map(|number| format!("right-{number}")),
        anchor,
    ];
    let values = values.map(|value| value.map(|value| AttributeOrProperty::Attribute(value.into())));
    let mut drawn = VTag::new(tag.to_owned());
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

/// The view that a link opens in the dialog: a page of the site is a view there, so that nothing written in the form is left behind.
fn view_of(pages: &Pages, href: &str) -> Option<&'static str> {
    match href {
        _ if href == pages.rights => Some("rights"),
        _ if href.split('#').next() == Some(&pages.policy) => Some("policy"),
        _ => None,
    }
}

/// Where a link leads: to the page for requests, or relative to the policy page. The dialog can be on any page.
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
