//! What `check` says of promised times, of what several facts deny, of sites under few laws, of many places and large sites.

use courtesy::check::{Finding, Severity};
use courtesy::policy::{OwnText, ParsedText, TextFormat};
use courtesy::site::read::read;
use serde_json::{Value, json};

use crate::checking::{flawless, found, headline, purpose, right, today, without};
use crate::faults::check;
use crate::fixtures::site;
use crate::tables::merged;

/// The findings about the flawless site with a patch on it.
pub fn findings(patch: &Value) -> Vec<Finding> {
    let file = merged(Some(&flawless()), patch).to_string();
    check(&read(&file).unwrap_or_else(|problems| panic!("{problems:?}")), &[], today())
}

/// What they say, and the fix.
fn said(patch: &Value) -> Vec<String> {
    findings(patch).into_iter().map(|finding| format!("{}; {}", finding.sentence, finding.fix)).collect()
}

#[test]
fn a_promise_is_held_against_the_clock_of_each_law() {
    let promise =
        |kind: &str, period: &str| right(json!({ "kind": kind, "routes": [{ "url": "/x" }], "respondWithin": period }));
    let codes = |kind: &str, period: &str| -> Vec<String> {
        found(&promise(kind, period)).iter().map(|line| line.split(' ').nth(1).expect("a code").to_owned()).collect()
    };
    for period in ["P1M", "P28D", "P4W", "PT672H"] {
        assert_eq!(codes("deletion", period), [""; 0], "{period}");
    }
    for period in ["P29D", "P30D", "P31D", "P4W2D"] {
        assert_eq!(codes("deletion", period), ["gdpr-answer-close"], "{period}");
    }
    for period in ["P32D", "P1M1D", "P45D", "P1MT1H"] {
        assert_eq!(codes("access", period), ["gdpr-answer-late"], "{period}");
    }
    for period in ["P46D", "P2M", "P1Y"] {
        assert_eq!(codes("access", period), ["gdpr-answer-late", "ccpa-answer-late"], "{period}");
    }
    assert_eq!(codes("objection", "P2M"), ["gdpr-answer-late"]);
    assert_eq!(codes("withdrawal", "P2M"), [""; 0]);
    assert_eq!(codes("limit-sensitive", "P1M"), ["ccpa-opt-out-late"]);
}

#[test]
fn a_site_that_names_no_law_hears_of_the_gdpr_in_notes_and_of_the_ccpa_not_at_all() {
    let findings = check(&site(json!({ "lastUpdated": "2026-11" })), &[], today());
    assert!(
        findings.len() > 4
            && findings.iter().all(|finding| finding.severity == Severity::Note && finding.code.starts_with("gdpr-")),
        "{findings:#?}"
    );
    let findings = check(&site(json!({ "lastUpdated": "2026-11", "regimes": ["coppa"] })), &[], today());
    let said: Vec<_> = findings.iter().map(headline).collect();
    assert_eq!(said, ["note gdpr-identity controller.legalName"], "visitors of every country look for that");
}

#[test]
fn a_claim_that_nothing_is_shared_is_held_against_sale_and_sharing_too() {
    let claim = json!({ "claims": ["not-shared"], "services": [] , "collected": [{ "source": "given", "purposes": ["counting"] }] });
    let file = merged(Some(&purpose(json!({ "id": "ads", "saleOrShare": true }))), &claim);
    let found = findings(&merged(Some(&file), &json!({ "sells": true, "shares": true })));
    let contradiction = &found[0];
    let places: Vec<_> = contradiction.places.iter().map(ToString::to_string).collect();
    assert_eq!(contradiction.code, "claim-not-shared");
    assert_eq!(places, ["claims[0]", "sells", "shares", "purposes[ads].saleOrShare"]);
    assert_eq!(contradiction.sentence, "you say data is not shared, but you sell or share it");
    assert_eq!(contradiction.label.as_deref(), Some("contradicts \"sells\", \"shares\" and \"ads\""));
    assert_eq!(findings(&claim), [], "nobody is given anything");
}

#[test]
fn the_right_to_limit_is_a_note_as_only_some_owe_it() {
    assert_eq!(found(&without("limit-sensitive")), ["note ccpa-limit rights"]);
    assert_eq!(found(&merged(Some(&without("limit-sensitive")), &json!({ "regimes": ["gdpr"] }))), [""; 0]);
}

#[test]
fn beside_a_policy_of_the_owners_only_what_the_file_leaves_out_becomes_a_note() {
    let page = json!({ "policy": { "url": "/privacy" } });
    for (fault, severity) in [
        (json!({ "complaint": null }), "note gdpr-complaint"),
        (without("access"), "note gdpr-rights"),
        (json!({ "transfers": { "safeguard": null } }), "warning gdpr-safeguard"),
        (
            right(json!({ "kind": "stop-messages", "routes": [{ "url": "/x" }], "respondWithin": "P2M" })),
            "warning gdpr-answer-late",
        ),
        (
            right(json!({ "kind": "opt-out-of-sale", "routes": [{ "url": "/x" }], "respondWithin": "P22D" })),
            "warning ccpa-opt-out-late",
        ),
        (purpose(json!({ "id": "post", "legalBasis": "legitimate-interests" })), "warning gdpr-interests"),
    ] {
        let first = found(&merged(Some(&fault), &page));
        assert!(first[0].starts_with(severity), "{severity}: {first:?}");
    }
}

#[test]
fn what_is_kept_without_end_does_not_end_by_itself() {
    let kept = |ends: Value| json!({ "retention": [{ "what": "Letters", "period": "indefinite", "ends": ends }] });
    assert_eq!(found(&kept(json!("by-itself"))), ["error retention-endless retention[0].period"]);
    for ends in [Value::Null, json!("on-request")] {
        assert_eq!(found(&kept(ends)), [""; 0]);
    }
}

#[test]
fn a_change_does_not_hold_before_it_is_told() {
    let log = |lead: Value, effective: &str| json!({ "changes": { "leadTime": lead, "log": [{ "on": "2026-12-10", "effective": effective, "what": "x" }] } });
    assert_eq!(found(&log(Value::Null, "2026-12-09")), ["warning change-backdated changes.log[0].on"]);
    assert_eq!(found(&log(Value::Null, "2026-12-10")), [""; 0]);
    assert_eq!(
        said(&log(json!("P14D"), "2026-12-09")),
        [
            "you announce changes 14 days in advance, but the one of 2026-12-10 takes effect on 2026-12-09; correct the dates, or shorten \"leadTime\""
        ]
    );
}

#[test]
fn periods_are_said_in_words_and_the_code_to_write_in_quotes() {
    let kept =
        |second: Value| json!({ "retention": [{ "what": "Letters", "period": "P1Y6M", "ends": "by-itself" }, second] });
    for (fault, sentence) in [
        (
            right(json!({ "kind": "access", "routes": [{ "url": "/x" }], "respondWithin": "P30D" })),
            "\"access\" (30 days); write \"P1M\" or less",
        ),
        (
            right(json!({ "kind": "limit-sensitive", "routes": [{ "url": "/x" }], "respondWithin": "P1M" })),
            "(1 month); write \"P21D\" or less",
        ),
        (
            kept(json!({ "what": "letters", "period": "P1D" })),
            "for two periods: 1 year and 6 months and 1 day; remove the one that is wrong, or say which data each is about",
        ),
        (
            kept(json!({ "what": "letters", "period": "indefinite" })),
            "for two periods: 1 year and 6 months and \"indefinite\"; remove the one that is wrong, or say which data each is about",
        ),
        (
            kept(json!({ "what": "Cards", "period": "P90D", "ends": "on-request" })),
            "you keep \"Cards\" for 90 days, but then delete it only on request; write \"by-itself\" if you delete it at the end, or remove \"period\"",
        ),
    ] {
        let said = said(&fault);
        assert!(said.len() == 1 && said[0].ends_with(sentence), "{said:?}");
    }
}

#[test]
fn an_essential_purpose_that_is_neither_declared_nor_used_needs_no_legal_basis() {
    let counting = json!({ "purposes": [{ "id": "counting", "exemption": "no-storage", "legalBasis": "contract" }, { "id": "look", "exemption": "transmission", "legalBasis": "contract" }] });
    let with = |patch: Value| found(&merged(Some(&counting), &patch));
    assert_eq!(with(json!({ "items": [{ "purpose": "look" }] })), [""; 0]);
    for used in [
        json!({ "items": [{ "purpose": "essential" }] }),
        json!({ "items": [{ "purpose": "look" }], "collected": [{ "source": "given", "purposes": ["essential"] }] }),
        json!({ "items": [{ "purpose": "look" }], "services": [{ "id": "h", "name": "H", "purposes": ["essential", "counting"] }] }),
    ] {
        assert_eq!(with(used), ["warning gdpr-legal-basis purposes[essential].legalBasis"]);
    }
}

#[test]
fn control_over_the_device_needs_no_address_where_a_note_says_what_to_do() {
    assert_eq!(found(&right(json!({ "kind": "storage", "note": "Delete it in the browser." }))), [""; 0]);
    let closed = right(json!({ "kind": "correction" }));
    for (regimes, cited) in [
        (json!(["gdpr", "ccpa"]), Some("GDPR Article 12(2)")),
        (json!(["uk-gdpr"]), Some("UK GDPR Article 12(2)")),
        (json!(["ccpa"]), Some("11 CCR 7020")),
        (json!(["coppa"]), None),
    ] {
        let found = findings(&merged(Some(&closed), &json!({ "regimes": regimes })));
        let without: Vec<_> = found.iter().filter(|finding| finding.code != "uk-complaint").collect();
        assert!(without.len() == 1 && without[0].why.as_deref() == cited, "{without:?}");
        assert!(without[0].fix.ends_with("the place in the account"), "{without:?}");
    }
}

#[test]
fn a_site_that_names_only_the_uks_gdpr_hears_of_no_other() {
    let bare = site(json!({ "lastUpdated": "2026-11", "regimes": ["uk-gdpr"], "transfers": { "to": ["US"] },
        "rights": [{ "kind": "access", "routes": [{ "url": "/x" }], "respondWithin": "P2M" }] }));
    for Finding { sentence, fix, why, .. } in check(&bare, &[], today()) {
        let said = format!("{sentence}; {fix}; {}", why.unwrap_or_default());
        assert_eq!(said.matches("GDPR").count(), said.matches("UK GDPR").count(), "{said}");
    }
}

#[test]
fn the_same_fault_at_many_places_is_one_finding_with_all_of_them() {
    let rights: Vec<_> =
        (0..8).map(|_| json!({ "kind": "access", "routes": [{ "url": "/x" }], "respondWithin": "P30D" })).collect();
    let findings = check(&site(json!({ "rights": rights })), &[], today());
    let close = findings.iter().find(|finding| finding.code == "gdpr-answer-close").expect("it is found");
    assert_eq!(close.places.len(), 8);
    assert!(close.sentence.ends_with("and 2 more"), "{}", close.sentence);
}

#[test]
fn a_fault_of_the_facts_is_said_once_however_many_texts_there_are() {
    let services = json!([{ "id": "host", "name": "A", "kind": "processor", "purposes": ["counting"] }]);
    let patch = json!({ "languages": ["en", "de", "ar"], "services": services, "retention": [
        { "what": "Letters", "period": "P1D", "ends": "on-request" }, { "what": "Cards", "period": "P1D", "ends": "on-request" }] });
    let site = read(&merged(Some(&flawless()), &patch).to_string()).unwrap_or_else(|problems| panic!("{problems:?}"));
    let text = |file: &str| {
        let source = "privacy@plum.example dpo@plum.example".to_owned();
        OwnText { file: file.into(), parsed: ParsedText::read(&source, TextFormat::Plain), source }
    };
    let findings = check(&site, &[text("en.txt"), text("de.txt"), text("ar.txt")], today());
    assert_eq!(
        findings.iter().map(headline).collect::<Vec<_>>(),
        [
            "error retention-on-request retention[0].period",
            "error retention-on-request retention[1].period",
            "warning text-service services[0].name",
            "warning text-service services[0].name",
            "warning text-service services[0].name",
        ]
    );
}

/// How long it takes is for `cargo bench --bench check` to show.
#[test]
fn a_large_site_is_checked() {
    let many = |count: usize, entry: &dyn Fn(usize) -> Value| (0..count).map(entry).collect::<Vec<_>>();
    let site = site(json!({
        "purposes": many(300, &|n| json!({ "id": format!("p{n}") })),
        "services": many(500, &|n| json!({ "id": format!("s{n}"), "name": format!("Service {n}"), "purposes": [format!("p{}", n % 300)] })),
        "items": many(5000, &|n| json!({ "purpose": format!("p{}", n % 300), "kind": "cookie" })),
        "collected": many(2000, &|n| json!({ "source": "automatic", "purposes": [format!("p{}", n % 300)] })),
        "retention": many(2000, &|n| json!({ "what": format!("kind {n}"), "period": "P1Y" })),
        "rights": many(2000, &|n| json!({ "kind": "access", "routes": [{ "email": "a@b.example", "subject": format!("{n}") }] })),
    }));
    assert!(!check(&site, &[], today()).is_empty());
}
