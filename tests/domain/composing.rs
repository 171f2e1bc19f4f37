//! The composed policy on declarations that no example has: each sentence stays one, and says what was declared.

use serde_json::{Value, json};

use crate::compiling::parts;
use crate::fixtures::site;
use crate::page::{Page, policy_page};

fn page(patch: Value) -> Page {
    policy_page(&site(patch), &parts(), 0, |_| unreachable!("composed"))
}

#[test]
fn a_label_that_stands_in_its_own_sentence_is_linked_where_it_is_meant() {
    for label in ["o", "Go to", "G"] {
        let routes = json!([{ "url": "https://x.example/g", "label": label }]);
        let page = page(json!({ "rights": [{ "kind": "access", "routes": routes }] }));
        let sentence = format!(r#"Go to <a href="https://x.example/g" rel="noopener noreferrer">{label}</a>."#);
        assert!(page.html.contains(&sentence), "{label}: {}", page.under("rights"));
    }
}

#[test]
fn how_data_ends_is_said_only_where_it_can_end() {
    let said = |kind: Value| {
        page(json!({ "retention": [kind] })).under("retention").lines().last().expect("a line").to_owned()
    };
    assert_eq!(said(json!({ "what": "Mail", "ends": "on-request" })), "Mail: It is deleted when you ask for it.");
    assert_eq!(said(json!({ "what": "Logs", "period": "indefinite", "ends": "by-itself" })), "Logs: No time limit.");
    assert_eq!(
        said(json!({ "what": "Mail", "rule": "until you delete it", "ends": "by-itself" })),
        "Mail: until you delete it. It is deleted without your asking."
    );
    assert_eq!(
        said(json!({ "what": "Mail", "period": "P1M", "ends": "by-itself", "exception": "what the law asks for" })),
        "Mail: 1 month. After this time it is deleted without your asking. An exception: what the law asks for."
    );
}

#[test]
fn a_purpose_that_nobody_declared_or_names_is_not_said() {
    let shop = json!({ "purposes": [{ "id": "shop", "title": "Shop", "exemption": "strictly-necessary", "legalBasis": "contract" }], "items": [{ "purpose": "shop" }], "regimes": ["gdpr"] });
    let purposes = page(shop.clone()).under("purposes").to_owned();
    assert!(!purposes.contains("What the site needs to work") && !purposes.contains("states none"), "{purposes}");
    let named = crate::tables::merged(Some(&shop), &json!({ "items": [{ "purpose": "essential" }] }));
    assert!(page(named).under("purposes").contains("What the site needs to work"));
}

#[test]
fn a_promise_that_needs_no_way_is_given_none() {
    let rights = json!([{ "kind": "non-discrimination" }, { "kind": "complaint" }, { "kind": "storage", "note": "Clear it" }, { "kind": "access" }]);
    let page = page(json!({ "rights": rights }));
    assert_eq!(page.under("rights").matches(" Write to a@b.example.").count(), 1, "{}", page.under("rights"));
    assert!(
        page.under("rights").contains("Control what is stored on your device. Clear it."),
        "{}",
        page.under("rights")
    );
}

#[test]
fn laws_in_another_order_are_the_same_laws() {
    let rights =
        json!([{ "kind": "access", "regimes": ["gdpr", "ccpa"] }, { "kind": "deletion", "regimes": ["ccpa", "gdpr"] }]);
    assert_eq!(page(json!({ "rights": rights })).under("rights").matches("For people in").count(), 1);
}

#[test]
fn what_the_owner_ended_is_not_ended_twice() {
    let rights = json!([{ "kind": "other", "title": "Why?", "routes": [{ "account": "Settings > Delete." }], "note": "At once!" }]);
    let page = page(json!({ "rights": rights }));
    assert!(
        page.under("rights").contains("Why? In your account: Settings > Delete. At once!"),
        "{}",
        page.under("rights")
    );
}

#[test]
fn a_promise_of_time_says_nothing_of_channels() {
    let changes = page(json!({ "changes": { "leadTime": "P1M" } })).under("changes").to_owned();
    assert_eq!(changes.trim(), "Changes to this policy\nChanges are told at least 1 month before they take effect.");
}

#[test]
fn texts_of_the_owner_stay_texts() {
    let hostile = "{site} <b>{email}</b> \u{202E}";
    let page = page(
        json!({ "complaint": hostile, "security": [hostile], "retention": [{ "what": hostile, "rule": hostile }] }),
    );
    for part in ["complaint", "security", "retention"] {
        assert!(page.under(part).contains(hostile.trim_end_matches(['\u{202E}', ' '])), "{part}: {}", page.under(part));
    }
    assert!(!page.html.contains("<b>"));
}
