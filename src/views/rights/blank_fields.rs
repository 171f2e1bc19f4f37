//! All fields of a request, for the page without JavaScript, which cannot know which are needed.

use yew::prelude::*;

use super::fields::{Fields, who};
use crate::rights::{Asker, Field};
use crate::words::{Word, Words};

/// `has_anonymous` is whether a request is offered that needs neither name nor address.
pub(super) fn blank_fields(words: &Words, young: Option<&String>, has_anonymous: bool) -> Html {
    let fields = Fields { words, invalid: &[], is_own: true };
    html! {
        <>
            { who(words, None, Asker::Oneself) }
            { for young.map(|young| html! { <p class="hint">{ young.clone() }</p> }) }
            if has_anonymous {
                <p class="hint">{ words.say(Word::RequestUnneeded).to_owned() }</p>
            }
            { fields.line(Field::Name, Word::AskName, None, "") }
            { fields.line(Field::Email, Word::AskEmail, Some(Word::AskEmailWhy), "") }
            { fields.line(Field::Text, Word::AskTextMessage, Some(Word::AskTextWhy), "") }
            <fieldset>
                <legend>{ words.say(Word::RequestOnlyFor).to_owned() }</legend>
                { fields.line(Field::Person, Word::AskPerson, None, "") }
                { fields.permission(false) }
                { fields.line(Field::Reply, Word::AskReply, None, "") }
            </fieldset>
        </>
    }
}
