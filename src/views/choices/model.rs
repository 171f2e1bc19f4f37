//! What the view of choices shows, as the build wrote it; and what a visitor decides there.

use crate::consent::{self, Answers, Assent, Method, Record};
use crate::site::Json;
use crate::views::element::Element;
use crate::views::rights::model::elements;

/// The choices of a site, in one language.
#[derive(Clone, Debug)]
#[allow(missing_docs, reason = "each is the text that it names")]
pub struct Choices {
    pub title: String,
    pub intro: String,
    /// What Global Privacy Control does here, where the browser sends it.
    pub gpc: String,
    /// The purposes that store something, in the site's order.
    pub rows: Vec<Row>,
    /// Said of a purpose that is not asked for.
    pub always: String,
    /// Said of one that is on in the United Kingdom until the visitor objects.
    pub uk: String,
    /// Said of one that a signal keeps off.
    pub signal: String,
    /// Said of a sale that the visitor has opted out of (11 CCR 7026(g)).
    pub opted_out: String,
    /// The second step that turns it on all the same.
    pub sure: String,
    pub save: String,
    pub accept: String,
    pub refuse: String,
    pub receipt: String,
    /// The record that holds on this page; the loader has it, also where the browser would not keep it.
    pub record: Option<Record>,
}

/// A purpose, or a service that is chosen by itself.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its id.
    pub id: String,
    /// What its box is called, whatever its state.
    pub title: String,
    /// Whether it is not asked for.
    pub is_always: bool,
    /// What it is for: what describes its box.
    pub about: Vec<Element>,
    /// Who takes part, what is stored and how long.
    pub elements: Vec<Element>,
    /// What the group of its services is called.
    pub each: String,
    /// The services, where there are several.
    pub services: Vec<Row>,
}

/// What a visitor decided, in one act.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// Yes or no by key; none where the notice was only closed.
    pub answers: Answers,
    /// By which act.
    pub method: Method,
    /// How plainly.
    pub assent: Assent,
}

impl Decision {
    /// The notice was closed, and nothing answered.
    pub fn dismissal() -> Self {
        Self { answers: Answers::default(), method: Method::Dismiss, assent: Assent::Plain }
    }
}

impl Choices {
    /// The choices as the build wrote them.
    pub fn read(json: &impl Json) -> Self {
        Self {
            title: json.said("title"),
            intro: json.said("intro"),
            gpc: json.said("gpc"),
            rows: json.listed("rows").iter().map(Row::read).collect(),
            always: json.said("always"),
            uk: json.said("uk"),
            signal: json.said("signal"),
            opted_out: json.said("optedOut"),
            sure: json.said("sure"),
            save: json.said("save"),
            accept: json.said("accept"),
            refuse: json.said("refuse"),
            receipt: json.said("receipt"),
            record: json.field("record").and_then(|record| consent::read(&record).ok()),
        }
    }
}

impl Row {
    fn read(json: &impl Json) -> Self {
        Self {
            id: json.said("id"),
            title: json.said("title"),
            is_always: json.field("always").and_then(|always| always.flag()).unwrap_or_default(),
            about: elements(json, "about"),
            elements: elements(json, "elements"),
            each: json.said("each"),
            services: json.listed("services").iter().map(Self::read).collect(),
        }
    }
}
