//! A definition list: what each known fact is called, and its value.

use crate::views::builder::{Declared, text, within};
use crate::views::element::{Attribute, Element, FACT};
use crate::words::Word;

/// A fact: what it is called, and its value where the site gives one.
pub(crate) type Fact = (Word, Option<String>);

/// The known facts; `None` if there is none, so that no empty list is drawn.
pub(crate) fn definition_list(declared: &Declared, facts: impl IntoIterator<Item = Fact>) -> Option<Element> {
    let fact = |(term, value): Fact| Some(text(FACT, value?).with(Attribute::Term, declared.say(term)));
    let facts: Vec<_> = facts.into_iter().filter_map(fact).collect();
    (!facts.is_empty()).then(|| within("dl", facts))
}
