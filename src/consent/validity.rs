//! How long a record counts: a grant expires, a refusal does not.
//!
//! The loader has the same rules in `www/loader/consent/validity.js`; `tests/fixtures/states.json` binds the two.

use super::keys::has_purpose_of;
use super::{Choice, Current, Event, Moment, Reason, Record, Signals, State};
use crate::site::{Mode, Period};

/// A clock that was slightly ahead when the record was written is tolerated; one that was wrong by days does not extend it.
const CLOCK_ERROR: i64 = 86_400;

/// How long a site has to wait before it asks again about a sale that was opted out of (11 CCR 7026(k)).
const YEAR: Period = Period::months(12);

/// The key of the only hash in notice mode.
const SITE: &str = "site";

fn is_ahead(at: Moment, now: Moment) -> bool {
    at.seconds_since_1970() - now.seconds_since_1970() > CLOCK_ERROR
}

/// Whether a period that began at a moment is still running; one that would end after the year 9999 always is.
fn is_within(period: Period, at: Moment, now: Moment) -> bool {
    at.plus(period).is_none_or(|end| end > now)
}

/// The newest event that names a key.
fn newest<'a>(record: &'a Record, key: &str) -> Option<&'a Event> {
    record.events.iter().rfind(|event| event.purposes.iter().any(|purpose| purpose == key))
}

impl Current {
    /// Why a record as a whole no longer counts.
    pub(super) fn stale(&self, record: &Record, now: Moment) -> Option<Reason> {
        let last = record.events.last();
        let is_over = |event: &Event| !is_within(self.expires_after, event.at, now);
        let reasons = [
            (record.mode != self.mode, Reason::OtherMode),
            (record.notice.version != self.version, Reason::OtherVersion),
            (self.mode == Mode::Notice && !self.has_same_facts(record, SITE), Reason::OtherFacts),
            (last.is_some_and(|event| is_ahead(event.at, now)), Reason::FutureDated),
            (record.expires <= now || last.is_some_and(is_over), Reason::Expired),
        ];
        reasons.into_iter().find(|(is_so, _)| *is_so).map(|(_, reason)| reason)
    }

    /// Whether the material facts of a key are those that the record was written for.
    pub(super) fn has_same_facts(&self, record: &Record, key: &str) -> bool {
        self.facts.get(key).is_some_and(|hash| record.notice.facts.get(key) == Some(hash))
    }

    /// Whether the stored choice answers what the site asks today, within its time. A grant needs an event that says so.
    pub(super) fn is_current(&self, record: &Record, key: &str, now: Moment) -> bool {
        let is_grant = record.choices.get(key) == Some(&Choice::Granted);
        self.stale(record, now).is_none()
            && self.has_same_facts(record, key)
            && newest(record, key).is_some_and(|event| {
                is_within(self.expires_after, event.at, now) && (!is_grant || event.state == State::Granted)
            })
    }

    /// Whether the site asks again about a stored refusal. What was objected to in the United Kingdom stays off until the visitor turns
    /// it on.
    pub(super) fn is_asked_again(&self, record: &Record, key: &str, signals: Signals, now: Moment) -> bool {
        let is_recent = || {
            let event = newest(record, key).or(record.events.first());
            event.is_some_and(|event| is_within(YEAR, event.at, now) && !is_ahead(event.at, now))
        };
        let is_spared = || {
            self.is_on_until_objection(key)
                || self.is_blocked_by_gpc(key, signals)
                || has_purpose_of(&self.sale_or_share, key) && is_recent()
        };
        !self.is_current(record, key, now) && !is_spared()
    }
}
