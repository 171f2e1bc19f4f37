//! What a visitor decides in the dialog, in one act.

use crate::consent::{Answers, Confirmation, Method};

/// What a visitor decided.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// Yes or no by key; none where the notice was only closed.
    pub answers: Answers,
    /// By which act.
    pub method: Method,
    /// How plainly.
    pub confirmation: Confirmation,
}

impl Decision {
    /// The notice was closed, and nothing answered.
    pub fn dismissal() -> Self {
        Self { answers: Answers::default(), method: Method::Dismiss, confirmation: Confirmation::OneStep }
    }
}
