//! The fields of a request: who asks, and what the request needs of them. A fault stands in text at its field, tied to it (WCAG 3.3.1).

use yew::prelude::*;

use super::Rights;
use crate::rights::{Answers, Asker, Field, Needs};
use crate::words::Word;

/// The fields that a request of this kind has for whoever asks.
pub(super) fn fields(rights: &Rights, needs: Needs, answers: &Answers, faults: &[Field]) -> Html {
    let said = |word| rights.words.say(word).to_owned();
    let fields = Fields { rights, faults };
    let is_agent = answers.who == Asker::Agent;
    html! {
        <>
            { who(rights, answers.who) }
            if answers.who == Asker::Young {
                <p class="aside">{ rights.young.clone() }</p>
            } else {
                if answers.is_for_another() {
                    { fields.line(Field::Person, Word::AskPerson, None, &answers.person) }
                }
                if is_agent {
                    <div class="field">
                        <label class="choice">
                            <input type="checkbox" name="permission" value="true" checked={!answers.permission.is_empty()}
                                aria-invalid={fields.invalid(Field::Permission)} aria-describedby="fault-permission hint-permission" />
                            { said(Word::AskPermission) }
                        </label>
                        <p class="hint" id="hint-permission">{ said(Word::AskPermissionWhy) }</p>
                        { fields.fault(Field::Permission) }
                    </div>
                }
                if needs.identity() || answers.is_for_another() {
                    { fields.line(Field::Name, Word::AskName, None, &answers.name) }
                }
                if needs.identity() {
                    { fields.line(Field::Email, Word::AskEmail, Some(Word::AskEmailWhy), &answers.email) }
                } else {
                    { fields.line(Field::Email, Word::AskEmailOptional, Some(Word::AskEmailOptionalWhy), &answers.email) }
                }
                { fields.line(Field::Text, text_word(needs), Some(Word::AskTextWhy), &answers.text) }
            }
        </>
    }
}

fn who(rights: &Rights, chosen: Asker) -> Html {
    let said = |word| rights.words.say(word).to_owned();
    let label = |asker| match asker {
        Asker::Oneself => Some(said(Word::AskSelf)),
        Asker::Agent => Some(said(Word::AskAgent)),
        Asker::Guardian => Some(said(Word::AskGuardian)),
        Asker::Young => rights.under.clone(),
    };
    html! {
        <fieldset>
            <legend>{ said(Word::AskWho) }</legend>
            { for Asker::ALL.iter().filter_map(|(value, asker)| label(*asker).map(|label| html! {
                <label class="choice" key={*value}>
                    <input type="radio" name="who" value={*value} checked={*asker == chosen} />
                    { label }
                </label>
            })) }
        </fieldset>
    }
}

fn text_word(needs: Needs) -> Word {
    match needs {
        Needs::Correction => Word::AskTextCorrection,
        Needs::Reasons => Word::AskTextReasons,
        Needs::Complaint => Word::AskTextComplaint,
        Needs::Message => Word::AskTextMessage,
        Needs::Person | Needs::Deletion | Needs::Nothing => Word::AskText,
    }
}

struct Fields<'a> {
    rights: &'a Rights,
    faults: &'a [Field],
}

impl Fields<'_> {
    fn invalid(&self, field: Field) -> Option<&'static str> {
        self.faults.contains(&field).then_some("true")
    }

    fn fault(&self, field: Field) -> Html {
        let (name, word) = named(field);
        let text = if self.faults.contains(&field) { self.rights.words.say(word) } else { "" };
        html! { <p class="fault" id={format!("fault-{name}")}>{ text.to_owned() }</p> }
    }

    /// A line to write in, or several.
    fn line(&self, field: Field, label: Word, hint: Option<Word>, value: &str) -> Html {
        let name = named(field).0;
        let (id, value) = (format!("field-{name}"), value.to_owned());
        let described = format!("fault-{name} hint-{name}");
        let input = match field {
            Field::Text => html! {
                <textarea id={id.clone()} {name} {value} rows="4" aria-invalid={self.invalid(field)} aria-describedby={described} />
            },
            _ => {
                // Of the person asked for the browser knows nothing.
                let (kind, complete) = match field {
                    Field::Email => ("email", "email"),
                    Field::Name => ("text", "name"),
                    _ => ("text", "off"),
                };
                html! {
                    <input id={id.clone()} {name} {value} type={kind} autocomplete={complete}
                        aria-invalid={self.invalid(field)} aria-describedby={described} />
                }
            }
        };
        html! {
            <div class="field" key={name}>
                <label for={id}>{ self.rights.words.say(label).to_owned() }</label>
                <p class="hint" id={format!("hint-{name}")}>{ hint.map_or("", |hint| self.rights.words.say(hint)).to_owned() }</p>
                { input }
                { self.fault(field) }
            </div>
        }
    }
}

/// The name of a field's input, and what is said where it is wrong.
fn named(field: Field) -> (&'static str, Word) {
    match field {
        Field::Name => ("name", Word::FaultName),
        Field::Person => ("person", Word::FaultPerson),
        Field::Permission => ("permission", Word::FaultPermission),
        Field::Email => ("email", Word::FaultEmail),
        Field::Text => ("text", Word::FaultText),
    }
}
