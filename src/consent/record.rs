//! The record: what a visitor saw and decided, as it is stored in localStorage.
//!
//! Its fields are written in the order of this file and its keys in the order of the site file, so that the loader and Rust write the
//! same bytes for the same act. It holds no identifier unless the site declares an endpoint that records are sent to (EDPB Guidelines
//! 2/2023; WP194: a record of a choice is exempt).

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::{Choice, Moment, OrderedMap, State};
use crate::site::{Day, Mode};

/// The form of the record that is read and written here.
pub const SCHEMA: &str = "courtesy/1";

/// What a visitor saw and decided.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Its id at the site's endpoint; `None` where it never leaves the browser.
    pub id: Option<String>,
    /// The time of the last event that the endpoint has; written only with an `id`.
    pub sent: Option<Moment>,
    /// Whether the site asked for anything.
    pub mode: Mode,
    /// What the visitor was shown.
    pub notice: Notice,
    /// What was decided per purpose (`analytics`) and service (`analytics/plausible`); empty in notice mode.
    pub choices: OrderedMap<Choice>,
    /// The last 50 events, oldest first, never rewritten.
    pub events: Vec<Event>,
    /// The moment from which no grant counts and the site asks again.
    pub expires: Moment,
    /// Global Privacy Control when it was written; `None` where the browser has no such signal.
    pub gpc: Option<bool>,
}

/// What the visitor was shown.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Notice {
    /// `notice.version` of the site file.
    pub version: String,
    /// Hashes of the material facts, of the site or of each purpose and service.
    pub facts: OrderedMap<String>,
    /// The day of the newest change of the policy that was shown.
    pub seen: Option<Day>,
}

/// An event.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Event {
    /// When.
    pub at: Moment,
    /// The resulting state.
    pub state: State,
    /// The purposes and services that it was about.
    pub purposes: Vec<String>,
    /// The name of the act, a [`Method`](super::Method). A newer version may have written one that is unknown here.
    pub method: String,
    /// The language of the texts, as a BCP 47 tag.
    pub language: String,
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
