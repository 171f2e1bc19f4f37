//! The notice's sentences: each is about what the site declares, and no claim is made that a declared fact contradicts.

use serde_json::{Value, json};

use crate::compiling::built;
use crate::fixtures::site;
use crate::literals::first;

const START: &str = "We start only if you accept, and you can withdraw at any time.";
const FEW: &str = "We store a few things on your device that this site needs to work. There is nothing to accept.";
const ONLY: &str = "On your device, we store only what this site needs to work. There is nothing to accept.";

/// What the loader knows of a site in one language.
fn facts(patch: Value, name: &str) -> Value {
    let files = built(&site(patch));
    let file = files.iter().find(|file| file.name == name).expect("a file");
    serde_json::from_slice(&file.bytes).expect("JSON")
}

fn asked(purposes: Value) -> Value {
    facts(json!({ "languages": ["en", "de", "ar"], "purposes": purposes }), "site.json")
}

#[test]
fn a_notice_that_asks_nothing_makes_the_claims_that_hold() {
    for (patch, title, text) in [
        (json!({}), "What we store on your device", FEW.to_owned()),
        (json!({ "claims": ["only-necessary"] }), "We store only what this site needs", ONLY.into()),
        (
            json!({ "claims": ["no-ads", "no-tracking"] }),
            "What we store on your device",
            format!("{FEW} No tracking, no ads."),
        ),
        (json!({ "claims": ["no-analytics"] }), "What we store on your device", format!("{FEW} No analytics.")),
        (
            json!({ "claims": ["only-necessary", "no-tracking", "no-analytics", "no-ads"], "sells": false, "shares": false }),
            "We store only what this site needs",
            format!("{ONLY} No tracking, no analytics, no ads. We don’t sell or share your data."),
        ),
        (json!({ "sells": false }), "What we store on your device", FEW.into()),
        // What a declared fact contradicts is not said.
        (
            json!({ "claims": ["no-ads", "no-tracking", "no-analytics"], "sells": true }),
            "What we store on your device",
            format!("{FEW} No analytics."),
        ),
        (
            json!({ "claims": ["no-ads"], "purposes": [{ "id": "ads", "nature": "advertising", "exemption": "no-storage" }] }),
            "What we store on your device",
            FEW.into(),
        ),
    ] {
        let words = &facts(patch.clone(), "site.json")["words"];
        assert_eq!((&words["title"], &words["text"]), (&json!(title), &json!(text)), "{patch}");
        assert!(words.get("asks").is_none());
    }
}

#[test]
fn a_sentence_names_each_purpose_by_a_noun() {
    let purposes =
        json!([{ "id": "looks", "nature": "preference" }, { "id": "counting", "title": "X", "nature": "analytics" }]);
    let site = asked(purposes.clone());
    assert_eq!(site["words"]["asks"], "We’d like to use your device’s storage for {names}. ");
    assert_eq!(
        (&site["words"]["text"], &site["optional"]),
        (&json!(START), &json!({ "looks": "preferences", "counting": "analytics" }))
    );
    assert_eq!(site["words"]["title"], "May we store optional data on your device?");
    let german = facts(json!({ "languages": ["en", "de"], "purposes": purposes }), "site.de.json");
    assert_eq!(german["words"]["asks"], "Wir möchten den Speicher Ihres Geräts für {names} nutzen. ");
    assert_eq!(german["optional"], json!({ "looks": "Einstellungen", "counting": "Statistiken" }));
}

#[test]
fn a_list_of_titles_names_what_no_noun_can() {
    let listed = format!("We’d like to use your device’s storage for the purposes below. {START}");
    let films = json!({ "id": "films", "title": "Films", "nature": "media" });
    for other in [
        json!({ "id": "more", "title": "More" }),
        json!({ "id": "more", "title": "More", "nature": "security" }),
        json!({ "id": "more", "title": "More", "nature": "media" }),
        json!({ "id": "more", "title": "More", "nature": "analytics", "exemption": "uk-statistical" }),
    ] {
        let site = asked(json!([films, other]));
        assert_eq!((site["words"].get("asks"), &site["words"]["text"]), (None, &json!(listed)), "{other}");
        assert_eq!(site["optional"], json!({ "films": "Films", "more": "More" }));
    }
    let own = facts(json!({ "purposes": [films], "notice": { "text": "We {show} films." } }), "site.json");
    assert_eq!((own["words"].get("asks"), &own["optional"]["films"]), (None, &json!("Films")));
}

#[test]
fn what_is_on_in_the_united_kingdom_has_a_title_of_its_own() {
    let counting = json!([{ "id": "counting", "title": "Counting", "exemption": "uk-statistical" }]);
    assert_eq!(asked(counting.clone())["words"]["titleInforms"], "On unless you object");
    let own = facts(json!({ "purposes": counting, "notice": { "title": "Your say" } }), "site.json");
    assert_eq!((&own["words"]["title"], &own["words"]["titleInforms"]), (&json!("Your say"), &json!("Your say")));
    assert!(facts(json!({}), "site.json")["words"].get("titleInforms").is_none());
}

/// The site and the notice's tree that a script has.
fn script(patch: &Value) -> [Value; 2] {
    let files = built(&site(patch.clone()));
    let file = files.iter().find(|file| file.name == "courtesy.js").expect("the script");
    let text = String::from_utf8(file.bytes.clone()).expect("text");
    let slots = first(&format!("[{}]", text.split_once("run(").expect("the loader of the tests").1.replace(");", "")));
    [slots[0].clone(), slots[1].clone()]
}

#[test]
fn in_one_language_the_tree_has_the_texts_that_never_change() {
    let mut patch = json!({ "purposes": [{ "id": "films", "nature": "media" }] });
    let [facts, tree] = script(&patch);
    let names: Vec<_> = facts["words"].as_object().expect("words").keys().map(String::as_str).collect();
    assert_eq!(names, ["text", "opening", "asks", "saved", "choices"]);
    assert_eq!(tree[0][2][2], "May we store optional data on your device?");
    assert_eq!((&tree[1][1]["lang"], &tree[1][1]["dir"]), (&json!("en"), &json!("ltr")));
    let texts = tree.to_string();
    for text in ["Accept all", "Reject all", "{choices}", "Your privacy rights", "{rightsPage}", "Privacy choices"] {
        assert!(texts.contains(&format!("\"{text}\"")), "{text}: {texts}");
    }
    // A log of changes has a title of its own at times.
    patch["changes"] = json!({ "log": [{ "on": "2026-03-01", "what": "Tea." }] });
    let [facts, tree] = script(&patch);
    assert_eq!(facts["words"]["title"], "May we store optional data on your device?");
    assert_eq!(tree[0][2][2], "{title}");
    // What is in braces would be a hole.
    patch["notice"] = json!({ "labels": { "accept": "{Yes}", "reject": "No" } });
    let [facts, tree] = script(&patch);
    assert_eq!(facts["words"]["accept"], "{Yes}");
    assert!(tree.to_string().contains("\"{accept}\""), "{tree}");
    // Another language brings other texts.
    let [facts, tree] = script(&json!({ "languages": ["en", "de"] }));
    assert_eq!(facts["words"]["ok"], "OK");
    assert_eq!((&tree[0][2][2], &tree[1][1]["lang"]), (&json!("{title}"), &json!("{language}")));
}
