//! What `check` says of a claim that something declared contradicts.

use courtesy::check::Severity;
use serde_json::{Value, json};

use crate::checked_promises::findings;
use crate::checking::purpose;
use crate::tables::merged;

#[test]
fn a_claim_that_a_purpose_a_service_or_a_sale_contradicts_is_an_error() {
    let with = |other: Value, patch: &Value| merged(Some(&purpose(other)), patch);
    let ads = json!({ "id": "ads", "nature": "advertising" });
    let served = json!({ "services": [{ "id": "pixel", "name": "Pixel", "kind": "library", "purposes": ["ads"] }] });
    for (patch, claim, names) in [
        (with(json!({ "id": "colours", "exemption": "uk-appearance" }), &json!({})), "only-necessary", "\"colours\""),
        (with(json!({ "id": "colours", "nature": "preference" }), &json!({})), "only-necessary", "\"colours\""),
        (with(ads.clone(), &json!({})), "no-ads", "\"ads\""),
        (with(ads.clone(), &served), "no-ads", "\"ads\" and Pixel"),
        (with(ads, &served), "no-tracking", "\"ads\" and Pixel"),
        (json!({}), "no-analytics", "\"counting\" and Orchard Hosting, Inc."),
        (json!({ "sells": true, "shares": true }), "no-ads", "\"sells\" and \"shares\""),
    ] {
        let claims = json!({ "claims": [claim] });
        let code = format!("claim-{claim}");
        let findings = findings(&merged(Some(&patch), &claims));
        let found: Vec<_> = findings.iter().filter(|finding| finding.code == code).collect();
        assert_eq!(found.len(), 1, "{claim} {patch}: {findings:?}");
        assert!(
            found[0].severity == Severity::Error && found[0].label.as_deref() == Some(&*format!("contradicts {names}")),
            "{found:?}"
        );
    }
    let all = json!({ "claims": ["only-necessary", "no-ads", "no-tracking"] });
    assert!(findings(&all).iter().all(|finding| !finding.code.starts_with("claim-")));
}
