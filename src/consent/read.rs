//! Reading a record, whatever text is stored. Step by step as in `www/loader/consent/record.js`.

use super::json_fields::{mode, optional, ordered_map, texts};
use super::{Choice, Event, Json, Moment, Notice, Record, SCHEMA, State};
use crate::site::Day;

/// Why a stored text is not a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// No version of Courtesy wrote it.
    Unreadable,
    /// A newer version of Courtesy wrote it, in another form.
    Newer,
}

/// The record in a JSON value. Unknown fields are ignored.
///
/// # Errors
/// Says why there is none.
pub fn read(json: &impl Json) -> Result<Record, Unread> {
    let schema = json.stated("schema").ok_or(Unread::Unreadable)?;
    if schema != SCHEMA {
        return Err(if schema.starts_with("courtesy/") { Unread::Newer } else { Unread::Unreadable });
    }
    record(json).ok_or(Unread::Unreadable)
}

fn record(json: &impl Json) -> Option<Record> {
    let mode = mode(json)?;
    let notice = json.field("notice")?;
    let notice = Notice {
        version: notice.stated("version")?,
        facts: ordered_map(&notice.field("facts")?, Json::text)?,
        seen: optional(notice.field("seen"), |day| day.text()?.parse::<Day>().ok())?,
    };
    let choices = ordered_map(&json.field("choices")?, |value| Choice::named(&value.text()?))?;
    let events: Vec<Event> = json.field("events")?.list()?.iter().map(event).collect::<Option<_>>()?;
    if events.is_empty() {
        return None;
    }
    let gpc = optional(json.field("gpc"), Json::flag)?;
    // An empty id is no id, and only a record with an id was sent.
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

fn moment(json: Option<impl Json>) -> Option<Moment> {
    json?.text()?.parse().ok()
}
