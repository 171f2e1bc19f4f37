//! What can happen in the form for requests, and what its host has to do then.

use yew::prelude::*;

use crate::rights::FormValues;

/// What happens.
#[derive(Clone, Debug, PartialEq)]
pub enum FormEvent {
    /// A place is chosen, by its index.
    Place(usize),
    /// A letter of that place is chosen, by its index.
    Letter(usize),
    /// Something was written or chosen.
    Edited(FormValues),
    /// Back to the list, or to the fields.
    Back,
    /// The fields are filled in.
    Filled(FormValues),
    /// The request has a new key.
    Keyed(String),
    /// What came of something.
    Done(Outcome),
    /// What the request opts out of is off on this device, and whether that is stored.
    OptedOut(bool),
    /// The endpoint answered, or will not.
    Answered,
    /// The letter is to be copied.
    Copy,
    /// The visitor copied the letter by hand.
    CopiedByHand,
    /// The request is to be downloaded.
    Download,
    /// The request is to be sent.
    Send,
    /// It is to be saved in this browser.
    Save,
    /// Reminders of what is saved are to be downloaded.
    Remind,
    /// What is saved is to be erased.
    Erase,
}

/// What the form does after an event, besides drawing itself again.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Moves the focus to the first element that a CSS selector finds.
    Focus(String),
    /// Gives the request a key that no other has.
    NewKey,
    /// Turns off on this device what is a sale or sharing.
    OptOut,
    /// Copies the letter.
    Copy,
    /// Downloads the request.
    Download,
    /// Sends the request.
    Send,
    /// Saves the request in this browser.
    Save,
    /// Marks the saved request as received.
    MarkReceived,
    /// Downloads reminders of the saved requests.
    Remind,
    /// Erases the saved requests.
    Erase,
}

/// What came of what the visitor did last, besides sending.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing was done.
    #[default]
    None,
    /// The mail program was asked for.
    Opened,
    /// Copied.
    Copied,
    /// The browser did not copy.
    NotCopied,
    /// Downloaded.
    Downloaded,
    /// Saved in this browser.
    Saved,
    /// The browser does not save it.
    NotSaved,
    /// What was saved is erased.
    Erased,
}

/// What a click leads to.
pub(super) fn click(send: &Callback<FormEvent>, event: fn() -> FormEvent) -> Callback<MouseEvent> {
    send.reform(move |_| event())
}
