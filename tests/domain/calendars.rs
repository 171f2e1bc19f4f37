//! Reminders as calendar files: lines as RFC 5545 wants them, texts that come back, read by somebody else's parser (icalendar).

use courtesy::rights::{Reminder, calendar};
use courtesy::site::Day;
use icalendar::parser::{Component, read_calendar, unfold};
use proptest::prelude::*;

const STAMP: &str = "20261121T101500Z";

fn day() -> Day {
    "2026-12-21".parse().expect("a day")
}

/// The file of one reminder.
fn file(uid: &str, summary: &str, description: &str) -> String {
    calendar(STAMP, &[Reminder { uid, on: day(), summary, description }])
}

fn fields(component: &Component) -> Vec<(String, String)> {
    component.properties.iter().map(|field| (field.name.to_string(), field.val.to_string())).collect()
}

/// What a text is in a calendar: every line break a `\n`, no other control character than the tab.
fn plain(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace(['\r', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    lines.chars().filter(|c| matches!(c, '\n' | '\t') || !c.is_control()).collect()
}

/// Every line is short and ours, and another reader finds in them what was written.
fn holds(uid: &str, summary: &str, description: &str) {
    let file = file(uid, summary, description);
    for line in file.strip_suffix("\r\n").expect("the last line is ended").split("\r\n") {
        assert!(line.len() <= 75 && !line.is_empty(), "{line:?}");
        assert!(!line.contains(['\u{85}', '\u{2028}', '\u{2029}']), "{line:?}");
        assert!(line.chars().all(|c| c == '\t' || !c.is_control()), "{line:?}");
    }
    let unfolded = file.replace("\r\n ", "");
    let expected = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Courtesy//Courtesy//EN",
        "BEGIN:VEVENT",
        &format!("UID:{}", escaped(uid)),
        "DTSTAMP:20261121T101500Z",
        "DTSTART;VALUE=DATE:20261221",
        &format!("SUMMARY:{}", escaped(summary)),
        &format!("DESCRIPTION:{}", escaped(description)),
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:-P1D",
        &format!("DESCRIPTION:{}", escaped(summary)),
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ];
    assert!(unfolded.split("\r\n").eq(expected), "{unfolded}");
    let unfolded = unfold(&file);
    let event = &read_calendar(&unfolded).expect("a calendar").components[0];
    let field = |name: &str| event.find_prop(name).map(|field| field.val.to_string()).unwrap_or_default();
    assert_eq!([field("SUMMARY"), field("DESCRIPTION")], [plain(summary), plain(description)]);
}

/// By section 3.3.11, one rule after the other.
fn escaped(text: &str) -> String {
    plain(text).replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

#[test]
fn a_reminder_is_a_free_day_with_an_alarm_the_day_before() {
    let unfolded = unfold(&file("a1@example.com", "Answer due: Example", "Asked on 2026-11-21; one month."));
    let calendar = read_calendar(&unfolded).expect("a calendar");
    let pairs = |list: &[(&str, &str)]| -> Vec<_> {
        list.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    };
    let event = &calendar.components[0];
    assert_eq!((calendar.components.len(), event.components.len()), (1, 1));
    let expected = [
        ("UID", "a1@example.com"),
        ("DTSTAMP", STAMP),
        ("DTSTART", "20261221"),
        ("SUMMARY", "Answer due: Example"),
        ("DESCRIPTION", "Asked on 2026-11-21; one month."),
        ("TRANSP", "TRANSPARENT"),
    ];
    assert_eq!((event.name.as_str(), fields(event)), ("VEVENT", pairs(&expected)));
    let alarm = &event.components[0];
    let expected = [("ACTION", "DISPLAY"), ("TRIGGER", "-P1D"), ("DESCRIPTION", "Answer due: Example")];
    assert_eq!((alarm.name.as_str(), fields(alarm)), ("VALARM", pairs(&expected)));
    assert!(unfolded.contains("DTSTART;VALUE=DATE:20261221\r\n"));
}

#[test]
fn each_reminder_is_an_event_of_its_own() {
    let reminder = |uid| Reminder { uid, on: day(), summary: "S", description: "D" };
    let file = calendar(STAMP, &[reminder("1"), reminder("2"), reminder("3")]);
    let uids: Vec<_> = read_calendar(&file)
        .expect("a calendar")
        .components
        .iter()
        .map(|event| event.find_prop("UID").map(|uid| uid.val.to_string()))
        .collect();
    assert_eq!(uids, ["1", "2", "3"].map(|uid| Some(uid.to_owned())));
}

#[test]
fn a_stamp_is_only_digits_and_letters_however_it_is_written() {
    let of = |stamp| calendar(stamp, &[Reminder { uid: "1", on: day(), summary: "S", description: "D" }]);
    assert_eq!(of("2026-11-21T10:15:00Z"), of(STAMP));
    assert_eq!(of("20261121T101500Z\r\n;,\\:"), of(STAMP));
}

#[test]
fn a_line_is_folded_between_characters_at_75_octets() {
    let text = "é".repeat(100);
    let file = file("1", &text, "D");
    let lines: Vec<_> = file.split("\r\n").skip_while(|line| !line.starts_with("SUMMARY:")).take(4).collect();
    assert_eq!(lines.iter().map(|line| line.len()).collect::<Vec<_>>(), [74, 75, 61, "DESCRIPTION:D".len()]);
}

#[test]
fn hostile_texts_add_no_line() {
    for text in [
        "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nATTACH:http://x",
        "x\nATTENDEE:mailto:x@y.z",
        "x\rURL:x",
        "x\u{85}URL:x\u{2028}URL:y\u{2029}URL:z\u{b}\u{c}\u{1c}URL:q",
        "\r\n folded\r\n\tfolded",
        "\\n\\N\\;\\,\\\\\\",
        "\0\u{7f}\u{1b}[31m\t\u{9b}",
        "a;b,c:d\"e=f",
        "👩‍👩‍👧 \u{202E}\u{200F} \u{feff}\u{10FFFF}",
        "",
    ] {
        holds(text, text, text);
        holds(text, &text.repeat(40), &text.repeat(400));
    }
}

proptest! {
    #[test]
    fn any_text_comes_back_and_no_line_is_longer_than_75_octets(
        uid in "[a-z0-9@.-]{1,80}", summary in any::<String>(), description in ".{0,400}",
    ) {
        holds(&uid, &summary, &description);
    }

    #[test]
    fn any_line_breaks_and_delimiters_come_back(text in "[\r\n\t \\\\;,:\"=nN\u{85}\u{2028}é🙂-]{0,200}") {
        holds("1", &text, &text);
    }
}
