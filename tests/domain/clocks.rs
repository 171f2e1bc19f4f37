//! Time limits: a table of dates with the article of each (tests/fixtures/clocks.json), and the calendar of somebody else (jiff).

use courtesy::rights::{Clock, Deadline, deadlines};
use courtesy::site::{Day, Period, Regime, RightKind};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use proptest::prelude::*;
use serde_json::{Value, from_value, json, to_value};

use crate::fixtures::{self, KINDS};

const LAWS: [Regime; 4] = [Regime::Gdpr, Regime::UkGdpr, Regime::Ccpa, Regime::Coppa];

fn kind(name: &str) -> RightKind {
    from_value(name.into()).expect("a right")
}

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn written(deadline: &Deadline) -> Value {
    let mut row = json!({ "clock": deadline.clock, "on": deadline.on.to_string() });
    if let Some(weekend) = deadline.instead_of {
        row["insteadOf"] = weekend.to_string().into();
    }
    row
}

fn only(clock: Clock, received: Day) -> Option<Deadline> {
    deadlines(&[clock], None, received).first().copied()
}

#[test]
fn every_row_of_the_table_ends_on_its_days() {
    for row in fixtures::json("tests/fixtures/clocks.json")["rows"].as_array().expect("rows") {
        let law: Regime = from_value(row["law"].clone()).expect("a law");
        let kind = kind(row["kind"].as_str().expect("a kind"));
        let promise: Option<Period> = from_value(row["promise"].clone()).expect("a period or null");
        let received = day(row["received"].as_str().expect("a day"));
        let found: Vec<_> = deadlines(Clock::of(kind, law), promise, received).iter().map(written).collect();
        assert_eq!(Value::Array(found), row["due"], "{}: {}", row["received"], row["why"]);
    }
}

#[test]
fn each_law_starts_its_own_clocks_for_the_rights_that_it_knows() {
    let names = |kind: &str, law| to_value(Clock::of(self::kind(kind), law)).expect("names").to_string();
    for kind in KINDS.iter().map(String::as_str) {
        let eu = match kind {
            "withdrawal" | "opt-out-of-sale" | "limit-sensitive" | "non-discrimination" | "storage" | "complaint"
            | "other" => "[]",
            _ => r#"["gdpr-answer","gdpr-extension"]"#,
        };
        assert_eq!(names(kind, Regime::Gdpr), eu, "{kind}");
        let uk = if kind == "complaint" { r#"["uk-complaint"]"#.into() } else { eu.replace("gdpr", "uk-gdpr") };
        assert_eq!(names(kind, Regime::UkGdpr), uk, "{kind}");
        let california = match kind {
            "access" | "correction" | "deletion" | "portability" | "platform-deletion" => {
                r#"["ccpa-confirmation","ccpa-answer","ccpa-extension"]"#
            }
            "opt-out-of-sale" | "limit-sensitive" => r#"["ccpa-opt-out"]"#,
            _ => "[]",
        };
        assert_eq!(names(kind, Regime::Ccpa), california, "{kind}");
        assert_eq!(names(kind, Regime::Coppa), "[]", "{kind}");
    }
}

#[test]
fn a_promise_is_named_once_whoever_asks_for_it() {
    let received = day("2026-11-21");
    let promise = "P30D".parse().ok();
    assert_eq!(deadlines(&[Clock::Promise], promise, received), deadlines(&[], promise, received));
    assert_eq!(deadlines(&[Clock::Promise], None, received), []);
}

#[test]
fn the_last_days_of_the_calendar_do_not_panic() {
    let longest = "P9999Y9999M9999W9999DT9999H".parse().ok();
    for received in 2_932_700..2_932_897 {
        let received = Day::from_days_since_1970(received).expect("a day of the year 9999");
        for (kind, law) in KINDS.iter().flat_map(|kind| LAWS.map(|law| (self::kind(kind), law))) {
            assert!(deadlines(Clock::of(kind, law), longest, received).iter().all(|due| due.on > received));
        }
    }
}

proptest! {
    #[test]
    fn weekdays_are_the_calendars(days in -719_528_i64..2_932_896) {
        let ours = Day::from_days_since_1970(days).expect("a day of these years").weekday();
        prop_assert_eq!(i64::from(ours), i64::from(theirs(days).weekday().to_monday_one_offset()));
    }

    #[test]
    fn a_month_ends_on_the_same_day_or_the_last_of_a_shorter_month_and_never_on_a_weekend(days in 0_i64..2_932_700) {
        let received = Day::from_days_since_1970(days).expect("a day of these years");
        for (clocks, months) in [([Clock::GdprAnswer, Clock::UkGdprAnswer], 1), ([Clock::GdprExtension, Clock::UkGdprExtension], 3)] {
            let stated = theirs(days).checked_add(months.months()).expect("near");
            let mut moved = stated;
            while matches!(moved.weekday(), Weekday::Saturday | Weekday::Sunday) {
                moved = moved.tomorrow().expect("near");
            }
            for clock in clocks {
                let due = only(clock, received).expect("near");
                prop_assert_eq!(due.on.to_string(), moved.to_string());
                prop_assert_eq!(due.instead_of.map(|day| day.to_string()), (moved != stated).then(|| stated.to_string()));
            }
        }
    }

    #[test]
    fn business_days_are_mondays_to_fridays_after_the_day_of_receipt(days in 0_i64..2_932_700) {
        let received = Day::from_days_since_1970(days).expect("a day of these years");
        for (clock, count) in [(Clock::CcpaConfirmation, 10), (Clock::CcpaOptOut, 15)] {
            let working = theirs(days).series(1.day()).skip(1).filter(|day| day.weekday().to_monday_one_offset() < 6);
            let last = working.take(count).last().expect("near");
            prop_assert_eq!(only(clock, received).expect("near").on.to_string(), last.to_string());
        }
    }

    #[test]
    fn calendar_days_are_counted_through_and_not_moved(days in 0_i64..2_932_700) {
        let received = Day::from_days_since_1970(days).expect("a day of these years");
        for (clock, count) in [(Clock::UkComplaint, 30), (Clock::CcpaAnswer, 45), (Clock::CcpaExtension, 90)] {
            let due = only(clock, received).expect("near");
            prop_assert_eq!(due.on.to_string(), theirs(days + count).to_string());
            prop_assert_eq!(due.instead_of, None);
        }
    }

    #[test]
    fn the_earliest_comes_first_and_the_law_before_the_promise(days in 0_i64..2_900_000, promised in 1_u16..120, kind in 0..KINDS.len(), law in 0..LAWS.len()) {
        let received = Day::from_days_since_1970(days).expect("a day of these years");
        let clocks = Clock::of(self::kind(&KINDS[kind]), LAWS[law]);
        let found = deadlines(clocks, format!("P{promised}D").parse().ok(), received);
        prop_assert_eq!(found.len(), clocks.len() + 1);
        prop_assert!(found.windows(2).all(|two| two[0].on < two[1].on || two[0].on == two[1].on && two[0].clock != Clock::Promise));
    }
}

fn theirs(days: i64) -> Date {
    Date::constant(1970, 1, 1).checked_add(days.days()).expect("a day of these years")
}
