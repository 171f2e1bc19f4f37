//! Items: every cookie and storage entry, what a visitor has a right to be informed about.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::checked_text::{Malformed, written_as_text};
#[cfg(feature = "read")]
use super::pattern::ANY;
use super::pattern::{Match, parts};
use super::{Id, Period};

/// How the widget's keys in localStorage begin, before the site's id: the visitor's record, and the requests that they keep.
pub const OWN_KEYS: [&str; 2] = ["courtesy:", "courtesy-requests:"];

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
    /// How `name` is meant: the whole name (`exact`, unless you say otherwise), its beginning (`prefix`), or a pattern in which `*`
    /// matches any run of characters (`pattern`). Names are case-sensitive.
    #[serde(rename = "match")]
    pub matches: Option<Match>,
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
    /// How long it lasts (Planet49, C-673/17): `session`, a period such as `P1Y`, or `until-erased`. Left out, local storage and
    /// IndexedDB databases stay until they are erased, and session storage ends with the session: so they work.
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

impl<T> Item<T> {
    /// How its name is meant.
    pub fn matches(&self) -> Match {
        self.matches.unwrap_or_default()
    }

    /// What it is called where it has no description: its name, with "…" for what may be between the parts of a pattern.
    #[cfg(feature = "read")]
    pub(crate) fn called(&self) -> Option<String> {
        let name = super::level(self.name.as_deref()?);
        Some(if self.matches() == Match::Pattern { name.replace(ANY, "…") } else { name })
    }

    /// What of its name does not change (see [`parts`]); `None` for a whole name, and for an item without one.
    pub fn parts(&self) -> Option<Vec<&str>> {
        parts(self.name.as_deref()?, self.matches())
    }
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
    /// Until the visitor or the browser erases it, as local storage and databases stay.
    UntilErased,
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
        match text {
            "session" => Ok(Self::Session),
            "until-erased" => Ok(Self::UntilErased),
            _ if means(text, ENDLESS) => Err(Malformed {
                what: "how long an item lasts",
                fix: "write \"until-erased\" for what stays until the visitor or the browser erases it",
            }),
            _ if means(text, BRIEF) => Err(Malformed {
                what: "how long an item lasts",
                fix: "write \"session\" for what ends when the browser is closed",
            }),
            _ => text.parse().map(Self::For).map_err(|_| Malformed {
                what: "how long an item lasts",
                fix: "write an ISO 8601 duration such as \"P1Y\", \"P90D\" or \"PT30M\", or \"session\", or \"until-erased\"",
            }),
        }
    }
}

/// How else owners say that something stays, and that it ends with the browser: letters only, because they write spaces, "-" and "_".
const ENDLESS: &[&str] = &[
    "endless",
    "eternal",
    "eternally",
    "ever",
    "forever",
    "indefinite",
    "indefinitely",
    "infinite",
    "infinity",
    "manual",
    "manually",
    "never",
    "neverexpires",
    "noexpiration",
    "noexpiry",
    "none",
    "noend",
    "nolimit",
    "permanent",
    "permanently",
    "persist",
    "persistent",
    "persistently",
    "persisted",
    "unlimited",
    "untilcleared",
    "untildeleted",
    "untilerased",
    "untilremoved",
];
const BRIEF: &[&str] = &["browsersession", "sessioncookie", "sessiononly", "sessionstorage", "tab", "untilclosed"];

fn means(text: &str, words: &[&str]) -> bool {
    let letters: String = text.chars().filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_lowercase()).collect();
    words.contains(&letters.as_str())
}

impl<T> Item<T> {
    /// How long it lasts: as declared, and else as what is stored there lasts by itself.
    pub fn lasts(&self) -> Option<Duration> {
        let by_itself = |kind| match kind {
            ItemKind::LocalStorage | ItemKind::IndexedDb => Some(Duration::UntilErased),
            ItemKind::SessionStorage => Some(Duration::Session),
            ItemKind::Cookie => None,
        };
        self.duration.or_else(|| self.kind.and_then(by_itself))
    }
}

impl std::fmt::Display for Duration {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Session => f.write_str("session"),
            Self::UntilErased => f.write_str("until-erased"),
            Self::For(period) => period.fmt(f),
        }
    }
}

written_as_text!(Setter, Duration);
#[cfg(feature = "read")]
super::checked_text::text_schema!(Setter, pattern = "^[a-z][a-z0-9-]*$", example = "site");
#[cfg(feature = "read")]
super::checked_text::text_schema!(Duration, pattern = "^(session|until-erased|P[0-9YMWDTHS]+)$", example = "P1Y");
