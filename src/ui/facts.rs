//! A list of facts: what each is called, and its value or "not stated".

use yew::prelude::*;

use super::Declared;
use crate::words::Word;

pub(super) fn facts(declared: &Declared, rows: impl IntoIterator<Item = (Word, Option<String>)>) -> Html {
    let row = |(label, value): (Word, Option<String>)| {
        let value = match value {
            Some(value) => html! { <dd>{ value }</dd> },
            None => html! { <dd class="unstated">{ declared.say(Word::DetailsNotStated).to_owned() }</dd> },
        };
        html! { <div key={label as usize}><dt>{ declared.say(label).to_owned() }</dt>{ value }</div> }
    };
    html! { <dl>{ for rows.into_iter().map(row) }</dl> }
}
