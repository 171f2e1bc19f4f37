//! The fields of a request: who asks, and what the request requires. An error is text at its field, tied to it (WCAG 3.3.1).

use yew::prelude::*;

use super::model::Rights;
use crate::rights::{Asker, Field, FormValues, RequiredFields};
use crate::views::buttons::plain;
use crate::words::{Word, Words};

/// The fields that a request of this kind has for the person who asks.
pub(crate) fn fields(rights: &Rights, required: RequiredFields, values: &FormValues, invalid: &[Field]) -> Html {
    let fields = Fields { words: &rights.words, invalid, is_own: !values.is_for_another() };
    let email = match required {
        RequiredFields::Nothing => [Word::AskEmailOptional, Word::AskEmailOptionalWhy],
        _ if values.is_for_another() => [Word::AskEmailOther, Word::AskEmailOtherWhy],
        _ => [Word::AskEmail, Word::AskEmailWhy],
    };
    html! {
        <>
            { who(&rights.words, rights.under.as_ref(), values.who) }
            if values.who == Asker::Young {
                <p class="aside">{ rights.young.clone() }</p>
            } else {
                if values.is_for_another() {
                    { fields.line(Field::Person, Word::AskPerson, None, &values.person) }
                }
                if values.who == Asker::Agent {
                    { fields.permission(!values.permission.is_empty()) }
                }
                if required.identity() || values.is_for_another() {
                    { fields.line(Field::Name, Word::AskName, None, &values.name) }
                }
                if values.is_for_another() {
                    { fields.line(Field::Reply, Word::AskReply, None, &values.reply) }
                }
                { fields.line(Field::Email, email[0], Some(email[1]), &values.email) }
                { fields.line(Field::Text, text_word(required), Some(Word::AskTextWhy), &values.text) }
            }
        </>
    }
}

pub(super) fn who(words: &Words, under: Option<&String>, chosen: Asker) -> Html {
    let say = |word| words.say(word).to_owned();
    let label = |asker| match asker {
        Asker::Oneself => Some(say(Word::AskSelf)),
        Asker::Agent => Some(say(Word::AskAgent)),
        Asker::Guardian => Some(say(Word::AskGuardian)),
        Asker::Young => under.cloned(),
    };
    html! {
        <fieldset>
            { plain("legend", words.say(Word::AskWho)) }
            { for Asker::ALL.iter().filter_map(|(value, asker)| {
                Some(choice("who", value, label(*asker)?, *asker == chosen, Callback::noop()))
            }) }
        </fieldset>
    }
}

/// One of several.
pub(crate) fn choice(
    name: &'static str,
    value: &'static str,
    label: String,
    checked: bool,
    onchange: Callback<Event>,
) -> Html {
    html! {
        <label class="choice">
            <input type="radio" {name} {value} {checked} {onchange} />
            { label }
        </label>
    }
}

fn text_word(required: RequiredFields) -> Word {
    match required {
        RequiredFields::Correction => Word::AskTextCorrection,
        RequiredFields::Reasons => Word::AskTextReasons,
        RequiredFields::Complaint => Word::AskTextComplaint,
        RequiredFields::Message => Word::AskTextMessage,
        RequiredFields::Person | RequiredFields::Deletion | RequiredFields::Nothing => Word::AskText,
    }
}

pub(super) struct Fields<'a> {
    pub words: &'a Words,
    pub invalid: &'a [Field],
    /// Whether the address is that of the person who fills it in.
    pub is_own: bool,
}

impl Fields<'_> {
    fn aria_invalid(&self, field: Field) -> Option<&'static str> {
        self.invalid.contains(&field).then_some("true")
    }

    fn fault(&self, field: Field) -> Html {
        let (name, word) = named(field);
        let text = if self.invalid.contains(&field) { self.words.say(word) } else { "" };
        html! { <p class="fault" id={format!("fault-{name}")}>{ text.to_owned() }</p> }
    }

    pub fn permission(&self, checked: bool) -> Html {
        let say = |word| self.words.say(word).to_owned();
        html! {
            <div class="field">
                <label class="choice">
                    <input type="checkbox" name="permission" value="true" {checked}
                        aria-invalid={self.aria_invalid(Field::Permission)} aria-describedby="fault-permission hint-permission" />
                    { say(Word::AskPermission) }
                </label>
                <p class="hint" id="hint-permission">{ say(Word::AskPermissionWhy) }</p>
                { self.fault(Field::Permission) }
            </div>
        }
    }

    /// A line to write in, or several.
    pub fn line(&self, field: Field, label: Word, hint: Option<Word>, value: &str) -> Html {
        let name = named(field).0;
        let (id, value) = (format!("field-{name}"), value.to_owned());
        let described = format!("fault-{name} hint-{name}");
        let input = match field {
            Field::Text => html! {
                <textarea id={id.clone()} {name} {value} rows="4" aria-invalid={self.aria_invalid(field)} aria-describedby={described} />
            },
            _ => {
                // Of the person asked for the browser knows nothing.
                let (kind, complete) = match field {
                    Field::Reply => ("email", "email"),
                    Field::Email => ("email", if self.is_own { "email" } else { "off" }),
                    Field::Name => ("text", "name"),
                    _ => ("text", "off"),
                };
                html! {
                    <input id={id.clone()} {name} {value} type={kind} autocomplete={complete}
                        aria-invalid={self.aria_invalid(field)} aria-describedby={described} />
                }
            }
        };
        html! {
            <div class="field" key={name}>
                <label for={id}>{ self.words.say(label).to_owned() }</label>
                <p class="hint" id={format!("hint-{name}")}>{ hint.map_or("", |hint| self.words.say(hint)).to_owned() }</p>
                { input }
                { self.fault(field) }
            </div>
        }
    }
}

/// The name of a field's input, and the text shown where it is wrong.
fn named(field: Field) -> (&'static str, Word) {
    match field {
        Field::Name => ("name", Word::FaultName),
        Field::Person => ("person", Word::FaultPerson),
        Field::Permission => ("permission", Word::FaultPermission),
        Field::Reply => ("reply", Word::FaultEmail),
        Field::Email => ("email", Word::FaultEmail),
        Field::Text => ("text", Word::FaultText),
    }
}
