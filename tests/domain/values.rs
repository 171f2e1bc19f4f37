//! Dates, periods and moments, held against a calendar of somebody else's (jiff).

use courtesy::consent::Moment;
use courtesy::site::{Day, Email, Link, Period, StatedDate, Url};
use jiff::ToSpan;
use jiff::civil::Date;
use proptest::prelude::*;

proptest! {
    #[test]
    fn days_count_as_the_calendar_does(days in -719_528_i64..2_932_896) {
        let day = Day::from_days_since_1970(days).expect("a day of these years");
        let theirs = Date::constant(1970, 1, 1).checked_add(days.days()).expect("a day of these years");
        prop_assert_eq!(day.to_string(), theirs.to_string());
        prop_assert_eq!(day.days_since_1970(), days);
    }

    #[test]
    fn a_period_later_is_the_calendars_month_then_days(
        days in 0_i64..40_000, years in 0_u16..20, months in 0_u16..40, weeks in 0_u16..9, more in 0_u16..400,
        hours in 0_u16..50, minutes in 0_u16..200, second in 0_i64..86_400,
    ) {
        prop_assume!(u32::from(years) + u32::from(months) + u32::from(weeks) + u32::from(more) + u32::from(hours) + u32::from(minutes) > 0);
        let time = if hours + minutes > 0 { format!("T{hours}H{minutes}M") } else { String::new() };
        let period: Period = format!("P{years}Y{months}M{weeks}W{more}D{time}").parse().expect("a period");
        let ours = Moment::from_seconds_since_1970(days * 86_400 + second).and_then(|moment| moment.plus(period)).expect("near");
        let start = jiff::Timestamp::new(days * 86_400 + second, 0).expect("near").to_zoned(jiff::tz::TimeZone::UTC).datetime();
        let span = i64::from(years).years().months(i64::from(months));
        let rest = i64::from(weeks).weeks().days(i64::from(more)).hours(i64::from(hours)).minutes(i64::from(minutes));
        let theirs = start.checked_add(span).and_then(|date| date.checked_add(rest)).expect("near");
        prop_assert_eq!(ours.to_string(), format!("{theirs}Z"));
    }

    #[test]
    fn only_real_moments_are_read(text in "[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-6][0-9]:[0-6][0-9]Z") {
        let theirs = text.parse::<jiff::Timestamp>().ok().filter(|_| !text.contains(":60Z") && !text.contains("T24"));
        prop_assert_eq!(text.parse::<Moment>().is_ok(), theirs.is_some(), "{}", text);
    }

    #[test]
    fn no_text_whatever_panics(text in ".{0,24}") {
        let _ = (text.parse::<Day>(), text.parse::<StatedDate>(), text.parse::<Period>(), text.parse::<Moment>());
        let _ = (text.parse::<Email>(), text.parse::<Url>(), text.parse::<Link>());
    }

    #[test]
    fn a_period_is_written_as_it_is_read(text in "P([1-9][0-9]{0,3}Y)?([1-9]M)?([1-9]W)?[1-9]D(T[1-9]H([1-9]M)?([1-9]S)?)?") {
        prop_assert_eq!(text.parse::<Period>().expect("a period").to_string(), text);
    }
}

#[test]
fn what_is_no_period_is_refused() {
    for text in [
        "", "P", "PT", "P1", "1Y", "P1YT", "P1M1Y", "PT1D", "P1H", "P-1D", "P1.5D", "P10000D", "p1d", "P1D ", "P1Dx",
        "P1é",
    ] {
        assert!(text.parse::<Period>().is_err(), "{text}");
    }
}

#[test]
fn a_month_stays_a_month() {
    let month: StatedDate = "2026-03".parse().expect("a month");
    assert_eq!(month, StatedDate::Month { year: 2026, month: 3 });
    assert_eq!(month.to_string(), "2026-03");
    for text in ["2026", "2026-13", "2026-3", "2026-03-32", "+026-03", "March 2026", "2026-03-21T00:00:00Z"] {
        assert!(text.parse::<StatedDate>().is_err(), "{text}");
    }
}

#[test]
fn addresses_are_what_a_browser_takes_them_for() {
    for email in ["a@b", "first.last+tag@sub.example.com", "o'neil@example.ie", "ä@b"] {
        assert!(email.parse::<Email>().is_ok(), "{email}");
    }
    for email in ["", "@", "a@", "@b", "a b@c", "a@b@c", "a@-b", "a@b-", "a@b..c", "a\r\nbcc: x@y", "a@b?bcc=c"] {
        assert!(email.parse::<Email>().is_err(), "{email}");
    }
    for link in ["/", "/privacy", "/a/b?c=d#e", "https://example.com", "http://[::1]:80/x"] {
        assert!(link.parse::<Link>().is_ok(), "{link}");
    }
    for link in
        ["", "//x", "x", "#x", "mailto:a@b", "https://", "https:///x", "ftp://x", "\tjavascript:x", "/a b", "/\u{0}"]
    {
        assert!(link.parse::<Link>().is_err(), "{link}");
    }
}
