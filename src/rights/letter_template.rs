//! What a visitor can ask for by letter: each right as the site states it, and those that the law gives besides, for one place.
//!
//! The build writes offers, worded; the form only fills them in. A right with a way of its own in the account needs no letter.

use serde::Serialize;

use super::{Clock, Needs};
use crate::site::{Json, Period};

/// A letter that can be written.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Offer {
    /// Which right, by its name in the site file.
    pub kind: String,
    /// What it is called.
    pub right: String,
    /// The law that gives it, as the site file names laws; none where nobody said where the visitor lives.
    pub law: Option<String>,
    /// The article, cited.
    pub article: Option<String>,
    /// Its name in the Data Rights Protocol 1.0.
    pub exercise: Option<String>,
    /// Its concept in the Data Privacy Vocabulary, as an address.
    pub dpv: Option<String>,
    /// The email address that the letter goes to; empty where the site has none.
    pub to: String,
    /// Where it goes instead: a form, a postal address or a telephone number, as visitors read it.
    pub elsewhere: String,
    /// Its subject, to the letter where the site states one.
    pub subject: String,
    /// What it asks.
    pub plea: String,
    /// By when an answer is due, in words.
    pub wait: String,
    /// Which clocks run.
    pub clocks: Vec<Clock>,
    /// The site's own promise.
    pub promise: Option<Period>,
    /// Where the site does not name the law: that what is said of it holds where it applies.
    pub hedge: String,
    /// What is to be known about the clocks.
    pub notes: Vec<String>,
    /// What has to be filled in.
    pub needs: Needs,
}

impl Offer {
    /// An offer as the build wrote it; what it left out is empty.
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
            plea: json.said("plea"),
            wait: json.said("wait"),
            clocks: json.listed("clocks").iter().filter_map(|clock| Clock::named(&clock.text()?)).collect(),
            promise: json.stated("promise").and_then(|period| period.parse().ok()),
            hedge: json.said("hedge"),
            notes: json.listed("notes").iter().filter_map(Json::text).collect(),
            needs: Needs::named(&json.said("needs")),
        }
    }
}
