//! Reading a record: whatever stands in localStorage, however it came there, and the site that it is held against. The record step by step as `www/loader/record.js` does.

use super::{Choice, Current, Entries, Event, Json, Moment, News, Notice, Record, SCHEMA, State};
use crate::site::{Day, Mode};

/// Why a text is no record to go by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is not what was written here.
    Unreadable,
    /// Another version of Courtesy wrote it, in a form of its own.
    Newer,
}

/// The record that a JSON value holds.
///
/// # Errors
/// Says why there is none. Fields that are not known here are passed over.
pub fn read(json: &impl Json) -> Result<Record, Unread> {
    let schema = json.stated("schema").ok_or(Unread::Unreadable)?;
    if schema != SCHEMA {
        return Err(if schema.starts_with("courtesy/") { Unread::Newer } else { Unread::Unreadable });
    }
    record(json).ok_or(Unread::Unreadable)
}

impl Current {
    /// The site as its visitors are sent it; `None` where another version of Courtesy wrote it.
    pub fn read(json: &impl Json) -> Option<Self> {
        Some(Self {
            mode: mode(json)?,
            version: json.field("notice")?.field("version")?.text()?,
            facts: entries(&json.field("facts")?, Json::text)?,
            news: json.listed("news").iter().filter_map(news).collect(),
            expires_after: json.stated("expiresAfter")?.parse().ok()?,
            exempt: purposes(json.field("exempt"))?,
            uk: purposes(json.field("uk"))?,
            sold: purposes(json.field("sold"))?,
            jurisdiction: optional(json.field("jurisdiction"), Json::text)?,
        })
    }
}

/// A list of names that may be absent.
fn purposes(json: Option<impl Json>) -> Option<Vec<String>> {
    optional(json, texts).map(Option::unwrap_or_default)
}

/// A change as the build writes it: when it was published, from when it is told, and what the loader says of it.
fn news(json: &impl Json) -> Option<News> {
    let entries = json.list()?;
    let day = |place: usize| entries.get(place)?.text()?.parse().ok();
    Some(News { on: day(0)?, told_from: day(1)? })
}

fn mode(json: &impl Json) -> Option<Mode> {
    match json.stated("mode")?.as_str() {
        "notice" => Some(Mode::Notice),
        "consent" => Some(Mode::Consent),
        _ => None,
    }
}

fn record(json: &impl Json) -> Option<Record> {
    let mode = mode(json)?;
    let notice = json.field("notice")?;
    let notice = Notice {
        version: notice.stated("version")?,
        facts: entries(&notice.field("facts")?, Json::text)?,
        seen: optional(notice.field("seen"), |day| day.text()?.parse::<Day>().ok())?,
    };
    let choices = entries(&json.field("choices")?, |value| Choice::named(&value.text()?))?;
    let events: Vec<Event> = json.field("events")?.list()?.iter().map(event).collect::<Option<_>>()?;
    if events.is_empty() {
        return None;
    }
    let gpc = optional(json.field("gpc"), Json::flag)?;
    // An empty id is none, and what was sent has one.
    let id = optional(json.field("id"), Json::text)?.filter(|id| !id.is_empty());
    let sent = optional(json.field("sent"), |sent| sent.text()?.parse().ok())?.filter(|_| id.is_some());
    Some(Record { id, sent, mode, notice, choices, events, expires: moment(json.field("expires"))?, gpc })
}

fn event(json: &impl Json) -> Option<Event> {
    Some(Event {
        at: moment(json.field("at"))?,
        state: State::named(&json.stated("state")?)?,
        purposes: texts(&json.field("purposes")?)?,
        method: json.stated("method")?,
        language: json.stated("language")?,
    })
}

fn texts(json: &impl Json) -> Option<Vec<String>> {
    json.list()?.iter().map(Json::text).collect()
}

fn moment(json: Option<impl Json>) -> Option<Moment> {
    json?.text()?.parse().ok()
}

/// What may be absent or null, but not something else.
fn optional<J: Json, T>(json: Option<J>, read: impl Fn(&J) -> Option<T>) -> Option<Option<T>> {
    match json.filter(|json| !json.is_null()) {
        None => Some(None),
        Some(json) => read(&json).map(Some),
    }
}

fn entries<J: Json, V>(json: &J, read: impl Fn(&J) -> Option<V>) -> Option<Entries<V>> {
    json.fields()?.into_iter().map(|(name, value)| Some((name, read(&value)?))).collect::<Option<_>>().map(Entries)
}
