//! The owner's texts: one for every language, or one for each that the site declares.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::control_characters::level;
use super::{Language, Site};

/// A site file as the owner writes it, in all its languages.
pub type SiteFile = Site<Translated>;

/// A text of the owner's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Translated {
    /// The same in every language.
    Same(String),
    /// One per declared language.
    Each(BTreeMap<Language, String>),
}

impl Translated {
    /// The text in that language, without what would turn the text around it. Reading makes sure that there is one for each declared language.
    pub fn in_language(&self, language: &Language) -> String {
        match self {
            Self::Same(text) => level(text),
            Self::Each(texts) => texts.get(language).map(|text| level(text)).unwrap_or_default(),
        }
    }
}

impl schemars::JsonSchema for Translated {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A text, or one per declared language: {\"en\": \"…\", \"de\": \"…\"}.",
            "anyOf": [
                { "type": "string", "minLength": 1 },
                { "type": "object", "additionalProperties": { "type": "string", "minLength": 1 }, "minProperties": 1 }
            ]
        })
    }
}
