//! The time limits of a request, so that a visitor can hold a site to them: the law's (GDPR Article 12(3), 11 CCR 7021) beside
//! the site's own, each by the arithmetic of its law. A site's "30 days" can end after the law's month.
//!
//! Only the day of receipt is known here. Public holidays are not: where one is a limit's last day, or lies among business
//! days, the law gives a little longer. Neither is a pause, such as a site's question back (UK GDPR Article 12A).

use serde::{Serialize, Serializer};

use crate::site::{Day, Period, Regime, RightKind};
use crate::words::Word;

const DAY: u32 = 24 * 60 * 60;

/// A time limit that a request starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// The time to answer that the site itself promises.
    Promise,
    /// One month from receipt: GDPR Article 12(3).
    GdprAnswer,
    /// Two months more, if the site says so and why within the first: GDPR Article 12(3).
    GdprExtension,
    /// One month from receipt, at the earliest: UK GDPR Article 12A.
    UkGdprAnswer,
    /// Two months more, if the site says so and why within the first: UK GDPR Article 12A.
    UkGdprExtension,
    /// A complaint to the controller is acknowledged within 30 days: DPA 2018 section 164A(3).
    UkComplaint,
    /// 10 business days to confirm receipt and say what happens next: 11 CCR 7021(a).
    CcpaConfirmation,
    /// 45 calendar days to answer: 11 CCR 7021(b).
    CcpaAnswer,
    /// 45 more, 90 in all, if the site says so and why within the first: 11 CCR 7021(b).
    CcpaExtension,
    /// 15 business days to stop selling and sharing, or to limit: 11 CCR 7026(f), 7027(g).
    CcpaOptOut,
}

/// Each clock by its name in JSON, and what visitors read beside its day.
const CLOCKS: [(&str, Clock, Word); 10] = [
    ("promise", Clock::Promise, Word::DuePromise),
    ("gdpr-answer", Clock::GdprAnswer, Word::DueGdprAnswer),
    ("gdpr-extension", Clock::GdprExtension, Word::DueGdprExtension),
    ("uk-gdpr-answer", Clock::UkGdprAnswer, Word::DueUkGdprAnswer),
    ("uk-gdpr-extension", Clock::UkGdprExtension, Word::DueUkGdprExtension),
    ("uk-complaint", Clock::UkComplaint, Word::DueUkComplaint),
    ("ccpa-confirmation", Clock::CcpaConfirmation, Word::DueCcpaConfirmation),
    ("ccpa-answer", Clock::CcpaAnswer, Word::DueCcpaAnswer),
    ("ccpa-extension", Clock::CcpaExtension, Word::DueCcpaExtension),
    ("ccpa-opt-out", Clock::CcpaOptOut, Word::DueCcpaOptOut),
];

impl Clock {
    /// The clock of that name.
    pub fn named(name: &str) -> Option<Self> {
        CLOCKS.iter().find(|(known, ..)| *known == name).map(|(_, clock, _)| *clock)
    }

    /// What is due when it runs out, with the article.
    pub fn word(self) -> Word {
        CLOCKS[self as usize].2
    }

    /// The clocks that the law starts for a request of this kind; none where it sets no time, or does not know the right.
    ///
    /// A withdrawal counts at once (GDPR Article 7(3)), being treated fairly and what the browser stores are not asked for,
    /// and COPPA sets no days.
    pub fn of(kind: RightKind, law: Regime) -> &'static [Clock] {
        use RightKind as Kind;
        match (law, kind) {
            (Regime::UkGdpr, Kind::Complaint) => &[Clock::UkComplaint],
            (Regime::Ccpa, Kind::OptOutOfSale | Kind::LimitSensitive) => &[Clock::CcpaOptOut],
            (
                Regime::Ccpa,
                Kind::Access | Kind::Correction | Kind::Deletion | Kind::Portability | Kind::PlatformDeletion,
            ) => &[Clock::CcpaConfirmation, Clock::CcpaAnswer, Clock::CcpaExtension],
            (Regime::Ccpa | Regime::Coppa, _)
            | (
                _,
                Kind::Withdrawal
                | Kind::OptOutOfSale
                | Kind::LimitSensitive
                | Kind::NonDiscrimination
                | Kind::Storage
                | Kind::Complaint
                | Kind::Other,
            ) => &[],
            (Regime::Gdpr, _) => &[Clock::GdprAnswer, Clock::GdprExtension],
            (Regime::UkGdpr, _) => &[Clock::UkGdprAnswer, Clock::UkGdprExtension],
        }
    }

    /// The last day of the law's limit, with the weekend day that it moved from.
    fn ends(self, received: Day) -> Option<(Day, Option<Day>)> {
        let fixed = match self {
            Clock::Promise => None,
            Clock::GdprAnswer | Clock::UkGdprAnswer => return working_day(received.plus(Period::months(1))?),
            // Counted from receipt: a month that ended on a shorter month's last day is not where the next two begin.
            Clock::GdprExtension | Clock::UkGdprExtension => return working_day(received.plus(Period::months(3))?),
            Clock::UkComplaint => later(received, 30),
            Clock::CcpaAnswer => later(received, 45),
            Clock::CcpaExtension => later(received, 90),
            Clock::CcpaConfirmation => business_days(received, 10),
            Clock::CcpaOptOut => business_days(received, 15),
        };
        Some((fixed?, None))
    }
}

impl Serialize for Clock {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(CLOCKS[*self as usize].0)
    }
}

/// When a clock runs out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// Which limit it is.
    pub clock: Clock,
    /// The last day of it.
    pub on: Day,
    /// The weekend day that it would have been, where the law moves it to the next working day (Regulation 1182/71
    /// Article 3(4); for the UK the ICO's guidance says the same).
    pub instead_of: Option<Day>,
}

/// When each of these clocks runs out for a request received on that day, and the site's promise where there is one.
///
/// Earliest first; on the same day the law before the promise. A promise is kept to its own words, weekend or not: one of
/// less than 24 hours ends on the day that it began. What would end after the year 9999 is left out.
pub fn deadlines(clocks: &[Clock], promise: Option<Period>, received: Day) -> Vec<Deadline> {
    let mut found = Vec::with_capacity(clocks.len() + 1);
    for &clock in clocks {
        if let Some((on, instead_of)) = clock.ends(received) {
            insert(&mut found, Deadline { clock, on, instead_of });
        }
    }
    let promised = |period: Period| later(received.plus(period)?, i64::from(period.clock() / DAY));
    if let Some(on) = promise.and_then(promised) {
        insert(&mut found, Deadline { clock: Clock::Promise, on, instead_of: None });
    }
    found
}

fn insert(into: &mut Vec<Deadline>, new: Deadline) {
    let place = into.iter().position(|other| other.on > new.on).unwrap_or(into.len());
    into.insert(place, new);
}

fn later(day: Day, days: i64) -> Option<Day> {
    Day::from_days_since_1970(day.days_since_1970() + days)
}

fn working_day(day: Day) -> Option<(Day, Option<Day>)> {
    match day.weekday() {
        weekday @ 6.. => Some((later(day, 8 - i64::from(weekday))?, Some(day))),
        _ => Some((day, None)),
    }
}

/// Monday to Friday are counted, from the day after receipt.
fn business_days(received: Day, mut count: u8) -> Option<Day> {
    let mut day = received;
    while count > 0 {
        day = later(day, 1)?;
        count -= u8::from(day.weekday() < 6);
    }
    Some(day)
}
