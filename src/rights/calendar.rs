//! Reminders as a calendar file (RFC 5545): a time limit (GDPR Article 12(3)) helps only those who notice that it has passed, and the
//! site that should answer will not remind them.

use crate::site::Day;

/// A day to be reminded of.
#[derive(Clone, Copy, Debug)]
pub struct Reminder<'a> {
    /// Its identity: a calendar that imports the same one again replaces the first.
    pub uid: &'a str,
    /// The day.
    pub on: Day,
    /// The title that the calendar shows on that day.
    pub summary: &'a str,
    /// The text of the opened entry.
    pub description: &'a str,
}

/// The file (`text/calendar`, named `.ics`): each reminder is an all-day event that does not block the calendar, with an alarm the day
/// before.
///
/// `stamp` is the present moment in UTC, `20261121T101500Z` or `2026-11-21T10:15:00Z`.
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

/// One field as text (section 3.3.11). Every line break is escaped as `\n`, including Unicode's, at which some readers would start a
/// new line. The format allows no control character but the tab.
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

/// A line has at most 75 octets, including the space that marks a continuation (section 3.1).
fn put(c: char, file: &mut String, length: &mut usize) {
    if *length + c.len_utf8() > 75 {
        file.push_str("\r\n ");
        *length = 1;
    }
    file.push(c);
    *length += c.len_utf8();
}
