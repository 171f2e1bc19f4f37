//! A fact is either on the page that visitors read, or a gap that the owner hears of.

use courtesy::check::find_gaps;
use serde_json::{Value, json};

use crate::checking::flawless;
use crate::compiling::built;
use crate::gaps::parsed;

/// Where the file has a fact, its value, what visitors read of it, and the place of the gap without it.
fn facts() -> Vec<(&'static str, Value, &'static str, &'static str)> {
    let text = |pointer, words, place| (pointer, json!(words), words, place);
    vec![
        text("/controller/legalName", "Zebra Jam Ltd.", "controller.legalName"),
        ("/controller/address", json!(["1 Zebra Lane"]), "1 Zebra Lane", "controller.address"),
        text("/purposes/0/description", "Zebras keep baskets.", "purposes[essential].description"),
        text("/purposes/1/title", "Zebra counting", "purposes[counting].title"),
        text("/purposes/1/description", "Zebras count visits.", "purposes[counting].description"),
        text("/services/0/name", "Zebra Hosting", "services[0].name"),
        text("/services/0/role", "Zebra upkeep", "services[0].role"),
        text("/services/0/data", "zebra stripes", "services[0].data"),
        text("/services/0/policyUrl", "https://zebra.example/privacy", "services[0].policyUrl"),
        ("/services/0/country", json!("IS"), "Iceland", "services[0].country"),
        text("/items/0/name", "zebra_basket", "items[0].name"),
        text("/items/0/description", "The zebra’s basket.", "items[0].description"),
        ("/items/0/duration", json!("P17D"), "17 days", "items[0].duration"),
        ("/collected/0/data", json!(["zebra crossings"]), "zebra crossings", "collected[0].data"),
        ("/retention/0/period", json!("P43D"), "43 days", "retention[0].period"),
        ("/transfers/to", json!(["Zebraland"]), "Zebraland", "transfers.to"),
        text("/transfers/safeguard", "zebra clauses", "transfers.safeguard"),
        ("/rights/0/respondWithin", json!("P19D"), "19 days", "rights[0].respondWithin"),
        text("/complaint", "To the zebra authority.", "complaint"),
        ("/lastUpdated", json!("2026-10"), "October 2026", "lastUpdated"),
    ]
}

fn page(file: &Value) -> String {
    let files = built(&parsed(file));
    let page = files.iter().find(|file| file.name == "privacy.html").expect("the policy");
    String::from_utf8(page.bytes.clone()).expect("text")
}

#[test]
fn what_visitors_cannot_read_is_what_the_owner_hears_of() {
    let mut whole = flawless();
    for (pointer, value, ..) in facts() {
        *whole.pointer_mut(pointer).expect("a field") = value;
    }
    let full = page(&whole);
    assert_eq!(find_gaps(&parsed(&whole), &[]), []);
    for (pointer, _, words, place) in facts() {
        assert!(full.contains(words), "visitors read {words:?} ({pointer})");
        let mut file = whole.clone();
        let (parent, field) = pointer.rsplit_once('/').expect("a pointer");
        file.pointer_mut(parent).and_then(Value::as_object_mut).expect("an object").remove(field);
        assert!(!page(&file).contains(words), "{pointer}");
        let gaps = find_gaps(&parsed(&file), &[]);
        let places: Vec<_> = gaps.iter().flat_map(|gap| &gap.places).map(ToString::to_string).collect();
        assert_eq!(places, [place], "{pointer}");
    }
}
