//! What `check` finds: each rule on a site that has the fault and no other, and silence on sites that come close to it.

use courtesy::check::Finding;
use courtesy::site::Day;
use courtesy::site::read::read;
use serde_json::{Value, json};

use crate::checked_asking::sharing;
use crate::faults::check;
use crate::tables::merged;

pub fn today() -> Day {
    "2026-11-21".parse().expect("a day")
}

/// A site in which nothing is wrong and nothing is missing, under the GDPR and the CCPA.
pub fn flawless() -> Value {
    let right = |kind: &str, period: &str| json!({ "kind": kind, "routes": [{ "email": "privacy@plum.example" }], "respondWithin": period });
    json!({
        "name": "Plum", "lastUpdated": "2026-06-30",
        "controller": { "legalName": "Plum Jam Ltd.", "address": ["1 Orchard Lane"], "contacts": [
            { "role": "privacy", "email": "privacy@plum.example", "phone": "+1 800 555 0199" }, { "role": "dpo", "email": "dpo@plum.example" }] },
        "purposes": [
            { "id": "essential", "nature": "function", "legalBasis": "contract", "description": "Keeps your basket." },
            { "id": "counting", "title": "Statistics", "nature": "analytics", "exemption": "no-storage", "legalBasis": "legitimate-interests", "description": "Our interest in a shop that works." }],
        "services": [{ "id": "host", "name": "Orchard Hosting, Inc.", "role": "Hosting", "kind": "processor", "purposes": ["counting"], "data": "all of it", "policyUrl": "https://orchard.example/privacy", "country": "US" }],
        "items": [{ "kind": "cookie", "name": "basket", "purpose": "essential", "setBy": "site", "duration": "session", "description": "Your basket." }],
        "collected": [{ "group": "Visits", "data": ["pages"], "source": "automatic", "purposes": ["counting"] }],
        "rights": [
            right("access", "P1M"), right("correction", "P1M"), right("deletion", "P4W"), right("restriction", "P28D"),
            right("objection", "P1M"), right("portability", "P1M"), right("limit-sensitive", "P21D"), { "kind": "non-discrimination" }],
        "retention": [{ "what": "Visits", "period": "P90D", "ends": "by-itself" }],
        "transfers": { "to": ["US"], "safeguard": "standard contractual clauses" },
        "sells": false, "shares": false, "regimes": ["gdpr", "ccpa"], "complaint": "to the authority", "changes": { "channels": ["page"] },
    })
}

/// The findings about the flawless site with a patch on it, as "severity code first-place".
pub fn found(patch: &Value) -> Vec<String> {
    let file = merged(Some(&flawless()), patch).to_string();
    let site = read(&file).unwrap_or_else(|problems| panic!("{problems:?}"));
    check(&site, &[], today()).iter().map(headline).collect()
}

pub fn headline(finding: &Finding) -> String {
    format!("{} {} {}", finding.severity.as_str(), finding.code, finding.places[0])
}

/// The flawless site with one purpose more.
pub fn purpose(purpose: Value) -> Value {
    let mut file = flawless();
    file["purposes"]
        .as_array_mut()
        .expect("purposes")
        .push(merged(Some(&json!({ "legalBasis": "consent", "title": "Something more" })), &purpose));
    file["rights"]
        .as_array_mut()
        .expect("rights")
        .push(json!({ "kind": "withdrawal", "routes": [{ "url": "/stop" }] }));
    file
}

/// The flawless site with one right more.
pub fn right(right: Value) -> Value {
    let mut file = flawless();
    file["rights"].as_array_mut().expect("rights").push(right);
    file
}

/// The flawless site without the rights of that kind.
pub fn without(kind: &str) -> Value {
    let mut file = flawless();
    file["rights"].as_array_mut().expect("rights").retain(|right| right["kind"] != kind);
    file
}

#[test]
fn a_site_without_a_fault_hears_of_none() {
    let site = read(&flawless().to_string()).expect("it can be read");
    assert_eq!(courtesy::check::check(&site, &[], today()), []);
}

#[test]
fn what_the_facts_contradict_is_an_error() {
    let log = |on: &str, effective: &str| json!({ "changes": { "leadTime": "P14D", "log": [{ "on": on, "effective": effective, "what": "x" }] } });
    let kept = |second: Value| json!({ "retention": [{ "what": "Letters", "period": "P1Y" }, second] });
    for (fault, code, silent) in [
        (
            json!({ "claims": ["not-shared"] }),
            "claim-not-shared claims[0]",
            json!({ "claims": ["not-shared"], "services": [{ "id": "host", "name": "H", "kind": "library", "purposes": ["counting"], "data": "x" }] }),
        ),
        (json!({ "claims": ["no-analytics"] }), "claim-no-analytics claims[0]", json!({ "claims": ["no-tracking"] })),
        (
            merged(
                Some(&purpose(json!({ "id": "ads", "nature": "advertising" }))),
                &json!({ "claims": ["no-tracking"] }),
            ),
            "claim-no-tracking claims[0]",
            purpose(json!({ "id": "ads", "nature": "advertising" })),
        ),
        (
            merged(Some(&sharing(json!({ "id": "ads", "saleOrShare": true }))), &json!({ "claims": ["no-tracking"] })),
            "claim-no-tracking claims[0]",
            right(json!({ "kind": "opt-out-of-sale", "routes": [{ "url": "/x" }] })),
        ),
        (
            merged(
                Some(&purpose(json!({ "id": "ads", "saleOrShare": true }))),
                &json!({ "notice": { "reopen": "always" } }),
            ),
            "sale-denied sells",
            purpose(json!({ "id": "ads", "saleOrShare": false })),
        ),
        (
            json!({ "retention": [{ "what": "Visits", "period": "P90D", "ends": "on-request" }] }),
            "retention-on-request retention[0].period",
            json!({ "retention": [{ "what": "Visits", "ends": "on-request" }] }),
        ),
        (
            kept(json!({ "what": "letters ", "period": "P2Y" })),
            "retention-twice retention[0].period",
            kept(json!({ "what": "letters", "period": "P12M" })),
        ),
        (log("2026-03-01", "2026-03-14"), "lead-time-broken changes.leadTime", log("2026-03-01", "2026-03-15")),
    ] {
        assert_eq!(found(&fault), [format!("error {code}")], "{fault}");
        assert_eq!(found(&silent), [""; 0], "{silent}");
    }
}

#[test]
fn what_is_missing_or_doubtful_is_a_warning() {
    for (fault, code, silent) in [
        (
            purpose(json!({ "id": "ads", "nature": "advertising", "exemption": "transmission" })),
            "exemption-doubtful purposes[ads].exemption",
            purpose(json!({ "id": "ads", "nature": "analytics", "exemption": "uk-statistical" })),
        ),
        (
            json!({ "services": [] }),
            "collected-unserved collected[0].purposes",
            json!({ "services": [], "collected": [{ "source": "given", "purposes": ["counting"] }] }),
        ),
        (json!({ "lastUpdated": "2025-11-20" }), "policy-old lastUpdated", json!({ "lastUpdated": "2025-11-21" })),
        (json!({ "lastUpdated": "2025-10" }), "policy-old lastUpdated", json!({ "lastUpdated": "2025-11" })),
        (json!({ "lastUpdated": null }), "policy-undated lastUpdated", json!({ "lastUpdated": "2026-11" })),
        (
            right(json!({ "kind": "storage" })),
            "right-without-route rights[8].routes",
            merged(Some(&right(json!({ "kind": "storage" }))), &json!({ "requests": { "url": "/ask" } })),
        ),
        (
            json!({ "controller": { "legalName": null } }),
            "gdpr-identity controller.legalName",
            json!({ "controller": { "place": null } }),
        ),
        (
            json!({ "collected": [{ "group": "Visits" }] }),
            "gdpr-purposes collected[0].purposes",
            json!({ "collected": [{ "purposes": ["essential"] }] }),
        ),
        (
            purpose(json!({ "id": "post", "legalBasis": null })),
            "gdpr-legal-basis purposes[post].legalBasis",
            purpose(json!({ "id": "post" })),
        ),
        (
            purpose(json!({ "id": "post", "legalBasis": "legitimate-interests" })),
            "gdpr-interests purposes[post].description",
            merged(
                Some(&purpose(json!({ "id": "post", "legalBasis": "legitimate-interests" }))),
                &json!({ "legalBases": ["x"] }),
            ),
        ),
        (
            json!({ "transfers": { "safeguard": null } }),
            "gdpr-safeguard transfers.safeguard",
            json!({ "transfers": { "safeguard": null }, "regimes": ["ccpa"] }),
        ),
        (
            json!({ "retention": [{ "what": "Visits", "ends": "by-itself" }] }),
            "gdpr-retention retention[0].period",
            json!({ "retention": [{ "what": "Visits", "rule": "x" }] }),
        ),
        (without("objection"), "gdpr-rights rights", json!({})),
        (
            json!({ "purposes": [{ "id": "counting", "legalBasis": "consent", "exemption": "no-storage" }, { "id": "essential", "legalBasis": "contract" }] }),
            "gdpr-withdrawal rights",
            purpose(json!({ "id": "post" })),
        ),
        (
            json!({ "complaint": null }),
            "gdpr-complaint complaint",
            merged(Some(&right(json!({ "kind": "complaint" }))), &json!({ "complaint": null })),
        ),
        (
            without("non-discrimination"),
            "ccpa-rights rights",
            merged(Some(&without("non-discrimination")), &json!({ "regimes": ["gdpr"] })),
        ),
        (json!({ "collected": [] }), "ccpa-collected collected", json!({ "collected": [], "regimes": ["gdpr"] })),
        (
            right(json!({ "kind": "limit-sensitive", "routes": [{ "url": "/x" }], "respondWithin": "P22D" })),
            "ccpa-opt-out-late rights[8].respondWithin",
            right(
                json!({ "kind": "limit-sensitive", "regimes": ["gdpr"], "routes": [{ "url": "/x" }], "respondWithin": "P22D" }),
            ),
        ),
    ] {
        assert_eq!(found(&fault), [format!("warning {code}")], "{fault}");
        assert_eq!(found(&silent), [""; 0], "{silent}");
    }
    assert_eq!(found(&json!({ "sells": null })), ["warning ccpa-sale-statement sells", "warning ccpa-rights rights"]);
    assert_eq!(
        found(&json!({ "retention": [] })),
        ["warning gdpr-retention retention", "warning ccpa-retention retention"]
    );
}

#[test]
fn what_a_person_should_look_at_is_a_note() {
    let letter = |kind: &str, subject: &str| json!({ "kind": kind, "routes": [{ "email": "a@plum.example", "subject": subject }] });
    let two = |first: Value, second: Value| {
        let mut file = right(first);
        file["rights"].as_array_mut().expect("rights").push(second);
        file
    };
    for (fault, code, silent) in [
        (
            two(letter("platform-deletion", "Forget me"), letter("platform-deletion", "Delete")),
            "subject-lines rights[8].routes[0].subject",
            two(letter("platform-deletion", "Delete"), letter("storage", "Forget me")),
        ),
        (
            json!({ "controller": { "contacts": [{ "email": "a@b.example", "phone": "+1 800 555 0199" }] } }),
            "gdpr-dpo controller.contacts",
            json!({}),
        ),
        (
            json!({ "services": [{ "id": "host", "kind": "platform", "purposes": ["counting"] }] }),
            "gdpr-recipients services[0].name",
            json!({ "services": [{ "id": "host", "kind": "library", "purposes": ["counting"] }] }),
        ),
        (json!({ "transfers": null }), "gdpr-transfers transfers", json!({ "transfers": null, "regimes": ["ccpa"] })),
    ] {
        assert_eq!(found(&fault), [format!("note {code}")], "{fault}");
        assert_eq!(found(&silent), [""; 0], "{silent}");
    }
}
