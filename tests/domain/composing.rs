//! The composed policy on declarations that no example has: each sentence stays one, and says what was declared.

use serde_json::{Value, json};

use crate::compiling::parts;
use crate::fixtures::{says, site};
use crate::page::{Page, policy_page};

fn page(patch: Value) -> Page {
    policy_page(&site(patch), &parts(), 0, |_| unreachable!("composed"))
}

#[test]
fn a_label_that_stands_in_its_own_sentence_is_linked_where_it_is_meant() {
    for label in ["o", "Go to", "G"] {
        let routes = json!([{ "url": "https://x.example/g", "label": label }]);
        let page = page(json!({ "rights": [{ "kind": "access", "routes": routes }] }));
        let sentence = format!(r#"Go to <a href="https://x.example/g" rel="noopener noreferrer">{label}</a>."#);
        assert!(page.html.contains(&sentence), "{label}: {}", page.under("rights"));
    }
}

#[test]
fn how_data_ends_is_said_only_where_it_can_end() {
    let said = |kind: Value| {
        page(json!({ "retention": [kind] })).under("retention").lines().last().expect("a line").to_owned()
    };
    assert_eq!(said(json!({ "what": "Mail", "ends": "on-request" })), "Mail: We delete the data when you ask us to.");
    assert_eq!(
        said(json!({ "what": "Logs", "period": "indefinite", "ends": "by-itself" })),
        "Logs: We set no time limit."
    );
    assert_eq!(
        said(json!({ "what": "Mail", "rule": "until you delete it", "ends": "by-itself" })),
        "Mail: until you delete it. We delete the data automatically."
    );
    assert_eq!(
        said(json!({ "what": "Mail", "period": "P1M", "ends": "by-itself", "exception": "what the law asks for" })),
        "Mail: 1 month. Then we delete the data automatically. We keep this longer: what the law asks for."
    );
}

#[test]
fn a_purpose_that_nobody_declared_or_names_is_not_said() {
    let shop = json!({ "purposes": [{ "id": "shop", "title": "Shop", "exemption": "strictly-necessary", "legalBasis": "contract" }], "items": [{ "purpose": "shop" }], "regimes": ["gdpr"] });
    let purposes = page(shop.clone()).under("purposes").to_owned();
    assert!(!purposes.contains("Essential functions") && !purposes.contains("states none"), "{purposes}");
    let named = crate::tables::merged(Some(&shop), &json!({ "items": [{ "purpose": "essential" }] }));
    assert!(page(named).under("purposes").contains("Essential functions"));
}

#[test]
fn a_promise_that_needs_no_way_is_given_none() {
    let rights = json!([{ "kind": "non-discrimination" }, { "kind": "complaint" }, { "kind": "storage", "note": "Clear it" }, { "kind": "access" }]);
    let page = page(json!({ "rights": rights }));
    assert_eq!(page.under("rights").matches(" Write to a@b.example.").count(), 1, "{}", page.under("rights"));
    assert!(
        page.under("rights").contains("Control what is stored on your device. Clear it."),
        "{}",
        page.under("rights")
    );
}

#[test]
fn laws_in_another_order_are_the_same_laws() {
    let rights =
        json!([{ "kind": "access", "regimes": ["gdpr", "ccpa"] }, { "kind": "deletion", "regimes": ["ccpa", "gdpr"] }]);
    assert_eq!(page(json!({ "rights": rights })).under("rights").matches("For people in").count(), 1);
}

#[test]
fn what_the_owner_ended_is_not_ended_twice() {
    let rights = json!([{ "kind": "other", "title": "Why?", "routes": [{ "account": "Settings > Delete." }], "note": "At once!" }]);
    let page = page(json!({ "rights": rights }));
    assert!(
        page.under("rights").contains("Why? In your account: Settings > Delete. At once!"),
        "{}",
        page.under("rights")
    );
}

#[test]
fn a_promise_of_time_says_nothing_of_channels() {
    let changes = page(json!({ "changes": { "leadTime": "P1M" } })).under("changes").to_owned();
    assert_eq!(changes.trim(), "Changes to this policy\nWe tell you at least 1 month before a change takes effect.");
}

#[test]
fn texts_of_the_owner_stay_texts() {
    let hostile = "{site} <b>{email}</b> \u{202E}";
    let page = page(
        json!({ "complaint": hostile, "security": [hostile], "retention": [{ "what": hostile, "rule": hostile }] }),
    );
    for part in ["complaint", "security", "retention"] {
        assert!(page.under(part).contains(hostile.trim_end_matches(['\u{202E}', ' '])), "{part}: {}", page.under(part));
    }
    assert!(!page.html.contains("<b>"));
}

#[test]
fn what_is_not_declared_has_no_section() {
    let page = page(json!({ "regimes": ["gdpr", "uk-gdpr", "ccpa"], "transfers": {}, "children": {}, "changes": {} }));
    let law = ["rights", "objection", "complaint"];
    let anchors: Vec<&str> = page.anchors().into_iter().filter(|anchor| !law.contains(anchor)).collect();
    assert_eq!(anchors, ["who", "purposes", "storage", "contact"]);
    assert_eq!(
        page.under("who").trim(),
        "Who we are\nIn this policy, “we” means A.\nFor questions about privacy, write to a@b.example."
    );
    assert_eq!(page.under("purposes").trim(), "Why we use it\nFor these purposes:\nEssential functions.");
    assert!(!page.text().contains("Last updated"), "{}", page.text());
    assert_eq!(page.html.matches("<table").count(), 1, "the stored items: {}", page.text());
}

fn lead(patch: Value) -> Vec<String> {
    let lines = page(patch).lines;
    let heading = |line: &String| line.trim_start().starts_with('#');
    lines.into_iter().skip(1).take_while(|line| !heading(line)).collect()
}

#[test]
fn the_summary_is_made_of_declared_facts_alone() {
    assert_eq!(lead(json!({})), [""; 0]);
    let given = json!([
        { "group": "Account", "data": ["name", "email address"], "source": "given" },
        { "group": "Logs", "data": ["IP address"], "source": "automatic" },
        { "group": "Orders", "data": ["what you order, and when", "delivery address"], "source": "given" },
    ]);
    assert_eq!(
        lead(json!({ "collected": given })),
        ["You give us data such as name, email address and delivery address."]
    );
    let alike = json!([
        { "data": ["name", "paper and ink"], "source": "given" },
        { "data": ["billing name", "card number"], "source": "given" },
    ]);
    assert_eq!(lead(json!({ "collected": alike })), ["You give us data such as name and card number."]);
    let one = json!([{ "data": ["name", "email address"], "source": "given" }]);
    assert_eq!(lead(json!({ "collected": one })), ["You give us data such as name and email address."]);
    let recipient = json!([{ "id": "x", "kind": "processor" }]);
    for (patch, sentence) in [
        (json!({ "sells": false }), "We don’t sell your data."),
        (json!({ "sells": false, "shares": false }), "We don’t sell or share your data."),
        (
            json!({ "sells": false, "shares": false, "services": recipient }),
            "We don’t sell your data or share it for advertising on other sites.",
        ),
        (json!({ "shares": false }), "We don’t share your personal data for advertising on other sites."),
        (json!({ "sells": true, "shares": false }), "We sell personal data."),
        (
            json!({ "sells": true, "shares": true }),
            "We sell personal data. We share personal data for advertising on other sites.",
        ),
        (json!({ "claims": ["no-tracking"] }), "We don’t track you."),
        (json!({ "rights": [{ "kind": "deletion" }] }), "You can ask us to delete your data."),
        (
            json!({ "rights": [{ "kind": "deletion", "routes": [{ "account": "delete it" }] }] }),
            "You can delete your data through your account.",
        ),
        (json!({ "purposes": [{ "id": "maps", "title": "Maps" }] }), "Optional storage stays off until you accept it."),
    ] {
        assert_eq!(lead(patch.clone()), [sentence], "{patch}");
    }
    let none = json!({ "rights": [{ "kind": "deletion", "regimes": ["ccpa"] }], "purposes": [{ "id": "u", "title": "U", "exemption": "uk-statistical" }] });
    assert_eq!(lead(none), [""; 0]);
}

#[test]
fn an_owners_summary_takes_the_place_of_the_composed_one() {
    let patch = json!({ "languages": ["en", "de"], "sells": false, "policy": { "summary": { "en": "We sell pens.\nNo ads.", "de": "Wir verkaufen Stifte." } } });
    assert_eq!(lead(patch.clone()), ["- We sell pens.", "- No ads."]);
    let german = policy_page(&site(patch), &parts(), 1, |_| unreachable!("composed"));
    assert!(german.lines.contains(&"Wir verkaufen Stifte.".to_owned()), "{:?}", german.lines);
    says(
        json!({ "policy": { "summary": "Short.", "url": "https://x.example/p" } }),
        "policy: expected exactly one of these fields; keep one of \"source\", \"url\", \"summary\"",
    );
}

#[test]
fn each_claim_has_its_sentence() {
    let storage = page(json!({ "claims": ["no-ads", "only-necessary", "no-tracking", "no-analytics", "not-shared"] }));
    let sentences = "We store only what this site needs to work. We don’t track you. We don’t use analytics tools. We don’t show ads.";
    assert!(storage.under("storage").contains(sentences), "{}", storage.under("storage"));
    assert!(storage.under("sharing").contains("We don’t share your data with third parties."));
    assert!(!page(json!({})).text().contains("only what this site needs"));
}

#[test]
fn a_claim_that_a_declared_fact_contradicts_is_not_said() {
    let text = |patch: Value| page(crate::tables::merged(Some(&json!({ "claims": ["not-shared"] })), &patch)).text();
    let part = "Some of your data stays with us. We don’t share it with third parties.";
    assert!(text(json!({ "services": [{ "id": "x", "kind": "processor" }] })).contains(part));
    for contradiction in [
        json!({ "services": [{ "id": "x", "kind": "processor", "data": "names" }] }),
        json!({ "sells": true }),
        json!({ "purposes": [{ "id": "ads", "title": "Ads", "saleOrShare": true }] }),
    ] {
        assert!(!text(contradiction.clone()).contains("third parties"), "{contradiction}");
    }
    let analytics =
        json!({ "claims": ["no-analytics"], "purposes": [{ "id": "n", "title": "N", "nature": "analytics" }] });
    assert!(!page(analytics).text().contains("We don’t use analytics tools."));
    let ads = json!({ "claims": ["no-tracking"], "shares": true });
    assert!(!page(ads).text().contains("We don’t track you."));
}

#[test]
fn purposes_that_store_nothing_are_named_where_others_may() {
    let orders = json!({ "id": "orders", "title": "Orders", "exemption": "no-storage" });
    let storage = |purposes: Value| page(json!({ "purposes": purposes })).under("storage").to_owned();
    assert!(storage(json!([orders])).contains("Our other purposes need no storage on your device."));
    let mixed = storage(json!([orders, { "id": "maps", "title": "Maps" }]));
    assert!(mixed.contains("These purposes need no storage on your device:\nOrders"), "{mixed}");
}

#[test]
fn old_addresses_of_sections_still_lead_somewhere() {
    let page = page(json!({ "services": [{ "id": "x", "name": "X" }], "platformTerms": ["Terms of X."] }));
    assert!(page.html.contains(r#"name="sharing""#) && page.html.contains(r#"name="services""#), "{}", page.html);
    assert!(page.html.contains("<h3><a tabindex=\"-1\" name=\"platforms\""), "{}", page.html);
}
