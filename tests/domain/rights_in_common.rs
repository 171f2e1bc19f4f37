//! The composed rights: what several have in common is written once, before them.

use serde_json::{Value, json};

use crate::compiling::parts;
use crate::fixtures::site;
use crate::page::{Page, policy_page};

fn page(patch: Value) -> Page {
    policy_page(&site(patch), &parts(), 0, |_| unreachable!("composed"))
}

#[test]
fn a_way_and_a_promise_that_rights_have_in_common_are_said_once_before_them() {
    let rights = |rights: Value| page(json!({ "rights": rights })).under("rights").to_owned();
    let (to, other) = (json!({ "email": "r@b.example", "subject": "Data" }), json!({ "email": "o@b.example" }));
    let shared = rights(json!([
        { "kind": "access", "routes": [to], "respondWithin": "P30D" },
        { "kind": "deletion", "routes": [{ "account": "delete it" }, to], "respondWithin": "P30D" },
        { "kind": "portability", "routes": [to], "respondWithin": "P30D" },
        { "kind": "correction", "respondWithin": "P30D" },
        { "kind": "restriction", "routes": [other], "respondWithin": "P30D" },
    ]));
    let lines: Vec<&str> = shared.trim().lines().skip(2).collect();
    assert_eq!(
        lines,
        [
            "To use these rights, write to r@b.example with the subject “Data”. We answer within 30 days.",
            "See your data.",
            "Have your data deleted. In your account: delete it.",
            "Take your data with you.",
            "Have your data corrected.",
            "Have the use of your data restricted. Write to o@b.example.",
            "Use our request form.",
        ]
    );
    let unstated = rights(
        json!([{ "kind": "access" }, { "kind": "deletion", "routes": [{ "account": "delete it" }] }, { "kind": "correction" }]),
    );
    assert!(unstated.contains("To use these rights, write to a@b.example.\nSee your data.\n"), "{unstated}");
    assert_eq!(unstated.matches("a@b.example").count(), 1, "{unstated}");
    let apart = rights(json!([{ "kind": "access", "routes": [to] }, { "kind": "deletion", "routes": [other] }]));
    assert!(!apart.contains("To use these rights") && !apart.contains("about each"), "{apart}");
}
