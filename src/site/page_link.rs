//! Further pages of the owner's that every visitor must find: an imprint, terms.

use serde::{Deserialize, Serialize};

use super::Link;

/// A page of the owner's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema), schemars(rename = "PageLink", deny_unknown_fields))]
pub struct PageLink<T = String> {
    /// What visitors read, such as "Imprint"; 40 characters at most.
    pub title: T,
    /// Where it leads: a web address, or a path on the same site such as `/imprint`.
    pub url: Link,
}
