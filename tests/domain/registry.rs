//! The registry of views: whatever else lists them lists the same ones, and what a build writes for one is what the app reads.

use std::env;
use std::fs;

use courtesy::consent::OrderedMap;
use courtesy::rights::FormValues;
use courtesy::views::builder::Source;
use courtesy::views::registry::{Content, View};
use courtesy::views::{Choices, Draft, Effect, FormEvent, Outcome, Rights};
use serde_json::{Value, json};

use crate::compiling::built;
use crate::fixtures::{SITES, path, seed, text};
use crate::prepared::{declared, of};

fn names() -> Vec<&'static str> {
    View::ALL.iter().map(|view| view.row().name).collect()
}

/// What is quoted in a line.
fn quoted(line: &str) -> Vec<&str> {
    line.split('"').skip(1).step_by(2).collect()
}

/// The lines elsewhere that list the views, each with what it lists besides. `UPDATE_FIXTURES=1 cargo test` writes them anew.
#[test]
fn every_list_of_views_is_that_of_the_registry() {
    let list = format!("[\"{}\"]", names().join("\", \""));
    let union = format!("\"notice\" | \"{}\"", names().join("\" | \""));
    let loader = crate::fixtures::files("www/loader");
    let controls = loader.iter().find(|file| text(file).contains("export const VIEWS = ")).expect("the loader's list");
    for (file, begin, rest) in [
        (controls.as_str(), "export const VIEWS = ", list.as_str()),
        ("tests/e2e/served.mjs", "export const VIEWS = ", &list),
        ("www/courtesy.d.ts", "export type View = ", &union),
    ] {
        let whole = text(file);
        let line = whole.lines().find(|line| line.starts_with(begin)).unwrap_or_else(|| panic!("{file}: no {begin}"));
        if env::var_os("UPDATE_FIXTURES").is_some() {
            fs::write(path(file), whole.replace(line, &format!("{begin}{rest};"))).expect("a file to write");
        } else {
            let (mut there, mut wanted) = (quoted(line), quoted(rest));
            there.sort_unstable();
            wanted.sort_unstable();
            assert_eq!(there, wanted, "{file}: {begin}");
        }
    }
}

#[test]
fn a_name_leads_to_its_view_and_another_to_none() {
    for view in View::ALL {
        assert_eq!(View::find(view.row().name), Some(*view));
        assert!(!view.row().links.contains(view), "{view:?} links to itself");
        assert!(view.row().links.iter().all(|link| link.row().link.is_some()), "{view:?} links to what has no text");
    }
    assert_eq!((View::find("notice"), View::find("")), (None, None));
}

/// Every file that a build writes for a view, by the view.
fn view_files(name: &str) -> Vec<(View, Value)> {
    let files = built(&seed(name));
    let file = |view: &View| {
        let file = files.iter().find(|file| file.name.starts_with(&format!("{}-en-", view.row().name)))?;
        Some((*view, serde_json::from_slice(&file.bytes).expect("JSON")))
    };
    View::ALL.iter().filter_map(file).collect()
}

#[test]
fn the_app_reads_what_the_build_writes_and_misses_what_is_missing() {
    for name in SITES {
        let files = view_files(name);
        assert!(files.len() >= 3, "{name}");
        for (view, json) in files {
            match view.row().content {
                // The loader makes the elements of the receipt.
                Content::Elements if view == View::Receipt => assert!(json["stated"].is_array(), "{name}"),
                Content::Elements => {
                    assert!(json["title"].is_string() && json["elements"].is_array(), "{name} {view:?}")
                }
                Content::Choices => {
                    let read = Choices::read(&json).expect("what the build wrote");
                    assert_eq!(json!(read), json, "{name}: nothing is lost");
                    assert!(each_missing(&json, &["title", "rows", "save"], |json| Choices::read(json).is_none()));
                }
                Content::Rights => {
                    let read = json!(Rights::read(&json).expect("what the build wrote"));
                    for field in ["id", "language", "title", "site", "collection", "words"] {
                        assert_eq!(read[field], json[field], "{name} {field}");
                    }
                    assert!(each_missing(&json, &["title", "places", "words"], |json| Rights::read(json).is_none()));
                }
            }
        }
    }
}

fn each_missing(json: &Value, fields: &[&str], is_refused: impl Fn(&Value) -> bool) -> bool {
    fields.iter().all(|field| {
        let mut without = json.clone();
        without.as_object_mut().expect("an object").remove(*field);
        is_refused(&without)
    })
}

#[test]
fn an_opt_out_is_read_as_it_was_written() {
    let ads =
        json!({ "purposes": [{ "id": "ads", "title": "Ads", "saleOrShare": true }], "items": [{ "purpose": "ads" }] });
    let declared = declared(ads);
    let facts = OrderedMap(vec![("ads".to_owned(), "hash".to_owned())]);
    let written = courtesy::views::rights::prepare::rights(&declared, &facts);
    let read = Rights::read(&json!(written)).expect("what the build wrote");
    assert_eq!((&read.opt_out, &read.places), (&written.opt_out, &written.places));
    assert_eq!(read.opt_out.expect("a sale").current.sale_or_share, ["ads"]);
}

/// Every button that opens a view names one, or one of the acts of the receipt.
#[test]
fn a_button_opens_a_view_of_the_registry() {
    for name in SITES {
        let declared = of(&seed(name));
        let source = Source {
            declared: &declared,
            policy: None,
            facts: &OrderedMap::default(),
            removable: &[],
            receipt: &json!({}),
        };
        for view in View::ALL {
            let Some(file) = view.file(&source) else { continue };
            let json: Value = serde_json::from_slice(&file).expect("JSON");
            for opened in buttons(&json) {
                assert!(View::find(&opened).is_some(), "{name} {view:?}: {opened}");
            }
        }
    }
}

fn buttons(json: &Value) -> Vec<String> {
    let own = json.get("view").and_then(Value::as_str).map(str::to_owned);
    let inside: Vec<&Value> = match json {
        Value::Array(entries) => entries.iter().collect(),
        Value::Object(fields) => fields.values().collect(),
        _ => Vec::new(),
    };
    own.into_iter().chain(inside.into_iter().flat_map(buttons)).collect()
}

/// The methods of the record, as the public types list them, each with a sentence in the receipt.
#[test]
fn the_receipt_has_a_sentence_for_each_method_and_for_no_other() {
    let types = text("www/courtesy.d.ts");
    let union = types.split("export type Method =").nth(1).and_then(|rest| rest.split(';').next()).expect("a union");
    let english = crate::fixtures::json("www/words/en.json");
    let words = english["pages"]["receipt"].as_object().expect("words").keys();
    let mut sentences: Vec<String> = words.filter_map(|word| word.strip_prefix("by").map(str::to_owned)).collect();
    let upper = |word: &str| word[..1].to_uppercase() + &word[1..];
    let mut methods: Vec<String> = quoted(union).iter().map(|name| name.split('-').map(upper).collect()).collect();
    sentences.sort();
    methods.sort();
    assert_eq!(sentences, methods);
    let receipt =
        courtesy::views::receipt::prepare::view(&declared(json!({ "notice": { "version": "1" } })), &json!({}));
    for method in quoted(union).into_iter().filter(|method| *method != "shared") {
        assert!(receipt["words"][method].is_string(), "{method}");
    }
}

/// The draft of a request is pure: what is to be done besides is an effect.
#[test]
fn a_request_is_sent_once_and_keeps_its_key_until_it_changes() {
    let declared = declared(json!({ "requests": { "endpoint": "https://api.b.example/requests" } }));
    let rights = courtesy::views::rights::prepare::rights(&declared, &OrderedMap::default());
    let filled = |text: &str| {
        let (name, email) = ("Jane".to_owned(), "jane@example.com".to_owned());
        FormEvent::Filled(FormValues { name, email, text: text.to_owned(), ..FormValues::default() })
    };
    let go = |draft: &Draft, event: FormEvent| draft.clone().after(&rights, event);
    let (draft, effects) = go(&Draft::default(), FormEvent::Letter(0));
    assert_eq!(effects, [Effect::Focus("[tabindex]".into())]);
    let (empty, effects) = go(&draft, FormEvent::Filled(FormValues::default()));
    assert_eq!(effects, [Effect::Focus("[aria-invalid]".into())]);
    let (review, effects) = go(&empty, filled("one"));
    assert!(effects.contains(&Effect::NewKey));
    let (review, _) = go(&review, FormEvent::Keyed("1".into()));
    let (back, _) = go(&review, FormEvent::Back);
    assert!(!go(&back, filled("one")).1.contains(&Effect::NewKey), "the same request");
    assert!(go(&back, filled("two")).1.contains(&Effect::NewKey), "another request");
    let (sending, effects) = go(&review, FormEvent::Send);
    assert_eq!(effects, [Effect::Send]);
    assert!(
        go(&sending, FormEvent::Send).1.is_empty() && go(&sending, FormEvent::Back).1.is_empty(),
        "it is on its way"
    );
    assert_eq!(go(&review, FormEvent::Save).1, [Effect::Save]);
    assert!(go(&review, FormEvent::Done(Outcome::Copied)).1.is_empty(), "it opts out of nothing");
}
