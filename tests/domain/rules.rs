//! How the parts of a site file fit together: what does not is said with both places and the fix.

use serde_json::{Value, json};

use crate::fixtures::{problems, says_only};

#[test]
fn ids_are_given_once_and_site_is_taken() {
    says_only(
        json!({ "services": [{ "id": "a" }, { "id": "a" }] }),
        "services[1].id: another entry in this list has the id \"a\"; give each its own id",
    );
    says_only(
        json!({ "services": [{ "id": "site" }] }),
        "services[0].id: the id \"site\" is reserved for the site itself; give \"site\" another id",
    );
}

#[test]
fn an_item_is_set_by_the_site_or_a_declared_service() {
    says_only(
        json!({ "services": [{ "id": "stripe" }], "items": [{ "purpose": "essential", "setBy": "strpe" }] }),
        "items[0].setBy: unknown service \"strpe\"; did you mean \"stripe\"?",
    );
}

#[test]
fn storage_never_names_a_purpose_that_stores_nothing() {
    says_only(
        json!({ "purposes": [{ "id": "a", "exemption": "no-storage" }], "items": [{ "purpose": "a" }] }),
        "items[0].purpose: you say that the purpose \"a\" stores nothing, but this item is stored for it; name another purpose, or remove the exemption of that one",
    );
}

#[test]
fn a_signal_is_of_a_purpose_that_there_is() {
    says_only(
        json!({ "purposes": [{ "id": "analytics" }], "consentMode": { "anlytics": ["analytics_storage"] } }),
        "consentMode.anlytics: unknown purpose \"anlytics\"; did you mean \"analytics\"?",
    );
}

#[test]
fn essential_is_always_strictly_necessary() {
    says_only(
        json!({ "purposes": [{ "id": "essential", "exemption": "uk-statistical" }] }),
        "purposes[0].exemption: the purpose \"essential\" is always strictly necessary; remove the exemption, or give the purpose another id",
    );
}

#[test]
fn a_prefix_is_never_empty_and_never_reaches_what_is_exempt() {
    let items = |own: Value| json!({ "purposes": [{ "id": "a" }], "items": [{ "purpose": "essential", "kind": "cookie", "name": "session_id" }, own] });
    says_only(
        items(json!({ "purpose": "a", "kind": "cookie", "match": "prefix" })),
        "items[1].name: an empty prefix would match every name; write how the names begin, or leave \"match\" out",
    );
    says_only(
        items(json!({ "purpose": "a", "kind": "cookie", "match": "prefix", "name": "sess" })),
        "items[1].name: names that begin with \"sess\" include the exempt one of items[0]; write a longer beginning, so that removing it spares that one",
    );
    assert!(problems(items(json!({ "purpose": "a", "kind": "cookie", "match": "prefix", "name": "_ga" }))).is_empty());
    assert!(
        problems(items(json!({ "purpose": "a", "kind": "local-storage", "match": "prefix", "name": "sess" })))
            .is_empty()
    );
}

#[test]
fn what_is_optional_shares_no_name_with_what_is_exempt_nor_with_the_widget() {
    let items = |own: Value| json!({ "purposes": [{ "id": "a" }], "items": [{ "purpose": "essential", "kind": "cookie", "name": "s" }, own] });
    says_only(
        items(json!({ "purpose": "a", "kind": "cookie", "name": "s" })),
        "items[1].name: \"s\" is also the name of the exempt one of items[0]; correct one of the names, or the purpose: removing one would remove both",
    );
    says_only(
        items(json!({ "purpose": "a", "kind": "local-storage", "name": "courtesy:a" })),
        "items[1].name: \"courtesy:a\" is also the name of this widget's own \"courtesy:a\"; correct one of the names, or the purpose: removing one would remove both",
    );
    says_only(
        items(json!({ "purpose": "a", "match": "prefix", "name": "court" })),
        "items[1].name: names that begin with \"court\" include this widget's own \"courtesy:a\"; write a longer beginning, so that removing it spares that one",
    );
    says_only(
        items(json!({ "purpose": "a", "kind": "local-storage", "match": "prefix", "name": "courtesy-requests:" })),
        "items[1].name: names that begin with \"courtesy-requests:\" include this widget's own \"courtesy-requests:a\"; write a longer beginning, so that removing it spares that one",
    );
    let mut other = items(json!({ "purpose": "a", "kind": "local-storage", "name": "courtesy:shop" }));
    other["id"] = json!("shop");
    says_only(
        other,
        "items[1].name: \"courtesy:shop\" is also the name of this widget's own \"courtesy:shop\"; correct one of the names, or the purpose: removing one would remove both",
    );
    for (kind, name) in [("cookie", "courtesy:a"), ("local-storage", "courtesy"), ("local-storage", "courtesy:b")] {
        assert!(problems(items(json!({ "purpose": "a", "kind": kind, "name": name }))).is_empty(), "{kind} {name}");
    }
    assert!(problems(items(json!({ "purpose": "a", "kind": "cookie", "name": "st" }))).is_empty());
}

#[test]
fn a_decision_does_not_count_for_ever() {
    for period in ["P11Y", "P9999W", "PT9999H9999M", "P9999Y9999M9999W9999D"] {
        let found = problems(json!({ "notice": { "expiresAfter": period } }));
        let too_long = format!(
            "notice.expiresAfter: \"{period}\" is longer than ten years; write a shorter period; \"P6M\" is usual"
        );
        assert_eq!(found, if period.starts_with("PT") { vec![] } else { vec![too_long] });
    }
    assert!(problems(json!({ "notice": { "expiresAfter": "P10Y" } })).is_empty());
}
