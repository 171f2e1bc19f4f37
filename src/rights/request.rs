//! A request as data: what is sent to the site's endpoint, and what a visitor can save as a file.
//!
//! A form that is sent without JavaScript uses the same names. Where the Data Rights Protocol 1.0 or the Data Privacy Vocabulary has a
//! name for something, the request has it as well; conformance to neither is claimed (only registered agents sign).

use serde::Serialize;

use super::{Asker, FormValues, LetterTemplate, Place};
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
    /// The name of the person who asks; absent where none is needed.
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
    /// The request that a template and the [shown](FormValues::shown) values of the form make.
    pub fn of(template: &'a LetterTemplate, values: &'a FormValues, place: Place, submission: Submission<'a>) -> Self {
        let Submission { id, site, language, letter, on } = submission;
        Self {
            schema: SCHEMA,
            id,
            site,
            language,
            right: &template.right,
            place,
            who: values.who,
            name: &values.name,
            person: &values.person,
            permission: !values.permission.is_empty(),
            reply: &values.reply,
            email: &values.email,
            text: &values.text,
            kind: &template.kind,
            law: template.law.as_deref(),
            article: template.article.as_deref(),
            exercise: template.exercise.as_deref(),
            dpv: template.dpv.as_deref(),
            to: &template.to,
            subject: &template.subject,
            letter,
            written_on: on,
        }
    }
}

/// The rest of a request: its id, the site, the language, the letter and the day.
#[derive(Clone, Copy, Debug)]
pub struct Submission<'a> {
    /// The same for each attempt to send it.
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
