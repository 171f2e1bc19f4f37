//! What a visitor can do about the widget's own record, at its entry in the details.

use yew::prelude::*;

use super::buttons::button;
use super::state::Memory;
use crate::words::{Word, Words};

/// What is remembered of this visitor, whether requests of theirs are, and the way to erase the record.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Own {
    pub memory: Memory,
    pub is_kept: bool,
    pub erase: Callback<MouseEvent>,
}

/// A button, and then what came of it.
pub(super) fn own(words: &Words, Own { memory, erase, .. }: &Own) -> Html {
    let erased = if *memory == Memory::Erased { words.say(Word::OwnErased) } else { "" };
    html! {
        <>
            if memory.is_stored() {
                { button(words.say(Word::OwnErase), erase.clone()) }
            }
            <p role="status">{ erased.to_owned() }</p>
        </>
    }
}
