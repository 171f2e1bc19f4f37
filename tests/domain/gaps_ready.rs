//! What keeps a site from being published: which facts, under which laws, and where consent is asked.

use courtesy::check::{Group, Severity, check, not_ready};
use serde_json::{Value, json};

use crate::checking::{flawless, today};
use crate::gaps::parsed;
use crate::tables::merged;

/// The codes of what keeps a site from being published.
fn blocking(file: &Value) -> Vec<&'static str> {
    let found = check(&parsed(file), &[], today());
    let group: Vec<_> = found.iter().take_while(|finding| finding.group == Some(Group::NotReady)).collect();
    assert!(found[group.len()..].iter().all(|finding| finding.group.is_none()), "the group comes first");
    assert!(group.iter().all(|finding| finding.severity == Severity::Warning && finding.gap));
    group.iter().map(|finding| finding.code).collect()
}

#[test]
fn what_article_13_requires_is_the_first_group() {
    let bare = json!({
        "controller": { "legalName": null, "address": null, "contacts": [{ "role": "dpo", "email": "dpo@plum.example" }] },
        "collected": [{ "group": "Visits", "data": ["pages"], "source": "automatic" }],
        "purposes": [{ "id": "counting", "exemption": "no-storage", "description": "Counts." }],
        "claims": ["not-shared"]
    });
    let bare = merged(Some(&flawless()), &bare);
    let four = ["gdpr-identity", "gdpr-contact", "gdpr-purposes", "gdpr-legal-basis"];
    let asking = merged(
        Some(&bare),
        &json!({ "purposes": [{ "id": "counting", "title": "Statistics", "description": "Counts." }] }),
    );
    let set = |file: &Value, patch: Value| merged(Some(file), &patch);
    for (regimes, informs, asks) in [
        (json!(["gdpr"]), &four[..], &four[..]),
        (json!(["uk-gdpr", "ccpa"]), &four[..], &four[..]),
        (json!([]), &[][..], &four[..1]),
        (json!(["ccpa"]), &[][..], &[][..]),
    ] {
        assert_eq!(blocking(&set(&bare, json!({ "regimes": regimes }))), informs, "{regimes}");
        assert_eq!(blocking(&set(&asking, json!({ "regimes": regimes }))), asks, "{regimes}, and it asks");
        let own = json!({ "regimes": regimes, "policy": { "url": "/privacy" } });
        assert_eq!(blocking(&set(&asking, own)), [""; 0], "{regimes}, and a policy that the owner wrote");
    }
    assert_eq!(blocking(&flawless()), [""; 0]);
    let said = |file: &Value| not_ready(&check(&parsed(file), &[], today())).expect("it is not ready");
    let (sentence, lines) = said(&bare);
    assert_eq!(sentence, "not ready to publish: 5 facts that Article 13 requires");
    assert_eq!(
        lines,
        [
            "your legal name: controller.legalName",
            "a way to reach you: controller.contacts",
            "what you use data for: collected[0].purposes",
            "the legal basis: purposes[essential].legalBasis, purposes[counting].legalBasis",
        ]
    );
    let (sentence, lines) = said(&set(&asking, json!({ "regimes": [] })));
    assert_eq!(sentence, "not ready to publish: 1 fact that consent requires");
    assert_eq!(lines, ["your legal name: controller.legalName"]);
    let of_consent = &check(&parsed(&set(&asking, json!({ "regimes": [] }))), &[], today())[0];
    assert!(of_consent.why.as_ref().is_some_and(|why| why.starts_with("GDPR Recital 42")));
    assert_eq!(not_ready(&check(&parsed(&flawless()), &[], today())), None);
}
