//! What the view of choices is drawn of: the build writes it, the app reads it.

use serde::Serialize;

use crate::consent::{self, Record};
use crate::site::Json;
use crate::views::element::Element;

/// The choices of a site, in one language.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "each is the text that it names")]
pub struct Choices {
    pub title: String,
    pub intro: String,
    /// What Global Privacy Control does here, where the browser sends it.
    pub gpc: String,
    /// The purposes that store something, in the site's order.
    pub rows: Vec<Row>,
    /// Shown at a purpose that is not asked for.
    pub always: String,
    /// Shown at one that is on in the United Kingdom until the visitor objects.
    pub uk: String,
    /// Shown at one that a signal keeps off.
    pub signal: String,
    /// Shown at a sale that the visitor has opted out of (11 CCR 7026(g)).
    pub opted_out: String,
    /// The second step that turns it on all the same.
    pub sure: String,
    pub save: String,
    pub accept: String,
    pub refuse: String,
    pub receipt: String,
    /// The record that holds on this page. The loader adds it: it has it also where the browser would not store it.
    #[serde(skip)]
    pub record: Option<Record>,
}

/// A purpose, or a service that is chosen by itself.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Row {
    /// Its id.
    pub id: String,
    /// The label of its box, whatever its state.
    pub title: String,
    /// Whether it is not asked for.
    #[serde(rename = "always", skip_serializing_if = "std::ops::Not::not")]
    pub is_always: bool,
    /// What it is for: the description of its box.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<Element>,
    /// Who takes part, what is stored and how long.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub elements: Vec<Element>,
    /// The title of the group of its services, where there are several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub each: Option<String>,
    /// The services, where there are several.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<Row>,
}

impl Choices {
    /// The choices as the build wrote them; `None` where another version wrote them.
    pub fn read(json: &impl Json) -> Option<Self> {
        Some(Self {
            title: json.stated("title")?,
            intro: json.stated("intro")?,
            gpc: json.stated("gpc")?,
            rows: json.field("rows")?.list()?.iter().map(Row::read).collect::<Option<_>>()?,
            always: json.stated("always")?,
            uk: json.stated("uk")?,
            signal: json.stated("signal")?,
            opted_out: json.stated("optedOut")?,
            sure: json.stated("sure")?,
            save: json.stated("save")?,
            accept: json.stated("accept")?,
            refuse: json.stated("refuse")?,
            receipt: json.stated("receipt")?,
            record: json.field("record").and_then(|record| consent::read(&record).ok()),
        })
    }
}

impl Row {
    fn read(json: &impl Json) -> Option<Self> {
        Some(Self {
            id: json.stated("id")?,
            title: json.stated("title")?,
            is_always: json.field("always").is_some(),
            about: Element::list(json, "about"),
            elements: Element::list(json, "elements"),
            each: json.stated("each"),
            services: json.listed("services").iter().map(Self::read).collect::<Option<_>>()?,
        })
    }
}
