//! The record: what a visitor saw and decided, as it stands in localStorage under the key `courtesy`.
//!
//! Its fields are written in the order of this file, purposes in the site file's order, so that the loader and Rust write
//! the same bytes for the same act. It holds no identifier (EDPB Guidelines 2/2023; WP194: a record of a choice is exempt).

use serde::Serialize;

use super::assess::{Current, Signals};
use super::{Choice, Entries, Moment, SCHEMA, State};
use crate::site::{Day, Mode};

/// What a visitor saw and decided.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Record {
    schema: &'static str,
    /// Whether the site asked for anything.
    pub mode: Mode,
    /// What the visitor was told.
    pub notice: Notice,
    /// What was decided per purpose (`analytics`) and service (`analytics/plausible`); empty in notice mode.
    pub choices: Entries<Choice>,
    /// What happened, oldest first, never rewritten; the last 50.
    pub events: Vec<Event>,
    /// From when on it no longer counts.
    pub expires: Moment,
    /// Global Privacy Control when it was written; `None` where the browser has no such signal.
    pub gpc: Option<bool>,
}

/// What the visitor was told.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Notice {
    /// `notice.version` of the site file.
    pub version: String,
    /// A hash of what is material, for the site or per purpose and service.
    pub facts: Entries<String>,
    /// The day of the newest change of the policy that was shown.
    pub seen: Option<Day>,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Event {
    /// When.
    pub at: Moment,
    /// What it came to.
    pub state: State,
    /// Which purposes it was about.
    pub purposes: Vec<String>,
    /// By which act: `dismiss` and others to come. A record of a newer version may name one that is not known here.
    pub method: String,
    /// The language it was read in, as a BCP 47 tag.
    pub language: String,
}

/// By which act something was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// A notice that asks for nothing was closed.
    Dismiss,
}

impl Method {
    /// Its name in a record.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Dismiss => "dismiss",
        }
    }
}

/// How many events a record keeps.
const EVENTS: usize = 50;

impl Record {
    pub(super) fn new(
        mode: Mode,
        notice: Notice,
        choices: Entries<Choice>,
        events: Vec<Event>,
        expires: Moment,
        gpc: Option<bool>,
    ) -> Self {
        Self { schema: SCHEMA, mode, notice, choices, events, expires, gpc }
    }

    /// The record after a notice that asks for nothing was closed, going on from the one before, if it could be read.
    ///
    /// `None` where the record would outlast the year 9999.
    pub fn dismissed(
        before: Option<Self>,
        current: &Current,
        language: &str,
        signals: Signals,
        now: Moment,
    ) -> Option<Self> {
        let seen_before = before.as_ref().and_then(|record| record.notice.seen);
        let mut events = before.map_or_else(Vec::new, |record| record.events);
        events.push(Event {
            at: now,
            state: State::NotRequired,
            purposes: Vec::new(),
            method: Method::Dismiss.as_str().into(),
            language: language.into(),
        });
        events.drain(..events.len().saturating_sub(EVENTS));
        let seen = current.told(now).max(seen_before);
        let notice = Notice { version: current.version.clone(), facts: current.facts.clone(), seen };
        let expires = now.plus(current.expires_after)?;
        Some(Self::new(Mode::Notice, notice, Entries::default(), events, expires, signals.gpc))
    }
}
