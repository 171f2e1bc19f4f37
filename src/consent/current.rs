//! The site of today, as far as a record depends on it: what of the record still counts, what a purpose's state is, what is asked.
//!
//! The loader answers the same questions in `www/loader/assess.js`; `tests/fixtures/assess.json` and `states.json` bind the two.

use super::{Choice, Entries, Moment, Record, Status, Unread};
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
    /// The purposes that are on in the United Kingdom, and in Switzerland, until the visitor objects.
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

/// The purpose of a key.
pub(super) fn purpose_of(key: &str) -> &str {
    key.split_once('/').map_or(key, |(purpose, _)| purpose)
}

pub(super) fn has(purposes: &[String], key: &str) -> bool {
    purposes.iter().any(|purpose| purpose == purpose_of(key))
}

impl Current {
    /// The day on which the newest change was published that the notice tells of by now.
    pub(super) fn told(&self, now: Moment) -> Option<Day> {
        self.news.iter().filter(|news| news.told_from <= now.day()).map(|news| news.on).max()
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

    /// Whether a key is on until the visitor objects: in the United Kingdom (PECR Schedule A1), and in Switzerland, whose law asks for
    /// information and a way to refuse (Telecommunications Act, Article 45c).
    pub fn is_on_until_objection(&self, key: &str) -> bool {
        matches!(self.jurisdiction.as_deref(), Some("uk" | "ch")) && has(&self.uk, key)
    }

    /// The choices that count, in the site's order: a yes while it is current, a no always. A signal that meets a grant which was
    /// stored without it is an objection.
    pub fn counting(&self, record: Option<Result<&Record, Unread>>, signals: Signals, now: Moment) -> Entries<Choice> {
        let Some(Ok(record)) = record else { return Entries::default() };
        if record.mode != Mode::Consent {
            return Entries::default();
        }
        let counted = |key: &String| {
            let choice = *record.choices.get(key)?;
            if choice == Choice::Granted && !self.is_current(record, key, now) {
                return None;
            }
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
            None if self.is_on_until_objection(name) => Status::NotRequired,
            None => Status::Undecided,
        }
    }

    /// The keys that a visitor has not answered, has not been informed of, or refused too long ago.
    pub fn unanswered(&self, record: Option<Result<&Record, Unread>>, signals: Signals, now: Moment) -> Vec<String> {
        let choices = self.counting(record, signals, now);
        let standing = self.standing(record, now).ok();
        let is_open = |key: &&String| match self.status(key, &choices, signals) {
            Status::Undecided => true,
            Status::NotRequired => !standing.is_some_and(|record| self.has_same_facts(record, key)),
            _ => {
                matches!(record, Some(Ok(record)) if choices.get(key).is_some() && self.reopens(record, key, signals, now))
            }
        };
        self.asked().filter(is_open).cloned().collect()
    }
}
