//! Gaps: each fact that visitors look for is either declared, or a finding with its place.

use courtesy::check::{check, facts, find_gaps};
use courtesy::site::SiteFile;
use courtesy::site::read::read;
use serde_json::{Value, json};

use crate::checking::{flawless, headline, today};
use crate::tables::merged;

pub fn parsed(file: &Value) -> SiteFile {
    read(&file.to_string()).unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// The gaps of a site as "severity code first-place".
pub fn gaps(file: &Value) -> Vec<String> {
    find_gaps(&parsed(file), &[]).iter().map(headline).collect()
}

/// A site without what a JSON pointer names.
fn without(file: &Value, pointer: &str) -> Value {
    let mut file = file.clone();
    let (parent, field) = pointer.rsplit_once('/').expect("a pointer");
    let parent = file.pointer_mut(parent).and_then(Value::as_object_mut).expect("an object");
    parent.remove(field).unwrap_or_else(|| panic!("{pointer} is there"));
    file
}

#[test]
fn each_fact_that_is_missing_is_one_finding_with_its_place() {
    assert_eq!(gaps(&flawless()), [""; 0]);
    for (pointer, expected) in [
        ("/controller/legalName", "warning gdpr-identity controller.legalName"),
        ("/controller/address", "note controller-address controller.address"),
        ("/purposes/1/title", "note purpose-title purposes[counting].title"),
        ("/purposes/0/description", "note purpose-description purposes[essential].description"),
        ("/purposes/1/description", "warning gdpr-interests purposes[counting].description"),
        ("/purposes/1/legalBasis", "warning gdpr-legal-basis purposes[counting].legalBasis"),
        ("/services/0/name", "note gdpr-recipients services[0].name"),
        ("/services/0/role", "note service-role services[0].role"),
        ("/services/0/data", "note service-data services[0].data"),
        ("/services/0/policyUrl", "note service-policy services[0].policyUrl"),
        ("/services/0/country", "note service-country services[0].country"),
        ("/items/0/name", "note item-name items[0].name"),
        ("/items/0/kind", "note item-kind items[0].kind"),
        ("/items/0/duration", "warning item-duration items[0].duration"),
        ("/items/0/setBy", "warning item-setter items[0].setBy"),
        ("/items/0/description", "note item-description items[0].description"),
        ("/collected", "warning ccpa-collected collected"),
        ("/collected/0/data", "note collected-data collected[0].data"),
        ("/collected/0/source", "warning collected-source collected[0].source"),
        ("/collected/0/purposes", "warning gdpr-purposes collected[0].purposes"),
        ("/sells", "warning ccpa-sale-statement sells"),
        ("/transfers", "note gdpr-transfers transfers"),
        ("/transfers/to", "note gdpr-transfers transfers.to"),
        ("/transfers/safeguard", "warning gdpr-safeguard transfers.safeguard"),
        ("/retention", "warning gdpr-retention retention"),
        ("/retention/0/period", "warning gdpr-retention retention[0].period"),
        ("/rights/0/respondWithin", "note right-answer-time rights[0].respondWithin"),
        ("/rights/0/routes", "warning right-without-route rights[0].routes"),
        ("/complaint", "warning gdpr-complaint complaint"),
        ("/changes", "note changes-missing changes"),
        ("/changes/channels", "note changes-missing changes.channels"),
        ("/lastUpdated", "warning policy-undated lastUpdated"),
    ] {
        assert_eq!(gaps(&without(&flawless(), pointer)), [expected], "{pointer}");
    }
    let officer =
        json!({ "controller": { "address": null, "contacts": [{ "role": "dpo", "email": "dpo@plum.example" }] } });
    let expected = ["warning gdpr-contact controller.contacts", "note controller-address controller.address"];
    assert_eq!(gaps(&merged(Some(&flawless()), &officer)), expected);
    let post = json!({ "controller": { "address": null, "contacts": [{ "post": ["1 Orchard Lane"] }] } });
    assert_eq!(gaps(&merged(Some(&flawless()), &post)), [""; 0]);
}

#[test]
fn one_finding_has_every_place_and_a_fact_is_counted_once() {
    let mut file = without(&without(&flawless(), "/items/0/setBy"), "/retention");
    let again = file["items"][0].clone();
    file["items"].as_array_mut().expect("items").push(again);
    let found = find_gaps(&parsed(&file), &[]);
    let places: Vec<Vec<String>> =
        found.iter().map(|finding| finding.places.iter().map(ToString::to_string).collect()).collect();
    assert_eq!(places, [vec!["retention"], vec!["items[0].setBy", "items[1].setBy"]]);
    assert_eq!(facts(&found), 3);
    let both = check(&parsed(&without(&flawless(), "/retention")), &[], today());
    let marks: Vec<_> = both.iter().map(|finding| (finding.code, finding.gap)).collect();
    assert_eq!(marks, [("gdpr-retention", true), ("ccpa-retention", false)], "two laws ask for one fact");
}

#[test]
fn what_other_facts_answer_is_no_gap() {
    for patch in [
        // Where it is stored says how long it lasts.
        json!({ "items": [{ "kind": "local-storage", "name": "a", "purpose": "essential", "setBy": "site", "description": "x" }] }),
        // A library receives nothing.
        json!({ "services": [{ "id": "code", "name": "Code", "role": "Drawing", "kind": "library", "purposes": ["counting"] }] }),
        json!({ "changes": { "channels": [], "leadTime": "P14D" } }),
        json!({ "retention": [{ "what": "Visits", "rule": "As long as the account." }, { "what": "Letters", "ends": "on-request" }] }),
    ] {
        assert_eq!(gaps(&merged(Some(&flawless()), &patch)), [""; 0], "{patch}");
    }
    let library =
        json!({ "services": [{ "id": "code", "role": "Drawing", "kind": "library", "purposes": ["counting"] }] });
    assert_eq!(gaps(&merged(Some(&flawless()), &library)), ["note service-name services[0].name"]);
    // What keeps an item from being removed, and a purpose from being explained, are findings of their rules.
    let mut file = flawless();
    file["purposes"].as_array_mut().expect("purposes").push(json!({ "id": "more", "legalBasis": "consent" }));
    file["items"][0]["purpose"] = json!("more");
    let file = without(&file, "/items/0/name");
    assert_eq!(
        gaps(&file),
        ["warning asked-unexplained purposes[more].title", "warning item-unremovable items[0].name"]
    );
    assert_eq!(find_gaps(&parsed(&file), &[])[0].places.len(), 2, "the title and the description");
}

#[test]
fn the_laws_that_a_site_names_decide_which_gaps_there_are_and_how_much_they_matter() {
    let under = |regimes: Value, pointer: &str| {
        gaps(&merged(Some(&without(&flawless(), pointer)), &json!({ "regimes": regimes })))
    };
    for (pointer, gdpr, none, ccpa) in [
        ("/controller/legalName", "warning gdpr-identity", "note gdpr-identity", "note gdpr-identity"),
        ("/items/0/duration", "warning item-duration", "note item-duration", "note item-duration"),
        ("/items/0/setBy", "warning item-setter", "note item-setter", "note item-setter"),
        ("/collected/0/source", "warning collected-source", "note collected-source", "note collected-source"),
        ("/collected/0/purposes", "warning gdpr-purposes", "note gdpr-purposes", "note gdpr-purposes"),
        ("/services/0/name", "note gdpr-recipients", "note gdpr-recipients", "note gdpr-recipients"),
        ("/purposes/1/legalBasis", "warning gdpr-legal-basis", "note gdpr-legal-basis", ""),
        ("/purposes/1/description", "warning gdpr-interests", "note gdpr-interests", "note purpose-description"),
        ("/complaint", "warning gdpr-complaint", "note gdpr-complaint", ""),
        ("/transfers/safeguard", "warning gdpr-safeguard", "note gdpr-safeguard", ""),
        ("/collected", "note collected-missing", "note collected-missing", "warning ccpa-collected"),
        ("/sells", "note sale-missing", "note sale-missing", "warning ccpa-sale-statement"),
        ("/retention/0/period", "warning gdpr-retention", "note gdpr-retention", "warning ccpa-retention"),
        ("/lastUpdated", "warning policy-undated", "warning policy-undated", "warning policy-undated"),
    ] {
        for (regimes, expected) in
            [(json!(["gdpr"]), gdpr), (json!(["uk-gdpr"]), gdpr), (json!([]), none), (json!(["ccpa"]), ccpa)]
        {
            let found = under(regimes.clone(), pointer);
            let codes: Vec<_> = found.iter().filter_map(|line| line.rsplit_once(' ')).map(|(code, _)| code).collect();
            let expected: Vec<_> = Some(expected).filter(|code| !code.is_empty()).into_iter().collect();
            assert_eq!(codes, expected, "{regimes} {pointer}");
        }
    }
}

#[test]
fn a_policy_that_the_owner_wrote_may_have_what_belongs_into_a_policy() {
    let own = |pointer: &str| {
        let file = merged(Some(&without(&flawless(), pointer)), &json!({ "policy": { "url": "/privacy" } }));
        (gaps(&file), check(&parsed(&file), &[], today()).iter().map(headline).collect::<Vec<_>>())
    };
    for pointer in ["/controller/address", "/changes", "/rights/0/respondWithin", "/collected/0/data"] {
        assert_eq!(own(pointer), (Vec::new(), Vec::new()), "{pointer}");
    }
    let note = "note gdpr-identity controller.legalName".to_owned();
    assert_eq!(own("/controller/legalName"), (Vec::new(), vec![note]), "a note, as before, and no gap");
    let detail = vec!["note item-kind items[0].kind".to_owned()];
    assert_eq!(own("/items/0/kind"), (detail.clone(), detail), "the details are not the policy");
}
