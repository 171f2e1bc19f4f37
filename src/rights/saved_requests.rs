//! My requests: what a visitor chose to remember in their own browser, under a key of its own. It is never sent.

use serde::Serialize;

use super::{Clock, Deadline, Offer, deadlines};
use crate::site::{Day, Json, OWN_KEYS, Period};

/// The key of localStorage that holds the requests to the site with that id. It exists only after the visitor asked for it.
pub fn key(site: &str) -> String {
    OWN_KEYS[1].to_owned() + site
}

/// What the stored shape is called.
const SCHEMA: &str = "courtesy-requests/1";

/// How many are remembered; the oldest make room.
const MOST: usize = 50;

/// A remembered request.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Kept {
    /// Its key, the same as was sent.
    pub id: String,
    /// The day it was written.
    pub on: Day,
    /// The site's name.
    pub site: String,
    /// What was asked for.
    pub right: String,
    /// Where it was addressed.
    pub to: String,
    /// Whether an endpoint said that it has it. A letter's fate is not known.
    pub received: bool,
    /// The clocks that run.
    pub clocks: Vec<Clock>,
    /// The site's own promise.
    pub promise: Option<Period>,
    /// Where the site does not name the law: that the days hold where it applies.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub hedge: String,
}

/// Everything remembered, as it is stored.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mine(pub Vec<Kept>);

impl Kept {
    /// What to remember of a request.
    pub fn of(offer: &Offer, id: &str, site: &str, to: &str, on: Day, received: bool) -> Self {
        let Offer { right, clocks, promise, hedge, .. } = offer.clone();
        Self { id: id.into(), on, site: site.into(), right, to: to.into(), received, clocks, promise, hedge }
    }

    /// When an answer is due, counted from the day of writing.
    pub fn deadlines(&self) -> Vec<Deadline> {
        deadlines(&self.clocks, self.promise, self.on)
    }

    fn read(json: &impl Json) -> Option<Self> {
        let clocks = json.field("clocks")?.list()?;
        Some(Self {
            id: json.stated("id")?,
            on: json.stated("on")?.parse().ok()?,
            site: json.stated("site")?,
            right: json.stated("right")?,
            to: json.stated("to")?,
            received: json.field("received")?.flag()?,
            clocks: clocks.iter().map(|clock| Clock::named(&clock.text()?)).collect::<Option<_>>()?,
            promise: json.stated("promise").and_then(|period| period.parse().ok()),
            hedge: json.said("hedge"),
        })
    }
}

impl Mine {
    /// What is stored; `None` where it is not of this shape: another version wrote it, or nobody did.
    pub fn read(json: &impl Json) -> Option<Self> {
        if json.stated("schema")? != SCHEMA {
            return None;
        }
        Some(Self(json.field("requests")?.list()?.iter().map(Kept::read).collect::<Option<_>>()?))
    }

    /// With one more, in the place of an earlier one of the same key.
    pub fn with(mut self, kept: Kept) -> Self {
        self.0.retain(|other| other.id != kept.id);
        self.0.push(kept);
        let over = self.0.len().saturating_sub(MOST);
        self.0.drain(..over);
        self
    }
}

impl Serialize for Mine {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Stored<'a> {
            schema: &'static str,
            requests: &'a [Kept],
        }
        Stored { schema: SCHEMA, requests: &self.0 }.serialize(serializer)
    }
}
