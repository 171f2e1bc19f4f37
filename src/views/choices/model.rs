//! What the view of choices is drawn of: the build writes it, the app reads it.

use serde::Serialize;

use crate::consent::{self, Record};
use crate::site::Json;
use crate::views::element::Element;
use crate::views::required::Required;

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
    /// The label of the second step that turns it on against a signal, for a sale.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sure: Option<String>,
    /// The services, where there are several.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<Row>,
}

impl Choices {
    /// The choices as the build wrote them; `None` where another version wrote them.
    pub fn read(json: &impl Json) -> Option<Self> {
        let required = Required::default();
        let text = |name| required.text(json, name);
        required.complete(Self {
            title: text("title"),
            intro: text("intro"),
            gpc: text("gpc"),
            rows: required.list(json, "rows").iter().map(|row| Row::read(row, &required)).collect(),
            always: text("always"),
            uk: text("uk"),
            signal: text("signal"),
            opted_out: text("optedOut"),
            save: text("save"),
            accept: text("accept"),
            refuse: text("refuse"),
            receipt: text("receipt"),
            record: json.field("record").and_then(|record| consent::read(&record).ok()),
        })
    }
}

impl Row {
    fn read(json: &impl Json, required: &Required) -> Self {
        Self {
            id: required.text(json, "id"),
            title: required.text(json, "title"),
            is_always: json.field("always").is_some(),
            about: Element::list(json, "about"),
            elements: Element::list(json, "elements"),
            each: json.stated("each"),
            sure: json.stated("sure"),
            services: json.listed("services").iter().map(|service| Self::read(service, required)).collect(),
        }
    }
}
