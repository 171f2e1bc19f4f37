//! A request as data: what a declared endpoint is sent, and what a visitor can save as a file.
//!
//! The names of a form that is sent without JavaScript are the same. Where the Data Rights Protocol 1.0 and the Data Privacy
//! Vocabulary have a name for something it stands beside ours; conformance to neither is claimed (only registered agents sign).

use serde::Serialize;

use super::{Answers, Asker, Offer, Place};
use crate::site::Day;

/// What the published shape is called.
pub const SCHEMA: &str = "courtesy-request/1";

/// A request.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema), schemars(title = "Courtesy request"))]
#[serde(rename_all = "camelCase")]
pub struct Request<'a> {
    /// The name of this shape.
    #[cfg_attr(feature = "read", schemars(extend("const" = SCHEMA)))]
    pub schema: &'static str,
    /// The same for each attempt to send the same request, so that two are not taken for two; also sent as `Idempotency-Key`.
    /// Absent where it was sent without JavaScript, as are all that are not required.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub id: &'a str,
    /// The site's name.
    pub site: &'a str,
    /// The language of the texts (BCP 47).
    pub language: &'a str,
    /// What is asked for, by the title that the visitor saw.
    pub right: &'a str,
    /// Where the visitor lives, as they said.
    pub place: Place,
    /// Who asks.
    pub who: Asker,
    /// The name of whoever asks; absent where none is needed.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub name: &'a str,
    /// The person that an agent or a guardian asks for.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub person: &'a str,
    /// `true` where an agent says that they have the person's signed permission.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub permission: bool,
    /// Where to answer an agent or a guardian; absent where the person asks.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub reply: &'a str,
    /// The address that the site knows the person by.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub email: &'a str,
    /// What else was written.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub text: &'a str,
    /// Which right, by its name in the site file.
    #[cfg_attr(feature = "read", schemars(with = "crate::site::RightKind"))]
    pub kind: &'a str,
    /// The law, by its name in the site file.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "read", schemars(with = "Option<crate::site::Regime>"))]
    pub law: Option<&'a str>,
    /// The article, cited in the visitor's language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub article: Option<&'a str>,
    /// Data Rights Protocol 1.0, `exercise`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exercise: Option<&'a str>,
    /// Data Privacy Vocabulary: the address of the concept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dpv: Option<&'a str>,
    /// Where the letter goes where it goes by mail.
    pub to: &'a str,
    /// The subject of the letter.
    pub subject: &'a str,
    /// The letter.
    pub letter: &'a str,
    /// The day it was written, in the visitor's time zone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub written_on: Option<Day>,
}

impl<'a> Request<'a> {
    /// The request that an offer and its answers make, of which only what was [shown](Answers::shown) is given.
    pub fn of(offer: &'a Offer, answers: &'a Answers, place: Place, written: Written<'a>) -> Self {
        let Written { id, site, language, letter, on } = written;
        Self {
            schema: SCHEMA,
            id,
            site,
            language,
            right: &offer.right,
            place,
            who: answers.who,
            name: &answers.name,
            person: &answers.person,
            permission: !answers.permission.is_empty(),
            reply: &answers.reply,
            email: &answers.email,
            text: &answers.text,
            kind: &offer.kind,
            law: offer.law.as_deref(),
            article: offer.article.as_deref(),
            exercise: offer.exercise.as_deref(),
            dpv: offer.dpv.as_deref(),
            to: &offer.to,
            subject: &offer.subject,
            letter,
            written_on: on,
        }
    }
}

/// When and in which words a request was written.
#[derive(Clone, Copy, Debug)]
pub struct Written<'a> {
    /// The key of its attempts.
    pub id: &'a str,
    /// The site's name.
    pub site: &'a str,
    /// The language.
    pub language: &'a str,
    /// The letter.
    pub letter: &'a str,
    /// The day.
    pub on: Option<Day>,
}
