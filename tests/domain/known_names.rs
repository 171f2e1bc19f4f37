//! Names that a reader would know: doubted where they are said to be necessary, and left alone everywhere else.

use courtesy::check::{Severity, check, known_name};
use serde_json::{Value, json};

use crate::checking::today;
use crate::fixtures::site;

/// What is doubted of a site with this item, and further fields.
fn doubted(item: Value, further: Value) -> Vec<String> {
    let mut patch = further;
    patch["items"] = json!([item]);
    let findings = check(&site(patch), &[], today());
    let doubts = findings.into_iter().filter(|finding| finding.code == "name-doubtful");
    doubts
        .map(|finding| {
            assert_eq!(finding.severity, Severity::Warning);
            finding.sentence
        })
        .collect()
}

#[test]
fn known_names_are_doubted_as_essential() {
    for name in [
        "_ga",
        "_ga_AB12",
        "_gid",
        "_gat_UA-1",
        "__utma",
        "_fbp",
        "_hjSession_1",
        "_gcl_au",
        "IDE",
        "NID",
        "_clck",
        "_uetsid",
        "_pk_id.1.ab",
        "intercom-id-x",
        "ajs_user_id",
        "mp_ab_mixpanel",
        "amplitude_id",
        "hubspotutk",
        "li_at",
        "ph_phc_x_posthog",
        "VISITOR_INFO1_LIVE",
        "_ttp",
        "_ga_*",
        "ph_<key>_posthog",
        "_pk_id.{site}",
    ] {
        let item = json!({ "kind": "cookie", "name": name, "purpose": "essential" });
        let said = doubted(item, json!({}));
        assert!(said.len() == 1 && said[0].contains(&format!("\"{name}\"")), "{name}: {said:?}");
    }
    let beginning = json!({ "kind": "cookie", "name": "_hj", "match": "prefix", "purpose": "essential" });
    assert_eq!(
        doubted(beginning, json!({})),
        ["you exempt a name that is known for analytics from consent: \"_hj\" (Hotjar)"]
    );
}

#[test]
fn other_names_and_other_purposes_are_left_alone() {
    for name in [
        "basket",
        "PHPSESSID",
        "session",
        "theme",
        "_gallery",
        "ide",
        "nid",
        "csrftoken",
        "_galaxy",
        "fr",
        "id",
        "courtesy:a",
        "__stripe_mid",
    ] {
        assert_eq!(known_name(name), None, "{name}");
        assert_eq!(
            doubted(json!({ "kind": "cookie", "name": name, "purpose": "essential" }), json!({})),
            [""; 0],
            "{name}"
        );
    }
    let asked = json!({ "purposes": [{ "id": "analytics" }] });
    assert_eq!(doubted(json!({ "kind": "cookie", "name": "_ga", "purpose": "analytics" }), asked), [""; 0]);
}

#[test]
fn the_exemptions_of_the_united_kingdom_are_for_what_they_are_for() {
    let with = |exemption: &str| json!({ "purposes": [{ "id": "a", "title": "A", "exemption": exemption }] });
    let item = |name: &str| json!({ "kind": "cookie", "name": name, "purpose": "a" });
    assert_eq!(doubted(item("_pk_id"), with("uk-statistical")), [""; 0]);
    assert_eq!(doubted(item("_fbp"), with("uk-statistical")).len(), 1);
    assert_eq!(doubted(item("_pk_id"), with("uk-appearance")).len(), 1);
    assert_eq!(doubted(item("_pk_id"), with("transmission")).len(), 1);
}
