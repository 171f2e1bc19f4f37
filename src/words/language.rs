//! The languages that are built in, with the texts of `www/words`.

use super::word::{APP_TEXTS, FORM_TEXTS, SHAPE};
use super::{Direction, Plural, Words};

include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// A language that there are words for.
#[derive(Debug)]
pub struct BuiltInLanguage {
    /// Its BCP 47 tag.
    pub code: &'static str,
    /// Its own name.
    pub name: &'static str,
    /// How it is written.
    pub direction: Direction,
    /// How it counts.
    pub plural: Plural,
    /// Whether a native speaker has read the words.
    pub reviewed: bool,
    pub(super) texts: &'static [&'static str],
}

impl BuiltInLanguage {
    /// The words for a BCP 47 tag: its own, else those of the language without the region.
    pub fn find(tag: &str) -> Option<&'static Self> {
        let of = |code: &str| LANGUAGES.iter().find(|language| language.code == code);
        of(tag).or_else(|| of(tag.split('-').next()?))
    }

    /// All its words, as the pages need them.
    pub fn words(&self) -> Words {
        self.table(self.texts.len())
    }

    /// The words that the app is sent.
    pub fn app_words(&self) -> Words {
        self.table(APP_TEXTS)
    }

    /// The words that the app is sent with the form for requests.
    pub fn form_words(&self) -> Words {
        self.table(FORM_TEXTS)
    }

    fn table(&self, texts: usize) -> Words {
        Words {
            shape: SHAPE,
            code: self.code.to_owned(),
            direction: self.direction,
            plural: self.plural.clone(),
            texts: self.texts[..texts].iter().map(|text| (*text).to_owned()).collect(),
        }
    }
}
