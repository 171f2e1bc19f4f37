//! Periods: how long something lasts, as ISO 8601 durations in whole units.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::checked_text::Malformed;

/// An ISO 8601 duration of whole units and at least one second, such as `P6M`, `P90D` or `PT30M`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Period {
    /// Years, months, weeks, days, hours, minutes and seconds, each below 10,000.
    units: [u16; 7],
}

/// The letter of each unit of a [`Period`]; hours and smaller units follow the `T`.
const LETTERS: [char; 7] = ['Y', 'M', 'W', 'D', 'H', 'M', 'S'];
const FIRST_OF_TIME: usize = 4;
const NO_PERIOD: Malformed =
    Malformed { what: "a period", fix: "write an ISO 8601 duration, such as \"P1Y\", \"P6M\", \"P90D\" or \"PT30M\"" };

impl Period {
    /// A number of calendar months.
    pub const fn months(months: u16) -> Self {
        Self { units: [0, months, 0, 0, 0, 0, 0] }
    }

    /// The units that are not zero, largest first, each as its place in `Y M W D H M S` and its number.
    pub fn stated(self) -> impl Iterator<Item = (usize, u16)> {
        self.units.into_iter().enumerate().filter(|(_, number)| *number > 0)
    }

    /// Months of the calendar and days on top of them.
    pub fn calendar(self) -> (u32, u32) {
        let [years, months, weeks, days, ..] = self.units.map(u32::from);
        (years * 12 + months, weeks * 7 + days)
    }

    /// Seconds on top of the calendar days.
    pub fn clock(self) -> u32 {
        let [.., hours, minutes, seconds] = self.units.map(u32::from);
        (hours * 60 + minutes) * 60 + seconds
    }
}

impl FromStr for Period {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        read(text).filter(|period| period.units != [0; 7]).ok_or(NO_PERIOD)
    }
}

fn read(text: &str) -> Option<Period> {
    let rest = text.strip_prefix('P')?;
    let (date, time) = match rest.split_once('T') {
        Some((_, "")) => return None,
        Some(parts) => parts,
        None => (rest, ""),
    };
    let mut units = [0; 7];
    let (of_date, of_time) = units.split_at_mut(FIRST_OF_TIME);
    read_units(date, &LETTERS[..FIRST_OF_TIME], of_date)?;
    read_units(time, &LETTERS[FIRST_OF_TIME..], of_time)?;
    Some(Period { units })
}

fn read_units(mut rest: &str, letters: &[char], units: &mut [u16]) -> Option<()> {
    let mut next = 0;
    while !rest.is_empty() {
        let (number, tail) = rest.split_at(rest.find(|c: char| !c.is_ascii_digit())?);
        let unit = (next..letters.len()).find(|unit| tail.starts_with(letters[*unit]))?;
        units[unit] = number.parse().ok().filter(|number| *number <= 9999)?;
        rest = &tail[1..];
        next = unit + 1;
    }
    Some(())
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("P")?;
        let mut in_time = false;
        for (unit, number) in self.stated() {
            if unit >= FIRST_OF_TIME && !in_time {
                in_time = true;
                f.write_str("T")?;
            }
            write!(f, "{number}{}", LETTERS[unit])?;
        }
        Ok(())
    }
}

super::checked_text::written_as_text!(Period);
#[cfg(feature = "read")]
super::checked_text::text_schema!(
    Period,
    pattern = "^P(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?(T(\\d+H)?(\\d+M)?(\\d+S)?)?$",
    example = "P6M"
);
