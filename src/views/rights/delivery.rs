//! What is known of where a request is.

/// What is known of where a request is. Where a letter is, nothing here knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Delivery {
    /// It was not sent from here.
    #[default]
    Unsent,
    /// It is on its way to the endpoint: until that answers, nothing about it changes.
    Sending,
    /// The endpoint answered with 2xx, on that day.
    Received(String),
    /// It answered with another status.
    Refused(String),
    /// It did not answer.
    Unanswered,
}

impl Delivery {
    /// Whether the endpoint has it.
    pub(super) fn is_received(&self) -> bool {
        matches!(self, Self::Received(_))
    }

    /// Whether the endpoint has not confirmed it: then a letter can do it.
    pub(super) fn has_failed(&self) -> bool {
        matches!(self, Self::Refused(_) | Self::Unanswered)
    }
}
