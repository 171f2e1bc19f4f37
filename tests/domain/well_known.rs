//! `gpc.json`: written where the site honours Global Privacy Control, dated by what it states, and by nothing else.

use courtesy::compile::{File, Form, Policies, compile};
use serde_json::{Value, json};

use crate::compiling::parts;
use crate::fixtures::site;

/// The built `gpc.json` of a site, if there is one.
fn gpc(patch: Value) -> Option<String> {
    let site = site(patch);
    let policies = Policies::of(&site, |name| Err(format!("no {name} here"))).expect("no text of the owner's");
    let mut found = Vec::new();
    for form in [Form::Built, Form::SiteOnly] {
        let files = compile(&site, &policies, &parts(), form).expect("every part is there");
        let listed = files
            .iter()
            .find(|file| file.name == "manifest.json")
            .is_some_and(|File { bytes, .. }| String::from_utf8_lossy(bytes).contains("\"gpc.json\""));
        let file = files.into_iter().find(|file| file.name == "gpc.json");
        assert_eq!(file.is_some(), listed, "what is not listed would never be removed");
        found.push(file.map(|file| String::from_utf8(file.bytes).expect("text")));
    }
    assert_eq!(found[0], found[1]);
    found.remove(0)
}

#[test]
fn a_site_that_honours_the_signal_says_so_to_programs() {
    let written = gpc(json!({ "honoursGpc": true, "lastUpdated": "2026-11-22", "languages": ["de", "en"] }));
    assert_eq!(written.as_deref(), Some("{\n  \"gpc\": true,\n  \"lastUpdate\": \"2026-11-22\"\n}\n"));
}

#[test]
fn a_site_that_does_not_say_so_has_no_such_file() {
    for silent in [json!(false), Value::Null] {
        assert_eq!(gpc(json!({ "honoursGpc": silent, "lastUpdated": "2026-11-22" })), None);
    }
}

#[test]
fn a_day_that_is_not_stated_is_not_invented() {
    let log = json!({ "log": [{ "on": "2026-12-01", "what": "x" }] });
    for stated in [json!("2026-11"), Value::Null] {
        let written = gpc(json!({ "honoursGpc": true, "lastUpdated": stated, "changes": log }));
        assert_eq!(written.as_deref(), Some("{\n  \"gpc\": true\n}\n"));
    }
}
