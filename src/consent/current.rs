//! The site of today, as far as a record depends on it: what of the record still counts, what a purpose's state is, what is asked.
//!
//! The loader answers the same questions in `www/loader/assess.js`; `tests/fixtures/assess.json` and `states.json` bind the two.

use super::{Choice, Entries, Moment, Reason, Record, Status, Unread};
use crate::site::{Day, Mode, Period};

/// The site of today, as far as a record depends on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Current {
    /// Whether it asks for anything.
    pub mode: Mode,
    /// `notice.version` of the site file; another one asks again.
    pub version: String,
    /// Hashes of what is material, made by the build: `site` in notice mode, else each optional purpose and each of its services.
    pub facts: Entries<String>,
    /// The changes of the policy that the notice tells of.
    pub news: Vec<News>,
    /// How long a decision counts.
    pub expires_after: Period,
    /// The purposes that need no decision anywhere.
    pub exempt: Vec<String>,
    /// The purposes that are on in the United Kingdom until the visitor objects.
    pub uk: Vec<String>,
    /// The purposes that are a sale of personal information, or sharing: Global Privacy Control speaks to them.
    pub sold: Vec<String>,
    /// Where the visitor is, as far as a server knows.
    pub jurisdiction: Option<String>,
}

/// A change of the policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct News {
    /// The day it was published; the record keeps the newest that was told.
    pub on: Day,
    /// The day from which the notice tells of it.
    pub told_from: Day,
}

/// What the browser says by itself. A signal is never a choice: nothing is stored for it alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signals {
    /// `navigator.globalPrivacyControl`; `None` where the browser has no such signal.
    pub gpc: Option<bool>,
}

/// A clock that was a little ahead when the record was written does no harm; one that was wrong by days does not extend it.
const CLOCK_ERROR: i64 = 86_400;

/// The key of the one hash that a notice has, which asks for nothing.
const SITE: &str = "site";

/// The purpose of a key.
pub(super) fn purpose_of(key: &str) -> &str {
    key.split_once('/').map_or(key, |(purpose, _)| purpose)
}

fn has(purposes: &[String], key: &str) -> bool {
    purposes.iter().any(|purpose| purpose == purpose_of(key))
}

impl Current {
    /// The day on which the newest change was published that the notice tells of by now.
    pub(super) fn told(&self, now: Moment) -> Option<Day> {
        self.news.iter().filter(|news| news.told_from <= now.day()).map(|news| news.on).max()
    }

    /// The record where it counts at all, or why nothing of it does.
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
        let ahead = |at: Moment| at.seconds_since_1970() - now.seconds_since_1970() > CLOCK_ERROR;
        let reasons = [
            (record.mode != self.mode, Reason::OtherMode),
            (record.notice.version != self.version, Reason::OtherVersion),
            (self.mode == Mode::Notice && !self.is_as_told(record, SITE), Reason::OtherFacts),
            (record.events.last().is_some_and(|event| ahead(event.at)), Reason::FutureDated),
            (record.expires <= now, Reason::Expired),
        ];
        match reasons.into_iter().find(|(holds, _)| *holds) {
            Some((_, reason)) => Err(reason),
            None => Ok(record),
        }
    }

    /// Whether a key's facts are those that the record was written under.
    fn is_as_told(&self, record: &Record, key: &str) -> bool {
        self.facts.get(key).is_some_and(|hash| record.notice.facts.get(key) == Some(hash))
    }

    /// The keys that a visitor has a choice about: none where the site only informs.
    pub(super) fn asked(&self) -> impl Iterator<Item = &String> {
        let facts = if self.mode == Mode::Consent { self.facts.0.as_slice() } else { &[] };
        facts.iter().map(|(key, _)| key)
    }

    /// Whether a signal speaks to a key: it is for a sale, or for sharing.
    pub(super) fn is_off(&self, key: &str, signals: Signals) -> bool {
        signals.gpc == Some(true) && has(&self.sold, key)
    }

    /// Whether a key is on, in the United Kingdom, until the visitor objects.
    fn is_uk(&self, key: &str) -> bool {
        self.jurisdiction.as_deref() == Some("uk") && has(&self.uk, key)
    }

    /// The choices that count, in the site's order. A signal that meets a grant which was stored without it is an objection.
    pub fn counting(&self, record: Option<Result<&Record, Unread>>, signals: Signals, now: Moment) -> Entries<Choice> {
        let Ok(record) = self.standing(record, now) else { return Entries::default() };
        let counted = |key: &String| {
            let choice = *record.choices.get(key).filter(|_| self.is_as_told(record, key))?;
            let objects = choice == Choice::Granted && record.gpc != Some(true) && self.is_off(key, signals);
            Some((key.clone(), if objects { Choice::Objected } else { choice }))
        };
        Entries(self.asked().filter_map(counted).collect())
    }

    /// The state of a purpose or service, held against the choices that count. What is not declared is undecided for ever.
    pub fn status(&self, name: &str, choices: &Entries<Choice>, signals: Signals) -> Status {
        if has(&self.exempt, name) {
            return Status::NotRequired;
        }
        if !self.asked().any(|key| key == name) {
            return Status::Undecided;
        }
        match choices.get(name) {
            Some(choice) => (*choice).into(),
            None if self.is_off(name, signals) => Status::Objected,
            None if self.is_uk(name) => Status::NotRequired,
            None => Status::Undecided,
        }
    }

    /// The keys that a visitor has not answered, or has not been informed of.
    pub fn unanswered(&self, record: Option<Result<&Record, Unread>>, signals: Signals, now: Moment) -> Vec<String> {
        let choices = self.counting(record, signals, now);
        let told = self.standing(record, now).ok();
        let is_open = |key: &&String| match self.status(key, &choices, signals) {
            Status::Undecided => true,
            Status::NotRequired => !told.is_some_and(|record| self.is_as_told(record, key)),
            _ => false,
        };
        self.asked().filter(is_open).cloned().collect()
    }
}
