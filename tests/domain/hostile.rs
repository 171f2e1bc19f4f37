//! Hostile records: the promise that no text whatever in storage grants what it does not say, or panics.

use courtesy::consent::{Signals, Status};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use crate::fixtures::{json as file, path};
use crate::records::stored;
use crate::tables::{answer, current, moment, readable};

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

/// Where a record of consent can be something else.
const CONSENT: [&str; 17] = [
    "",
    "/schema",
    "/mode",
    "/notice",
    "/notice/version",
    "/notice/facts",
    "/notice/facts/ads",
    "/choices",
    "/choices/ads",
    "/choices/analytics",
    "/events",
    "/events/0/at",
    "/events/0/state",
    "/events/0/purposes",
    "/events/2/at",
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
            "__proto__",
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
            prop_assert!(of_last > Some("2026-06-01T08:00:00Z"), "{:?}", of_last);
        }
    }

}

/// What could stand at most places of a record, though not in every one.
fn likely() -> impl Strategy<Value = Value> {
    let texts = ["notice", "consent", "granted", "withdrawn", "1", "2", "aaaaaaaa", "bbbbbbbb"];
    let times = ["2026-11-20T20:00:00Z", "2026-11-30T00:00:00Z", "2027-05-31T00:00:00Z", "9999-12-31T23:59:59Z"];
    let flags = [Value::Null, true.into(), false.into()];
    prop::sample::select(texts.into_iter().chain(times).map(Value::from).chain(flags).collect::<Vec<_>>())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    /// A record of consent with any parts replaced grants a key only where it says so of these facts, this version and this mode,
    /// within its time; and while the signal is sent, a sale only where it was sent when the record was written.
    #[test]
    fn no_change_of_a_record_grants_what_it_does_not_say(
        parts in prop::collection::vec((prop::sample::select(CONSENT.to_vec()), prop_oneof![3 => likely().boxed(), 1 => any_json().boxed()]), 1..3),
        (now, day_after) in prop::sample::select(vec![
            ("2026-11-20T08:00:00Z", "2026-11-21T08:00:00Z"),
            ("2026-12-01T08:00:00Z", "2026-12-02T08:00:00Z"),
            ("2027-06-01T00:00:00Z", "2027-06-02T00:00:00Z"),
        ]),
        gpc in any::<Option<bool>>(),
    ) {
        static TABLE: std::sync::LazyLock<Value> = std::sync::LazyLock::new(|| file("tests/fixtures/states.json"));
        let base = &TABLE["base"];
        let (mut record, site) = (base["stored"].clone(), current(&base["site"]));
        record["choices"]["ads"] = "granted".into();
        record["events"][1] = json!({ "at": "2026-11-21T20:00:00Z", "state": "granted", "purposes": ["ads"], "method": "choices", "language": "en" });
        for (place, value) in parts {
            // What stands in a part that is gone by now is gone with it.
            if let Some(part) = record.pointer_mut(place) {
                *part = value;
            }
        }
        let (stored, signals) = (stored(Some(&record.to_string())), Signals { gpc });
        let choices = site.valid_choices(readable(&stored), signals, moment(&now.into()));
        for name in ["analytics", "analytics/plausible", "ads", "ads/adco", "stats", "site", "__proto__", "essential", "essentials"] {
            let status = site.status(name, &choices, signals);
            prop_assert!(status != Status::NotRequired || name == "essential");
            if status == Status::Granted {
                prop_assert_eq!(&record["choices"][name], "granted");
                prop_assert_eq!(&record["notice"]["facts"][name], &base["site"]["facts"][name]);
                prop_assert_eq!(&record["notice"]["version"], "1");
                prop_assert_eq!(&record["mode"], "consent");
                let events = record["events"].as_array().expect("events");
                let newest = events.last().and_then(|event| event["at"].as_str());
                prop_assert!(newest.is_some_and(|at| at <= day_after), "{:?}", newest);
                prop_assert!(name != "ads" || gpc != Some(true) || record["gpc"] == true);
                let expires = record["expires"].as_str();
                prop_assert!(expires > Some(now) && expires.map(str::len) == Some(20), "{:?}", expires);
                let names = |event: &&Value| event["purposes"].as_array().is_some_and(|keys| keys.contains(&name.into()));
                let yes = events.iter().rfind(names).expect("a yes has an event");
                prop_assert_eq!(&yes["state"], "granted");
                prop_assert!(now < "2027-05-21" || yes["at"].as_str() > Some("2026-12-01"), "{}", yes);
            }
        }
    }
}
