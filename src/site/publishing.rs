//! Where the declaration is published: policy, requests, records, and the signals that are sent.

use serde::{Deserialize, Serialize};

use super::{Endpoint, Link, Malformed};

/// Where the policy comes from.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(try_from = "PolicyFields<T>")]
pub enum Policy<T = String> {
    /// The owner's own text, and which of its headings are the sections where that does not follow from their words.
    Source {
        /// A `.md`, `.html` or `.txt` file in the folder of the site file or below it: one, or one per language.
        source: T,
        /// The anchors of its headings.
        sections: Sections,
    },
    /// The owner's own page, and where in it the sections are.
    Url {
        /// The page.
        url: Link,
        /// Its anchors.
        sections: Sections,
    },
    /// Composed, with the owner's own summary.
    Composed {
        /// What is read first, in place of the composed lines.
        summary: T,
    },
}

/// The anchors of an owner's own policy, with their `#`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[serde(default)]
pub struct Sections {
    /// Cookies and storage.
    pub storage: Option<Anchor>,
    /// Rights.
    pub rights: Option<Anchor>,
    /// Contact.
    pub contact: Option<Anchor>,
    /// Changes of the policy; in an owner's own text that part is made of `changes.log`.
    pub changes: Option<Anchor>,
}

super::checked_text::checked_text! {
    /// An anchor of a page, with its `#`.
    Anchor, check = anchor, pattern = "^#\\S+$", example = "#storage"
}

fn anchor(text: &str) -> Result<(), Malformed> {
    if text.len() > 1 && text.starts_with('#') && !text.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return Ok(());
    }
    Err(Malformed { what: "an anchor", fix: "write the heading's id behind a \"#\", as in \"#storage\"" })
}

/// Where requests go: `endpoint`, or the owner's own page at `url`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "RequestsFields", into = "RequestsFields")]
pub enum Requests {
    /// An address that takes a POST.
    Endpoint(Endpoint),
    /// The owner's own page.
    Url(Link),
}

/// Where a copy of each decision is sent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Records {
    /// An address that takes a POST.
    pub endpoint: Endpoint,
}

impl Records {
    /// The server that it is on, as visitors read it.
    pub fn host(&self) -> &str {
        self.endpoint.host()
    }
}

/// A consent signal of Google's consent mode, version 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "Google's own names")]
pub enum ConsentSignal {
    AdStorage,
    AdUserData,
    AdPersonalization,
    AnalyticsStorage,
    FunctionalityStorage,
    PersonalizationStorage,
    SecurityStorage,
}

/// A consent signal of Microsoft's: `ad_storage` of UET and Clarity, `analytics_storage` of Clarity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "Microsoft's own names")]
pub enum MicrosoftSignal {
    AdStorage,
    AnalyticsStorage,
}

/// The law to go by where the page does not say. `uk` and `ch` are not among them: only a server that knows where the visitor is may
/// give one of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Jurisdiction {
    /// The European Union and the EEA.
    Eu,
    /// California.
    UsCa,
    /// The other states of the US.
    Us,
    /// Anywhere else.
    Other,
}

/// The policy as the file writes it: one of `source`, `url` and `summary`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema), schemars(rename = "Policy", deny_unknown_fields))]
#[serde(default, bound(deserialize = "T: Deserialize<'de>"))]
struct PolicyFields<T> {
    /// The owner's own text: a `.md`, `.html` or `.txt` file in the folder of the site file or below it. One, or one per language.
    source: Option<T>,
    /// The owner's own page.
    url: Option<Link>,
    /// Where in the text or the page the sections are.
    sections: Option<Sections>,
    /// What visitors read first in the composed policy, in place of the lines that Courtesy makes of your facts: up to three short
    /// lines.
    summary: Option<T>,
}

/// Requests as the file writes them: one of `endpoint` and `url`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema), schemars(rename = "Requests", deny_unknown_fields))]
#[serde(default)]
struct RequestsFields {
    /// An address that takes a POST.
    endpoint: Option<Endpoint>,
    /// The owner's own page.
    url: Option<Link>,
}

impl<T> Default for PolicyFields<T> {
    fn default() -> Self {
        Self { source: None, url: None, sections: None, summary: None }
    }
}

impl<T> TryFrom<PolicyFields<T>> for Policy<T> {
    type Error = Malformed;

    fn try_from(fields: PolicyFields<T>) -> Result<Self, Malformed> {
        let sections = fields.sections.unwrap_or_default();
        match (fields.source, fields.url, fields.summary) {
            (Some(source), None, None) => Ok(Self::Source { source, sections }),
            (None, Some(url), None) => Ok(Self::Url { url, sections }),
            (None, None, Some(summary)) => Ok(Self::Composed { summary }),
            _ => Err(Malformed { what: "one policy", fix: "give one of source, url and summary" }),
        }
    }
}

impl<T: Serialize> Serialize for Policy<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let empty = PolicyFields::default();
        let fields = match self {
            Self::Source { source, sections } => {
                PolicyFields { source: Some(source), sections: Some(sections.clone()), ..empty }
            }
            Self::Url { url, sections } => {
                PolicyFields { url: Some(url.clone()), sections: Some(sections.clone()), ..empty }
            }
            Self::Composed { summary } => PolicyFields { summary: Some(summary), ..empty },
        };
        fields.serialize(serializer)
    }
}

impl TryFrom<RequestsFields> for Requests {
    type Error = Malformed;

    fn try_from(fields: RequestsFields) -> Result<Self, Malformed> {
        match (fields.endpoint, fields.url) {
            (Some(endpoint), None) => Ok(Self::Endpoint(endpoint)),
            (None, Some(url)) => Ok(Self::Url(url)),
            _ => Err(Malformed { what: "one way for requests", fix: "give either endpoint or url" }),
        }
    }
}

impl From<Requests> for RequestsFields {
    fn from(requests: Requests) -> Self {
        match requests {
            Requests::Endpoint(endpoint) => Self { endpoint: Some(endpoint), url: None },
            Requests::Url(url) => Self { endpoint: None, url: Some(url) },
        }
    }
}

#[cfg(feature = "read")]
super::one_of::one_of!(Policy<T>, PolicyFields<T>, ["source", "url", "summary"], {}, where T: schemars::JsonSchema);
#[cfg(feature = "read")]
super::one_of::one_of!(Requests, RequestsFields, ["endpoint", "url"], {});
