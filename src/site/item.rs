//! Items: every cookie and storage entry, the thing that the visitor has a right to be told about.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::web::{Malformed, written_as_text};
use super::{Id, Period};

/// The keys of localStorage that belong to the widget itself: the visitor's record, and the requests that they keep.
pub const OWN_KEYS: [&str; 2] = ["courtesy", "courtesy-requests"];

/// Something that is stored on the visitor's device or read from it (ePrivacy Directive Article 5(3)).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema), schemars(rename = "Item", deny_unknown_fields))]
#[serde(rename_all = "camelCase")]
pub struct Item<T = String> {
    /// Where it is stored; absent where the site does not say.
    pub kind: Option<ItemKind>,
    /// Its name or key; absent where the site does not say.
    #[cfg_attr(feature = "read", schemars(length(min = 1)))]
    pub name: Option<String>,
    /// Whether `name` is the whole name or its beginning.
    #[serde(default, rename = "match")]
    pub matches: Match,
    /// The path of a cookie, for removing it.
    pub path: Option<String>,
    /// The domain of a cookie, for removing it.
    pub domain: Option<String>,
    /// The id of the purpose it serves.
    pub purpose: Id,
    /// Who sets it: `site`, or the id of a service.
    pub set_by: Option<Setter>,
    /// When it is set.
    pub when: Option<T>,
    /// How long it lasts (Planet49, C-673/17: visitors must be told).
    pub duration: Option<Duration>,
    /// What it does.
    pub description: Option<T>,
    /// What does not work without it.
    pub without_it: Option<T>,
}

/// Where an item is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the platform's own names")]
pub enum ItemKind {
    Cookie,
    LocalStorage,
    SessionStorage,
    IndexedDb,
}

/// How an item's `name` is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Match {
    /// The whole name.
    #[default]
    Exact,
    /// Its beginning.
    Prefix,
}

/// Who sets an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Setter {
    /// The site itself.
    Site,
    /// The service of that id.
    Service(Id),
}

/// How long an item lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Duration {
    /// Until the browser is closed.
    Session,
    /// A period from when it is set.
    For(Period),
}

impl FromStr for Setter {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        if text == "site" { Ok(Self::Site) } else { text.parse().map(Self::Service) }
    }
}

impl std::fmt::Display for Setter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Site => f.write_str("site"),
            Self::Service(id) => id.fmt(f),
        }
    }
}

impl FromStr for Duration {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        if text == "session" { Ok(Self::Session) } else { text.parse().map(Self::For) }
    }
}

impl std::fmt::Display for Duration {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Session => f.write_str("session"),
            Self::For(period) => period.fmt(f),
        }
    }
}

written_as_text!(Setter, Duration);
#[cfg(feature = "read")]
super::web::text_schema!(Setter, pattern = "^[a-z][a-z0-9-]*$", example = "site");
#[cfg(feature = "read")]
super::web::text_schema!(Duration, pattern = "^(session|P[0-9YMWDTHS]+)$", example = "P1Y");
