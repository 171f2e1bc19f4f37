//! A request as it is being written: how far it has come, what can happen to it, and what is known of it.

use std::mem;

use yew::Callback;

use crate::rights::{Answers, Offer};

/// What the visitor has chosen and written so far, and how far it has come. It outlives the view, so that closing it loses nothing.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The number of the place.
    pub(crate) place: usize,
    pub(crate) step: Step,
    pub(crate) answers: Answers,
    /// The right that the text was written for, and the texts for others: what is told to one address is not for another.
    right: String,
    texts: Vec<(String, String)>,
    /// The address, while a request needs none.
    email: String,
    /// The key of the request, the same for each attempt, and what it belongs to.
    pub(crate) id: String,
    pub(crate) keyed: Option<(usize, Step, Answers)>,
    pub(crate) delivery: Delivery,
    /// Tells the view that is open of an answer.
    pub(crate) told: Callback<()>,
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            // Nobody has said where they live.
            place: usize::MAX,
            step: Step::Choose,
            answers: Answers::default(),
            right: String::new(),
            texts: Vec::new(),
            email: String::new(),
            id: String::new(),
            keyed: None,
            delivery: Delivery::Unsent,
            told: Callback::noop(),
        }
    }
}

impl Draft {
    /// Turns to a right: who asks stays, what was written about another right waits for it.
    pub(crate) fn turn_to(&mut self, offer: &Offer) {
        if self.right == offer.right {
            return;
        }
        let written = (mem::replace(&mut self.right, offer.right.clone()), mem::take(&mut self.answers.text));
        self.texts.push(written);
        if let Some(place) = self.texts.iter().position(|(right, _)| *right == offer.right) {
            self.answers.text = self.texts.swap_remove(place).1;
        }
        if !offer.needs.identity() {
            self.email = mem::take(&mut self.answers.email);
        } else if self.answers.email.is_empty() {
            self.answers.email = mem::take(&mut self.email);
        }
    }

    /// Another request has another key; the same one, looked at again, is still the same.
    pub(crate) fn keep_key(&mut self, key: impl FnOnce() -> String) {
        let keyed = Some((self.place, self.step, self.answers.clone()));
        if keyed != self.keyed {
            (self.id, self.keyed, self.delivery) = (key(), keyed, Delivery::Unsent);
        }
    }
}

/// How far the visitor has come, with the number of the right.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Step {
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
    /// The endpoint answered, or will not.
    Answered,
    /// The letter is to be copied.
    Copy,
    /// The visitor copied the letter by hand.
    Taken,
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
    /// The endpoint answered with 2xx, on that day.
    Received(String),
    /// It answered with something else.
    Refused(String),
    /// It did not answer.
    Unanswered,
}

impl Delivery {
    /// Whether the endpoint has it.
    pub(crate) fn is_received(&self) -> bool {
        matches!(self, Self::Received(_))
    }

    /// Whether the endpoint has not confirmed it: then a letter can do it.
    pub(crate) fn has_failed(&self) -> bool {
        matches!(self, Self::Refused(_) | Self::Unanswered)
    }
}
