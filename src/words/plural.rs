//! How languages count: the plural rules of Unicode CLDR for whole numbers, as far as the languages here need them.

use serde::Serialize;

/// A plural rule. A new language with another rule adds it here, with its rule in CLDR's `plurals.xml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Plural {
    /// `one` for 1, else `other`: English, German.
    OneOther,
    /// All six categories: Arabic.
    Arabic,
}

impl Plural {
    pub(super) fn named(name: &str) -> Option<Self> {
        match name {
            "one-other" => Some(Self::OneOther),
            "arabic" => Some(Self::Arabic),
            _ => None,
        }
    }

    /// The place of a number's category in CLDR's order: zero, one, two, few, many, other.
    pub fn category(self, number: u32) -> usize {
        match (self, number, number % 100) {
            (Self::OneOther, 1, _) | (Self::Arabic, 1, _) => 1,
            (Self::OneOther, ..) => 5,
            (Self::Arabic, 0, _) => 0,
            (Self::Arabic, 2, _) => 2,
            (Self::Arabic, _, 3..=10) => 3,
            (Self::Arabic, _, 11..=99) => 4,
            (Self::Arabic, ..) => 5,
        }
    }
}
