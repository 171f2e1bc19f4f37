//! A request as it is being written: how far it has come, what can happen to it, and what is known of it.

use crate::rights::Answers;

/// What the visitor has chosen and written so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The number of the place.
    pub place: usize,
    /// What was written.
    pub answers: Answers,
}

impl Default for Draft {
    fn default() -> Self {
        // Nobody has said where they live.
        Self { place: usize::MAX, answers: Answers::default() }
    }
}

/// How far the visitor has come, with the number of the right.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Step {
    Choose,
    Fill(usize),
    Review(usize),
}

/// What happens.
#[derive(Debug)]
pub enum Act {
    /// A place is chosen.
    Place(usize),
    /// A right is chosen.
    Offer(usize),
    /// Something was written or chosen.
    Changed,
    /// Back to the list, or to the fields.
    Back,
    /// The fields are filled in.
    Filled,
    /// What came of something.
    Came(Outcome),
    /// What the endpoint answered.
    Answered(Delivery),
    /// The letter is to be copied.
    Copy,
    /// The request is to be saved.
    Save,
    /// The request is to be sent.
    Send,
    /// It is to be remembered.
    Keep,
    /// What is remembered is to be saved as reminders.
    Remind,
    /// What is remembered is to be erased.
    Forget,
}

/// What came of what the visitor did last, besides sending.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Outcome {
    /// Nothing was done.
    #[default]
    None,
    /// The mail program was asked for.
    Opened,
    /// Copied.
    Copied,
    /// The browser did not copy.
    Uncopied,
    /// Saved.
    Saved,
    /// Remembered.
    Kept,
    /// The browser does not remember.
    Unkept,
    /// What was remembered is erased.
    Forgotten,
}

/// What is known of where the request is. A letter's way is known to nobody here.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Delivery {
    /// It was not sent from here.
    #[default]
    Unsent,
    /// It is on its way to the endpoint: until that answers, nothing about it changes.
    Sending,
    /// The endpoint answered with 2xx.
    Received,
    /// It answered with something else.
    Refused(String),
    /// It did not answer.
    Unanswered,
}
