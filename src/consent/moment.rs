//! Moments in UTC, to the second, in the only form that a record contains.

use std::fmt;
use std::str::FromStr;

use serde::Serialize;

use crate::site::{Day, Malformed, Period, digits};

/// A moment of the years 0 to 9999, in UTC, to the second: `2026-11-21T20:00:00Z`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(into = "String")]
pub struct Moment {
    day: Day,
    /// Seconds since midnight.
    second: u32,
}

const SECONDS_OF_DAY: i64 = 86_400;

impl Moment {
    /// The moment that many seconds after the start of 1970, if it is in the years 0 to 9999.
    pub fn from_seconds_since_1970(seconds: i64) -> Option<Self> {
        let day = Day::from_days_since_1970(seconds.div_euclid(SECONDS_OF_DAY))?;
        Some(Self { day, second: u32::try_from(seconds.rem_euclid(SECONDS_OF_DAY)).ok()? })
    }

    /// Its day, in UTC.
    pub fn day(self) -> Day {
        self.day
    }

    /// Seconds since the start of 1970.
    pub fn seconds_since_1970(self) -> i64 {
        self.day.days_since_1970() * SECONDS_OF_DAY + i64::from(self.second)
    }

    /// The moment a period later: months by calendar, then the rest.
    pub fn plus(self, period: Period) -> Option<Self> {
        let day = self.day.plus(period)?;
        Self::from_seconds_since_1970(Self { day, ..self }.seconds_since_1970() + i64::from(period.clock()))
    }
}

impl FromStr for Moment {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let found = (|| {
            let (day, time) = text.strip_suffix('Z')?.split_once('T')?;
            let mut parts = time.splitn(3, ':');
            let mut next = |below: u32| digits::<u32>(parts.next()?, 2).filter(|number| *number < below);
            let (hour, minute, second) = (next(24)?, next(60)?, next(60)?);
            Some(Self { day: day.parse().ok()?, second: (hour * 60 + minute) * 60 + second })
        })();
        found.ok_or(Malformed { what: "a moment", fix: "write it like \"2026-11-21T20:00:00Z\"" })
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (hour, minute, second) = (self.second / 3600, self.second / 60 % 60, self.second % 60);
        write!(f, "{}T{hour:02}:{minute:02}:{second:02}Z", self.day)
    }
}

impl From<Moment> for String {
    fn from(moment: Moment) -> Self {
        moment.to_string()
    }
}
