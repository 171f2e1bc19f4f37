//! Collected data: what is collected, from where, and what for (GDPR Articles 13 and 14).

use serde::{Deserialize, Serialize};

use super::Id;

/// A group of data that is collected together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema), schemars(rename = "Collected", deny_unknown_fields))]
#[serde(bound(deserialize = "T: Deserialize<'de>"))]
pub struct Collected<T = String> {
    /// The group's name, such as "Account".
    pub group: Option<T>,
    /// Each kind of data in it.
    #[serde(default)]
    pub data: Vec<T>,
    /// Where it comes from.
    pub source: Option<Source>,
    /// The purposes it is used for.
    #[serde(default)]
    pub purposes: Vec<Id>,
}

/// Where data comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// The visitor gives it.
    Given,
    /// It arises while the site is used.
    Automatic,
    /// Somebody else gives it (GDPR Article 14).
    ThirdParty,
}
