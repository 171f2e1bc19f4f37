//! What visitors see of items and services is what the site file has, and nothing in place of what it lacks.

use courtesy::views::{Attribute, Element, choices, details};
use serde_json::{Value, json};

use crate::compiling::built;
use crate::fixtures::{SITES, seed, site};
use crate::offered::said;
use crate::prepared::{all, declared};

fn details(patch: Value) -> Vec<Element> {
    details::prepare::chunks(&declared(patch)).0
}

/// The terms and values of the first entry's facts.
fn first_facts(elements: &[Element]) -> Vec<(String, String)> {
    let entry = all(elements, "li")[0];
    let facts = all(&entry.inside, "fact");
    facts
        .into_iter()
        .map(|fact| (fact.get(Attribute::Term).unwrap_or_default().to_owned(), fact.text.clone()))
        .collect()
}

fn titles(elements: &[Element], name: &str) -> Vec<String> {
    all(elements, name).into_iter().map(said).collect()
}

#[test]
fn an_item_with_three_known_facts_shows_three_facts() {
    let item = json!({ "purpose": "essential", "kind": "cookie", "description": "Keeps you signed in." });
    let shown = details(json!({ "items": [item] }));
    assert_eq!(titles(&shown, "h4")[0], "Keeps you signed in.");
    let facts = first_facts(&shown);
    let wanted = [
        ("Type", "Cookie"),
        ("Purpose", "Essential functions"),
        ("Why we do not ask first", "It is strictly necessary for a service that you asked for."),
    ];
    assert_eq!(facts, wanted.map(|(term, value)| (term.to_owned(), value.to_owned())));
}

#[test]
fn a_title_is_the_first_thing_known_and_is_shown_once() {
    for (item, title, terms) in [
        (
            json!({ "description": "Keeps it.", "name": "sid", "kind": "cookie" }),
            "Keeps it.",
            vec!["Name", "Type", "Purpose"],
        ),
        (json!({ "name": "sid_", "match": "prefix", "kind": "cookie" }), "sid_…", vec!["Type", "Purpose"]),
        (json!({ "kind": "cookie" }), "Cookie", vec!["Purpose"]),
        (json!({}), "Ads", vec![]),
    ] {
        let mut item = item;
        item["purpose"] = json!("ads");
        let shown = details(json!({ "purposes": [{ "id": "ads", "title": "Ads" }], "items": [item] }));
        assert_eq!(titles(&shown, "h4")[0], title);
        let shown: Vec<_> = first_facts(&shown).into_iter().map(|(term, _)| term).collect();
        assert_eq!(shown, [terms, vec!["Consent"]].concat(), "{item}");
    }
}

#[test]
fn a_service_is_titled_by_its_name_its_role_or_its_kind() {
    let services = json!([
        { "id": "a", "name": "Host", "role": "hosting", "kind": "processor", "policyUrl": "https://a.example/p" },
        { "id": "b", "role": "statistics" },
        { "id": "c", "kind": "controller" },
        { "id": "maps" },
        { "id": "d", "name": "Charts", "kind": "library" },
        { "id": "e", "name": "Streets", "kind": "source", "data": "names of streets" },
    ]);
    let shown = details(json!({ "services": services }));
    let shared = titles(&shown, "h4");
    let services = ["Host", "Statistics", "Decides for itself how it uses the data", "maps", "Charts", "Streets"];
    assert_eq!(shared[shared.len() - 6..], services);
    assert_eq!(titles(&shown, "h3").last().map(String::as_str), Some("Who we share data with"));
    assert!(
        titles(&shown, "p").contains(&"Services and software that we use:".to_owned()),
        "no data is shared with the last two"
    );
    assert_eq!(titles(&shown, "a"), ["Host: privacy policy"]);
    let terms: Vec<_> = all(&shown, "fact").into_iter().filter_map(|fact| fact.get(Attribute::Term)).collect();
    assert_eq!(terms.iter().filter(|term| **term == "Data they give us").count(), 1);
    assert!(!terms.contains(&"Data they receive"));
}

#[test]
fn platforms_are_a_group_of_their_own_between_recipients_and_others() {
    let services = json!([
        { "id": "p", "name": "Paperfair", "kind": "platform", "data": "orders" },
        { "id": "d", "name": "Charts", "kind": "library" },
        { "id": "a", "name": "Host", "kind": "processor", "data": "IP address" },
    ]);
    let shown = details(json!({ "services": services }));
    let shared = titles(&shown, "h4");
    assert_eq!(shared[shared.len() - 3..], ["Host", "Paperfair", "Charts"]);
    let lines = titles(&shown, "p");
    assert_eq!(lines[lines.len() - 2..], ["Platforms that we work with:", "Services and software that we use:"]);
    let facts: Vec<_> =
        all(&shown, "fact").into_iter().map(|fact| (fact.get(Attribute::Term), fact.text.as_str())).collect();
    assert!(
        facts.contains(&(Some("Data exchanged"), "orders"))
            && facts.contains(&(Some("Data they receive"), "IP address"))
    );
    let relations: Vec<_> = facts.iter().filter(|(term, _)| *term == Some("Role")).map(|(_, fact)| *fact).collect();
    assert_eq!(
        relations,
        ["Handles data on our behalf", "Software that we run ourselves"],
        "the line says it of platforms"
    );
}

#[test]
fn a_site_without_optional_facts_has_no_empty_heading() {
    let shown = details(json!({}));
    assert_eq!(titles(&shown, "h3"), ["Stored items", "How to delete what is stored"]);
    let libraries = details(json!({ "services": [{ "id": "d", "name": "Charts", "kind": "library" }] }));
    assert_eq!(titles(&libraries, "h3").last().map(String::as_str), Some("Services and software that we use"));
    assert!(!titles(&libraries, "p").contains(&"Services and software that we use:".to_owned()));
    for elements in [&shown, &libraries] {
        assert!(all(elements, "dl").iter().all(|list| !list.inside.is_empty()));
        assert!(all(elements, "fact").iter().all(|fact| !fact.text.is_empty()));
    }
    let asking = choices::prepare::choices(&declared(json!({ "purposes": [{ "id": "films", "title": "Films" }] })));
    let films = asking.rows.iter().find(|row| row.id == "films").expect("a row");
    assert!(films.about.is_empty() && films.elements.is_empty(), "{films:?}");
}

/// The receipt's JSON has explicit marks, as its standard asks; its visible part has none.
#[test]
fn nothing_that_is_built_for_these_views_says_that_something_is_not_stated() {
    let views = ["details-", "choices-", "receipt-"];
    let sites = SITES.into_iter().map(seed).chain([site(json!({ "purposes": [{ "id": "ads" }] }))]);
    let mut seen = 0;
    for site in sites {
        for file in built(&site).into_iter().filter(|file| views.iter().any(|view| file.name.starts_with(view))) {
            let mut json: Value = serde_json::from_slice(&file.bytes).expect("JSON");
            json["receipt"] = Value::Null;
            let text = json.to_string();
            for words in ["not stated", "nicht angegeben", "غير مذكور", "states that", "does not state", "gibt an"]
            {
                assert!(!text.contains(words), "{}: {words}: {text}", file.name);
            }
            seen += 1;
        }
    }
    assert_eq!(seen, 18);
}
