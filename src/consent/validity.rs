//! How long what is stored counts: a yes has an end, a no does not.
//!
//! The loader has the same rules in `www/loader/standing.js`; `tests/fixtures/states.json` binds the two.

use super::current::has;
use super::{Choice, Current, Event, Moment, Reason, Record, Signals, State, Unread};
use crate::site::{Mode, Period};

/// A clock that was a little ahead when the record was written does no harm; one that was wrong by days does not extend it.
const CLOCK_ERROR: i64 = 86_400;

/// How long a site has to wait before it asks again about a sale that was opted out of (11 CCR 7026(k)).
const YEAR: Period = Period::months(12);

/// The key of the one hash that a notice has, which asks for nothing.
const SITE: &str = "site";

fn is_ahead(at: Moment, now: Moment) -> bool {
    at.seconds_since_1970() - now.seconds_since_1970() > CLOCK_ERROR
}

/// Whether a period that began at a moment is not over. What ends after the year 9999 is never over.
fn is_within(period: Period, at: Moment, now: Moment) -> bool {
    at.plus(period).is_none_or(|end| end > now)
}

/// The newest event that names a key.
fn newest<'a>(record: &'a Record, key: &str) -> Option<&'a Event> {
    record.events.iter().rfind(|event| event.purposes.iter().any(|purpose| purpose == key))
}

impl Current {
    /// The record where it counts as a whole, or why it does not.
    pub(super) fn standing<'a>(
        &self,
        record: Option<Result<&'a Record, Unread>>,
        now: Moment,
    ) -> Result<&'a Record, Reason> {
        let record = match record {
            None => return Err(Reason::FirstVisit),
            Some(Err(Unread::Unreadable)) => return Err(Reason::Unreadable),
            Some(Err(Unread::Newer)) => return Err(Reason::Newer),
            Some(Ok(record)) => record,
        };
        let last = record.events.last();
        let is_over = |event: &Event| !is_within(self.expires_after, event.at, now);
        let reasons = [
            (record.mode != self.mode, Reason::OtherMode),
            (record.notice.version != self.version, Reason::OtherVersion),
            (self.mode == Mode::Notice && !self.has_same_facts(record, SITE), Reason::OtherFacts),
            (last.is_some_and(|event| is_ahead(event.at, now)), Reason::FutureDated),
            (record.expires <= now || last.is_some_and(is_over), Reason::Expired),
        ];
        match reasons.into_iter().find(|(holds, _)| *holds) {
            Some((_, reason)) => Err(reason),
            None => Ok(record),
        }
    }

    /// Whether a key's facts are those that the record was written under.
    pub(super) fn has_same_facts(&self, record: &Record, key: &str) -> bool {
        self.facts.get(key).is_some_and(|hash| record.notice.facts.get(key) == Some(hash))
    }

    /// Whether the stored choice answers what the site asks today, within its time. An event has to say yes for a yes.
    pub(super) fn is_current(&self, record: &Record, key: &str, now: Moment) -> bool {
        let is_yes = record.choices.get(key) == Some(&Choice::Granted);
        self.standing(Some(Ok(record)), now).is_ok()
            && self.has_same_facts(record, key)
            && newest(record, key).is_some_and(|event| {
                is_within(self.expires_after, event.at, now) && (!is_yes || event.state == State::Granted)
            })
    }

    /// Whether a stored no is asked about again. What was objected to in the United Kingdom stays off until the visitor turns it on.
    pub(super) fn reopens(&self, record: &Record, key: &str, signals: Signals, now: Moment) -> bool {
        let is_recent = || {
            let event = newest(record, key).or(record.events.first());
            event.is_some_and(|event| is_within(YEAR, event.at, now) && !is_ahead(event.at, now))
        };
        let is_spared =
            || self.is_on_until_objection(key) || self.is_off(key, signals) || has(&self.sold, key) && is_recent();
        !self.is_current(record, key, now) && !is_spared()
    }
}
