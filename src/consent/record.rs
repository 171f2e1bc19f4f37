//! The record: what a visitor saw and decided, as it stands in localStorage under the key `courtesy`.
//!
//! Its fields are written in the order of this file, purposes in the site file's order, so that the loader and Rust write
//! the same bytes for the same act. It holds no identifier, but where the site declares an endpoint that the record is sent to
//! (EDPB Guidelines 2/2023; WP194: a record of a choice is exempt).

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::{Choice, Current, Entries, Method, Moment, SCHEMA, Signals, State};
use crate::site::{Day, Mode};

/// What a visitor saw and decided.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Its name at the endpoint that the site declared; nothing where it never leaves the browser.
    pub id: Option<String>,
    /// The time of the last event that the endpoint has; written only beside an `id`.
    pub sent: Option<Moment>,
    /// Whether the site asked for anything.
    pub mode: Mode,
    /// What the visitor was told.
    pub notice: Notice,
    /// What was decided per purpose (`analytics`) and service (`analytics/plausible`); empty in notice mode.
    pub choices: Entries<Choice>,
    /// What happened, oldest first, never rewritten; the last 50.
    pub events: Vec<Event>,
    /// From when on no grant counts, and the rest is asked about again.
    pub expires: Moment,
    /// Global Privacy Control when it was written; `None` where the browser has no such signal.
    pub gpc: Option<bool>,
}

/// What the visitor was told.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Notice {
    /// `notice.version` of the site file.
    pub version: String,
    /// A hash of what is material, for the site or per purpose and service.
    pub facts: Entries<String>,
    /// The day of the newest change of the policy that was shown.
    pub seen: Option<Day>,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Event {
    /// When.
    pub at: Moment,
    /// What it came to.
    pub state: State,
    /// Which purposes and services it was about.
    pub purposes: Vec<String>,
    /// By which act: a [`Method`]. A record of a newer version may name one that is not known here.
    pub method: String,
    /// The language it was read in, as a BCP 47 tag.
    pub language: String,
}

/// How many events a record keeps.
const EVENTS: usize = 50;

impl Record {
    /// The record after an act, going on from the one before, if it could be read.
    ///
    /// `counted`: what counted of that very record until now ([`Current::counting`]); `chosen`: what was answered now
    /// ([`Current::chosen`]), nothing where a notice was closed. What was not answered now lasts no longer than it did,
    /// and nothing longer than the site says today. A no that lapsed still counts, but stays lapsed: it lends nothing its end,
    /// and has no facts until it is answered again.
    /// `None` where the record would outlast the year 9999.
    #[expect(clippy::too_many_arguments, reason = "an act is all of these, and the loader's is the same")]
    pub fn written(
        before: Option<Self>,
        current: &Current,
        counted: Entries<Choice>,
        chosen: Entries<Choice>,
        method: Method,
        language: &str,
        signals: Signals,
        now: Moment,
    ) -> Option<Self> {
        let latest = now.plus(current.expires_after)?;
        let carried = || counted.0.iter().map(|(key, _)| key).filter(|key| chosen.get(key).is_none());
        let is_lapsed = |key: &String| !before.as_ref().is_some_and(|record| current.is_current(record, key, now));
        // What a signal did, nobody saw: the visitor knows no more than before, and answered nothing.
        let (facts, told, is_all_answered) = match &before {
            Some(record) if method == Method::Gpc => (record.notice.facts.clone(), None, false),
            // The form asks nothing: only what was opted out of is answered now.
            _ if method == Method::OptOutRequest => {
                let known = before.as_ref().filter(|record| current.standing(Some(Ok(record)), now).is_ok());
                let fact = |(key, hash): &(String, String)| {
                    let old = || known.filter(|_| counted.get(key).is_none() || !is_lapsed(key))?.notice.facts.get(key);
                    let hash = if chosen.get(key).is_some() { Some(hash) } else { old() };
                    hash.map(|hash| (key.clone(), hash.clone()))
                };
                (Entries(current.facts.0.iter().filter_map(fact).collect()), None, false)
            }
            _ => {
                let lapsed: Vec<&String> = carried().filter(|key| is_lapsed(key)).collect();
                let facts = current.facts.0.iter().filter(|(key, _)| !lapsed.contains(&key)).cloned().collect();
                (Entries(facts), current.told(now), carried().all(is_lapsed))
            }
        };
        let expires =
            before.as_ref().map(|record| record.expires).filter(|expires| !is_all_answered && *expires < latest);
        let choice = |key: &String| chosen.get(key).or_else(|| counted.get(key)).map(|choice| (key.clone(), *choice));
        let choices = current.facts.0.iter().filter_map(|(key, _)| choice(key)).collect();

        let event = |state, purposes| Event {
            at: now,
            state,
            purposes,
            method: method.as_str().into(),
            language: language.into(),
        };
        let (id, sent, seen, mut events) = match before {
            Some(record) => (record.id, record.sent, record.notice.seen, record.events),
            None => (None, None, None, Vec::new()),
        };
        let count = events.len();
        for state in Choice::ALL {
            let of_state = chosen.0.iter().filter(|(_, choice)| *choice == state);
            let purposes: Vec<String> = of_state.map(|(key, _)| key.clone()).collect();
            if !purposes.is_empty() {
                events.push(event(state.into(), purposes));
            }
        }
        if events.len() == count {
            events.push(event(State::NotRequired, Vec::new()));
        }
        events.drain(..events.len().saturating_sub(EVENTS));

        let notice = Notice { version: current.version.clone(), facts, seen: told.max(seen) };
        Some(Self {
            id,
            sent,
            mode: current.mode,
            notice,
            choices: Entries(choices),
            events,
            expires: expires.unwrap_or(latest),
            gpc: signals.gpc,
        })
    }
}

impl Serialize for Record {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut record = serializer.serialize_struct("Record", 9)?;
        record.serialize_field("schema", SCHEMA)?;
        if let Some(id) = &self.id {
            record.serialize_field("id", id)?;
            record.serialize_field("sent", &self.sent)?;
        }
        record.serialize_field("mode", &self.mode)?;
        record.serialize_field("notice", &self.notice)?;
        record.serialize_field("choices", &self.choices)?;
        record.serialize_field("events", &self.events)?;
        record.serialize_field("expires", &self.expires)?;
        record.serialize_field("gpc", &self.gpc)?;
        record.end()
    }
}
