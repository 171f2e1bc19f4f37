//! The id of a site: its own, or made from its address or name, and in every file that a visitor's browser reads.

use courtesy::compile::{Form, Policies, compile};
use courtesy::site::derived_id;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::compiling::parts;
use crate::fixtures::{problems, says_only, site};

#[test]
fn an_id_is_made_from_the_host_and_path_or_else_from_the_name() {
    for (file, id) in [
        (json!({ "url": "https://mjpro.ai/", "name": "A" }), "mjpro.ai"),
        (json!({ "url": "https://user.pages.example/one", "name": "A" }), "user.pages.example-one"),
        (json!({ "url": "https://www.Example.com/A/b/?x=1#y", "name": "A" }), "www.example.com-a-b"),
        (json!({ "url": "https://localhost:8080", "name": "A" }), "localhost"),
        (json!({ "url": "https://bücher.example", "name": "A" }), "xn--bcher-kva.example"),
        (json!({ "name": "My Shop" }), "my-shop"),
        (json!({ "name": " Café! " }), "caf"),
        (json!({ "name": { "de": "Laden", "en": "Shop" }, "languages": ["de", "en"] }), "laden"),
        // The same in every version, or every visitor is asked again.
        (json!({ "name": "مازون" }), "47dae93e"),
        (json!({ "name": "!" }), "240c8dec"),
        (json!({ "id": "shop_2.de-at", "url": "https://mjpro.ai", "name": "A" }), "shop_2.de-at"),
        (json!({ "id": "Shop", "name": "A" }), "a"),
    ] {
        assert_eq!(derived_id(&file), id, "{file}");
    }
}

#[test]
fn a_long_address_is_cut_and_stays_its_own() {
    let id =
        |end: &str| derived_id(&json!({ "name": "A", "url": format!("https://example.com/{}{end}", "a".repeat(99)) }));
    assert_eq!((id("one").len(), id("one").starts_with("example.com-aaa")), (64, true));
    assert_ne!(id("one"), id("two"));
}

#[test]
fn an_id_has_few_characters() {
    for id in ["A", "a b", "", "é", "a/b", "courtesy:a", &"a".repeat(65)] {
        says_only(
            json!({ "id": id }),
            &format!(
                "id: \"{id}\" is not the id of a site; use lower-case letters, digits, \".\", \"-\" and \"_\", 64 at most, as in \"example.com\""
            ),
        );
    }
    for id in ["a", "0", "example.com", "__proto__", "-", &"a".repeat(64)] {
        assert!(problems(json!({ "id": id })).is_empty(), "{id}");
    }
}

#[test]
fn every_file_that_is_read_for_the_keys_has_the_id() {
    let site = site(json!({ "id": "shop.example-de", "languages": ["en", "de"] }));
    let policies = Policies::of(&site, |_| unreachable!("composed")).expect("policies");
    let files = compile(&site, &policies, &parts(), Form::Built).expect("files");
    let json_of = |beginning: &str| -> Vec<Value> {
        let of = files.iter().filter(|file| file.name.starts_with(beginning) && file.name.ends_with(".json"));
        of.map(|file| serde_json::from_slice(&file.bytes).expect("JSON")).collect()
    };
    for beginning in ["site.", "rights-"] {
        let found = json_of(beginning);
        assert_eq!(found.len(), 2);
        assert!(found.iter().all(|file| file["id"] == "shop.example-de"), "{beginning}");
    }
    for name in ["courtesy.js", "courtesy.de.js"] {
        let script = files.iter().find(|file| file.name == name).expect("a loader");
        assert!(String::from_utf8_lossy(&script.bytes).contains("shop.example-de"), "{name}");
    }
    // It is the same in every language, so no notice file repeats it.
    assert!(json_of("notice-").iter().all(|file| file.get("id").is_none()));
    let rows: Vec<_> = json_of("details-").iter().map(Value::to_string).collect();
    for key in ["\"courtesy:shop.example-de\"", "\"courtesy-requests:shop.example-de\""] {
        assert!(rows.len() == 2 && rows.iter().all(|row| row.contains(key)), "{key}");
    }
}

proptest! {
    #[test]
    fn every_name_and_address_makes_an_id_that_is_one(name in ".{0,80}", url in prop_oneof!["https://[a-z]{1,30}(/.{0,60})?", ".{0,40}"]) {
        let id = derived_id(&json!({ "name": name, "url": url }));
        prop_assert!(problems(json!({ "id": &id })).is_empty(), "{}", id);
        prop_assert_eq!(derived_id(&json!({ "name": name, "url": url })), id);
    }
}
