//! Honour or ask: whether what a visitor decided still counts for the site of today.
//!
//! The loader answers the same question in `www/loader/assess.js`; `tests/fixtures/assess.json` binds the two.

use super::{Current, Method, Moment, News, Record, Signals, Unread};
use crate::site::Mode;

/// The answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assessment {
    /// What was decided counts.
    Honour,
    /// It does not, or there is nothing, or not everything was answered.
    Ask(Reason),
}

/// Why a visitor is asked, or told again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// There is no record.
    FirstVisit,
    /// What stands there is no record.
    Unreadable,
    /// Another version of Courtesy wrote it.
    Newer,
    /// The site asks for consent, and something was not decided, or was refused too long ago.
    Undecided,
    /// It was written when the site asked and now it only informs, or the other way round.
    OtherMode,
    /// The owner gave the notice another version.
    OtherVersion,
    /// What is material has changed, or it is another site of the same origin.
    OtherFacts,
    /// Its newest event is dated more than a day ahead. What is older was perhaps written by a clock that has been set right.
    FutureDated,
    /// It has expired, or its newest event is as old as the site lets a decision be.
    Expired,
    /// The policy has changed since; what was decided stands.
    Changes,
}

impl Reason {
    /// Its name in fixtures and in `courtesy:ready`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::FirstVisit => "first-visit",
            Self::Unreadable => "unreadable",
            Self::Newer => "newer",
            Self::Undecided => "undecided",
            Self::OtherMode => "other-mode",
            Self::OtherVersion => "other-version",
            Self::OtherFacts => "other-facts",
            Self::FutureDated => "future-dated",
            Self::Expired => "expired",
            Self::Changes => "changes",
        }
    }
}

/// Whether a record (`None`: there is none) counts for the site of today.
///
/// Where the site asks for nothing, no signal changes anything: there is nothing that could be sold, shared or refused.
pub fn assess(record: Option<Result<&Record, Unread>>, current: &Current, signals: Signals, now: Moment) -> Assessment {
    let standing = current.standing(record, now);
    let is_asked = match current.mode {
        Mode::Notice => standing.is_err(),
        Mode::Consent => !current.unanswered(record, signals, now).is_empty(),
    };
    match standing {
        Err(reason) if is_asked => Assessment::Ask(reason),
        Ok(_) if is_asked => Assessment::Ask(Reason::Undecided),
        Ok(record) if has_news_for(current, record, now) => Assessment::Ask(Reason::Changes),
        _ => Assessment::Honour,
    }
}

/// Whether the time of a change has come since the visitor last acted; on that very day `seen` tells which were there. What a
/// signal did, nobody saw; and who sent a request to opt out has seen no notice.
fn has_news_for(current: &Current, record: &Record, now: Moment) -> bool {
    let acts = record.events.iter().rfind(|event| !is_unseen(&event.method));
    let Some(last) = acts.or(record.events.first()).map(|event| event.at.day()) else { return false };
    current.news.iter().any(|News { on, told_from }| {
        *told_from <= now.day()
            && (*told_from > last || *told_from == last && record.notice.seen.is_none_or(|seen| *on > seen))
    })
}

fn is_unseen(method: &str) -> bool {
    [Method::Gpc, Method::OptOutRequest].iter().any(|unseen| unseen.as_str() == method)
}
