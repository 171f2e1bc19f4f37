//! The reference for `www/loader/consent/assess.js`: whether a record is honoured or the visitor is asked. Ships to nobody.
//!
//! `tests/fixtures/assess.json` and `states.json` bind the two.

use super::{Current, Method, Moment, PolicyChange, Reason, Record, Signals, Status, Unread};
use crate::site::Mode;

/// The answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assessment {
    /// The record counts.
    Honour,
    /// There is none, it does not count, or something is unanswered.
    Ask(Reason),
}

/// Whether a record (`None`: nothing is stored) is honoured by the present site.
///
/// Where the site asks for nothing, no signal changes anything: there is nothing to sell, share or refuse.
pub fn assess(record: Option<Result<&Record, Unread>>, current: &Current, signals: Signals, now: Moment) -> Assessment {
    let (record, reason) = match record {
        None => (None, Some(Reason::FirstVisit)),
        Some(Err(Unread::Unreadable)) => (None, Some(Reason::Unreadable)),
        Some(Err(Unread::Newer)) => (None, Some(Reason::Newer)),
        Some(Ok(record)) => (Some(record), current.stale(record, now)),
    };
    let is_asked = match current.mode {
        Mode::Notice => reason.is_some(),
        Mode::Consent => !current.unanswered(record, signals, now).is_empty(),
    };
    match (reason, record) {
        (reason, _) if is_asked => Assessment::Ask(reason.unwrap_or(Reason::Undecided)),
        (None, Some(record)) if has_unseen_changes(current, record, now) => Assessment::Ask(Reason::Changes),
        _ => Assessment::Honour,
    }
}

impl Current {
    /// The keys that a visitor has not answered, has not been informed of, or refused too long ago.
    pub fn unanswered(&self, record: Option<&Record>, signals: Signals, now: Moment) -> Vec<String> {
        let choices = self.valid_choices(record, signals, now);
        let valid = record.filter(|record| self.stale(record, now).is_none());
        let is_open = |key: &&String| match self.status(key, &choices, signals) {
            Status::Undecided => true,
            Status::NotRequired => !valid.is_some_and(|record| self.has_same_facts(record, key)),
            _ => record
                .is_some_and(|record| choices.get(key).is_some() && self.is_asked_again(record, key, signals, now)),
        };
        self.askable().filter(is_open).cloned().collect()
    }
}

/// Whether the notice has begun to show a change since the visitor's last act; on the very day of the act, `seen` says which were shown.
/// Acts without a notice do not count: those of a signal, and requests to opt out.
fn has_unseen_changes(current: &Current, record: &Record, now: Moment) -> bool {
    let acts = record.events.iter().rfind(|event| !is_without_notice(&event.method));
    let Some(last) = acts.or(record.events.first()).map(|event| event.at.day()) else { return false };
    current.policy_changes.iter().any(|PolicyChange { published, shown_from }| {
        *shown_from <= now.day()
            && (*shown_from > last || *shown_from == last && record.notice.seen.is_none_or(|seen| *published > seen))
    })
}

fn is_without_notice(method: &str) -> bool {
    [Method::Gpc, Method::OptOutRequest].iter().any(|other| other.as_str() == method)
}
