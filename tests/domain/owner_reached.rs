//! How visitors reach an owner: by email, telephone, post or a form, for a question and for each right.

use courtesy::check::check;
use serde_json::{Value, json};

use crate::checking::today;
use crate::fixtures::{says, site};
use crate::owner_facts::{file, page, page_in};

#[test]
fn who_has_no_email_is_reached_all_the_same() {
    let post = json!({ "post": ["Thistledown Pottery", "12 Kiln Lane", "Bath"] });
    for (contact, sentence, link, to) in [
        (json!({ "phone": "+1 555 0100" }), "call +1 555 0100.", Some("tel:+15550100"), "To: +1 555 0100"),
        (
            post,
            "write by post to: Thistledown Pottery, 12 Kiln Lane, Bath.",
            None,
            "To: Thistledown Pottery, 12 Kiln Lane, Bath",
        ),
        (
            json!({ "url": "https://b.example/ask" }),
            "use our form: https://b.example/ask.",
            Some("https://b.example/ask"),
            "To: https://b.example/ask",
        ),
        (
            json!({ "phone": "+44 20 7946 0000", "email": "a@b.example" }),
            "write to a@b.example.",
            Some("tel:+442079460000"),
            "To: a@b.example",
        ),
    ] {
        let mut patch = json!({ "controller": { "contacts": [contact] }, "rights": [{ "kind": "access" }] });
        let page = page(patch.clone());
        assert!(page.under("who").contains(sentence), "{}", page.under("who"));
        let linked = |html: &str| link.is_none_or(|link| html.contains(&format!("href=\"{link}\"")));
        assert!(linked(&page.html), "{}", page.html);
        patch["children"] = json!({ "minimumAge": 16 });
        let request = file(&patch, "request.html");
        assert!(linked(&request) && request.contains(to), "{request}");
        let has_email = to.contains('@');
        assert_eq!(request.contains("mailto:"), has_email, "{request}");
        assert!(!request.contains("mailto:@") && !request.contains(" write to .") && !request.contains("writing to ."));
        assert_eq!(page.under("rights").contains("Contact us as shown under “Contact”."), !has_email);
    }
    says(
        json!({ "controller": { "contacts": [{ "role": "privacy" }] } }),
        "controller.contacts[0]: a way to contact you is missing; add at least one of \"email\", \"phone\", \"post\", \"url\"",
    );
}

#[test]
fn a_right_is_used_by_telephone_and_by_post() {
    let routes = json!([{ "phone": "+1 800 555 0199 ext. 4" }, { "post": ["12 Kiln Lane", "Bath"] }, { "url": "/form", "label": "the form" }]);
    let patch = json!({ "languages": ["en", "ar"], "rights": [{ "kind": "deletion", "routes": routes }] });
    let english = page(patch.clone());
    for part in [
        r#"Call <a href="tel:+18005550199;ext=4">+1 800 555 0199 ext. 4</a>."#,
        "Write by post to: 12 Kiln Lane, Bath.",
        r#"Go to <a href="/form">the form</a>."#,
    ] {
        assert!(english.html.contains(part), "{part}: {}", english.html);
    }
    assert!(page_in(patch.clone(), 1).html.contains("\u{2066}+1 800 555 0199 ext. 4\u{2069}"), "from left to right");
    let request = file(&patch, "request.html");
    assert!(request.contains("To: 12 Kiln Lane, Bath") && request.contains("tel:+18005550199;ext=4"), "{request}");
    assert!(file(&patch, "site.json").contains(r#"{"phone":"+1 800 555 0199 ext. 4"}"#));
}

#[test]
fn california_asks_for_a_number() {
    let hears = |patch: Value| check(&site(patch), &[], today()).iter().any(|found| found.code == "ccpa-phone");
    let contacts = |contact: Value| json!({ "regimes": ["ccpa"], "controller": { "contacts": [contact] } });
    let by_phone = |routes: Value| json!({ "regimes": ["ccpa"], "rights": [{ "kind": "access", "routes": routes }] });
    assert!(hears(contacts(json!({ "email": "a@b.example" }))));
    assert!(!hears(contacts(json!({ "phone": "+1 800 555 0199" }))));
    assert!(!hears(by_phone(json!([{ "phone": "+1 800 555 0199" }]))));
    assert!(hears(by_phone(json!([{ "post": ["12 Kiln Lane"] }]))));
    assert!(!hears(json!({ "regimes": ["gdpr"] })) && !hears(json!({})));
}
