//! Every problem is a sentence with the path of the fault and the mend, and all are reported at once.

use courtesy::site::read::read;
use serde_json::{Value, json};

use crate::fixtures::problems;

#[track_caller]
fn says(patch: Value, sentence: &str) {
    let problems = problems(patch);
    assert!(problems.iter().any(|problem| problem == sentence), "not said: {sentence}\nbut: {problems:#?}");
}

#[track_caller]
fn says_only(patch: Value, sentence: &str) {
    assert_eq!(problems(patch), [sentence]);
}

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
            "nmae: there is no field \"nmae\" here; did you mean \"name\"?",
            "lastUpdated: \"21.3.2026\" is not a date; write the day like \"2026-03-21\", or only the month like \"2026-03\"",
            "services[0].policyUrl: \"javascript:alert(1)\" is not a link that a visitor can follow; write a web address that begins with \"https://\" or a path that begins with \"/\"",
            "services[0].purposes[0]: no purpose is called \"analitics\"; did you mean \"analytics\"?",
            "notice.reopen: a site that asks for consent must leave a way back to the question; write \"auto\" or \"always\"",
        ]
    );
}

#[test]
fn unknown_fields_and_words_name_the_nearest() {
    says_only(
        json!({ "items": [{ "purpos": "essential", "purpose": "essential" }] }),
        "items[0].purpos: there is no field \"purpos\" here; did you mean \"purpose\"?",
    );
    says_only(
        json!({ "rights": [{ "kind": "deltion" }] }),
        "rights[0].kind: \"deltion\" is not known here; did you mean \"deletion\"?",
    );
    says_only(
        json!({ "jurisdiction": "uk" }),
        "jurisdiction: \"uk\" is not known here; known are \"eu\", \"us-ca\", \"us\", \"other\"",
    );
    says(
        json!({ "items": [{ "purpose": "x" }] }),
        "items[0].purpose: no purpose is called \"x\"; known are \"essential\"",
    );
}

#[test]
fn what_is_required_is_asked_for() {
    let problems: Vec<String> = read("{}").expect_err("nothing is there").iter().map(ToString::to_string).collect();
    assert_eq!(
        problems,
        [
            "name: this is required and not there; add \"name\"",
            "controller: this is required and not there; add \"controller\"",
            "items: this is required and not there; add \"items\"",
        ]
    );
    says_only(json!({ "items": [] }), "items: this list is empty; give at least one");
    says_only(
        json!({ "controller": { "contacts": [] } }),
        "controller.contacts: this list is empty; give at least one",
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
        "controller.contacts[0].email: \"privacy at example\" is not an e-mail address; write one such as \"privacy@example.com\"",
    );
    says(
        json!({ "services": [{ "id": "Stripe Inc" }] }),
        "services[0].id: \"Stripe Inc\" is not an id; begin with a small letter and use only small letters, digits and \"-\", as in \"social-media\"",
    );
    for link in
        ["JavaScript:alert(1)", "//evil.example", "/\\evil.example", "data:text/html,x", "privacy.html", "https:// x"]
    {
        let found = problems(json!({ "services": [{ "id": "x", "policyUrl": link }] }));
        assert_eq!(found.len(), 1, "{link}: {found:?}");
    }
}

#[test]
fn the_wrong_kind_of_value_is_named() {
    says_only(json!({ "sells": "no" }), "sells: here stands a text; write true or false");
    says_only(json!({ "items": { "purpose": "essential" } }), "items: here stands an object; write a list in [ ]");
    says_only(
        json!({ "children": { "minimumAge": 13.5 } }),
        "children.minimumAge: this number is not possible here; write a whole number from 1 to 21",
    );
    says_only(
        json!({ "complaint": ["x"] }),
        "complaint: here stands a list; write a text, or one per language as in {\"en\": \"…\", \"de\": \"…\"}",
    );
}

#[test]
fn ids_are_given_once_and_site_is_taken() {
    says_only(
        json!({ "services": [{ "id": "a" }, { "id": "a" }] }),
        "services[1].id: another entry of this list has the id \"a\"; give each its own id",
    );
    says_only(
        json!({ "services": [{ "id": "site" }] }),
        "services[0].id: the id \"site\" stands for the site itself; call \"site\" otherwise",
    );
}

#[test]
fn an_item_is_set_by_the_site_or_a_declared_service() {
    says_only(
        json!({ "services": [{ "id": "stripe" }], "items": [{ "purpose": "essential", "setBy": "strpe" }] }),
        "items[0].setBy: no service is called \"strpe\"; did you mean \"stripe\"?",
    );
}

#[test]
fn storage_never_names_a_purpose_that_stores_nothing() {
    says_only(
        json!({ "purposes": [{ "id": "a", "exemption": "no-storage" }], "items": [{ "purpose": "a" }] }),
        "items[0].purpose: the purpose \"a\" says that nothing is stored, and here something is; name another purpose, or give that one another exemption or none",
    );
}

#[test]
fn essential_is_always_strictly_necessary() {
    says_only(
        json!({ "purposes": [{ "id": "essential", "exemption": "uk-statistical" }] }),
        "purposes[0].exemption: the purpose \"essential\" is always strictly necessary; leave the exemption out, or give the purpose another id",
    );
}

#[test]
fn a_prefix_is_never_empty_and_never_reaches_what_is_exempt() {
    let items = |own: Value| json!({ "purposes": [{ "id": "a" }], "items": [{ "purpose": "essential", "kind": "cookie", "name": "session_id" }, own] });
    says_only(
        items(json!({ "purpose": "a", "kind": "cookie", "match": "prefix" })),
        "items[1].name: an empty beginning would match every name; write how the names begin, or leave \"match\" out",
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
fn every_text_is_there_in_every_declared_language() {
    says_only(
        json!({ "languages": ["en", "de"], "complaint": { "en": "x" } }),
        "complaint: there is no text for the language \"de\"; add \"de\"",
    );
    says_only(
        json!({ "complaint": { "en": "x", "fr": "y" } }),
        "complaint: \"fr\" is not among the site's languages; declare it in \"languages\", or remove \"fr\"",
    );
    says(json!({ "languages": ["xx"] }), "languages[0]: courtesy has no words in \"xx\" yet; choose from en, ar, de");
}

#[test]
fn a_route_goes_exactly_one_way() {
    let route = |route: Value| json!({ "rights": [{ "kind": "access", "routes": [route] }] });
    says_only(
        route(json!({ "email": "a@b.c", "account": "x" })),
        "rights[0].routes[0]: exactly one way is needed here; give one of \"email\", \"url\", \"account\", \"inApp\", \"signOut\", \"browser\"",
    );
    says_only(
        route(json!({ "account": "x", "subject": "y" })),
        "rights[0].routes[0].subject: \"subject\" means nothing without \"email\"; add \"email\", or leave this out",
    );
}

#[test]
fn a_text_that_is_no_json_says_where_it_breaks_off() {
    let problems = read("{\n  \"name\": \"A\",\n}").expect_err("a comma too many");
    assert_eq!(
        problems[0].to_string(),
        "line 3, column 1: the text is not JSON from here on; look for a missing comma, bracket or quotation mark, a comma too many, or a comment"
    );
}
