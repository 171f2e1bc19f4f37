//! A choice about a purpose, the state that an event records, and the status that the page sees.

use serde::Serialize;

/// What a visitor decided about a purpose or service. Only a grant expires.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Choice {
    /// Granted (GDPR Article 4(11)).
    Granted,
    /// Refused.
    Refused,
    /// Granted once and withdrawn (GDPR Article 7(3)).
    Withdrawn,
    /// Objected to (GDPR Article 21; PECR Schedule A1; Global Privacy Control).
    Objected,
}

/// The state that an event records: a choice, or that none was needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the four are Choice's")]
pub enum State {
    /// The visitor closed a notice without an answer.
    NotRequired,
    Granted,
    Refused,
    Withdrawn,
    Objected,
}

/// The status of a purpose or service, as the page's scripts see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the last four are Choice's")]
pub enum Status {
    /// Exempt: there is nothing to decide, or in the United Kingdom only something to object to.
    NotRequired,
    /// Undecided, so not granted.
    Undecided,
    Granted,
    Refused,
    Withdrawn,
    Objected,
}

impl Choice {
    /// All of them, in the order of the events of one act.
    pub(super) const ALL: [Self; 4] = [Self::Granted, Self::Refused, Self::Withdrawn, Self::Objected];

    /// The choice of that name in a record.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "granted" => Self::Granted,
            "refused" => Self::Refused,
            "withdrawn" => Self::Withdrawn,
            "objected" => Self::Objected,
            _ => return None,
        })
    }
}

impl State {
    /// The state of that name in a record.
    pub fn named(name: &str) -> Option<Self> {
        Some(match (name, Choice::named(name)) {
            ("not_required", _) => Self::NotRequired,
            (_, Some(choice)) => choice.into(),
            _ => return None,
        })
    }
}

impl From<Choice> for State {
    fn from(choice: Choice) -> Self {
        match choice {
            Choice::Granted => Self::Granted,
            Choice::Refused => Self::Refused,
            Choice::Withdrawn => Self::Withdrawn,
            Choice::Objected => Self::Objected,
        }
    }
}

impl From<Choice> for Status {
    fn from(choice: Choice) -> Self {
        match choice {
            Choice::Granted => Self::Granted,
            Choice::Refused => Self::Refused,
            Choice::Withdrawn => Self::Withdrawn,
            Choice::Objected => Self::Objected,
        }
    }
}
