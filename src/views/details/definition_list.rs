//! A list of facts: what each is called, and its value or "not stated".

use crate::views::builder::{Declared, text, within};
use crate::views::element::{Element, FACT, UNSTATED};
use crate::words::Word;

pub(crate) fn facts(declared: &Declared, rows: impl IntoIterator<Item = (Word, Option<String>)>) -> Element {
    let row = |(label, value): (Word, Option<String>)| {
        let fact =
            value.map_or_else(|| text(UNSTATED, declared.say(Word::DetailsNotStated)), |value| text(FACT, value));
        Element { to: Some(declared.say(label).to_owned()), ..fact }
    };
    within("dl", rows.into_iter().map(row).collect())
}
