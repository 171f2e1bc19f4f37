//! Honour or ask: whether what a visitor decided still counts for the site of today.
//!
//! The loader answers the same question in `www/loader/assess.js`; `tests/fixtures/assess.json` binds the two.

use super::{Entries, Moment, Record, Unread};
use crate::site::{Day, Mode, Period};

/// The site of today, as far as a record depends on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Current {
    /// Whether it asks for anything.
    pub mode: Mode,
    /// `notice.version` of the site file; another one asks again.
    pub version: String,
    /// A hash of what is material, made by the build: `site` in notice mode.
    pub facts: Entries<String>,
    /// The changes of the policy that the notice tells of.
    pub news: Vec<News>,
    /// How long a decision counts.
    pub expires_after: Period,
}

/// A change of the policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct News {
    /// The day it was published; the record keeps the newest that was told.
    pub on: Day,
    /// The day from which the notice tells of it.
    pub told_from: Day,
}

impl Current {
    /// The day on which the newest change was published that the notice tells of by now.
    pub fn told(&self, now: Moment) -> Option<Day> {
        self.news.iter().filter(|news| news.told_from <= now.day()).map(|news| news.on).max()
    }

    /// Whether the time of a change has come since a visitor closed the notice; on that very day `seen` tells which were there.
    fn has_news_for(&self, record: &Record, now: Moment) -> bool {
        let Some(last) = record.events.last().map(|event| event.at.day()) else { return false };
        self.news.iter().any(|News { on, told_from }| {
            *told_from <= now.day()
                && (*told_from > last || *told_from == last && record.notice.seen.is_none_or(|seen| *on > seen))
        })
    }
}

/// What the browser says by itself. A signal is never a choice: nothing is stored for it alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signals {
    /// `navigator.globalPrivacyControl`; `None` where the browser has no such signal.
    pub gpc: Option<bool>,
}

/// The answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assessment {
    /// What was decided counts.
    Honour,
    /// It does not, or there is nothing.
    Ask(Reason),
}

/// Why a visitor is asked, or told again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// There is no record.
    FirstVisit,
    /// What stands there is no record.
    Unreadable,
    /// Another version of Courtesy wrote it.
    Newer,
    /// The site asks for consent, and nothing that is asked for was decided.
    Undecided,
    /// It was written when the site asked, and now it only informs.
    OtherMode,
    /// The owner gave the notice another version.
    OtherVersion,
    /// What is material has changed, or it is another site of the same origin.
    OtherFacts,
    /// Its newest event is dated more than a day ahead. What is older was perhaps written by a clock that has been set right.
    FutureDated,
    /// It has expired.
    Expired,
    /// The policy has changed since; what was decided stands.
    Changes,
}

impl Reason {
    /// Its name in fixtures and in `courtesy:ready`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::FirstVisit => "first-visit",
            Self::Unreadable => "unreadable",
            Self::Newer => "newer",
            Self::Undecided => "undecided",
            Self::OtherMode => "other-mode",
            Self::OtherVersion => "other-version",
            Self::OtherFacts => "other-facts",
            Self::FutureDated => "future-dated",
            Self::Expired => "expired",
            Self::Changes => "changes",
        }
    }
}

/// A clock that was a little ahead when the record was written does no harm; one that was wrong by days does not extend it.
const CLOCK_ERROR: i64 = 86_400;

/// The key of the one hash that a notice has, which asks for nothing.
const SITE: &str = "site";

/// Whether a record (`None`: there is none) counts for the site of today.
///
/// Where the site asks for nothing, no signal changes anything: there is nothing that could be sold, shared or refused.
pub fn assess(
    record: Option<Result<&Record, Unread>>,
    current: &Current,
    _signals: Signals,
    now: Moment,
) -> Assessment {
    match standing(record, current, now) {
        None => Assessment::Honour,
        Some(reason) => Assessment::Ask(reason),
    }
}

fn standing(record: Option<Result<&Record, Unread>>, current: &Current, now: Moment) -> Option<Reason> {
    let record = match record {
        None => return Some(Reason::FirstVisit),
        Some(Err(Unread::Unreadable)) => return Some(Reason::Unreadable),
        Some(Err(Unread::Newer)) => return Some(Reason::Newer),
        Some(Ok(record)) => record,
    };
    let ahead = |event: &super::Event| event.at.seconds_since_1970() - now.seconds_since_1970() > CLOCK_ERROR;
    let reasons = [
        (current.mode == Mode::Consent, Reason::Undecided),
        (record.mode != current.mode, Reason::OtherMode),
        (record.notice.version != current.version, Reason::OtherVersion),
        (record.notice.facts.get(SITE).is_none_or(|hash| current.facts.get(SITE) != Some(hash)), Reason::OtherFacts),
        (record.events.last().is_some_and(ahead), Reason::FutureDated),
        (record.expires <= now, Reason::Expired),
        (current.has_news_for(record, now), Reason::Changes),
    ];
    reasons.into_iter().find(|(holds, _)| *holds).map(|(_, reason)| reason)
}
