//! The policy in the dialog: its elements as the build writes them, nothing but text and links, and long lists in turns.

use courtesy::policy::{Block, Document, Section};
use courtesy::views::registry::View;
use courtesy::views::{Attribute, Element, OpenView, RecordState, cut, policy};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::{Stage, chunks, declared, settle};

const MAZOON: &str = include_str!("../../www/sites/mazoon/site.json");
const MEDIUX: &str = include_str!("../../www/sites/mediux/site.json");

fn element(name: &str, attribute: Option<(Attribute, &str)>, text: &str, inside: Vec<Element>) -> Element {
    let attributes = attribute.into_iter().map(|(attribute, value)| (attribute, value.to_owned())).collect();
    Element { name: name.into(), attributes, text: text.into(), inside }
}

/// The policy, of those chunks.
fn opened(elements: Vec<Element>) -> OpenView {
    OpenView::Elements(View::Policy, "Privacy policy".into(), chunks(elements, None))
}

async fn showing(elements: Vec<Element>) -> Stage {
    let stage = Stage::with(MAZOON, "en").await;
    stage.show(opened(cut(elements)), RecordState::Recorded).await;
    stage
}

#[wasm_bindgen_test]
async fn elements_are_drawn_as_they_are_sent_and_texts_stay_texts() {
    let link = element(
        "a",
        Some((Attribute::Href, "https://x.example/")),
        "",
        vec![element("", None, "<b>there</b>", vec![])],
    );
    let stage = showing(vec![
        element("h3", Some((Attribute::Id, "policy-who")), "Who", vec![]),
        element("p", None, "We are ", vec![link]),
        element("ul", Some((Attribute::Class, "marked")), "", vec![element("li", None, "2. two", vec![])]),
    ])
    .await;
    assert!(stage.is_open());
    assert_eq!(stage.texts("#dialog-title"), ["Privacy policy"]);
    let heading = stage.find("h3#policy-who").expect("a heading");
    assert_eq!(heading.get_attribute("tabindex").as_deref(), Some("-1"));
    assert_eq!(stage.texts(".policy p"), ["We are <b>there</b>"]);
    assert!(stage.find(".policy b").is_none(), "text is never markup");
    let link = stage.find(".policy a").expect("a link");
    assert_eq!(link.get_attribute("rel").as_deref(), Some("noopener noreferrer"));
    assert_eq!(stage.texts(".policy ul.marked li"), ["2. two"]);
}

#[wasm_bindgen_test]
async fn the_declared_lists_stand_in_their_places() {
    let text = |text: &str| Block::text(text);
    let blocks = vec![text("before"), Block::Items, text("between"), Block::Services];
    let document = Document {
        sections: vec![Section {
            anchor: "storage".into(),
            title: "Storage".into(),
            level: 2,
            blocks,
            ..Section::default()
        }],
        ..Document::default()
    };
    let stage = Stage::with(MAZOON, "en").await;
    let policy = policy::prepare::chunks(&declared(MAZOON, "en"), &document);
    stage.show(opened(policy), RecordState::Recorded).await;
    settle().await;
    let text = stage.texts(".policy").concat();
    let places = ["before", "Remembers your preferences.", "between", "Google Firebase"].map(|part| text.find(part));
    assert!(places.is_sorted() && places[0].is_some(), "{places:?}");
}

#[wasm_bindgen_test]
async fn a_long_policy_is_drawn_in_turns_and_in_the_end_whole() {
    let stage = showing((0..500).map(|line| element("p", None, &format!("line {line}"), vec![])).collect()).await;
    assert!(stage.texts(".policy p").len() < 500, "it is not drawn at once");
    for _ in 0..100 {
        if stage.texts(".policy p").len() == 500 {
            break;
        }
        settle().await;
    }
    let lines = stage.texts(".policy p");
    assert_eq!((lines.len(), lines[0].as_str(), lines[499].as_str()), (500, "line 0", "line 499"));
}

#[wasm_bindgen_test]
async fn a_site_of_many_items_lists_each_once() {
    let items: Vec<String> =
        (0..95).map(|place| format!(r#"{{"purpose":"essential","description":"Item {place}"}}"#)).collect();
    let site =
        format!(r#"{{"name":"A","controller":{{"contacts":[{{"email":"a@b.c"}}]}},"items":[{}]}}"#, items.join(","));
    let stage = Stage::with(&site, "en").await;
    stage.open(RecordState::Empty).await;
    for _ in 0..100 {
        if stage.texts(".entries > li").len() == 96 {
            break;
        }
        settle().await;
    }
    let titles = stage.texts(".entries > li > h4");
    assert_eq!(titles.len(), 96, "with the widget's own");
    assert!((0..95).all(|place| titles[place] == format!("Item {place}")), "{titles:?}");
}

#[wasm_bindgen_test]
async fn a_receipt_is_drawn_of_what_the_loader_made() {
    let stage = Stage::with(MEDIUX, "en").await;
    let elements = vec![
        element("pre", None, "{}", vec![]),
        element("button", Some((Attribute::View, "copy")), "Copy", vec![]),
        element("status", None, "", vec![]),
        element("gpc", Some((Attribute::Class, "signal")), "never without the signal", vec![]),
    ];
    stage
        .show(OpenView::Elements(View::Receipt, "Receipt".into(), chunks(cut(elements), None)), RecordState::Recorded)
        .await;
    settle().await;
    assert_eq!((stage.texts("#dialog-title"), stage.texts("pre")), (vec!["Receipt".to_owned()], vec!["{}".to_owned()]));
    let act = stage.find("button[type=button][data-act=copy]").expect("a button");
    assert_eq!(act.text_content().as_deref(), Some("Copy"));
    assert!(stage.find("p[role=status]").is_some() && stage.find(".signal").is_none());
    let ways = ["choices", "details", "policy", "rights"].map(|view| stage.find(&format!(".foot [data-act={view}]")));
    assert!(ways.iter().all(Option::is_some), "{ways:?}");
}
