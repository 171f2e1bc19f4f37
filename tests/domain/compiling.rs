//! A site becomes files: hashes that change with what is material and with nothing else.

use std::fs;
use std::path::PathBuf;
use std::sync::OnceLock;

use crate::literals::first;
use courtesy::compile::{File, Form, Parts, Policies, compile};
use courtesy::consent::{Current, OrderedMap, PolicyChange};
use courtesy::site::{Mode, SiteFile};
use serde_json::{Value, json};

use crate::fixtures::{path, seed, site};
use crate::tables::merged;

/// Parts as small as they can be: a loader that is its slots, and three bytes of app.
pub fn parts() -> Parts {
    static ONCE: OnceLock<Parts> = OnceLock::new();
    ONCE.get_or_init(write_parts).clone()
}

fn write_parts() -> Parts {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("parts");
    let loader = "run(__COURTESY_SITE__, __COURTESY_TREE__, __COURTESY_STYLES__, __COURTESY_GATES__, __COURTESY_LATER__, __COURTESY_VERSION__);\n";
    let files = [
        ("loader.js", loader),
        ("receipts.js", "3"),
        ("audit.js", "5"),
        ("gates.js", "4"),
        ("later.js", "later(__COURTESY_FILES__);\n"),
        ("consent-mode.js", "signal(__COURTESY_SIGNALS__);\n"),
        ("microsoft-consent.js", "microsoft(__COURTESY_MICROSOFT__);\n"),
        ("integrity.js", "check(__COURTESY_INTEGRITY__);__COURTESY_LOADER__(load, get);\n"),
        ("notice.css", ".a{}"),
        ("position.css", ".e{}"),
        ("app.css", ".b{}"),
        ("page.css", ".c{}"),
        ("request.js", "0"),
        ("app.js", "1"),
        ("app.wasm", "2"),
    ];
    fs::create_dir_all(&folder).expect("the target folder can be written");
    for (name, text) in files {
        fs::write(folder.join(name), text).expect("the target folder can be written");
    }
    Parts::in_folder(folder)
}

fn policies(site: &SiteFile) -> Policies {
    Policies::of(site, |name| Err(format!("no {name} here"))).expect("no text of the owner's")
}

pub fn built(site: &SiteFile) -> Vec<File> {
    compile(site, &policies(site), &parts(), Form::Built).expect("every part is there")
}

fn text(files: &[File], name: &str) -> String {
    let file = files.iter().find(|file| file.name == name).unwrap_or_else(|| panic!("{name} is not among the files"));
    String::from_utf8(file.bytes.clone()).expect("text")
}

pub fn json_of(files: &[File], name: &str) -> Value {
    serde_json::from_str(&text(files, name)).expect("JSON")
}

fn facts(patch: Value) -> Value {
    json_of(&built(&site(patch)), "site.json")["facts"].clone()
}

#[test]
fn a_site_has_every_file_that_its_pages_ask_for() {
    let files = built(&site(json!({})));
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    let stems: Vec<_> = names.iter().map(|name| name.split(['-', '.']).next().expect("a stem")).collect();
    assert_eq!(
        stems.join(" "),
        "app app app gates later receipts audit request courtesy courtesy integrity embed site words details policy rights receipt later \
         privacy privacy request page manifest"
    );
    let manifest = json_of(&files, "manifest.json");
    let listed: Vec<&str> =
        manifest["files"].as_array().expect("files").iter().filter_map(|file| file["name"].as_str()).collect();
    assert_eq!(listed, names[..names.len() - 1]);
    assert!(
        manifest["files"][0]["integrity"].as_str().is_some_and(|text| text.starts_with("sha384-") && text.len() == 71)
    );
}

#[test]
fn every_language_has_its_own_files_and_knows_the_others() {
    let files = built(&site(json!({ "languages": ["en", "de", "ar"] })));
    let others = |name: &str| json_of(&files, name)["others"].clone();
    assert_eq!(others("site.json"), json!({ "de": "site.de.json", "ar": "site.ar.json" }));
    assert_eq!(others("site.ar.json"), json!({ "en": "site.json", "de": "site.de.json" }));
    for file in
        ["courtesy.js", "courtesy.de.js", "courtesy.ar.js", "privacy.html", "privacy.ar.html", "request.de.html"]
    {
        text(&files, file);
    }
    assert!(text(&files, "privacy.ar.html").contains("<html lang=\"ar\" dir=\"rtl\">"));
    for file in files.iter().filter(|file| file.name.starts_with("courtesy.")) {
        let script = String::from_utf8_lossy(&file.bytes).into_owned();
        for other in files.iter().filter(|other| other.name.starts_with("notice-")) {
            let later = json_of(&files, &other.name)["later"].as_str().expect("a name").to_owned();
            let own = script.contains(&format!("later:\"{later}\""));
            assert_eq!(script.contains(&other.name), !own, "{} and {}", file.name, other.name);
        }
    }
}

#[test]
fn the_app_reads_the_site_of_today_from_what_the_loader_gives_it() {
    let log = json!([{ "on": "2026-03-01", "effective": "2026-04-01", "what": "Tea." }]);
    let files = built(&site(json!({
        "notice": { "version": "2", "expiresAfter": "P90D" },
        "changes": { "leadTime": "P10D", "log": log },
    })));
    let site = json_of(&files, "site.json");
    let later = json_of(&files, site["later"].as_str().expect("a name"));
    let details = json_of(&files, later["files"]["details"].as_str().expect("a name"));
    assert_eq!(details["title"], "What we store on your device");
    // As `www/loader/lazy/views.js` joins them; only the details have the period at the top.
    let given = merged(Some(&site), &details);
    let hash = given["facts"]["site"].as_str().expect("a hash").to_owned();
    let day = |text: &str| text.parse().expect("a day");
    let current = Current {
        mode: Mode::Notice,
        version: "2".into(),
        facts: OrderedMap(vec![("site".into(), hash)]),
        policy_changes: vec![PolicyChange { published: day("2026-03-01"), shown_from: day("2026-03-22") }],
        expires_after: "P90D".parse().expect("a period"),
        exempt: vec!["essential".into()],
        uk_exempt: Vec::new(),
        sale_or_share: Vec::new(),
        jurisdiction: None,
    };
    assert_eq!(Current::read(&given), Some(current));
    assert_eq!(Current::read(&site), None);
}

#[test]
fn what_is_not_stated_stays_absent() {
    let built = json_of(&built(&site(json!({}))), "site.json");
    for field in ["url", "sells", "shares", "children", "services", "rights", "lastUpdated"] {
        assert!(built.get(field).is_none(), "{field}");
    }
}

#[test]
fn material_facts_change_the_hash_and_words_do_not() {
    let before = facts(json!({}));
    assert!(before["site"].as_str().is_some_and(|hash| hash.len() == 8));
    for patch in [
        json!({ "complaint": "write to us" }),
        json!({ "lastUpdated": "2026-03" }),
        json!({ "notice": { "text": "Hello", "expiresAfter": "P1Y" } }),
        json!({ "purposes": [{ "id": "essential", "title": "What it needs" }] }),
        json!({ "languages": ["en", "de"] }),
        json!({ "items": [{ "purpose": "essential", "name": "sid" }, { "purpose": "essential" }] }),
    ] {
        assert_eq!(facts(patch.clone()), before, "{patch}");
    }
    for patch in [
        json!({ "controller": { "legalName": "A Ltd" } }),
        json!({ "sells": true }),
        json!({ "shares": false }),
        json!({ "purposes": [{ "id": "essential", "legalBasis": "contract" }] }),
        json!({ "services": [{ "id": "x", "purposes": ["essential"] }] }),
        json!({ "services": [{ "id": "x", "kind": "processor" }] }),
    ] {
        assert_ne!(facts(patch.clone()), before, "{patch}");
    }
}

#[test]
fn a_site_that_asks_has_a_hash_per_optional_purpose_and_service() {
    let facts = facts(json!({
        "purposes": [{ "id": "analytics" }, { "id": "support", "exemption": "no-storage" }],
        "services": [{ "id": "plausible", "purposes": ["analytics"] }, { "id": "mail", "purposes": ["support"] }],
    }));
    assert_eq!(facts.as_object().expect("an object").keys().collect::<Vec<_>>(), ["analytics", "analytics/plausible"]);
}

#[test]
fn the_loader_is_told_no_more_than_it_needs() {
    let script = text(&built(&seed("mazoon")), "courtesy.js");
    assert!(script.starts_with("run({id:\"mazoon\",language:\"en\""), "{script}");
    for absent in ["retention", "controller", "collected", "__COURTESY"] {
        assert!(!script.contains(absent), "{absent}");
    }
}

#[test]
fn text_that_looks_like_a_slot_stays_text() {
    let files = built(&site(json!({ "notice": { "text": "__COURTESY_TREE__ and \"quotes\"" } })));
    assert!(text(&files, "courtesy.js").contains(r#"__COURTESY_TREE__ and \"quotes\""#));
}

#[test]
fn a_script_reads_the_same_whatever_encoding_a_server_says() {
    let name = "Ünïcödé “日本” 🍪";
    let script = text(&built(&site(json!({ "notice": { "text": name }, "languages": ["ar"] }))), "courtesy.js");
    assert!(script.is_ascii());
    let words = first(script.strip_prefix("run(").expect("the site"))["words"]["text"].clone();
    assert!(words.as_str().is_some_and(|text| text.contains(name)), "{words}");
}

#[test]
fn hostile_text_stays_text_on_the_pages() {
    let nasty = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&amp;";
    let files = built(&site(json!({
        "name": nasty,
        "services": [{ "id": "x", "name": nasty, "role": nasty }],
        "rights": [{ "kind": "other", "title": nasty, "routes": [{ "email": "a@b.c", "subject": "x\r\nbcc: y&bcc=z" }], "note": nasty }],
    })));
    for page in ["privacy.html", "request.html"] {
        let html = text(&files, page);
        assert!(!html.contains("<script>") && !html.contains("<img"), "{page}");
        assert!(html.contains("mailto:a@b.c?subject=x%0D%0Abcc%3A%20y%26bcc%3Dz"), "{page}");
    }
}

#[test]
fn owners_with_pages_of_their_own_are_linked_to_and_get_none() {
    let files = built(&site(
        json!({ "policy": { "url": "/legal/privacy", "sections": { "storage": "#c" } }, "requests": { "url": "https://a.example/rights" } }),
    ));
    let pages = &json_of(&files, "site.json")["pages"];
    assert_eq!(
        *pages,
        json!({ "policy": "/legal/privacy", "storage": "/legal/privacy#c", "rights": "https://a.example/rights" })
    );
    assert!(files.iter().all(|file| !file.name.starts_with("page-") && (!file.name.ends_with(".html") || file.name == "embed.html")));
}

#[test]
fn a_missing_part_names_the_command_that_makes_it() {
    let nowhere = Parts::in_folder(path("target/nowhere"));
    let site = site(json!({}));
    let missing = compile(&site, &policies(&site), &nowhere, Form::Built).expect_err("nothing is there").to_string();
    assert!(missing.contains("cannot be read; run `cargo xtask build`, which makes it"), "{missing}");
}
