//! What `check` says of promised times, of sites that name no law, of many places at once, and of large sites.

use std::time::{Duration, Instant};

use courtesy::check::{Severity, check};
use serde_json::{Value, json};

use crate::checking::{found, right, today};
use crate::fixtures::site;

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
    assert_eq!(findings, []);
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
fn a_large_site_is_checked_at_once() {
    let many = |count: usize, entry: &dyn Fn(usize) -> Value| (0..count).map(entry).collect::<Vec<_>>();
    let site = site(json!({
        "purposes": many(300, &|n| json!({ "id": format!("p{n}") })),
        "services": many(500, &|n| json!({ "id": format!("s{n}"), "name": format!("Service {n}"), "purposes": [format!("p{}", n % 300)] })),
        "items": many(5000, &|n| json!({ "purpose": format!("p{}", n % 300), "kind": "cookie" })),
        "collected": many(2000, &|n| json!({ "source": "automatic", "purposes": [format!("p{}", n % 300)] })),
        "retention": many(2000, &|n| json!({ "what": format!("kind {n}"), "period": "P1Y" })),
        "rights": many(2000, &|n| json!({ "kind": "access", "routes": [{ "email": "a@b.example", "subject": format!("{n}") }] })),
    }));
    let start = Instant::now();
    assert!(!check(&site, &[], today()).is_empty());
    assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
}
