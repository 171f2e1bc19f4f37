//! Complaints: the UK asks for a way to complain to the site itself, and an authority's address is none.

use serde_json::{Value, json};

use crate::checking::found;
use crate::tables::merged;

#[test]
fn under_the_uks_gdpr_visitors_need_a_way_to_complain_to_the_site_itself() {
    let with = |patch: Value| {
        found(&merged(Some(&json!({ "regimes": ["uk-gdpr"] })), &patch))
            .into_iter()
            .filter(|code| code.contains("uk-complaint"))
            .collect::<Vec<_>>()
    };
    let complaint = |more: Value| json!({ "rights": [merged(Some(&json!({ "kind": "complaint" })), &more)] });
    let asked = ["warning uk-complaint rights"];
    assert_eq!(with(json!({})), asked);
    assert_eq!(with(json!({ "regimes": ["gdpr", "uk-gdpr"] })), asked);
    assert_eq!(with(json!({ "complaint": "Ask the Commissioner." })), asked, "an authority is no way to the site");
    assert_eq!(with(complaint(json!({}))), asked, "a right without a route");
    for authority in ["https://ico.org.uk/make-a-complaint/", "https://www.ico.org.uk/"] {
        assert_eq!(with(complaint(json!({ "routes": [{ "url": authority }] }))), asked, "{authority}");
    }
    assert_eq!(
        with(complaint(json!({ "regimes": ["gdpr"], "routes": [{ "url": "/complain" }] }))),
        asked,
        "another law's"
    );
    for ways in [
        complaint(json!({ "routes": [{ "url": "/complain" }] })),
        complaint(json!({ "regimes": ["uk-gdpr"], "routes": [{ "email": "us@shop.example" }] })),
        complaint(json!({ "routes": [{ "url": "https://ico.org.uk/" }, { "account": "Help" }] })),
        json!({ "requests": { "url": "/requests" } }),
        json!({ "regimes": ["gdpr"] }),
        json!({ "regimes": ["ccpa"] }),
        json!({ "regimes": [] }),
    ] {
        assert_eq!(with(ways.clone()), [""; 0], "{ways}");
    }
    let own = json!({ "policy": { "url": "https://shop.example/privacy" } });
    assert_eq!(with(own), ["note uk-complaint rights"], "the owner's own text may say it");
}
