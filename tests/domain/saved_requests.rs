//! Remembered requests: what was stored is read as it was, nothing else is taken for it, and it tells nothing of the visitor.

use courtesy::rights::{Clock, LetterTemplate, SavedRequest, SavedRequests};
use courtesy::site::Day;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::fixtures::{every_letter, in_english, letters, seed};

fn day(number: i64) -> Day {
    Day::from_days_since_1970(number).expect("a day of these years")
}

fn clocks() -> impl Strategy<Value = Vec<Clock>> {
    const ALL: [Clock; 10] = [
        Clock::Promise,
        Clock::GdprAnswer,
        Clock::GdprExtension,
        Clock::UkGdprAnswer,
        Clock::UkGdprExtension,
        Clock::UkComplaint,
        Clock::CcpaConfirmation,
        Clock::CcpaAnswer,
        Clock::CcpaExtension,
        Clock::CcpaOptOut,
    ];
    prop::collection::vec(prop::sample::select(ALL.to_vec()), 0..4)
}

prop_compose! {
    fn kept()(
        id in "[0-9a-f-]{0,36}", on in -719_528_i64..2_932_896, texts in prop::array::uniform4(any::<String>()), received in any::<bool>(),
        clocks in clocks(), promise in prop::option::of("P[1-9][0-9]{0,2}[DWMY]"),
    ) -> SavedRequest {
        let [site, right, to, applicability] = texts;
        let promise = promise.and_then(|period| period.parse().ok());
        SavedRequest { id, on: day(on), site, right, to, received, clocks, promise, applicability }
    }
}

fn numbered(number: usize) -> SavedRequest {
    SavedRequest::of(&LetterTemplate::default(), &number.to_string(), "A", "a@b.example", day(0), false)
}

#[test]
fn a_remembered_request_holds_nothing_of_the_visitor() {
    assert_eq!(courtesy::rights::key("example.com"), "courtesy-requests:example.com");
    every_letter(|site, _, _, offer| {
        let stored = json!(SavedRequests::default().with(SavedRequest::of(
            offer,
            "0f1e",
            &site.name,
            &offer.to,
            day(20_000),
            true
        )));
        assert_eq!(stored["schema"], "courtesy-requests/1");
        let entry = stored["requests"][0].as_object().expect("an object");
        let names: Vec<_> = entry.keys().map(String::as_str).collect();
        let applicability = (!offer.applicability.is_empty()).then_some("applicability");
        let wanted = ["id", "on", "site", "right", "to", "received", "clocks", "promise"];
        assert_eq!(names, wanted.into_iter().chain(applicability).collect::<Vec<_>>());
        assert_eq!(
            [&entry["id"], &entry["site"], &entry["right"], &entry["to"]],
            ["0f1e", &site.name, &offer.right, &offer.to]
        );
        assert_eq!((&entry["on"], &entry["received"]), (&json!("2024-10-04"), &json!(true)));
    });
}

#[test]
fn a_remembered_request_is_due_when_the_request_was() {
    let (site, words) = in_english(&seed("mediux"));
    let offers = letters(&site, &words, courtesy::rights::Place::UsCa);
    let offer = offers.iter().find(|offer| offer.right == "Right to delete").expect("a right");
    let kept = SavedRequest::of(offer, "1", &site.name, &offer.to, "2026-11-21".parse().expect("a day"), false);
    let due: Vec<_> = kept.deadlines().iter().map(|due| (due.on.to_string(), due.clock)).collect();
    let wanted = [
        ("2026-12-04", Clock::CcpaConfirmation),
        ("2027-01-05", Clock::CcpaAnswer),
        ("2027-01-05", Clock::Promise),
        ("2027-02-19", Clock::CcpaExtension),
    ];
    assert_eq!(due, wanted.map(|(day, clock)| (day.to_owned(), clock)));
}

#[test]
fn what_another_version_or_nobody_wrote_is_not_read() {
    let stored = json!(SavedRequests::default().with(numbered(1)));
    assert_eq!(SavedRequests::read(&stored).map(|mine| mine.0.len()), Some(1));
    for (at, value) in [
        ("/schema", json!("courtesy-requests/2")),
        ("/schema", json!(1)),
        ("/schema", Value::Null),
        ("/requests", json!({})),
        ("/requests", json!("[]")),
        ("", json!([])),
        ("", Value::Null),
        ("", json!("courtesy-requests/1")),
    ] {
        let mut other = stored.clone();
        *other.pointer_mut(at).expect("a place") = value;
        assert_eq!(SavedRequests::read(&other), None, "{other}");
    }
}

#[test]
fn where_an_entry_is_broken_nothing_is_read_and_so_nothing_written_over() {
    let stored = json!(SavedRequests::default().with(numbered(1)).with(numbered(2)));
    for field in ["id", "on", "site", "right", "to", "received", "clocks"] {
        let mut broken = stored.clone();
        broken["requests"][0][field] = json!({ "broken": 1 });
        assert_eq!(SavedRequests::read(&broken), None, "{field}");
    }
    let mut later = stored.clone();
    later["requests"][0]["clocks"] = json!(["gdpr-answer", "a clock of tomorrow"]);
    assert_eq!(SavedRequests::read(&later), None);
    let mut without = stored;
    without["requests"][0]["promise"] = json!("a while");
    assert_eq!(SavedRequests::read(&without).map(|mine| mine.0[0].promise), Some(None));
}

#[test]
fn fifty_are_remembered_and_the_oldest_make_room() {
    let mine = (0..60).fold(SavedRequests::default(), |mine, number| mine.with(numbered(number)));
    let ids: Vec<_> = mine.0.iter().map(|kept| kept.id.clone()).collect();
    assert_eq!(ids, (10..60).map(|number| number.to_string()).collect::<Vec<_>>());
    let again = mine.with(SavedRequest { received: true, ..numbered(10) });
    assert_eq!((again.0.len(), again.0[49].id.as_str(), again.0[49].received), (50, "10", true));
}

proptest! {
    #[test]
    fn what_is_stored_is_read_as_it_was(all in prop::collection::vec(kept(), 0..8)) {
        let mine = SavedRequests(all);
        let text = json!(mine).to_string();
        prop_assert_eq!(SavedRequests::read(&serde_json::from_str::<Value>(&text).expect("JSON")), Some(mine));
    }

    #[test]
    fn one_of_each_key_is_remembered_the_last_of_them_and_at_most_fifty(ids in prop::collection::vec(0..70_usize, 0..120)) {
        let mut wanted: Vec<(usize, usize)> = Vec::new();
        for (place, id) in ids.iter().enumerate() {
            wanted.retain(|(other, _)| other != id);
            wanted.push((*id, place));
            wanted = wanted.split_off(wanted.len().saturating_sub(50));
        }
        let add = |mine: SavedRequests, (place, id): (usize, &usize)| mine.with(SavedRequest { on: day(place as i64), ..numbered(*id) });
        let mine = ids.iter().enumerate().fold(SavedRequests::default(), add);
        let found: Vec<_> = mine.0.iter().map(|kept| (kept.id.clone(), kept.on)).collect();
        prop_assert_eq!(found, wanted.iter().map(|(id, place)| (id.to_string(), day(*place as i64))).collect::<Vec<_>>());
    }

    /// Whatever stands in the place of a part, what is read is whole: it can be written and read again.
    #[test]
    fn no_change_of_what_is_stored_panics_or_is_half_read(
        at in prop::sample::select(vec!["/requests", "/requests/0", "/requests/0/id", "/requests/0/on", "/requests/0/clocks", "/requests/0/promise"]),
        value in prop_oneof![
            Just(Value::Null), any::<i64>().prop_map(Value::from), ".{0,12}".prop_map(Value::from), Just(json!({})),
            "P[0-9]{1,12}[DWMYTH]".prop_map(Value::from), "[0-9+-]{8,11}".prop_map(Value::from),
            prop::collection::vec("[a-z-]{0,20}".prop_map(Value::from), 0..4).prop_map(Value::from),
        ],
    ) {
        let mut stored = json!(SavedRequests::default().with(numbered(1)).with(numbered(2)));
        *stored.pointer_mut(at).expect("a place") = value;
        if let Some(mine) = SavedRequests::read(&stored) {
            prop_assert_eq!(mine.0.last(), if at == "/requests" { None } else { Some(&numbered(2)) });
            let due = mine.0.iter().flat_map(SavedRequest::deadlines);
            prop_assert!(due.count() < 20);
            prop_assert_eq!(SavedRequests::read(&json!(mine)), Some(mine));
        }
    }
}
