//! The words of one language as a table of texts, as the build writes it and the app reads it.

use serde::Serialize;

#[cfg(feature = "read")]
use super::word::{APP_TEXTS, FORM_TEXTS};
use super::word::{SHAPE, Word};
use super::{Direction, Plural};
use crate::json::Json;

/// The words of one language, in the order of [`Word`].
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Words {
    pub(super) shape: &'static str,
    /// Their language (BCP 47), for the names that no word here is: those of countries.
    #[cfg(feature = "read")]
    pub(crate) code: String,
    /// How the language is written.
    pub direction: Direction,
    pub(super) plural: Plural,
    pub(super) texts: Vec<String>,
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

    /// The text with its `{placeholders}` filled. A value is plain text: placeholders in it are not filled again.
    pub fn fill(&self, word: Word, values: &[(&str, &str)]) -> String {
        fill(self.say(word), values)
    }

    /// A word with plural forms, for a number of things.
    pub(super) fn plural_form(&self, word: Word, number: u32) -> &str {
        let form = word as usize + self.plural.category(number);
        self.texts.get(form).map_or("", String::as_str)
    }
}

pub(super) fn fill(text: &str, values: &[(&str, &str)]) -> String {
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
