//! Every problem is a sentence with the path of the fault and the fix, and all are reported at once.

use courtesy::site::read::read;
use serde_json::{Value, json};

use crate::fixtures::{problems, says, says_only};

#[test]
fn all_problems_are_reported_at_once() {
    let found = problems(json!({
        "nmae": "A",
        "lastUpdated": "21.3.2026",
        "services": [{ "id": "x", "purposes": ["analitics"], "policyUrl": "javascript:alert(1)" }],
        "purposes": [{ "id": "analytics" }],
        "notice": { "reopen": "never" },
    }));
    assert_eq!(
        found,
        [
            "nmae: unknown field \"nmae\"; did you mean \"name\"?",
            "lastUpdated: \"21.3.2026\" is not a date; write the day like \"2026-03-21\", or only the month like \"2026-03\"",
            "services[0].policyUrl: \"javascript:alert(1)\" is not a link that a visitor can follow; write a web address that begins with \"https://\" or a path that begins with \"/\"",
            "services[0].purposes[0]: unknown purpose \"analitics\"; did you mean \"analytics\"?",
            "notice.reopen: you ask for consent, but hide the way to change the answer; write \"auto\" or \"always\"",
        ]
    );
}

#[test]
fn unknown_fields_and_words_name_the_nearest() {
    says_only(
        json!({ "items": [{ "purpos": "essential", "purpose": "essential" }] }),
        "items[0].purpos: unknown field \"purpos\"; did you mean \"purpose\"?",
    );
    says_only(
        json!({ "rights": [{ "kind": "deltion" }] }),
        "rights[0].kind: unknown value \"deltion\"; did you mean \"deletion\"?",
    );
    says_only(
        json!({ "jurisdiction": "uk" }),
        "jurisdiction: unknown value \"uk\"; expected one of \"eu\", \"us-ca\", \"us\", \"other\"",
    );
    says(
        json!({ "items": [{ "purpose": "x" }] }),
        "items[0].purpose: unknown purpose \"x\"; expected one of \"essential\"",
    );
}

#[test]
fn what_is_required_is_asked_for() {
    let problems: Vec<String> = read("{}").expect_err("nothing is there").iter().map(ToString::to_string).collect();
    assert_eq!(
        problems,
        [
            "name: required field \"name\" is missing; add \"name\"",
            "controller: required field \"controller\" is missing; add \"controller\"",
            "items: required field \"items\" is missing; add \"items\"",
        ]
    );
    says_only(json!({ "items": [] }), "items: expected at least one entry, found none; add one");
    says_only(
        json!({ "controller": { "contacts": [] } }),
        "controller.contacts: expected at least one entry, found none; add one",
    );
    says_only(json!({ "name": " " }), "name: this text is empty; write something, or remove the entry");
}

#[test]
fn dates_periods_addresses_and_ids_are_checked() {
    says(
        json!({ "lastUpdated": "2026-02-29" }),
        "lastUpdated: \"2026-02-29\" is not a date; write the day like \"2026-03-21\", or only the month like \"2026-03\"",
    );
    says(
        json!({ "notice": { "expiresAfter": "P0D" } }),
        "notice.expiresAfter: \"P0D\" is not a period; write an ISO 8601 duration, such as \"P1Y\", \"P6M\", \"P90D\" or \"PT30M\"",
    );
    says(
        json!({ "controller": { "contacts": [{ "email": "privacy at example" }] } }),
        "controller.contacts[0].email: \"privacy at example\" is not an email address; write one such as \"privacy@example.com\"",
    );
    says(
        json!({ "services": [{ "id": "Stripe Inc" }] }),
        "services[0].id: \"Stripe Inc\" is not an id; begin with a small letter and use only small letters, digits and \"-\", as in \"social-media\"",
    );
    for link in [
        "JavaScript:alert(1)",
        "//evil.example",
        "/\\evil.example",
        "data:text/html,x",
        "privacy.html",
        "https:// x",
        "https://example.com:99999/privacy",
        "https://[x",
        "https://exa<mple.com/",
        "https://1.2.3.999/p",
    ] {
        let found = problems(json!({ "services": [{ "id": "x", "policyUrl": link }] }));
        assert_eq!(found.len(), 1, "{link}: {found:?}");
    }
}

#[test]
fn the_wrong_kind_of_value_is_named() {
    says_only(json!({ "sells": "no" }), "sells: expected true or false, found a string; write true or false");
    says_only(
        json!({ "items": { "purpose": "essential" } }),
        "items: expected a list ([ ]), found an object; write a list ([ ])",
    );
    says_only(
        json!({ "children": { "minimumAge": 13.5 } }),
        "children.minimumAge: expected a whole number from 1 to 21; correct the number",
    );
    says_only(
        json!({ "complaint": ["x"] }),
        "complaint: expected a string, found a list; write a string, or one per language as in {\"en\": \"…\", \"de\": \"…\"}",
    );
}

#[test]
fn a_field_that_is_written_twice_is_not_lost() {
    let text = "{\n  \"name\": \"A\",\n  \"controller\": { \"contacts\": [{ \"email\": \"a@b.c\", \"email\": \"d@e.f\" }] }\n}";
    let problems: Vec<String> = read(text).expect_err("twice").iter().map(ToString::to_string).collect();
    assert_eq!(problems, ["line 3, column 58: the field \"email\" appears twice; merge the two, or remove one"]);
}

#[test]
fn a_name_that_is_long_or_empty_is_refused_at_once() {
    let long = "x".repeat(200_000);
    assert_eq!(problems(json!({ &long: 1 })).len(), 1);
    says_only(
        json!({ "items": [{ "purpose": "essential", "name": "" }] }),
        "items[0].name: this text is empty; write something, or remove the entry",
    );
    says_only(
        json!({ "policy": { "source": "" } }),
        "policy.source: this text is empty; write something, or remove the entry",
    );
}

#[test]
fn every_text_is_there_in_every_declared_language() {
    says_only(
        json!({ "languages": ["en", "de"], "complaint": { "en": "x" } }),
        "complaint: the text in \"de\" is missing; add \"de\"",
    );
    says_only(
        json!({ "complaint": { "en": "x", "fr": "y" } }),
        "complaint: \"fr\" is not one of the site's languages; declare it in \"languages\", or remove \"fr\"",
    );
    says(
        json!({ "languages": ["xx"] }),
        "languages[0]: unknown language \"xx\"; expected one of en, ar, de, or your own words: \"words\": {\"xx\": \"words.xx.json\"}, a file that `courtesy words xx` creates",
    );
}

#[test]
fn a_route_goes_exactly_one_way() {
    let route = |route: Value| json!({ "rights": [{ "kind": "access", "routes": [route] }] });
    says_only(
        route(json!({ "email": "a@b.c", "account": "x" })),
        "rights[0].routes[0]: expected exactly one of these fields; keep one of \"email\", \"url\", \"phone\", \"post\", \"account\", \"inApp\", \"signOut\", \"browser\"",
    );
    says_only(
        route(json!({ "account": "x", "subject": "y" })),
        "rights[0].routes[0].subject: \"subject\" requires \"email\"; add \"email\", or remove \"subject\"",
    );
}

#[test]
fn a_text_that_is_no_json_says_where_it_breaks_off() {
    let problems = read("{\n  \"name\": \"A\",\n}").expect_err("a comma too many");
    assert_eq!(
        problems[0].to_string(),
        "line 3, column 1: this is not valid JSON; look for a missing comma, bracket or quotation mark, an extra comma, or a comment"
    );
}
