//! `courtesy init`: the site file to begin with is sound, nothing is invented, nothing is overwritten.

use std::fs;
use std::path::Path;

use courtesy::site::schema::schema;
use serde_json::{Value, json};

use crate::command::{folder, run};

const FLAGS: [&str; 6] = ["init", "--yes", "--name", "Tea & \"Cake\"", "--email", "a@b.example"];
const NOTHING: &str = "--no-items";

fn site(folder: &Path) -> Value {
    let mut site: Value =
        serde_json::from_slice(&fs::read(folder.join("site.json")).expect("it was written")).expect("JSON");
    let day = site["lastUpdated"].take();
    assert_eq!(day.as_str().expect("a day").len(), "2026-11-22".len());
    site
}

#[test]
fn what_it_writes_passes_check_and_the_next_commands_are_said() {
    let folder = folder("init");
    let (said, wrong, code) = run(&folder, &[&FLAGS[..], &[NOTHING]].concat());
    assert_eq!((&*wrong, code), ("", Some(0)));
    assert_eq!(
        said,
        "wrote site.json and site.schema.json. Visitors will read that your site stores only what it needs; once it stores more, add that to the file. Next:\n  courtesy check site.json\n  courtesy build site.json --out public/courtesy\n"
    );
    let expected = json!({
        "$schema": "site.schema.json", "name": "Tea & \"Cake\"", "id": "tea----cake", "languages": ["en"], "lastUpdated": null,
        "controller": { "contacts": [{ "role": "privacy", "email": "a@b.example" }] }, "notice": { "version": "1" },
        "items": [{ "purpose": "essential" }], "claims": ["only-necessary"]
    });
    assert_eq!(site(&folder), expected);
    let (said, _, code) = run(&folder, &["check", "site.json", "--json"]);
    let said: Value = serde_json::from_str(&said).expect("JSON");
    assert_eq!((code, &said["errors"]), (Some(0), &json!(0)), "{said}");
    let written: Value =
        serde_json::from_slice(&fs::read(folder.join("site.schema.json")).expect("it is there")).expect("JSON");
    assert_eq!(written, schema());
    assert_eq!(run(&folder, &["schema"]).0.as_bytes(), fs::read(folder.join("site.schema.json")).expect("it is there"));
}

#[test]
fn flags_become_fields() {
    let folder = folder("init-flags");
    let more = [
        "--url",
        "tea.example",
        "--language",
        "de,en,de",
        "--item",
        "cookie=basket:essential",
        "--item",
        "local-storage=app:theme",
    ];
    let (said, wrong, code) = run(&folder, &[&FLAGS[..], &more].concat());
    assert_eq!((&*wrong, code), ("", Some(0)));
    // The owner did not call this one essential, so it needs consent.
    assert!(
        said.contains("You gave no purpose for app:theme (set to optional), so visitors are asked first."),
        "{said}"
    );
    let site = site(&folder);
    assert_eq!((&site["url"], &site["languages"]), (&json!("https://tea.example"), &json!(["de", "en"])));
    assert_eq!(site["id"], "tea.example");
    let item = |kind, name, purpose| json!({ "kind": kind, "name": name, "purpose": purpose, "setBy": "site" });
    assert_eq!(
        site["items"],
        json!([item("cookie", "basket", "essential"), item("local-storage", "app:theme", "optional")])
    );
    assert_eq!(site["purposes"], json!([{ "id": "optional" }]));
}

#[test]
fn promises_are_those_of_the_flags() {
    let folder = folder("init-claims");
    let more =
        ["--item", "cookie=basket:essential", "--claim", "no-ads,only-necessary", "--claim", "no-ads", "--sells", "no"];
    let (_, wrong, code) = run(&folder, &[&FLAGS[..], &more, &["--shares", "yes"]].concat());
    assert_eq!((&*wrong, code), ("", Some(0)));
    let site = site(&folder);
    assert_eq!(site["claims"], json!(["no-ads", "only-necessary"]));
    assert_eq!((&site["sells"], &site["shares"]), (&json!(false), &json!(true)));
}

#[test]
fn a_folder_that_is_not_there_is_made() {
    let folder = folder("init-below");
    let (_, wrong, code) = run(&folder, &["init", "a/b/shop.json", "--name", "A", "--email", "a@b.example", NOTHING]);
    assert_eq!((&*wrong, code), ("", Some(0)));
    assert!(folder.join("a/b/shop.json").is_file() && folder.join("a/b/site.schema.json").is_file());
}

#[test]
fn nothing_is_overwritten() {
    let folder = folder("init-again");
    fs::write(folder.join("site.json"), "mine").expect("a file");
    let (_, wrong, code) = run(&folder, &[&FLAGS[..], &[NOTHING]].concat());
    assert_eq!(
        (&*wrong, code),
        ("error: site.json already exists and was not changed\n = help: name another file to write\n", Some(1))
    );
    assert_eq!(fs::read_to_string(folder.join("site.json")).expect("it is there"), "mine");
    fs::remove_file(folder.join("site.json")).expect("it was there");
    fs::write(folder.join("site.schema.json"), "mine").expect("a file");
    let (_, wrong, code) = run(&folder, &[&FLAGS[..], &[NOTHING]].concat());
    let sentence = "error: site.schema.json already exists and is not this version's schema\n = help: move it away (`courtesy schema` prints this version's)\n";
    assert_eq!((&*wrong, code), (sentence, Some(1)));
    assert!(!folder.join("site.json").exists());
}

#[test]
fn where_the_npm_package_is_installed_its_schema_is_named() {
    let folder = folder("init-npm");
    fs::create_dir_all(folder.join("node_modules/courtesy")).expect("a folder");
    fs::write(folder.join("node_modules/courtesy/site.schema.json"), "{}").expect("a file");
    run(&folder, &[&FLAGS[..], &[NOTHING]].concat());
    assert_eq!(site(&folder)["$schema"], "./node_modules/courtesy/site.schema.json");
    assert!(!folder.join("site.schema.json").exists());
}

#[test]
fn what_is_missing_or_wrong_is_said_and_nothing_is_written() {
    let folder = folder("init-faults");
    for (arguments, sentence, code) in [
        (
            &["init", "--yes"][..],
            "error: a site file needs a name and an email address\n = help: add --name and --email\n",
            1,
        ),
        // Not in a terminal: no questions.
        (
            &["init", "--name", "A"],
            "error: a site file needs a name and an email address\n = help: add --name and --email\n",
            1,
        ),
        (
            &["init", "--yes", "--name", "A", "--email", "a@b.example"],
            "lists what the site stores on visitors' devices\n = help: add --item, e.g. --item cookie=basket:essential, or --no-items",
            1,
        ),
        (&["init", "--no-items", "--item", "cookie=a"], "cannot be used with", 2),
        (
            &["init", "--email", "a b"],
            "this is not an email address\n = help: write one such as \"privacy@example.com\"",
            2,
        ),
        (
            &["init", "--item", "cake=basket"],
            "e.g. cookie=basket:essential\n = help: kinds are cookie, local-storage, session-storage, indexed-db; purposes are essential, ",
            2,
        ),
        (&["init", "--item", "cookie="], "expected KIND=NAME:PURPOSE", 2),
        (
            &["init", "--item", "cookie=basket:cake"],
            "unknown purpose \"cake\"\n = help: expected one of essential, ",
            2,
        ),
        (&["init", "--item", "local-storage=a:analytic"], "did you mean a:analytics?", 2),
        (&["init", "--language", "xx"], "no translation for \"xx\"\n = help: expected one of en, ", 2),
        (&["init", "--url", "tea and cake"], "error: invalid value", 2),
        (
            &["init", "--claim", "no-cake"],
            "unknown claim \"no-cake\"\n = help: expected one of only-necessary, no-tracking, ",
            2,
        ),
        (&["init", "--sells", "perhaps"], "please answer yes or no", 2),
    ] {
        let (_, wrong, ended) = run(&folder, arguments);
        assert!(wrong.contains(sentence) && ended == Some(code), "{arguments:?}: {wrong}");
    }
    assert_eq!(fs::read_dir(&folder).expect("a folder").count(), 0);
}

#[test]
fn the_next_commands_can_be_pasted_also_with_a_space_in_the_name() {
    let (said, ..) = run(&folder("init-space"), &[&FLAGS[..], &["my site.json", NOTHING]].concat());
    assert!(
        said.ends_with("check \"my site.json\"\n  courtesy build \"my site.json\" --out public/courtesy\n"),
        "{said}"
    );
}

#[test]
fn nothing_is_essential_that_nobody_called_so() {
    let names = ["_ga", "_hjSession_1", "_fbp", "YSC", "intercom-id-1", "theme", "PHPSESSID"];
    let flags = names.map(|name| format!("cookie={name}"));
    let items: Vec<&str> = flags.iter().flat_map(|flag| ["--item", flag]).collect();
    let folder = folder("init-unsaid");
    let (_, wrong, code) = run(&folder, &[&FLAGS[..], &items].concat());
    assert_eq!((&*wrong, code), ("", Some(0)));
    let site = site(&folder);
    let purposes: Vec<_> =
        site["items"].as_array().expect("items").iter().map(|item| item["purpose"].clone()).collect();
    let expected = ["analytics", "analytics", "advertising", "media", "communication", "optional", "optional"];
    assert_eq!(purposes, expected.map(|id| json!(id)));
    assert!(site["purposes"].as_array().expect("purposes").iter().all(|purpose| purpose["exemption"].is_null()));
    let (said, _, code) = run(&folder, &["check", "site.json", "--json"]);
    assert_eq!(code, Some(0), "{said}");
    assert_eq!(serde_json::from_str::<Value>(&said).expect("JSON")["mode"], "consent");
}

#[test]
fn purposes_have_the_words_that_people_use() {
    let folder = folder("init-words");
    let said = ["necessary", "statistics", "marketing", "ads", "video", "chat", "settings", "Analytics"];
    let flags = said.map(|word| format!("cookie=a-{}:{word}", word.to_lowercase()));
    let items: Vec<&str> = flags.iter().flat_map(|flag| ["--item", flag]).collect();
    let (_, wrong, code) = run(&folder, &[&FLAGS[..], &items].concat());
    assert_eq!((&*wrong, code), ("", Some(0)));
    let site = site(&folder);
    let purposes: Vec<_> =
        site["items"].as_array().expect("items").iter().map(|item| item["purpose"].clone()).collect();
    let expected =
        ["essential", "analytics", "advertising", "advertising", "media", "communication", "preferences", "analytics"];
    assert_eq!(purposes, expected.map(|id| json!(id)));
}

#[test]
fn addresses_and_languages_are_understood_as_people_type_them() {
    for (number, (typed, url)) in [
        ("annalind.example", "https://annalind.example"),
        (" www.annalind.example/shop ", "https://www.annalind.example/shop"),
        ("//annalind.example", "https://annalind.example"),
        ("http://annalind.example", "http://annalind.example"),
        ("HTTPS://annalind.example", "https://annalind.example"),
        ("localhost:8000", "https://localhost:8000"),
    ]
    .into_iter()
    .enumerate()
    {
        let folder = folder(&format!("init-address-{number}"));
        let more = ["--url", typed, "--language", "German", "--language", "EN", "--language", "العربية", NOTHING];
        let (_, wrong, code) = run(&folder, &[&FLAGS[..], &more].concat());
        assert_eq!((&*wrong, code), ("", Some(0)), "{typed}");
        let site = site(&folder);
        assert_eq!((&site["url"], &site["languages"]), (&json!(url), &json!(["de", "en", "ar"])));
    }
    for typed in ["a@b.example", "mailto:a@b.example", "Anna <a@b.example>"] {
        let folder = folder("init-email");
        let (_, wrong, code) = run(&folder, &["init", "--yes", "--name", "A", "--email", typed, NOTHING]);
        assert_eq!((&*wrong, code), ("", Some(0)), "{typed}");
        assert_eq!(site(&folder)["controller"]["contacts"][0]["email"], "a@b.example");
    }
}
