//! Periods and dates in words.

use super::table::fill;
use super::{Word, Words};
use crate::site::Period;

const UNITS: [Word; 7] = [
    Word::UnitYear,
    Word::UnitMonth,
    Word::UnitWeek,
    Word::UnitDay,
    Word::UnitHour,
    Word::UnitMinute,
    Word::UnitSecond,
];

impl Words {
    /// A period, largest unit first: "1 year and 6 months".
    pub fn period(&self, period: Period) -> String {
        self.parts(period, |forms| forms.split('|').next())
    }

    /// A period as it follows a preposition. Languages that decline it have that form after "|": "innerhalb von 14 Tagen".
    pub fn period_after_preposition(&self, period: Period) -> String {
        self.parts(period, |forms| forms.split('|').next_back())
    }

    fn parts(&self, period: Period, chosen: impl Fn(&str) -> Option<&str>) -> String {
        let parts = period.stated().map(|(unit, number)| {
            let form = chosen(self.plural_form(UNITS[unit], number.into())).unwrap_or_default();
            fill(form, &[("n", &number.to_string())])
        });
        let join = |first: String, second: String| self.fill(Word::UnitAnd, &[("first", &first), ("second", &second)]);
        parts.reduce(join).unwrap_or_default()
    }
}

#[cfg(feature = "read")]
mod dates {
    use super::{Word, Words};
    use crate::site::StatedDate;

    const MONTHS: [Word; 12] = [
        Word::DateJanuary,
        Word::DateFebruary,
        Word::DateMarch,
        Word::DateApril,
        Word::DateMay,
        Word::DateJune,
        Word::DateJuly,
        Word::DateAugust,
        Word::DateSeptember,
        Word::DateOctober,
        Word::DateNovember,
        Word::DateDecember,
    ];

    impl Words {
        /// A date, as precisely as it is stated.
        pub fn date(&self, date: StatedDate) -> String {
            let (year, month, day) = match date {
                StatedDate::Month { year, month } => (year, month, None),
                StatedDate::Day(day) => {
                    let (year, month, day) = day.parts();
                    (year, month, Some(day.to_string()))
                }
            };
            // A stated date's month is between 1 and 12.
            let month = self.say(MONTHS[usize::from(month) - 1]);
            let year = year.to_string();
            match day {
                Some(day) => self.fill(Word::DateDay, &[("day", &day), ("month", month), ("year", &year)]),
                None => self.fill(Word::DateMonth, &[("month", month), ("year", &year)]),
            }
        }
    }
}
