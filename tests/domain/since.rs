//! What changed since the last build: who is asked again about what, and nothing where only words did.

use std::fs;
use std::path::PathBuf;

use courtesy::check::{Finding, Report, Sources, reprompts};
use courtesy::compile::file_system::Native;
use courtesy::compile::{material_facts, previous_build};
use courtesy::site::SiteFile;
use serde_json::{Value, json};

use crate::compiling::parts;
use crate::fixtures::{path, site, smallest, text};
use crate::reports::{courtesy, plain};
use crate::tables::merged;

/// A site that asks for two purposes, of which one has a service.
fn asking() -> Value {
    json!({
        "purposes": [{ "id": "analytics", "title": "Analytics" }, { "id": "media", "title": "Films" }],
        "services": [{ "id": "plausible", "kind": "processor", "purposes": ["analytics"] }, { "id": "films", "purposes": ["media"] }],
        "items": [{ "purpose": "essential" }, { "purpose": "analytics", "name": "visit", "setBy": "plausible" }],
    })
}

fn patched(base: &Value, patch: &Value) -> SiteFile {
    site(merged(Some(base), patch))
}

/// What is said of a patch on a site.
fn found(base: &Value, patch: Value) -> Option<Finding> {
    reprompts(&material_facts(&patched(base, &json!({}))), &material_facts(&patched(base, &patch)))
}

#[test]
fn words_dates_and_translations_ask_nobody_again() {
    let translated = json!({ "en": "Measuring", "de": "Messen" });
    for base in [asking(), json!({})] {
        for patch in [
            json!({}),
            json!({ "lastUpdated": "2026-11", "complaint": "to the authority" }),
            json!({ "notice": { "text": "Hello", "expiresAfter": "P1Y", "position": "bottom-end" } }),
            json!({ "changes": { "log": [{ "on": "2026-11-01", "what": "x" }] }, "retention": [{ "what": "x" }] }),
            json!({ "languages": ["en", "de"] }),
        ] {
            assert_eq!(found(&base, patch.clone()), None, "{patch}");
        }
    }
    let worded = json!({ "languages": ["en", "de"],
        "purposes": [{ "id": "analytics", "title": translated, "description": "x", "nature": "analytics" }, { "id": "media" }] });
    assert_eq!(found(&asking(), worded), None);
}

#[test]
fn the_order_of_purposes_asks_nobody_again() {
    let turned = json!({ "purposes": [{ "id": "media" }, { "id": "analytics" }] });
    assert_eq!(found(&asking(), turned), None);
}

#[test]
fn a_raised_version_says_it_all() {
    let raised = json!({ "notice": { "version": "2" } });
    assert_eq!(found(&asking(), raised.clone()), None);
    assert_eq!(found(&asking(), merged(Some(&raised), &json!({ "sells": true }))), None);
    assert_eq!(found(&json!({}), merged(Some(&raised), &json!({ "purposes": [{ "id": "tests" }] }))), None);
}

/// Each change and what is said of it. `UPDATE_CHECKS=1 cargo test` writes what is said now; whoever commits that has read it.
#[test]
fn what_visitors_will_notice_of_a_change_is_said_to_the_letter() {
    let one = json!({ "purposes": [{ "id": "media" }], "services": [], "items": [{ "purpose": "essential" }] });
    let rows: [(&str, Value, Value); 9] = [
        (
            "a purpose more",
            asking(),
            json!({ "purposes": [{ "id": "analytics" }, { "id": "media" }, { "id": "ads", "saleOrShare": true }] }),
        ),
        (
            "an item more, a service instead of another",
            asking(),
            json!({ "services": [{ "id": "matomo", "purposes": ["analytics"] }, { "id": "films", "purposes": ["media"] }],
                "items": [{ "purpose": "analytics", "name": "visit", "setBy": "matomo" }] }),
        ),
        (
            "a service that becomes something else",
            asking(),
            json!({ "services": [{ "id": "plausible", "kind": "platform", "purposes": ["analytics"] }, { "id": "films", "purposes": ["media"] }] }),
        ),
        ("only a purpose less", merged(Some(&one), &json!({ "purposes": [{ "id": "media" }, { "id": "ads" }] })), one),
        ("another controller", asking(), json!({ "controller": { "legalName": "B Ltd" } })),
        (
            "all other purposes",
            asking(),
            json!({ "purposes": [{ "id": "tests" }], "services": [], "items": [{ "purpose": "essential" }] }),
        ),
        ("notice mode", json!({}), json!({ "sells": false })),
        ("from notice mode to consent mode", json!({}), json!({ "purposes": [{ "id": "tests" }] })),
        (
            "from consent mode to notice mode",
            asking(),
            json!({ "purposes": [{ "id": "analytics", "exemption": "transmission" }, { "id": "media", "exemption": "transmission" }] }),
        ),
    ];
    let said: String = rows
        .into_iter()
        .map(|(name, base, patch)| {
            let finding = found(&base, patch).unwrap_or_else(|| panic!("{name}: nothing is said"));
            let sources = Sources::new("site.json", "{}");
            let report = Report { sources: &sources, mode: None, findings: &[finding] };
            format!("# {name}\n{}\n", report.each(|_, piece| piece.into()))
        })
        .collect();
    let file = "tests/fixtures/checks/since.txt";
    if std::env::var_os("UPDATE_CHECKS").is_some() {
        fs::write(path(file), &said).expect("the fixture is written");
    }
    assert_eq!(said, text(file));
}

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("since").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn shown(path: &std::path::Path) -> &str {
    path.to_str().expect("a path")
}

#[test]
fn the_command_holds_a_site_against_its_last_build_and_a_build_against_the_one_before() {
    let work = folder("command");
    let (file, out) = (work.join("site.json"), work.join("courtesy"));
    let write = |patch: &Value| fs::write(&file, merged(Some(&smallest()), patch).to_string()).expect("a file");
    parts();
    let parts = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("parts");
    let build = || courtesy(&["build", shown(&file), "--out", shown(&out), "--parts", shown(&parts)]);
    let check = |built: &PathBuf| courtesy(&["check", shown(&file), "--built", shown(built), "--today", "2026-11-21"]);
    write(&asking());
    let (said, code) = build();
    assert!(code == Some(0) && !said.contains("again"), "{said}");
    let (said, code) = check(&out);
    assert!(code == Some(0) && !said.contains("asked-again"), "{said}");
    write(&merged(
        Some(&asking()),
        &json!({ "services": [{ "id": "films", "kind": "library", "purposes": ["media"] }, { "id": "plausible", "kind": "processor", "purposes": ["analytics"] }] }),
    ));
    let sentence = "note[asked-again]: material facts changed since the last build (changed: \"media\", \"media/films\"): \
        visitors are asked again about these, and their other choices stay valid\n";
    let help =
        "= help: leave \"notice.version\" as it is, unless you want to ask every visitor about everything again\n";
    for built in [&out, &out.join("manifest.json")] {
        let (said, code) = check(built);
        assert!(code == Some(0) && said.contains(sentence) && said.contains(help), "{said}");
    }
    let (said, code) = build();
    assert!(code == Some(0) && said.contains(sentence) && said.contains(help), "{said}");
    let (said, _) = build();
    assert!(!said.contains("again"), "{said}");
}

#[test]
fn a_build_that_cannot_be_compared_is_an_error_with_its_mend() {
    let work = folder("unreadable");
    let manifest = work.join("manifest.json");
    let problem = || previous_build(&Native, &work).expect_err("nothing to compare").to_string();
    let name = "; name the folder of the last build, or the manifest.json in it";
    let file = manifest.display().to_string();
    assert!(problem().starts_with(&format!("{file} cannot be read: ")) && problem().ends_with(name), "{}", problem());
    for (text, sentence) in [
        ("{", format!("{file} is not JSON: EOF while parsing an object at line 1 column 1{name}")),
        ("{\"name\":\"my web app\"}", format!("{file} was not written by courtesy build{name}")),
        (
            "{\"courtesy\":\"0.1.0\",\"notice\":{\"version\":\"1\",\"facts\":{}}}",
            format!(
                "{file} does not say what the notice was made of: another version of courtesy wrote it; build the site with this version once; from then on it can be compared"
            ),
        ),
    ] {
        fs::write(&manifest, text).expect("a file");
        assert_eq!(problem(), sentence);
    }
    let (said, code) =
        courtesy(&["check", "www/sites/quillhaven/site.json", "--built", shown(&work), "--today", "2026-11-21"]);
    assert!(code == Some(1) && said.starts_with("error[built-unreadable]: "), "{said}");
    assert!(said.contains("note[gdpr-answer-close]"), "what else was found is said, too: {said}");
    let sources = Sources::new("a.json", "{}");
    let nothing = Report { sources: &sources, mode: None, findings: &[] };
    assert!(plain(&nothing).starts_with("ok"));
}
