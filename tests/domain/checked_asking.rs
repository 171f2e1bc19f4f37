//! What `check` says of questions to visitors: unexplained ones, ones that a no cannot undo, signals that mean no choice.

use courtesy::site::read::read;
use serde_json::{Value, json};

use crate::checking::{flawless, found, purpose, today};
use crate::faults::check;
use crate::tables::merged;

/// What is said of a file, and the fix.
fn said(file: &Value) -> Vec<String> {
    let file = merged(Some(&flawless()), file).to_string();
    let site = read(&file).unwrap_or_else(|problems| panic!("{problems:?}"));
    check(&site, &[], today()).into_iter().map(|finding| format!("{}; {}", finding.sentence, finding.fix)).collect()
}

/// The flawless site with one purpose more, where data is shared, and visitors are told how to opt out.
pub fn sharing(optional: Value) -> Value {
    let mut file = purpose(optional);
    file["shares"] = json!(true);
    file["notice"] = json!({ "reopen": "always" });
    file["rights"]
        .as_array_mut()
        .expect("rights")
        .push(json!({ "kind": "opt-out-of-sale", "routes": [{ "url": "/x" }] }));
    file
}

/// The flawless site, which asks for this purpose, with a patch on it.
fn asking(optional: Value, patch: Value) -> Value {
    merged(Some(&purpose(optional)), &patch)
}

#[test]
fn a_question_says_what_it_is_about() {
    let bare = asking(json!({ "id": "tests", "title": null }), json!({}));
    assert_eq!(found(&bare), ["warning asked-unexplained purposes[tests].title"]);
    assert_eq!(
        said(&bare),
        [
            "you ask visitors without an explanation: \"tests\"; add \"title\" and \"description\": what you do, and what for"
        ]
    );
    for enough in [
        json!({ "id": "tests" }),
        json!({ "id": "tests", "title": null, "description": "Tries two versions of a page." }),
        json!({ "id": "tests", "title": null, "exemption": "no-storage" }),
    ] {
        assert_eq!(found(&asking(enough.clone(), json!({}))), [""; 0], "{enough}");
    }
    let in_the_uk = asking(json!({ "id": "tests", "title": null, "exemption": "uk-statistical" }), json!({}));
    assert_eq!(found(&in_the_uk), ["warning asked-unexplained purposes[tests].title"], "it is asked for elsewhere");
}

#[test]
fn what_cannot_be_removed_when_consent_is_withdrawn_is_named() {
    let items = |items: Value| asking(json!({ "id": "tests" }), json!({ "items": items }));
    let nameless = items(json!([
        { "purpose": "essential", "kind": "cookie" }, { "purpose": "tests", "kind": "local-storage" },
        { "purpose": "tests", "kind": "cookie", "name": "variant" }, { "purpose": "tests" }]));
    assert_eq!(found(&nameless), ["warning item-unremovable items[1].name"]);
    assert_eq!(
        said(&nameless),
        [
            "you cannot remove an item without a name when consent is withdrawn: items[1] (local-storage, for \"tests\") and items[3] (for \"tests\"); add \"name\", or the beginning of the names with \"match\": \"prefix\""
        ]
    );
    let named =
        json!([{ "purpose": "essential" }, { "purpose": "tests", "kind": "cookie", "name": "t_", "match": "prefix" }]);
    assert_eq!(found(&items(named)), [""; 0]);
}

#[test]
fn a_sale_that_the_signal_does_not_reach_is_a_warning() {
    let idle = ["warning gpc-idle shares"];
    assert_eq!(found(&sharing(json!({ "id": "ads" }))), idle);
    assert_eq!(found(&sharing(json!({ "id": "ads", "saleOrShare": false }))), idle);
    let exempt = json!({ "id": "ads", "saleOrShare": true, "exemption": "no-storage" });
    assert_eq!(found(&sharing(exempt)), idle, "what is exempt is not asked for, and runs");
    assert_eq!(found(&sharing(json!({ "id": "ads", "saleOrShare": true }))), [""; 0]);
    let both = merged(Some(&sharing(json!({ "id": "ads" }))), &json!({ "sells": true }));
    assert_eq!(
        said(&both),
        [
            "you have \"sells\" and \"shares\", but Global Privacy Control turns nothing off; add \"saleOrShare\": true to each purpose that sells or shares, and heed the header Sec-GPC on your servers"
        ]
    );
}

#[test]
fn honouring_the_signal_where_nothing_is_sold_is_a_note() {
    let honours = json!({ "honoursGpc": true });
    assert_eq!(found(&honours), ["note gpc-nothing-sold honoursGpc"]);
    assert_eq!(found(&merged(Some(&sharing(json!({ "id": "ads", "saleOrShare": true }))), &honours)), [""; 0]);
    for silent in [json!(false), Value::Null] {
        assert_eq!(found(&json!({ "honoursGpc": silent })), [""; 0]);
    }
}

#[test]
fn a_signal_of_what_nobody_is_asked_for_is_a_note() {
    let signals = json!({ "consentMode": { "essential": ["security_storage"], "tests": ["analytics_storage"] } });
    let file = asking(json!({ "id": "tests", "nature": "analytics" }), signals);
    assert_eq!(found(&file), ["note signal-exempt consentMode.essential"]);
    assert_eq!(
        said(&file),
        [
            "you send consent signals for a purpose that visitors are not asked about: \"essential\"; move the signals to a purpose that visitors decide on, or remove them"
        ]
    );
}

#[test]
fn who_grants_something_else_has_not_granted_advertising() {
    let tied = |nature: Value, signals: Value| {
        asking(json!({ "id": "tests", "nature": nature }), json!({ "consentMode": { "tests": signals } }))
    };
    let advertising = json!(["analytics_storage", "ad_storage", "ad_user_data", "ad_personalization"]);
    for other in [json!("analytics"), Value::Null] {
        assert_eq!(found(&tied(other, advertising.clone())), ["warning signal-nature consentMode.tests"]);
    }
    assert_eq!(
        said(&tied(json!("analytics"), json!(["ad_user_data", "analytics_storage"]))),
        [
            "you send advertising signals for a purpose that is not advertising: \"tests\" (ad_user_data); move the signals to a purpose of the nature \"advertising\", or correct the nature"
        ]
    );
    assert_eq!(found(&tied(json!("advertising"), advertising)), [""; 0]);
    assert_eq!(found(&tied(json!("analytics"), json!(["analytics_storage"]))), [""; 0]);
}

#[test]
fn microsofts_signals_are_held_against_the_same_rules() {
    let of = |nature: &str, signals: Value| {
        asking(json!({ "id": "tests", "nature": nature }), json!({ "microsoftConsentMode": signals }))
    };
    let advertising = json!({ "tests": ["ad_storage", "analytics_storage"] });
    assert_eq!(found(&of("analytics", advertising.clone())), ["warning signal-nature microsoftConsentMode.tests"]);
    assert_eq!(found(&of("advertising", advertising)), [""; 0]);
    assert_eq!(found(&of("analytics", json!({ "tests": ["analytics_storage"] }))), [""; 0]);
    assert_eq!(
        found(&of("analytics", json!({ "essential": ["ad_storage"] }))),
        ["warning signal-nature microsoftConsentMode.essential", "note signal-exempt microsoftConsentMode.essential"],
        "what is exempt is always on, so it would always be granted"
    );
}
