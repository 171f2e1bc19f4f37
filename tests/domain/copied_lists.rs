//! Lists and names that JavaScript and its types have as copies: each is the same as its source in Rust.

use std::collections::BTreeSet;

use courtesy::site::schema::schema;
use courtesy::site::{OWN_KEYS, shared_cookie};

use crate::fixtures::{json, sources, text};

type Names = BTreeSet<String>;

/// Every quoted name between two marks of a text; the first text that has both.
fn quoted(texts: &[String], from: &str, to: &str) -> Names {
    let list = texts.iter().find_map(|text| text.split_once(from)?.1.split_once(to)).map(|(list, _)| list);
    let list = list.unwrap_or_else(|| panic!("nothing is between {from:?} and {to:?}"));
    list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

fn names(names: &[&str]) -> Names {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn types() -> Vec<String> {
    vec![text("www/courtesy.d.ts")]
}

#[test]
fn the_jurisdictions_of_a_tag_are_those_of_a_site_file_and_the_two_that_only_a_server_may_name() {
    let declared = schema()["$defs"]["Jurisdiction"]["oneOf"].as_array().expect("constants").clone();
    let mut all: Names = declared.iter().map(|option| option["const"].as_str().expect("a name").to_owned()).collect();
    all.extend(names(&["uk", "ch"]));
    assert_eq!(quoted(&sources("www/loader"), "const JURISDICTIONS = [", "]"), all);
    assert_eq!(quoted(&[text("www/npm/start.d.ts")], "jurisdiction?: ", ";"), all);
}

#[test]
fn the_methods_of_a_record_are_those_of_its_types_and_each_has_words() {
    let methods = quoted(&[text("src/consent/method.rs")], "match self {", "\n        }\n    }");
    // Only the loader sees a choice arrive from another host.
    let typed: Names = methods.union(&names(&["shared"])).cloned().collect();
    assert_eq!(quoted(&types(), "export type Method =", ";"), typed);
    let capital = |part: &str| part[..1].to_uppercase() + &part[1..];
    let key = |method: &String| format!("by{}", method.split('-').map(capital).collect::<String>());
    let keys: Names = typed.iter().map(key).collect();
    let english = json("www/words/en.json");
    let words = english["pages"]["receipt"].as_object().expect("the words of the receipt");
    assert_eq!(words.keys().filter(|word| word.starts_with("by")).cloned().collect::<Names>(), keys);
}

#[test]
fn every_event_of_the_types_is_one_of_the_document_and_is_emitted() {
    let types = text("www/courtesy.d.ts");
    let events = types.split_once("export interface Events {").and_then(|(_, rest)| rest.split_once("\n}"));
    let named = |line: &str| Some(line.trim().split_once(": {")?.0.to_owned()).filter(|name| !name.contains('*'));
    let events: Names = events.expect("the events").0.lines().filter_map(named).collect();
    assert!(events.len() > 4, "{events:?}");
    let of_document = types.split("\"courtesy:").skip(1).filter_map(|rest| Some(rest.split_once('"')?.0.to_owned()));
    assert_eq!(of_document.collect::<Names>(), events);
    let loader = sources("www/loader").concat();
    for event in events {
        assert!(loader.contains(&format!("(\"{event}\", ")), "{event} is never emitted");
    }
}

/// What scripts put before the id of a site is what the site file's rules spare.
#[test]
fn the_keys_of_the_storage_are_the_same_in_both_languages() {
    let scripts = [sources("www/loader"), sources("www/app")].concat().concat();
    let mut found = Names::new();
    for id in ["site.id", "core.site.id", "id"] {
        let joined = format!("\" + {id}");
        let before = scripts.match_indices(&joined).map(|(at, _)| &scripts[..at]);
        found.extend(before.filter_map(|text| Some(text.rsplit_once('"')?.1.to_owned())));
    }
    let known: Names = OWN_KEYS.iter().map(|key| (*key).to_owned()).chain([shared_cookie("")]).collect();
    assert!(found.contains("courtesy:") && found.is_subset(&known), "{found:?} are not all of {known:?}");
}

#[test]
fn what_a_build_may_leave_out_of_the_loader_is_what_its_features_ask_for() {
    let features = text("www/loader/page/features.js");
    let asked: Names =
        features.split("typeof ").skip(1).filter_map(|rest| rest.split(' ').next()).map(str::to_owned).collect();
    let pairs = json("www/loader/variants.json");
    let pairs = pairs.as_array().expect("pairs of a name and a constant").iter();
    let mut known: Names = pairs.map(|pair| pair[1].as_str().expect("a constant").to_owned()).collect();
    let build_constants = names(&["__NOT_GENERIC__", "__NOT_SHARED__", "__ONLY_INFORMS__"]);
    known.extend(build_constants.clone());
    assert_eq!(asked, known);
    assert!(build_constants.iter().all(|name| text("xtask/src/loader.rs").contains(&format!("\"{name}\""))));
}
