//! An owner's own words and links in the notice, and what stays there whatever they say.

use courtesy::check::check;
use serde_json::{Value, json};

use crate::checking::today;
use crate::compiling::built;
use crate::fixtures::{problems, says, site};

fn asks(notice: Value) -> Value {
    json!({
        "name": "Probe House", "languages": ["en", "de"], "notice": notice,
        "purposes": [{ "id": "analytics", "title": { "en": "Statistics", "de": "Statistik" }, "legalBasis": "consent" }],
        "items": [{ "kind": "cookie", "name": "_pa", "purpose": "analytics" }]
    })
}

/// The words of the first layer, and the notice's tree, of a language.
fn first_layer(patch: Value, name: &str) -> (Value, String) {
    let files = built(&site(patch));
    let text = |name: &str| {
        let file = files.iter().find(|file| file.name == name).expect("a file");
        String::from_utf8(file.bytes.clone()).expect("text")
    };
    let whole: Value = serde_json::from_str(&text(&format!("site{name}.json"))).expect("JSON");
    (whole["words"].clone(), text(&format!("courtesy{name}.js")))
}

#[test]
fn an_owners_text_keeps_what_makes_a_yes_a_consent() {
    let needed = "We at Probe House start only if you accept, and you can withdraw at any time.";
    for (own, text) in [
        ("We use cookies. Tasty ones!", format!("We use cookies. Tasty ones! {needed}")),
        ("We use cookies", format!("We use cookies. {needed}")),
        ("May we count visits?", format!("May we count visits? {needed}")),
        ("Cookies (a few) ", format!("Cookies (a few) {needed}")),
        ("Cookies: “yes”", format!("Cookies: “yes” {needed}")),
    ] {
        assert_eq!(first_layer(asks(json!({ "text": own })), "").0["text"], json!(text));
    }
    let german = first_layer(asks(json!({ "text": { "en": "A", "de": "Wir zählen Besuche" } })), ".de").0;
    assert_eq!(
        german["text"],
        "Wir zählen Besuche. Wir von Probe House beginnen erst, wenn Sie zustimmen, und Sie können jederzeit widerrufen."
    );
    let informs = first_layer(json!({ "notice": { "text": "We keep your basket" } }), "").0;
    assert_eq!(informs["text"], "We keep your basket", "where nothing is asked there is nothing to withdraw");
}

#[test]
fn heading_and_labels_are_the_owners_within_bounds() {
    let labels = json!({ "accept": { "en": "Yes, please", "de": "Ja, gerne" }, "reject": { "en": "No, thanks", "de": "Nein, danke" } });
    let (words, _) = first_layer(asks(json!({ "title": "Your say", "labels": labels })), "");
    let shown = ["title", "accept", "refuse", "choices"].map(|word| words[word].as_str().unwrap_or_default());
    assert_eq!(shown, ["Your say", "Yes, please", "No, thanks", "Choose"]);
    says(
        asks(json!({ "title": "x".repeat(61) })),
        "notice.title: expected at most 60 characters, found 61; shorten the text",
    );
    says(
        asks(json!({ "labels": { "accept": "x".repeat(31), "reject": "no" } })),
        "notice.labels.accept: expected at most 30 characters, found 31; shorten the text",
    );
    says(
        asks(json!({ "labels": { "accept": "OK" } })),
        "notice.labels.reject: required field is missing; add \"reject\"",
    );
    says(
        asks(json!({ "labels": { "accept": "OK", "reject": " ok" } })),
        "notice.labels.reject: \"accept\" and \"reject\" have the same words; say in each what the button does",
    );
    says(
        asks(json!({ "labels": { "reject": "No" } })),
        "notice.labels.accept: required field is missing; add \"accept\"",
    );
    says(
        asks(json!({ "labels": { "ok": "x".repeat(31) } })),
        "notice.labels.ok: expected at most 30 characters, found 31; shorten the text",
    );
    let (words, _) = first_layer(json!({ "notice": { "labels": { "ok": "Fine" } } }), "");
    assert_eq!((&words["ok"], words.get("accept")), (&json!("Fine"), None));
    says(
        asks(json!({ "labels": { "accept": { "en": "Yes", "de": "Gut" }, "reject": { "en": "No", "de": "gut" } } })),
        "notice.labels.reject: \"accept\" and \"reject\" have the same words in \"de\"; say in each what the button does",
    );
}

#[test]
fn what_would_be_shown_as_it_is_written_is_named() {
    let codes = |notice: Value| {
        let found = check(&site(asks(notice)), &[], today());
        found
            .iter()
            .map(|found| found.code)
            .filter(|code| code.starts_with("notice-") || code.starts_with("labels-"))
            .collect::<Vec<_>>()
    };
    for text in [
        "Read our <a href=\"/imprint\">imprint</a>.",
        "One<br>two",
        "One\ntwo",
        "See [terms](/terms).",
        "You &amp; we",
        "<b>Hello</b>",
    ] {
        assert_eq!(codes(json!({ "text": text })), ["notice-markup"], "{text}");
    }
    for text in ["1 < 2 and 3 > 2", "Cookies & co.", "We <3 pots"] {
        assert_eq!(codes(json!({ "text": text })), [""; 0], "{text}");
    }
    let uneven = json!({ "labels": { "accept": "Yes", "reject": "No, and show me a worse page" } });
    assert_eq!(codes(uneven), ["labels-uneven"]);
    assert_eq!(codes(json!({ "labels": { "accept": "Yes", "reject": "No" } })), [""; 0]);
}

#[test]
fn labels_that_mislead_are_named() {
    let codes = |patch: Value| {
        let found = check(&site(patch), &[], today());
        found
            .iter()
            .filter(|found| found.code == "labels-consent")
            .map(|found| found.places[0].to_string())
            .collect::<Vec<_>>()
    };
    let informs = |notice: Value| json!({ "languages": ["en", "de"], "notice": notice });
    for text in
        ["By using this site you consent.", "Wir speichern Cookies. Sie stimmen zu, wenn Sie einwilligen.", "أوافق"]
    {
        assert_eq!(codes(informs(json!({ "text": text }))), ["notice.text"], "{text}");
    }
    for text in ["No consent is needed.", "There is nothing to accept.", "Keine Einwilligung nötig.", "لا حاجة إلى قبول"]
    {
        assert_eq!(codes(informs(json!({ "text": text }))), [""; 0], "{text}");
    }
    assert_eq!(codes(informs(json!({ "title": "Cookies accepted" }))), ["notice.title"]);
    for ok in ["I agree", "Accept", "Zustimmen"] {
        assert_eq!(codes(informs(json!({ "labels": { "ok": ok } }))), ["notice.labels.ok"], "{ok}");
    }
    assert_eq!(codes(informs(json!({ "labels": { "ok": "Got it" } }))), [""; 0]);
    assert_eq!(codes(asks(json!({ "title": "Your consent" }))), [""; 0], "this one asks");
    for reject in ["Continue without", "Not now", "Later", "Settings", "Accept essential", "Später", "ليس الآن"]
    {
        let labels = json!({ "labels": { "accept": "Accept all", "reject": reject } });
        assert_eq!(codes(asks(labels)), ["notice.labels.reject"], "{reject}");
    }
    for reject in ["Reject all", "No, thanks", "Do not accept", "Alle ablehnen", "Nur Notwendiges", "رفض الكل"] {
        let labels = json!({ "labels": { "accept": "Accept all", "reject": reject } });
        assert_eq!(codes(asks(labels)), [""; 0], "{reject}");
    }
}

#[test]
fn further_links_are_where_visitors_look_for_them() {
    let mut patch = asks(json!({}));
    patch["links"] = json!([
        { "title": { "en": "Imprint", "de": "Impressum" }, "url": "/imprint" },
        { "title": { "en": "Terms", "de": "AGB" }, "url": "https://example.com/terms?a={b}&c=\"d\"" }
    ]);
    let (words, script) = first_layer(patch.clone(), ".de");
    assert_eq!((&words["link0"], &words["link1"]), (&json!("Impressum"), &json!("AGB")));
    assert!(script.contains(r#"["a",{href:"/imprint"},"{link0}"]"#), "{script}");
    assert!(script.contains(r#"%7Bb%7D&c=\"d\""},"{link1}"]"#), "{script}");
    let checked =
        built(&site(patch.clone())).into_iter().find(|file| file.name.starts_with("courtesy-de-")).expect("a script");
    assert!(String::from_utf8_lossy(&checked.bytes).contains("{link0}"));
    for file in ["privacy.html", "request.html", "privacy.de.html"] {
        let files = built(&site(patch.clone()));
        let html =
            String::from_utf8(files.into_iter().find(|known| known.name == file).expect("a page").bytes).expect("text");
        let title = if file.contains(".de.") { "Impressum" } else { "Imprint" };
        assert!(
            html.contains(&format!("<a href=\"/imprint\">{title}</a> · <a href=\"https://example.com/terms")),
            "{html}"
        );
    }
    let details =
        built(&site(patch)).into_iter().find(|file| file.name.starts_with("details-en-")).expect("the details");
    assert!(String::from_utf8_lossy(&details.bytes).contains("\"/imprint\""));
}

#[test]
fn who_declares_no_links_pays_for_none() {
    let (words, script) = first_layer(asks(json!({})), "");
    assert!(words.get("link0").is_none() && !script.contains("link0"), "{script}");
}

#[test]
fn a_link_is_one_that_visitors_can_follow_and_they_are_few() {
    let link = |url: &str| json!({ "links": [{ "title": "Imprint", "url": url }] });
    for url in ["javascript:alert(1)", "data:text/html,x", "//example.com", "imprint.html", "mailto:a@b.example"] {
        let found = problems(link(url));
        assert!(found.iter().any(|problem| problem.starts_with("links[0].url: ")), "{url}: {found:?}");
    }
    let many = vec![json!({ "title": "A", "url": "/a" }); 5];
    says(json!({ "links": many }), "links: expected at most 4 entries, found 5; remove some");
    says(
        json!({ "links": [{ "title": "x".repeat(41), "url": "/a" }] }),
        "links[0].title: expected at most 40 characters, found 41; shorten the text",
    );
    for field in ["imprint", "imprintUrl", "impressum", "termsUrl"] {
        let sentence = format!(
            "{field}: unknown field \"{field}\"; add it to \"links\", as in {{\"title\": \"Imprint\", \"url\": \"/imprint\"}}"
        );
        says(json!({ field: "/imprint" }), &sentence);
    }
    says(
        json!({ "controller": { "contacts": [{ "email": "a@b.example", "telephone": "+1 555 0100" }] } }),
        "controller.contacts[0].telephone: unknown field \"telephone\"; write \"phone\", with the country code",
    );
}
