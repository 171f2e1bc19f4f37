//! How languages count: the plural rules of Unicode CLDR for whole numbers.
//!
//! The built-in languages name a rule. Any other language brings a table, which `cldr.rs` computes when a site is built, so that
//! no browser needs CLDR.

use serde::Serialize;

/// A plural rule. A new built-in language with another rule adds it here, with its rule in CLDR's `plurals.xml`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(into = "String")]
pub enum Plural {
    /// `one` for 1, else `other`: English, German.
    OneOther,
    /// All six categories: Arabic.
    Arabic,
    /// The category of every number below 200, and of whole millions, each as a digit. Every greater number counts as its last
    /// two digits do.
    Table(String),
}

/// How many numbers a table lists; its last digit is for whole millions, which some languages count differently.
pub(super) const LISTED: u32 = 200;

/// How many categories CLDR has.
const CATEGORIES: usize = 6;

impl From<Plural> for String {
    fn from(plural: Plural) -> Self {
        match plural {
            Plural::OneOther => "one-other".into(),
            Plural::Arabic => "arabic".into(),
            Plural::Table(digits) => digits,
        }
    }
}

impl Plural {
    /// The rule of that name, or the table.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "one-other" => Some(Self::OneOther),
            "arabic" => Some(Self::Arabic),
            digits => {
                let is_table =
                    digits.len() == LISTED as usize + 1 && digits.bytes().all(|digit| place(digit) < CATEGORIES);
                is_table.then(|| Self::Table(digits.into()))
            }
        }
    }

    /// The place of a number's category in CLDR's order: zero, one, two, few, many, other.
    pub fn category(&self, number: u32) -> usize {
        match (self, number, number % 100) {
            (Self::Table(digits), ..) => {
                let listed = match number {
                    0..LISTED => number,
                    _ if number.is_multiple_of(1_000_000) => LISTED,
                    _ => 100 + number % 100,
                };
                digits.as_bytes().get(listed as usize).map_or(CATEGORIES - 1, |digit| place(*digit))
            }
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

fn place(digit: u8) -> usize {
    usize::from(digit.wrapping_sub(b'0'))
}
