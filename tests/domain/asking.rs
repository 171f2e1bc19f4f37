//! What the loader is sent of a site that asks: its purposes by name, what a signal speaks to, what can be removed, and no more
//! code than it needs.

use std::fs;
use std::path::PathBuf;

use crate::literals::first;
use courtesy::compile::{File, Form, Parts, Policies, compile};
use serde_json::{Value, json};

use crate::compiling::parts;
use crate::fixtures::site;

fn built(patch: Value, parts: &Parts) -> Vec<File> {
    let site = site(patch);
    let policies = Policies::of(&site, |name| Err(format!("no {name} here"))).expect("no text of the owner's");
    compile(&site, &policies, parts, Form::Built).expect("every part is there")
}

fn text(files: &[File], start: &str) -> String {
    let file = files.iter().find(|file| file.name.starts_with(start)).unwrap_or_else(|| panic!("no {start}…"));
    String::from_utf8(file.bytes.clone()).expect("text")
}

fn later(files: &[File]) -> Value {
    serde_json::from_str(&text(files, "later-en-")).expect("JSON")
}

/// The facts that a built script has inlined.
fn inlined(files: &[File]) -> Value {
    let script = text(files, "courtesy.js");
    first(script.split_once("run(").expect("the loader of the tests").1)
}

fn asking() -> Value {
    json!({
        "purposes": [
            { "id": "analytics", "title": "Analytics" },
            { "id": "ads", "saleOrShare": true },
            { "id": "stats", "title": "Statistics", "exemption": "uk-statistical" },
            { "id": "billing", "exemption": "no-storage" },
        ],
        "services": [
            { "id": "plausible", "name": "Plausible", "purposes": ["analytics"] },
            { "id": "counter", "role": "counts visits", "purposes": ["analytics", "stats"] },
        ],
        "items": [
            { "kind": "cookie", "name": "basket", "purpose": "essential" },
            { "kind": "cookie", "name": "_pl", "match": "prefix", "purpose": "analytics", "setBy": "plausible", "path": "/shop" },
            { "kind": "indexed-db", "name": "counts", "purpose": "analytics", "description": "Counts." },
            { "purpose": "ads", "description": "Whatever ads keep." },
        ],
    })
}

#[test]
fn optional_purposes_go_by_their_titles_and_what_a_signal_speaks_to_is_named() {
    let facts = inlined(&built(asking(), &parts()));
    assert_eq!(facts["optional"], json!({ "analytics": "Analytics", "ads": "ads", "stats": "Statistics" }));
    assert_eq!((&facts["uk"], &facts["sold"]), (&json!(["stats"]), &json!(["ads"])));
    assert_eq!(facts["exempt"], json!(["essential"]), "what stores nothing is not asked for, and no gate may name it");
    let keys: Vec<_> = facts["facts"].as_object().expect("facts").keys().map(String::as_str).collect();
    assert_eq!(keys, ["analytics", "analytics/plausible", "analytics/counter", "ads", "stats", "stats/counter"]);
    for absent in ["own", "jurisdiction", "records", "others", "news"] {
        assert_eq!(facts.get(absent), None, "{absent}");
    }
}

#[test]
fn what_can_be_removed_goes_with_its_purpose_or_the_service_that_sets_it() {
    let later = later(&built(asking(), &parts()));
    let items = [
        json!({ "key": "analytics/plausible", "title": "_pl…, cookie", "kind": "cookie", "name": "_pl", "prefix": true, "path": "/shop" }),
        json!({ "key": "analytics", "title": "counts, database", "kind": "indexedDB", "name": "counts" }),
        json!({ "key": "ads", "title": "Whatever ads keep." }),
    ];
    assert_eq!(later["items"], json!(items), "what is exempt is never removed");
    assert_eq!(later["names"]["analytics/counter"], "counts visits", "a service without a name goes by what it does");
}

#[test]
fn an_item_of_a_service_that_does_not_list_the_purpose_goes_with_the_purpose() {
    let mut site = asking();
    site["items"] = json!([{ "kind": "cookie", "name": "_c", "purpose": "ads", "setBy": "plausible" }]);
    let later = later(&built(site, &parts()));
    assert_eq!(later["items"][0]["key"], "ads");
    assert_eq!(later["names"].get("ads/plausible"), None, "it is no choice of its own");
}

#[test]
fn googles_default_stands_before_the_loader_where_it_is_declared_and_nowhere_else() {
    let mut declared = asking();
    declared["consentMode"] = json!({ "analytics": ["analytics_storage"], "ads": ["ad_storage", "analytics_storage"] });
    let script = text(&built(declared, &parts()), "courtesy.js");
    let (prefix, _) = script.split_once("run(").expect("the loader of the tests");
    let signals = prefix.trim().strip_prefix("signal(").and_then(|rest| rest.strip_suffix(");")).expect("the prefix");
    let signals = first(signals);
    let purposes = json!({
        "ad_storage": ["ads"], "ad_user_data": [], "ad_personalization": [], "analytics_storage": ["analytics", "ads"],
    });
    let sorted = |value: &Value| -> Vec<(String, Vec<String>)> {
        let purposes = |list: &Value| {
            let mut names: Vec<_> = list.as_array().expect("a list").iter().map(ToString::to_string).collect();
            names.sort();
            names
        };
        value.as_object().expect("signals").iter().map(|(signal, list)| (signal.clone(), purposes(list))).collect()
    };
    assert_eq!(
        sorted(&signals),
        sorted(&purposes),
        "each signal of version 2 is said, and denied where nothing stands for it"
    );
    assert!(text(&built(asking(), &parts()), "courtesy.js").starts_with("run("));
}

#[test]
fn microsofts_default_comes_before_the_loader_only_where_it_is_declared_and_behind_googles() {
    let mut declared = asking();
    declared["microsoftConsentMode"] = json!({ "analytics": ["analytics_storage"] });
    let script = text(&built(declared.clone(), &parts()), "courtesy.js");
    assert!(script.starts_with("microsoft({ad_storage:[],analytics_storage:[\"analytics\"]});\nrun("), "{script}");
    declared["microsoftConsentMode"] = json!({ "ads": ["ad_storage"] });
    declared["consentMode"] = json!({ "ads": ["ad_storage"] });
    let script = text(&built(declared.clone(), &parts()), "courtesy.js");
    assert!(script.starts_with("signal(") && script.contains("microsoft({ad_storage:[\"ads\"]});\nrun("), "{script}");
    assert!(text(&built(declared, &parts()), "embed.html").contains("&lt;script src="), "the tag is not async");
}

#[test]
fn a_pattern_goes_in_pieces_with_the_exempt_items_that_it_may_meet() {
    let mut site = asking();
    site["items"] = json!([
        { "kind": "cookie", "name": "*_token", "match": "pattern", "purpose": "ads" },
        { "kind": "cookie", "name": "app_", "match": "prefix", "purpose": "essential" },
        { "kind": "cookie", "name": "basket", "purpose": "essential" },
    ]);
    let items = json!([
        { "key": "ads", "title": "…_token, cookie", "kind": "cookie", "name": "*_token", "parts": ["", "_token"] },
        { "key": "essential", "title": "app_…, cookie", "kind": "cookie", "name": "app_", "prefix": true },
    ]);
    let files = built(site, &parts());
    assert_eq!(later(&files)["items"], items);
    let page = text(&files, "privacy.html");
    assert!(
        page.contains("…_token") && page.contains("app_…") && !page.contains("*_token"),
        "visitors read no wildcard"
    );
}

#[test]
fn a_site_gets_the_loader_with_what_it_needs_and_the_whole_one_where_there_is_no_other() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("variants");
    fs::create_dir_all(&folder).expect("a folder");
    for name in [
        "gates.js",
        "later.js",
        "receipts.js",
        "audit.js",
        "consent-mode.js",
        "integrity.js",
        "notice.css",
        "position.css",
        "app.css",
        "page.css",
        "request.js",
        "app.js",
        "app.wasm",
    ] {
        fs::write(folder.join(name), "0").expect("a part");
    }
    for name in ["loader", "loader-site-notice", "loader-site-signals", "loader-site-languages-news-signals"] {
        fs::write(folder.join(format!("{name}.js")), format!("\"{name}\"")).expect("a part");
    }
    let parts = Parts::in_folder(&folder);
    let of = |patch: Value| text(&built(patch, &parts), "courtesy.js");
    assert_eq!(of(json!({})), "\"loader-site-notice\"");
    assert_eq!(of(asking()), "\"loader-site-signals\"");
    let mut much = asking();
    much["languages"] = json!(["en", "de"]);
    much["changes"] = json!({ "log": [{ "on": "2026-03-01", "what": "Tea." }] });
    assert_eq!(of(much), "\"loader-site-languages-news-signals\"");
    let two = site(json!({ "languages": ["en", "de"] }));
    let policies = Policies::of(&two, |name| Err(format!("no {name} here"))).expect("no text of the owner's");
    let missing = compile(&two, &policies, &parts, Form::Built).expect_err("its variant was not made").to_string();
    assert!(missing.contains("loader-site-notice-languages.js cannot be read"), "{missing}");
    // Without Node there is one loader for every site.
    for name in ["loader-site-notice", "loader-site-signals", "loader-site-languages-news-signals"] {
        fs::remove_file(folder.join(format!("{name}.js"))).expect("a part");
    }
    let whole = text(&built(json!({ "languages": ["en", "de"] }), &Parts::in_folder(&folder)), "courtesy.js");
    assert_eq!(whole, "\"loader\"");
}
