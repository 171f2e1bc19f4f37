//! The time limits of a request, so that a visitor can hold a site to them: the law's (GDPR Article 12(3), 11 CCR 7021) and the
//! site's promise, each by the arithmetic of its law. A site's "30 days" can end after the law's month.
//!
//! Only the day of receipt is known here. A public holiday on the last day or among business days gives the site a little longer,
//! and so does a pause, such as a question back to the visitor (UK GDPR Article 12A).

use serde::{Serialize, Serializer};

use crate::site::{Day, Period, Regime, RightKind};
use crate::words::Word;

const DAY: u32 = 24 * 60 * 60;

/// A time limit that starts with a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// How soon the site promises to answer.
    Promise,
    /// One month from receipt: GDPR Article 12(3).
    GdprAnswer,
    /// Two months more, if the site announces it with its reasons within the first: GDPR Article 12(3).
    GdprExtension,
    /// One month from receipt, at the earliest: UK GDPR Article 12A.
    UkGdprAnswer,
    /// Two months more, if the site announces it with its reasons within the first: UK GDPR Article 12A.
    UkGdprExtension,
    /// A complaint to the controller is acknowledged within 30 days: DPA 2018 section 164A(3).
    UkComplaint,
    /// 10 business days to confirm receipt and say what happens next: 11 CCR 7021(a).
    CcpaConfirmation,
    /// 45 calendar days to answer: 11 CCR 7021(b).
    CcpaAnswer,
    /// 45 more, 90 in all, if the site announces it with its reasons within the first: 11 CCR 7021(b).
    CcpaExtension,
    /// 15 business days to stop selling and sharing, or to limit: 11 CCR 7026(f), 7027(g).
    CcpaOptOut,
}

/// Each clock with its name in JSON and the words next to its date.
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

    /// What is due at its end, with the article.
    pub fn word(self) -> Word {
        CLOCKS[self as usize].2
    }

    /// The time limits that the law sets for a request of this kind; none where it sets no time or does not know the right.
    pub fn of(kind: RightKind, law: Regime) -> &'static [Clock] {
        match (law, kind) {
            (Regime::UkGdpr, RightKind::Complaint) => &[Clock::UkComplaint],
            (Regime::Gdpr, kind) if is_answered_in_a_month(kind) => &[Clock::GdprAnswer, Clock::GdprExtension],
            (Regime::UkGdpr, kind) if is_answered_in_a_month(kind) => &[Clock::UkGdprAnswer, Clock::UkGdprExtension],
            (Regime::Ccpa, kind) => of_ccpa(kind),
            // COPPA sets no days.
            (Regime::Gdpr | Regime::UkGdpr | Regime::Coppa, _) => &[],
        }
    }

    /// The last day, with the weekend day that it moved from.
    fn ends(self, received: Day) -> Option<(Day, Option<Day>)> {
        let fixed = match self {
            Clock::Promise => None,
            Clock::GdprAnswer | Clock::UkGdprAnswer => return working_day(received.plus(Period::months(1))?),
            // Counted from receipt: a first month cut short by the calendar must not shorten the three.
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

/// Whether GDPR Article 12(3) sets the time to answer. A withdrawal takes effect at once (Article 7(3)); fair treatment and what the
/// browser stores are not requested.
fn is_answered_in_a_month(kind: RightKind) -> bool {
    use RightKind as Kind;
    match kind {
        Kind::Access
        | Kind::Correction
        | Kind::Deletion
        | Kind::Portability
        | Kind::Objection
        | Kind::Restriction
        | Kind::AutomatedDecisions
        | Kind::PlatformDeletion
        | Kind::StopMessages => true,
        Kind::Withdrawal
        | Kind::OptOutOfSale
        | Kind::LimitSensitive
        | Kind::NonDiscrimination
        | Kind::Storage
        | Kind::Complaint
        | Kind::Other => false,
    }
}

fn of_ccpa(kind: RightKind) -> &'static [Clock] {
    use RightKind as Kind;
    match kind {
        Kind::OptOutOfSale | Kind::LimitSensitive => &[Clock::CcpaOptOut],
        Kind::Access | Kind::Correction | Kind::Deletion | Kind::Portability | Kind::PlatformDeletion => {
            &[Clock::CcpaConfirmation, Clock::CcpaAnswer, Clock::CcpaExtension]
        }
        Kind::Objection
        | Kind::Restriction
        | Kind::Withdrawal
        | Kind::AutomatedDecisions
        | Kind::NonDiscrimination
        | Kind::StopMessages
        | Kind::Storage
        | Kind::Complaint
        | Kind::Other => &[],
    }
}

impl Serialize for Clock {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(CLOCKS[*self as usize].0)
    }
}

/// The end of a time limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// Which limit.
    pub clock: Clock,
    /// Its last day.
    pub on: Day,
    /// The weekend day that it fell on, where the law moves it to the next working day (Regulation 1182/71
    /// Article 3(4); for the UK the ICO's guidance says the same).
    pub instead_of: Option<Day>,
}

/// The end of each time limit for a request received on that day, and of the site's promise, if any.
///
/// Earliest first; on the same day the law comes before the promise. A promise is taken literally, weekend or not: one of less than
/// 24 hours ends on the day it began. What would end after the year 9999 is left out.
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
