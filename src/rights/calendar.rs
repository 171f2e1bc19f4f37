//! A reminder as a calendar file (RFC 5545): a time limit (GDPR Article 12(3)) serves only who notices that it has passed,
//! and the site that should answer is not the one to be asked to remind.

use crate::site::Day;

/// A day to be reminded of.
#[derive(Clone, Copy, Debug)]
pub struct Reminder<'a> {
    /// What tells it from every other: a calendar that meets the same one again replaces the first.
    pub uid: &'a str,
    /// The day.
    pub on: Day,
    /// What the calendar shows on that day, in a few words.
    pub summary: &'a str,
    /// What it shows when it is opened.
    pub description: &'a str,
}

/// The file (`text/calendar`, to be named `.ics`): for each reminder a day without hours that keeps nobody busy, with an alarm
/// the day before.
///
/// `stamp` is the moment of making it in UTC, `20261121T101500Z`; `2026-11-21T10:15:00Z` is taken as well.
pub fn calendar(stamp: &str, reminders: &[Reminder]) -> String {
    let stamp: String = stamp.chars().filter(char::is_ascii_alphanumeric).collect();
    let mut file = String::new();
    line(&mut file, "BEGIN:", "VCALENDAR");
    line(&mut file, "VERSION:", "2.0");
    line(&mut file, "PRODID:", "-//Courtesy//Courtesy//EN");
    for reminder in reminders {
        let day = reminder.on.to_string().replace('-', "");
        let fields = [
            ("BEGIN:", "VEVENT"),
            ("UID:", reminder.uid),
            ("DTSTAMP:", &stamp),
            ("DTSTART;VALUE=DATE:", &day),
            ("SUMMARY:", reminder.summary),
            ("DESCRIPTION:", reminder.description),
            ("TRANSP:", "TRANSPARENT"),
            ("BEGIN:", "VALARM"),
            ("ACTION:", "DISPLAY"),
            ("TRIGGER:", "-P1D"),
            ("DESCRIPTION:", reminder.summary),
            ("END:", "VALARM"),
            ("END:", "VEVENT"),
        ];
        for (name, value) in fields {
            line(&mut file, name, value);
        }
    }
    line(&mut file, "END:", "VCALENDAR");
    file
}

/// One field as a text (section 3.3.11). Every line break in it is the two characters `\n`, those of Unicode included, at
/// which some readers would begin a line; other control characters than the tab have no place in the format.
fn line(file: &mut String, name: &str, value: &str) {
    file.push_str(name);
    let mut length = name.len();
    let mut last = '\0';
    for c in value.chars() {
        match c {
            '\n' if last == '\r' => {}
            '\r' | '\n' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                put('\\', file, &mut length);
                put('n', file, &mut length);
            }
            '\\' | ';' | ',' => {
                put('\\', file, &mut length);
                put(c, file, &mut length);
            }
            _ if c == '\t' || !c.is_control() => put(c, file, &mut length),
            _ => {}
        }
        last = c;
    }
    file.push_str("\r\n");
}

/// A line has 75 octets at most, and the space that continues it is one of them (section 3.1).
fn put(c: char, file: &mut String, length: &mut usize) {
    if *length + c.len_utf8() > 75 {
        file.push_str("\r\n ");
        *length = 1;
    }
    file.push(c);
    *length += c.len_utf8();
}
