//! Receipts: whatever a site declares and whatever was decided, a receipt has the published shape, says "not stated" in its JSON
//! where nothing is, and nothing that was not declared.

use std::fs;

use courtesy::compile::receipt;
use courtesy::policy::Pages;
use courtesy::site::read::read;
use courtesy::site::{Language, SiteFile};
use courtesy::views::builder::Declared;
use courtesy::words::LANGUAGES;
use jsonschema::Validator;
use serde_json::{Value, json};

use crate::fixtures::{SITES, in_language, json as file, path, seed};
use crate::prepared::{declared, of};

const NOT_STATED: &str = "not stated";
const RECORD: &str = "/dpv:hasRecordOfActivity/0";

fn shape(name: &str) -> Validator {
    jsonschema::validator_for(&file(&format!("www/{name}.schema.json"))).expect("a schema")
}

fn faults(shape: &Validator, value: &Value) -> Vec<String> {
    shape.iter_errors(value).map(|fault| format!("{}: {fault}", fault.instance_path())).collect()
}

fn of_language(site: &SiteFile, language: &str) -> Declared {
    let (declared, words) = in_language(site, language);
    let pages = Pages::of(site, "privacy.html", "request.html");
    let language: Language = language.parse().expect("a language");
    Declared { site: declared, language, words, pages }
}

/// A skeleton with what the loader always puts into it.
fn filled(declared: &Declared) -> Value {
    let mut whole = receipt(declared)["receipt"].clone();
    whole["@context"]["@base"] = json!("https://a.example/");
    whole["dct:created"] = json!("2026-11-22T12:00:00Z");
    let record = whole.pointer_mut(RECORD).expect("a record");
    record["dct:valid"] = json!("2027-05-22T12:00:00Z");
    if record["dpv:hasConsentControl"].is_object() {
        record["dpv:hasConsentControl"]["dpv:isExercisedAt"] = json!("https://a.example/");
    }
    for process in record["dpv:hasProcess"].as_array_mut().into_iter().flatten() {
        for part in process["dpv:hasProcess"].as_array_mut().into_iter().flatten() {
            part["dpv:hasConsentStatus"] = json!(NOT_STATED);
        }
        process.as_object_mut().expect("a process").retain(|_, value| !value.is_null());
    }
    whole
}

#[test]
fn the_skeleton_of_every_site_has_every_mandatory_field_in_every_language() {
    let shape = shape("receipt");
    for file in SITES.map(seed) {
        for language in LANGUAGES {
            let declared = of_language(&file, language.code);
            assert_eq!(faults(&shape, &filled(&declared)), [""; 0], "{} {}", declared.site.name, language.code);
        }
    }
}

#[test]
fn of_the_smallest_site_nothing_is_invented() {
    let whole = filled(&declared(json!({})));
    assert_eq!(faults(&shape("receipt"), &whole), [""; 0]);
    let record = whole.pointer(RECORD).expect("a record");
    for field in [
        "dct:identifier",
        "dpv:hasJurisdiction",
        "dpv:hasApplicableLaw",
        "dpv:hasLocation",
        "dpv:hasStorageCondition",
        "dpv:hasConsentControl",
        "dpv:hasRight",
        "dpv:hasAuthority",
        "dpv:hasConsentStatus",
    ] {
        assert_eq!(record[field], NOT_STATED, "{field}");
    }
    let contact = json!([{ "dct:type": "general", "rdf:value": "a@b.example" }]);
    assert_eq!(
        record["dpv:hasEntity"],
        json!([{
            "@id": "#controller", "@type": "dpv:DataController", "dct:identifier": NOT_STATED, "dct:title": "A",
            "dpv:hasName": NOT_STATED, "dpv:hasAddress": NOT_STATED, "dpv:hasLocation": NOT_STATED, "dpv:hasContact": contact,
        }])
    );
    let [process] = record["dpv:hasProcess"].as_array().expect("processes").as_slice() else { panic!("one") };
    let datum = json!({
        "@type": "dpv:PersonalData", "dct:title": NOT_STATED, "dct:identifier": NOT_STATED, "dct:type": NOT_STATED, "dpv:hasDuration": NOT_STATED,
    });
    assert_eq!(process["dpv:hasPersonalData"], json!([datum]));
    assert_eq!(process["dpv:hasLegalBasis"], NOT_STATED);
    assert_eq!(process["dpv:hasRecipient"], NOT_STATED);
}

#[test]
fn what_stores_nothing_is_not_in_it_and_what_is_asked_for_has_its_services() {
    let record = filled(&of(&seed("mediux"))).pointer(RECORD).expect("a record").clone();
    let ids: Vec<_> = record["dpv:hasProcess"].as_array().expect("processes").iter().map(|each| &each["@id"]).collect();
    assert_eq!(ids, ["#purpose/essential", "#purpose/preferences", "#purpose/analytics"]);
    let analytics = &record["dpv:hasProcess"][2];
    assert_eq!(analytics["dpv:hasLegalBasis"]["@id"], "dpv:Consent");
    assert_eq!(analytics["dpv:hasProcess"][0]["@id"], "#purpose/analytics/analytics-tools");
    assert_eq!(analytics["dpv:hasRecipient"], json!([{ "@id": "#service/analytics-tools" }]));
    assert_eq!(record["dpv:hasProcess"][0]["dpv:hasJustification"], "strictly-necessary");
    assert_eq!(record["dpv:hasEntity"][0]["dpv:hasLocation"], "United States");
    assert_eq!(record["dpv:hasEntity"][0]["dpv:hasAddress"], NOT_STATED);
}

#[test]
fn where_copies_are_sent_the_details_and_the_receipt_say_so() {
    let of = |patch| {
        let declared = declared(patch);
        let details = json!(courtesy::views::details::prepare::chunks(&declared).0).to_string();
        (details, receipt(&declared)["intro"].to_string())
    };
    let (details, intro) = of(json!({ "records": { "endpoint": "https://log.example:8443/consent" } }));
    assert!(details.contains("goes to log.example:8443") && intro.contains("log.example:8443"), "{details} {intro}");
    assert!(!details.contains("nothing that identifies you"), "{details}");
    let (details, intro) = of(json!({}));
    assert!(details.contains("nothing that identifies you") && intro.contains("stays in this browser"));
}

/// What the loader fills is what the build writes: node makes receipts of these, and this test holds them against the schema.
#[test]
fn what_the_fixtures_say_is_built_is_built() {
    for name in ["consent", "notice"] {
        let place = format!("tests/fixtures/receipts/{name}.json");
        let mut fixture = file(&place);
        let site = read(&fixture["site"].to_string()).expect("a site without problems");
        let built = receipt(&of(&site));
        if std::env::var_os("UPDATE_FIXTURES").is_some() {
            fixture["built"] = built.clone();
            fs::write(path(&place), format!("{fixture:#}\n")).expect("tests can be written");
        }
        assert!(file(&place)["built"] == built, "{place} has drifted: run `UPDATE_FIXTURES=1 cargo test receipts`");
    }
}

/// `made.json` is what the loader makes; tests/loader holds it to the byte, and only here is a validator of JSON Schema.
#[test]
fn every_receipt_that_the_loader_makes_has_the_published_shape() {
    let shape = shape("receipt");
    let made = file("tests/fixtures/receipts/made.json");
    for row in made["receipts"].as_array().expect("rows") {
        assert_eq!(faults(&shape, &row["receipt"]), [""; 0], "{}", row["name"]);
    }
}

#[test]
fn every_copy_that_the_loader_sends_has_the_published_shape() {
    let shape = shape("record");
    let made = file("tests/fixtures/receipts/made.json");
    for row in made["copies"].as_array().expect("rows") {
        assert_eq!(faults(&shape, &row["copy"]), [""; 0], "{}", row["name"]);
    }
}

/// Whatever is taken away or renamed at the top of a receipt, of its record or of a process is missed.
#[test]
fn a_receipt_without_one_of_its_fields_has_not_the_published_shape() {
    let (shape, made) = (shape("receipt"), file("tests/fixtures/receipts/made.json"));
    let whole = &made["receipts"][0]["receipt"];
    let optional = ["dpv:hasInvolvement", "dpv:hasNoticeStatus", "dpv:hasJustification", "skos:broader"];
    for place in
        ["", RECORD, "/dpv:hasRecordOfActivity/0/dpv:hasEntity/0", "/dpv:hasRecordOfActivity/0/dpv:hasProcess/0"]
    {
        let fields = whole.pointer(place).and_then(Value::as_object).expect("an object");
        for field in fields.keys().filter(|field| !optional.contains(&field.as_str())) {
            let mut less = whole.clone();
            let object = less.pointer_mut(place).and_then(Value::as_object_mut).expect("an object");
            let value = object.remove(field).expect("it is there");
            assert!(!shape.is_valid(&less), "{place} without {field}");
            less.pointer_mut(place).expect("an object")[field.to_uppercase()] = value;
            assert!(!shape.is_valid(&less), "{place} with {field} by another name");
        }
    }
}
