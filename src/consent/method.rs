//! An act of the visitor, or of their browser for them, and its name in the record's events.

use super::{Answers, Confirmation, Moment, Signals};

/// An act.
#[derive(Clone, Copy, Debug)]
pub struct Act<'a> {
    /// What it answers; nothing where a notice was closed.
    pub answers: &'a Answers,
    /// How each yes was confirmed.
    pub confirmation: Confirmation,
    /// Whether it closes a notice or a dialog. Such an act is recorded even if it answers nothing: the visitor has been informed.
    pub is_informed: bool,
    /// Its name.
    pub method: Method,
    /// The language of the texts, as a BCP 47 tag.
    pub language: &'a str,
    /// The browser's signals at that moment.
    pub signals: Signals,
    /// When.
    pub now: Moment,
}

/// The name of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// A notice was closed without an answer.
    Dismiss,
    /// Everything was accepted at once.
    AcceptAll,
    /// Everything was refused at once.
    RejectAll,
    /// Single choices were saved.
    Choices,
    /// A script of the page decided.
    Api,
    /// Everything that was on was turned off: consent was withdrawn, and what needs none in the United Kingdom was objected to.
    Withdraw,
    /// "Always" on a placeholder.
    Placeholder,
    /// Global Privacy Control met a grant that was made without it.
    Gpc,
    /// A request to opt out of sale or sharing was sent; it counts on this device as well (11 CCR 7026).
    OptOutRequest,
}

impl Method {
    /// Every act, in the order in which the receipt has words for them.
    pub const ALL: [Self; 9] = [
        Self::Dismiss,
        Self::AcceptAll,
        Self::RejectAll,
        Self::Choices,
        Self::Api,
        Self::Withdraw,
        Self::Placeholder,
        Self::Gpc,
        Self::OptOutRequest,
    ];

    /// Its name in a record.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Dismiss => "dismiss",
            Self::AcceptAll => "accept-all",
            Self::RejectAll => "reject-all",
            Self::Choices => "choices",
            Self::Api => "api",
            Self::Withdraw => "withdraw",
            Self::Placeholder => "placeholder",
            Self::Gpc => "gpc",
            Self::OptOutRequest => "opt-out-request",
        }
    }
}
