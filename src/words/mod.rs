//! Words in the visitor's language: every text that Courtesy says, once per language, in `www/words`.
//!
//! The build makes [`Word`] of the keys in those files and refuses a language in which one is missing, so a word that the
//! code names is there. The app's wasm holds the names only; its texts come in a file, as [`Words`], checked by [`SHAPE`].

#[cfg(feature = "read")]
mod cldr;
#[cfg(feature = "read")]
mod countries;
#[cfg(feature = "read")]
mod draft;
#[cfg(feature = "read")]
mod owner_words;
mod period;
#[cfg(feature = "read")]
mod placeholders;
mod plural;
#[cfg(feature = "read")]
mod shape;
#[cfg(feature = "read")]
mod unknown_keys;

use serde::Serialize;

#[cfg(feature = "read")]
pub use countries::country;
#[cfg(feature = "read")]
pub(crate) use countries::is_country;
#[cfg(feature = "read")]
pub use draft::draft;
#[cfg(feature = "read")]
pub use owner_words::{MARK, OwnWords};
pub use plural::Plural;
#[cfg(feature = "read")]
pub use shape::shape;

use crate::site::Json;

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// The direction in which a language is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// From left to right.
    Ltr,
    /// From right to left.
    Rtl,
}

impl Direction {
    fn named(name: &str) -> Option<Self> {
        [Self::Ltr, Self::Rtl].into_iter().find(|direction| direction.as_str() == name)
    }

    /// The value of HTML's `dir` attribute.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// A language that there are words for.
#[cfg(feature = "read")]
#[derive(Debug)]
pub struct Language {
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
    texts: &'static [&'static str],
}

#[cfg(feature = "read")]
impl Language {
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

/// The words of one language, in the order of [`Word`].
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Words {
    shape: &'static str,
    /// Their language (BCP 47), for the names that no word here is: those of countries.
    #[cfg(feature = "read")]
    pub(crate) code: String,
    /// How the language is written.
    pub direction: Direction,
    plural: Plural,
    texts: Vec<String>,
}

impl Words {
    /// The words that a build wrote; `None` where it was a build of another version, whose words have other names.
    pub fn read(json: &impl Json) -> Option<Self> {
        json.stated("shape").filter(|shape| shape == SHAPE)?;
        let texts = json.field("texts")?.list()?.iter().map(Json::text).collect::<Option<_>>()?;
        let direction = Direction::named(&json.stated("direction")?)?;
        let plural = Plural::named(&json.stated("plural")?)?;
        Some(Self {
            shape: SHAPE,
            #[cfg(feature = "read")]
            code: json.said("code"),
            direction,
            plural,
            texts,
        })
    }

    /// Those of them that the app is sent.
    #[cfg(feature = "read")]
    pub fn of_app(&self) -> Self {
        self.first(APP_TEXTS)
    }

    /// Those that the app is sent with the form for requests.
    #[cfg(feature = "read")]
    pub fn of_form(&self) -> Self {
        self.first(FORM_TEXTS)
    }

    #[cfg(feature = "read")]
    fn first(&self, texts: usize) -> Self {
        Self {
            code: self.code.clone(),
            plural: self.plural.clone(),
            texts: self.texts.iter().take(texts).cloned().collect(),
            ..*self
        }
    }

    /// The text of a word.
    pub fn say(&self, word: Word) -> &str {
        self.texts.get(word as usize).map_or("", String::as_str)
    }

    /// The text with its `{placeholders}` filled. A value is text, whatever stands in it: it is never filled again.
    pub fn fill(&self, word: Word, values: &[(&str, &str)]) -> String {
        fill(self.say(word), values)
    }

    /// A word with plural forms, for a number of things.
    pub fn count(&self, word: Word, number: u32) -> String {
        let form = word as usize + self.plural.category(number);
        fill(self.texts.get(form).map_or("", String::as_str), &[("n", &number.to_string())])
    }
}

fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('{') {
        filled.push_str(before);
        let (name, after) = behind.split_once('}').unwrap_or((behind, ""));
        filled.push_str(values.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value));
        rest = after;
    }
    filled + rest
}
