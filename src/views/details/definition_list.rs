//! A definition list: what each fact is called, and its value or "not stated".

use crate::views::builder::{Declared, text, within};
use crate::views::element::{Attribute, Element, FACT, UNSTATED};
use crate::words::Word;

/// A fact: what it is called, and its value where that is stated.
pub(crate) type Fact = (Word, Option<String>);

pub(crate) fn definition_list(declared: &Declared, facts: impl IntoIterator<Item = Fact>) -> Element {
    let fact = |(term, value): Fact| {
        let fact =
            value.map_or_else(|| text(UNSTATED, declared.say(Word::DetailsNotStated)), |value| text(FACT, value));
        fact.with(Attribute::Term, declared.say(term))
    };
    within("dl", facts.into_iter().map(fact).collect())
}
