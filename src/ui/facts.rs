//! A list of facts: what each is called, and its value or "not stated".

use super::element::Element;
use super::prepared::{Declared, text, within};
use crate::words::Word;

pub(super) fn facts(declared: &Declared, rows: impl IntoIterator<Item = (Word, Option<String>)>) -> Element {
    let row = |(label, value): (Word, Option<String>)| {
        let unstated = || Element { to: Some("unstated".into()), ..text("dd", declared.say(Word::DetailsNotStated)) };
        let value = value.map_or_else(unstated, |value| text("dd", value));
        within("div", vec![text("dt", declared.say(label)), value])
    };
    within("dl", rows.into_iter().map(row).collect())
}
