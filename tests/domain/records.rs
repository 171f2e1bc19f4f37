//! Records: the tables that bind Rust and the loader.

use std::collections::BTreeMap;

use courtesy::consent::{Current, Signals, Unread, read};
use courtesy::site::Mode;
use serde_json::{Value, json};

use crate::compiling::{built, json_of};
use crate::fixtures::{json as file, site};
use crate::tables::{
    Stored, acted, answer, check_states, check_statuses, current, merged, moment, patched, readable, signals, site_of,
    text_of,
};

/// What stands in storage, read.
pub fn stored(text: Option<&str>) -> Stored {
    text.map(|text| serde_json::from_str::<Value>(text).map_err(|_| Unread::Unreadable).and_then(|json| read(&json)))
}

#[test]
fn every_state_of_a_record_is_decided() {
    let table = file("tests/fixtures/assess.json");
    for row in table["rows"].as_array().expect("rows") {
        let state = patched(&table["base"], row);
        let (stored, site) = (stored(text_of(row, &state).as_deref()), current(&state["site"]));
        assert_eq!(answer(&stored, &site, signals(&state), moment(&state["now"])), row["expect"], "{}", row["name"]);
    }
}

#[test]
fn every_purpose_has_the_state_that_the_table_says() {
    let table = file("tests/fixtures/states.json");
    for row in table["rows"].as_array().expect("rows") {
        check_states(&table, row, stored);
    }
}

#[test]
fn what_is_done_is_written_as_the_table_says() {
    let table = file("tests/fixtures/decisions.json");
    for row in table["rows"].as_array().expect("rows") {
        let mut before = stored(row["before"].as_str());
        for act in row["acts"].as_array().expect("acts") {
            let site = site_of(&table, act);
            let after = acted(before.clone(), &site, act).map(Ok).or(before);
            let text = after.as_ref().and_then(|record| Some(json!(record.as_ref().ok()?).to_string()));
            assert_eq!(text.as_deref(), act["written"].as_str(), "{}", row["name"]);
            before = stored(text.as_deref());
            assert_eq!(before, after, "{}: what is written can be read", row["name"]);
            let (signals, now) = (signals(act), moment(&act["now"]));
            check_statuses(&act["states"], &site.0, &before, signals, now, &row["name"]);
            if let Some(unanswered) = act.get("unanswered") {
                assert_eq!(unanswered, &json!(site.0.unanswered(readable(&before), signals, now)), "{}", row["name"]);
            }
        }
    }
}

/// The loader's form of a period comes from the build, so each in the tables is held against what the build makes of it.
#[test]
fn the_periods_of_the_tables_are_those_that_the_build_gives_the_loader() {
    let table = file("tests/fixtures/decisions.json");
    let acts = table["rows"].as_array().expect("rows").iter().flat_map(|row| row["acts"].as_array().expect("acts"));
    let of_acts = acts.map(|act| patched(&table["sites"][act["site"].as_str().expect("a name")], act));
    let tables = ["assess", "states"].map(|name| file(&format!("tests/fixtures/{name}.json")));
    let rows = tables.iter().flat_map(|table| {
        let rows = table["rows"].as_array().expect("rows").iter();
        rows.map(|row| patched(&table["base"], row)["site"].clone())
    });
    let sites = of_acts.chain(rows).map(|site| (site["expiresAfter"].to_string(), site));
    for (_, sent) in sites.collect::<BTreeMap<_, _>>() {
        let built = built(&site(json!({ "notice": { "expiresAfter": sent["expiresAfter"] } })));
        assert_eq!(json_of(&built, "site.json")["notice"]["lasts"], sent["lasts"], "{sent}");
    }
}

/// Also in consent mode, what the build sends is what the app reads.
#[test]
fn a_site_that_asks_is_read_as_the_build_sends_it() {
    let purposes = json!([
        { "id": "ads", "saleOrShare": true },
        { "id": "counting", "exemption": "uk-statistical" },
        { "id": "films" }]);
    let files = built(&site(json!({ "purposes": purposes, "notice": { "version": "3", "expiresAfter": "P90D" } })));
    let sent = json_of(&files, "site.json");
    let sent = merged(Some(&sent), &json!({ "expiresAfter": "P90D", "jurisdiction": "ch" }));
    let current = Current::read(&sent).expect("a site");
    assert_eq!((current.mode, current.version.as_str()), (Mode::Consent, "3"));
    assert_eq!(current.facts.keys().collect::<Vec<_>>(), ["ads", "counting", "films"]);
    assert_eq!(
        (current.sale_or_share.as_slice(), current.uk_exempt.as_slice()),
        (&["ads".to_owned()][..], &["counting".to_owned()][..])
    );
    assert_eq!(current.exempt, ["essential"]);
    assert!(current.is_on_until_objection("counting") && !current.is_on_until_objection("ads"));
    assert!(current.is_blocked_by_gpc("ads", Signals { gpc: Some(true) }));
}

#[test]
fn a_record_holds_nothing_that_identifies() {
    let table = file("tests/fixtures/decisions.json");
    let act = &table["rows"][0]["acts"][0];
    let json = json!(acted(None, &site_of(&table, act), act).expect("near"));
    let fields: Vec<&String> = json.as_object().expect("an object").keys().collect();
    assert_eq!(fields, ["schema", "mode", "notice", "choices", "events", "expires", "gpc"]);
}

#[test]
fn a_record_keeps_the_last_50_events_several_of_which_one_act_may_add() {
    let table = file("tests/fixtures/decisions.json");
    let mut record = None;
    for minute in 0..60 {
        let now = format!("1970-01-01T00:{minute:02}:00Z");
        let answers = json!({ "analytics": minute % 2 == 0, "ads": false });
        let act = json!({ "site": "consent", "now": now, "method": "choices", "answers": answers });
        record = acted(record.map(Ok), &site_of(&table, &act), &act);
    }
    let events = record.expect("near").events;
    assert_eq!(events.len(), 50);
    assert_eq!(events[0].at.to_string(), "1970-01-01T00:35:00Z");
    assert_eq!(events[49].at.to_string(), "1970-01-01T00:59:00Z");
}
