//! Calendar dates as they are stated: a day, or only a month. A month is never turned into its first day.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::checked_text::Malformed;
use super::period::Period;

/// A day of the Gregorian calendar, in the years 0 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

/// A date as precisely as the site states it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum StatedDate {
    /// Only the month is stated.
    Month {
        /// The year, such as 2026.
        year: u16,
        /// The month, from 1 to 12.
        month: u8,
    },
    /// The day is stated.
    Day(Day),
}

const NO_DAY: Malformed = Malformed { what: "a day of the calendar", fix: "write it like \"2026-03-21\"" };
const NO_DATE: Malformed =
    Malformed { what: "a date", fix: "write the day like \"2026-03-21\", or only the month like \"2026-03\"" };

impl Day {
    /// That day, if the calendar has it.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let exists = year <= 9999 && (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// Year, month from 1, day from 1.
    pub fn parts(self) -> (u16, u8, u8) {
        (self.year, self.month, self.day)
    }

    /// Days since 1 January 1970, counted in years that begin in March, so that a leap day comes last.
    pub fn days_since_1970(self) -> i64 {
        let year = i64::from(self.year) - i64::from(self.month < 3);
        let month = i64::from((self.month + 9) % 12);
        let days = (153 * month + 2) / 5 + i64::from(self.day) - 1;
        year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + days - 719_468
    }

    /// The day that lies that many days after 1 January 1970, if it is in the years 0 to 9999.
    pub fn from_days_since_1970(days: i64) -> Option<Self> {
        let days = days.checked_add(719_468)?;
        let era = days.div_euclid(146_097);
        let of_era = days.rem_euclid(146_097);
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = year + era * 400 + i64::from(month < 3);
        Self::new(u16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }

    /// The day of the week as ISO 8601 counts: from 1, a Monday, to 7, a Sunday.
    pub fn weekday(self) -> u8 {
        // 1 January 1970 was a Thursday, and the remainder fits.
        (self.days_since_1970() + 3).rem_euclid(7) as u8 + 1
    }

    /// The day that a period's years, months, weeks and days lead to: months by calendar, to the last day of a shorter month.
    pub fn plus(self, period: Period) -> Option<Self> {
        let (months, days) = period.calendar();
        let months = u32::from(self.year) * 12 + u32::from(self.month) - 1 + months;
        let (year, month) = (u16::try_from(months / 12).ok()?, u8::try_from(months % 12 + 1).ok()?);
        let first = Self::new(year, month, self.day.min(days_in(year, month)))?;
        Self::from_days_since_1970(first.days_since_1970() + i64::from(days))
    }

    /// The day that lies a period's years, months, weeks and days before, if it is in the years 0 to 9999.
    pub fn minus(self, period: Period) -> Option<Self> {
        let (months, days) = period.calendar();
        let months = (u32::from(self.year) * 12 + u32::from(self.month) - 1).checked_sub(months)?;
        let (year, month) = (u16::try_from(months / 12).ok()?, u8::try_from(months % 12 + 1).ok()?);
        let first = Self::new(year, month, self.day.min(days_in(year, month)))?;
        Self::from_days_since_1970(first.days_since_1970() - i64::from(days))
    }
}

fn days_in(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Digits only, and exactly that many: `parse` alone would take a sign.
pub(crate) fn digits<N: FromStr>(text: &str, count: usize) -> Option<N> {
    let plain = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

impl FromStr for Day {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let mut parts = text.splitn(3, '-');
        let mut next = |count| parts.next().and_then(|part| digits::<u16>(part, count));
        let found = (|| Day::new(next(4)?, u8::try_from(next(2)?).ok()?, u8::try_from(next(2)?).ok()?))();
        found.ok_or(NO_DAY)
    }
}

impl FromStr for StatedDate {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        if let Ok(day) = text.parse() {
            return Ok(Self::Day(day));
        }
        let (year, month) = text.split_once('-').ok_or(NO_DATE)?;
        match (digits(year, 4), digits(month, 2)) {
            (Some(year), Some(month @ 1..=12)) => Ok(Self::Month { year, month }),
            _ => Err(NO_DATE),
        }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl fmt::Display for StatedDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Month { year, month } => write!(f, "{year:04}-{month:02}"),
            Self::Day(day) => day.fmt(f),
        }
    }
}

super::checked_text::written_as_text!(Day, StatedDate);
#[cfg(feature = "read")]
super::checked_text::text_schema!(Day, pattern = "^\\d{4}-\\d{2}-\\d{2}$", example = "2026-03-21");
#[cfg(feature = "read")]
super::checked_text::text_schema!(StatedDate, pattern = "^\\d{4}-\\d{2}(-\\d{2})?$", example = "2026-03");
