//! Draws elements: what the build wrote, and what follows from it. The app and the pages are drawn by the same lines.

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag};

use super::element::{ANCHOR, Attribute, Element, FACT, RECORD_CONTROLS, SAVED_REQUESTS, SIGNAL, STATUS};
use crate::consent::Signals;
use crate::policy::{Pages, REQUEST_PAGE};

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

/// Draws an element.
pub(super) fn draw(pages: &Pages, here: &Here, element: &Element) -> Html {
    let Element { name, text, inside, .. } = element;
    let inside = html! { <>{ text }{ for inside.iter().map(|element| draw(pages, here, element)) }</> };
    let term = element.get(Attribute::Term).map(str::to_owned);
    let has = |attribute| element.get(attribute).is_some();
    let tag = match name.as_str() {
        "" => return inside,
        RECORD_CONTROLS => return here.record_controls.clone(),
        SAVED_REQUESTS => return if here.has_saved_requests { inside } else { Html::default() },
        SIGNAL if here.signals.gpc != Some(true) => return Html::default(),
        // Only the dialog has other views, and knows its pages.
        "button" if has(Attribute::View) && pages.policy.is_empty() => return Html::default(),
        FACT => return html! { <div><dt>{ term }</dt><dd>{ inside }</dd></div> },
        ANCHOR => "a",
        SIGNAL | STATUS => "p",
        other => other,
    };
    // What `html!` makes of a name that is known only now is larger (docs/bytes.md).
    let mut values: [Option<String>; NAMES.len()] = Default::default();
    let mut set = |attribute: Attribute, value: &str| values[attribute as usize] = Some(value.to_owned());
    for (attribute, value) in &element.attributes {
        match attribute {
            Attribute::Href => {
                let href = address(pages, value);
                // Another site learns neither where its visitor comes from nor how to reach this page.
                if href.starts_with("http") {
                    set(Attribute::Rel, "noopener noreferrer");
                }
                if let Some(view) = view_of(pages, &href) {
                    set(Attribute::View, view);
                }
                set(Attribute::Href, &href);
            }
            _ => set(*attribute, value),
        }
    }
    // What scrolls by itself must be reached by the keyboard.
    if has(Attribute::Id) || has(Attribute::Anchor) {
        set(Attribute::TabIndex, "-1");
    } else if name == "figure" {
        set(Attribute::TabIndex, "0");
    }
    // A part in another language may run the other way.
    if has(Attribute::Lang) {
        set(Attribute::Dir, "auto");
    }
    if tag == "button" {
        set(Attribute::Type, "button");
    }
    if name == STATUS {
        set(Attribute::Role, STATUS);
    }
    if let Some(index) = element.get(Attribute::Offer) {
        set(Attribute::DescribedBy, &("right-".to_owned() + index));
    }
    let values = values.map(|value| value.map(|value| AttributeOrProperty::Attribute(value.into())));
    let mut drawn = VTag::new(tag.to_owned());
    drawn.set_attributes(Attributes::Dynamic { keys: &NAMES, values: Box::new(values) });
    drawn.add_child(inside);
    drawn.into()
}

/// What HTML calls them.
const NAMES: [&str; 16] = [
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
    "data-term",
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
fn address(pages: &Pages, link: &str) -> String {
    let is_whole =
        link.starts_with(['/', '#']) || link.split(['/', '?']).next().is_some_and(|begin| begin.contains(':'));
    match link {
        REQUEST_PAGE => pages.rights.clone(),
        _ if is_whole => link.to_owned(),
        _ => {
            let page = &pages.policy;
            format!("{}{link}", &page[..page.rfind('/').map_or(0, |slash| slash + 1)])
        }
    }
}
