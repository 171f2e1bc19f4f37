//! The requests that a visitor chose to save in their browser, under a separate key of localStorage. They are never sent.

use serde::Serialize;

use super::{Clock, Deadline, LetterTemplate, deadlines};
use crate::site::{Day, Json, OWN_KEYS, Period};

/// The key of localStorage that holds the requests to the site with that id. It exists only once the visitor has saved one.
pub fn key(site: &str) -> String {
    OWN_KEYS[1].to_owned() + site
}

/// The name of the stored shape.
const SCHEMA: &str = "courtesy-requests/1";

/// How many are saved; a further one replaces the oldest.
const MOST: usize = 50;

/// A saved request.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SavedRequest {
    /// Its id, the same as in the request that was sent.
    pub id: String,
    /// The day it was written.
    pub on: Day,
    /// The site's name.
    pub site: String,
    /// The title of the right.
    pub right: String,
    /// The recipient.
    pub to: String,
    /// Whether the site's endpoint confirmed it. Whether a letter arrives is not known.
    pub received: bool,
    /// The time limits that it started.
    pub clocks: Vec<Clock>,
    /// How soon the site promised to answer.
    pub promise: Option<Period>,
    /// Where the site does not name the law: a sentence that the law may not apply to it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub applicability: String,
}

/// All of them, as they are stored.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SavedRequests(pub Vec<SavedRequest>);

impl SavedRequest {
    /// The part of a request that is saved.
    pub fn of(template: &LetterTemplate, id: &str, site: &str, to: &str, on: Day, received: bool) -> Self {
        let LetterTemplate { right, clocks, promise, applicability, .. } = template.clone();
        Self { id: id.into(), on, site: site.into(), right, to: to.into(), received, clocks, promise, applicability }
    }

    /// The deadlines for an answer, counted from the day of writing.
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
            applicability: json.said("applicability"),
        })
    }
}

impl SavedRequests {
    /// Reads what is stored; `None` if it has another shape, such as that of another version.
    pub fn read(json: &impl Json) -> Option<Self> {
        if json.stated("schema")? != SCHEMA {
            return None;
        }
        Some(Self(json.field("requests")?.list()?.iter().map(SavedRequest::read).collect::<Option<_>>()?))
    }

    /// Adds a request, replacing an earlier one with the same id.
    pub fn with(mut self, request: SavedRequest) -> Self {
        self.0.retain(|other| other.id != request.id);
        self.0.push(request);
        let over = self.0.len().saturating_sub(MOST);
        self.0.drain(..over);
        self
    }
}

impl Serialize for SavedRequests {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Stored<'a> {
            schema: &'static str,
            requests: &'a [SavedRequest],
        }
        Stored { schema: SCHEMA, requests: &self.0 }.serialize(serializer)
    }
}
