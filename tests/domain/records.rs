//! Records: the tables that bind Rust and the loader, and the promise that no input whatever grants anything.

use courtesy::consent::{Signals, Unread, read};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use crate::fixtures::{json as file, path};
use crate::tables::{
    Stored, acted, answer, check_states, check_statuses, current, lent, moment, patched, signals, site_of, text_of,
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
            let record = acted(before, &site, act).expect("near");
            assert_eq!(json!(record).to_string(), act["written"], "{}", row["name"]);
            before = stored(act["written"].as_str());
            assert_eq!(before, Some(Ok(record)), "{}: what is written can be read", row["name"]);
            let (signals, now) = (signals(act), moment(&act["now"]));
            check_statuses(&act["states"], &site.0, &before, signals, now, &row["name"]);
            if let Some(unanswered) = act.get("unanswered") {
                assert_eq!(unanswered, &json!(site.0.unanswered(lent(&before), signals, now)), "{}", row["name"]);
            }
        }
    }
}

#[test]
fn the_loader_is_told_the_same_period_as_the_app() {
    let table = file("tests/fixtures/decisions.json");
    for act in table["rows"].as_array().expect("rows").iter().flat_map(|row| row["acts"].as_array().expect("acts")) {
        let name = act["site"].as_str().expect("a name");
        let site = patched(&table["sites"][name], act);
        let lasts = current(&site).expires_after;
        let (months, days) = lasts.calendar();
        assert_eq!(site["lasts"], json!([months, days * 86_400 + lasts.clock()]), "{act}");
    }
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

/// Texts that nobody thought of, kept, so that the loader and the reader that ships are held against the same ones.
/// `UPDATE_CORPUS=1 cargo test` makes others.
#[test]
fn the_corpus_of_hostile_records_is_answered_the_same_everywhere() {
    const CORPUS: &str = "tests/fixtures/hostile.json";
    let table = file("tests/fixtures/assess.json");
    let site = &table["base"]["site"];
    let answer_to =
        |text: &str| answer(&stored(Some(text)), &current(site), Signals::default(), moment(&table["base"]["now"]));
    if std::env::var_os("UPDATE_CORPUS").is_some() {
        let rows: Vec<Value> =
            hostile(&table["base"]["stored"]).iter().map(|text| json!([text, answer_to(text)])).collect();
        let lines: Vec<String> = rows.iter().map(|row| format!("    {row}")).collect();
        let about =
            "Stored texts and the answer to each, for the base of assess.json; made by UPDATE_CORPUS=1 cargo test.";
        let text = format!("{{\n  \"about\": {},\n  \"rows\": [\n{}\n  ]\n}}\n", json!(about), lines.join(",\n"));
        std::fs::write(path(CORPUS), text).expect("the fixtures can be written");
    }
    let corpus = file(CORPUS);
    let rows = corpus["rows"].as_array().expect("rows");
    assert!(rows.len() >= 300 && rows.iter().any(|row| row[1] == "honour"));
    for row in rows {
        assert_eq!(answer_to(row[0].as_str().expect("a text")), row[1], "{}", row[0]);
    }
}

/// Where a record can be something else.
const PLACES: [&str; 18] = [
    "",
    "/schema",
    "/mode",
    "/notice",
    "/notice/version",
    "/notice/facts",
    "/notice/facts/site",
    "/notice/seen",
    "/choices",
    "/events",
    "/events/0",
    "/events/0/at",
    "/events/0/state",
    "/events/0/purposes",
    "/events/0/method",
    "/events/0/language",
    "/expires",
    "/gpc",
];

/// Any JSON, and the record with any part of it replaced by any JSON.
fn hostile(record: &Value) -> Vec<String> {
    let mut runner = TestRunner::deterministic();
    let mut draw = |strategy: &BoxedStrategy<Value>| strategy.new_tree(&mut runner).expect("a value").current();
    let any = any_json().boxed();
    let replaced = PLACES.iter().flat_map(|place| {
        let values: Vec<Value> = (0..24).map(|_| draw(&any)).collect();
        values.into_iter().map(|value| {
            let mut record = record.clone();
            *record.pointer_mut(place).expect("a place of the record") = value;
            record.to_string()
        })
    });
    let texts: std::collections::BTreeSet<String> = replaced.collect();
    texts.into_iter().collect()
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,8}".prop_map(Value::from),
        prop::sample::select(vec![
            "courtesy/1",
            "notice",
            "consent",
            "granted",
            "1",
            "aaaaaaaa",
            "bbbbbbbb",
            "courtesy/2",
            "2026-11-21T20:00:00Z",
            "2026-12-03T08:00:00Z",
            "2027-02-30T00:00:00Z",
            "9999-12-31T23:59:59Z",
            "+010000-01-01T00:00:00Z",
            "2026-12-03",
            "+010000-01-01",
        ])
        .prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        let keys = prop::sample::select(vec![
            "schema",
            "mode",
            "notice",
            "choices",
            "events",
            "expires",
            "gpc",
            "version",
            "facts",
            "site",
            "analytics",
            "at",
        ]);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((keys, inner), 0..6)
                .prop_map(|fields| fields.into_iter().map(|(k, v)| (k.to_owned(), v)).collect()),
        ]
    })
}

proptest! {
    /// No text whatever panics, or is taken for a decision.
    #[test]
    fn no_text_panics_or_grants(text in ".{0,64}") {
        let now = moment(&json!("2026-12-01T08:00:00Z"));
        for mode in ["notice", "consent"] {
            let site = json!({ "mode": mode, "version": "1", "facts": { "site": "aaaaaaaa" } });
            prop_assert_ne!(answer(&stored(Some(&text)), &current(&site), Signals { gpc: Some(false) }, now), "honour");
        }
    }

    /// A record with any one part replaced counts only where what it says itself still fits the site and the day.
    #[test]
    fn no_change_of_a_record_makes_it_count_where_it_does_not_fit(
        place in prop::sample::select(PLACES.to_vec()), value in any_json(), consent in any::<bool>(), other in any::<bool>(),
    ) {
        let table = file("tests/fixtures/assess.json");
        let mut record = table["base"]["stored"].clone();
        *record.pointer_mut(place).expect("a place of the record") = value;
        let (mode, facts) = (if consent { "consent" } else { "notice" }, if other { "bbbbbbbb" } else { "aaaaaaaa" });
        let site = json!({ "mode": mode, "version": "1", "facts": { "site": facts } });
        let now = &table["base"]["now"];
        if answer(&stored(Some(&record.to_string())), &current(&site), Signals::default(), moment(now)) == "honour" {
            prop_assert!(!consent, "what was never decided is asked");
            prop_assert_eq!(&record["mode"], "notice");
            prop_assert_eq!(&record["notice"]["version"], "1");
            prop_assert_eq!(&record["notice"]["facts"]["site"], facts);
            let of_last = record["events"].as_array().and_then(|events| events.last()?["at"].as_str());
            prop_assert!(of_last.is_some_and(|at| at <= "2026-12-02T08:00:00Z"), "{:?}", of_last);
            let expires = record["expires"].as_str();
            prop_assert!(expires > now.as_str() && expires.map(str::len) == Some(20), "{:?}", expires);
        }
    }
}
