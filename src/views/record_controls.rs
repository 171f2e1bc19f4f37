//! What a visitor can do about the widget's own record, at its entry in the details.

use yew::prelude::*;

use super::buttons::button;
use super::state::RecordState;
use crate::words::{Word, Words};

/// The state of this visitor's record, whether requests of theirs are saved, and the way to erase the record.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct RecordControls {
    pub record: RecordState,
    pub has_saved_requests: bool,
    pub erase: Callback<MouseEvent>,
}

/// A button, and then what came of it.
pub(super) fn record_controls(words: &Words, RecordControls { record, erase, .. }: &RecordControls) -> Html {
    let erased = if *record == RecordState::Erased { words.say(Word::OwnErased) } else { "" };
    html! {
        <>
            if record.is_stored() {
                { button(words.say(Word::OwnErase), erase.clone()) }
            }
            <p role="status">{ erased.to_owned() }</p>
        </>
    }
}
