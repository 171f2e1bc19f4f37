//! A letter as the build words it: the right, the recipient, the texts and the deadlines. The form adds what the visitor fills in.
//!
//! A right that a visitor uses in their account needs no letter.

use serde::Serialize;

use super::{Clock, RequiredFields};
use crate::site::{Json, Period};

/// A letter without the visitor's details.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LetterTemplate {
    /// Which right, by its name in the site file.
    pub kind: String,
    /// Its title.
    pub right: String,
    /// The law that gives it, by its name in the site file; `None` where the visitor's place of residence is unknown.
    pub law: Option<String>,
    /// The article, cited.
    pub article: Option<String>,
    /// Its name in the Data Rights Protocol 1.0.
    pub exercise: Option<String>,
    /// Its concept in the Data Privacy Vocabulary, as an address.
    pub dpv: Option<String>,
    /// The email address that the letter goes to; empty where the site has none.
    pub to: String,
    /// Where it goes without one: a form, a postal address or a telephone number, as visitors read it.
    pub elsewhere: String,
    /// Its subject, exactly as the site file has it, if it has one.
    pub subject: String,
    /// What it asks for.
    pub request_text: String,
    /// By when an answer is due, in words.
    pub deadline_text: String,
    /// The time limits that it starts.
    pub clocks: Vec<Clock>,
    /// How soon the site promises to answer.
    pub promise: Option<Period>,
    /// Where the site does not name the law: a sentence that the law may not apply to it.
    pub applicability: String,
    /// Remarks on the time limits.
    pub notes: Vec<String>,
    /// What the visitor has to fill in.
    pub required_fields: RequiredFields,
}

impl LetterTemplate {
    /// Reads what the build wrote; a missing field is empty.
    pub fn read(json: &impl Json) -> Self {
        Self {
            kind: json.said("kind"),
            right: json.said("right"),
            law: json.stated("law"),
            article: json.stated("article"),
            exercise: json.stated("exercise"),
            dpv: json.stated("dpv"),
            to: json.said("to"),
            elsewhere: json.said("elsewhere"),
            subject: json.said("subject"),
            request_text: json.said("requestText"),
            deadline_text: json.said("deadlineText"),
            clocks: json.listed("clocks").iter().filter_map(|clock| Clock::named(&clock.text()?)).collect(),
            promise: json.stated("promise").and_then(|period| period.parse().ok()),
            applicability: json.said("applicability"),
            notes: json.listed("notes").iter().filter_map(Json::text).collect(),
            required_fields: RequiredFields::named(&json.said("requiredFields")),
        }
    }
}
