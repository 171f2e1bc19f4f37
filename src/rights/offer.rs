//! What a visitor can ask for by letter: each right as the site states it, and those that the law gives besides, for one place.
//!
//! The build writes offers, worded; the form only fills them in. A right with a way of its own in the account needs no letter.

use serde::{Deserialize, Serialize};

use super::{Clock, Needs};
use crate::site::Period;

/// A letter that can be written.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Offer {
    /// Which right, by its name in the site file.
    pub kind: String,
    /// What it is called.
    pub right: String,
    /// The law that gives it, as the site file names laws; none where nobody said where the visitor lives.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub law: Option<String>,
    /// The article, cited.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub article: Option<String>,
    /// Its name in the Data Rights Protocol 1.0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exercise: Option<String>,
    /// Its concept in the Data Privacy Vocabulary, as an address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dpv: Option<String>,
    /// Where the letter goes.
    pub to: String,
    /// Its subject, to the letter where the site states one.
    pub subject: String,
    /// What it asks.
    pub plea: String,
    /// By when an answer is due, in words.
    pub wait: String,
    /// Which clocks run.
    pub clocks: Vec<Clock>,
    /// The site's own promise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub promise: Option<Period>,
    /// What has to be filled in.
    pub needs: Needs,
}
