//! The rendered notice as a tree of names, attributes and texts, which the loader turns into elements without an HTML sink.
//!
//! So the notice is written once, in Rust, and needs no wasm to show: `["p", {"class": "aside"}, "{unremembered}"]`.

use scraper::{ElementRef, Html, Node};
use serde_json::{Value, json};

use super::render::render;
use crate::site::Link;
use crate::views::{LiveRegion, Notice, NoticeProps, Reopen};

/// The notice, the buttons that reopen it and the live region, with named placeholders; `links` are the owner's extra links.
pub(super) fn notice_tree<'a>(links: impl Iterator<Item = &'a Link>) -> Value {
    let props = NoticeProps::holes(links);
    json!([
        element(&render::<Notice>(props.clone())),
        element(&render::<Reopen>(props.clone())),
        element(&render::<LiveRegion>(props)),
    ])
}

fn element(html: &str) -> Value {
    let fragment = Html::parse_fragment(html);
    fragment.root_element().child_elements().next().map_or(Value::Null, node)
}

fn node(element: ElementRef) -> Value {
    let attributes: Value =
        element.value().attrs().map(|(name, value)| (name.to_owned(), Value::from(value))).collect();
    let children = element.children().filter_map(|child| match child.value() {
        Node::Text(text) => Some(Value::from(text.to_string())),
        Node::Element(_) => ElementRef::wrap(child).map(node),
        _ => None,
    });
    [json!(element.value().name()), attributes].into_iter().chain(children).collect()
}
