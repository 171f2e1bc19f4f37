//! Reading takes a file that holds together, adds what exists undeclared, and invents nothing.

use courtesy::site::read::read;
use courtesy::site::{Exemption, Id, Language, Mode};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::fixtures::{SEEDS, json as file, seed, site, smallest};

#[test]
fn a_name_a_contact_and_an_item_make_a_site() {
    let site = site(json!({}));
    assert_eq!(site.mode(), Mode::Notice);
    assert_eq!(site.languages, [Language::english()]);
    assert_eq!(site.notice.version, "1");
    assert_eq!(site.notice.expires_after.to_string(), "P6M");
    let item = &site.items[0];
    assert!(item.kind.is_none() && item.name.is_none() && item.duration.is_none() && item.set_by.is_none());
}

#[test]
fn essential_exists_undeclared_and_is_strictly_necessary() {
    let essential = |patch| site(patch).purpose(&Id::essential()).and_then(|purpose| purpose.exemption);
    assert_eq!(essential(json!({})), Some(Exemption::StrictlyNecessary));
    let declared = json!({ "purposes": [{ "id": "essential", "title": "What it needs" }] });
    assert_eq!(essential(declared), Some(Exemption::StrictlyNecessary));
}

#[test]
fn one_purpose_that_is_not_exempt_makes_consent_mode() {
    let mode = |exemption: Value| site(json!({ "purposes": [{ "id": "x", "exemption": exemption }] })).mode();
    for exempt in ["strictly-necessary", "transmission", "no-storage"] {
        assert_eq!(mode(exempt.into()), Mode::Notice, "{exempt}");
    }
    for asked in [json!("uk-statistical"), json!("uk-appearance"), Value::Null] {
        assert_eq!(mode(asked.clone()), Mode::Consent, "{asked}");
    }
}

#[test]
fn what_may_be_left_out_may_be_null() {
    let nulls = json!({ "url": null, "sells": null, "children": null });
    let text =
        [smallest(), nulls].iter().flat_map(|part| part.as_object().expect("an object").clone()).collect::<Value>();
    assert!(read(&text.to_string()).is_ok());
}

#[test]
fn a_byte_order_mark_is_no_problem() {
    assert!(read(&format!("\u{feff}{}", smallest())).is_ok());
}

#[test]
fn a_text_is_read_in_the_language_that_is_asked_for() {
    let texts = json!({ "languages": ["en", "de"], "name": { "en": "Shop", "de": "Laden" }, "complaint": "same" });
    let site = site(texts).in_language(&"de".parse().expect("a language"));
    assert_eq!(site.name, "Laden");
    assert_eq!(site.complaint.as_deref(), Some("same"));
}

#[test]
fn a_site_file_in_one_language_is_a_site_file_again() {
    for name in SEEDS {
        let site = seed(name).in_language(&Language::english());
        let again = read(&json!(site).to_string()).expect("what was read can be read");
        assert_eq!(again.in_language(&Language::english()), site, "{name}");
    }
}

proptest! {
    /// Any value put anywhere in a real file gives problems or a site, never a panic; where the schema says that the form
    /// is right, no problem of form is reported, and the types take it.
    #[test]
    fn reading_any_change_of_a_real_file_never_panics_and_agrees_with_the_schema(
        seed in 0..SEEDS.len(), place in any::<proptest::sample::Index>(), value in any_json(),
    ) {
        let mut json = file(&format!("www/sites/{}/site.json", SEEDS[seed]));
        let places = pointers(&json);
        let pointer = place.get(&places).clone();
        *json.pointer_mut(&pointer).expect("a place of the file") = value;
        let problems = read(&json.to_string()).err().unwrap_or_default();
        let valid = jsonschema::is_valid(&courtesy::site::schema::schema(), &json);
        if problems.is_empty() {
            // Null for what may be left out is the one freedom that the published schema does not have everywhere.
            prop_assert!(valid || json.pointer(&pointer) == Some(&Value::Null), "{pointer}: the schema refuses what is read");
        }
        for problem in problems {
            prop_assert!(!problem.sentence.contains("schema should have said"), "{pointer}: {problem}");
        }
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        Just(json!([])),
        Just(json!({})),
        Just(json!([null])),
        Just(json!({ "en": "a" })),
        Just(json!({ "id": "a", "kind": "access", "email": "a@b.c", "url": "/x", "what": 1 })),
        "[a-z:/#@. -]{0,12}".prop_map(Value::from),
        prop::sample::select(vec![
            "essential",
            "site",
            "P6M",
            "2026-03",
            "access",
            "cookie",
            "en",
            "no-storage",
            "/x",
            "#x"
        ])
        .prop_map(Value::from),
    ]
}

/// The JSON pointers of everything in a value.
fn pointers(value: &Value) -> Vec<String> {
    let below = |key: String, value: &Value| {
        let key = key.replace('~', "~0").replace('/', "~1");
        pointers(value).into_iter().map(move |pointer| format!("/{key}{pointer}"))
    };
    let mut all = vec![String::new()];
    match value {
        Value::Object(fields) => all.extend(fields.iter().flat_map(|(key, value)| below(key.clone(), value))),
        Value::Array(list) => {
            all.extend(list.iter().enumerate().flat_map(|(place, value)| below(place.to_string(), value)))
        }
        _ => {}
    }
    all
}
