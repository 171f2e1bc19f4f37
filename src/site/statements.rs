//! What a site states beyond storage: children, transfers, changes, and the claims that `check` holds it to.

use serde::{Deserialize, Serialize};

use super::{Day, Period};

/// What is stated about children.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema), schemars(rename = "Children", deny_unknown_fields))]
#[serde(rename_all = "camelCase")]
pub struct Children<T = String> {
    /// The age in years below which the site is not meant to be used.
    #[cfg_attr(feature = "read", schemars(range(min = 1, max = 21)))]
    pub minimum_age: Option<u8>,
    /// What else is stated.
    pub note: Option<T>,
}

/// Transfers of data to other countries (GDPR Articles 44 to 49).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema), schemars(rename = "Transfers", deny_unknown_fields))]
#[serde(bound(deserialize = "T: Deserialize<'de>"))]
pub struct Transfers<T = String> {
    /// The countries, as visitors shall read them: a name, or an ISO 3166-1 code such as `US`.
    #[serde(default)]
    pub to: Vec<T>,
    /// The safeguard that is named, such as standard contractual clauses (GDPR Article 46).
    pub safeguard: Option<T>,
}

/// How changes of the policy are announced.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema), schemars(rename = "Changes", deny_unknown_fields))]
#[serde(rename_all = "camelCase", bound(deserialize = "T: Deserialize<'de>"))]
pub struct Changes<T = String> {
    /// Through which channels.
    #[serde(default)]
    pub channels: Vec<Channel>,
    /// Whether all the channels are used, or any of them.
    pub channels_mean: Option<ChannelsMean>,
    /// What the site says counts as acceptance. Visitors read it; it is never recorded as acceptance.
    pub acceptance: Option<Acceptance>,
    /// How long before it takes effect a change is announced.
    pub lead_time: Option<Period>,
    /// The changes themselves, newest first or last.
    #[serde(default)]
    pub log: Vec<Change<T>>,
}

/// A way to tell of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// By e-mail.
    Email,
    /// Inside the service.
    InApp,
    /// On the policy page.
    Page,
}

/// How several channels are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ChannelsMean {
    /// One of them.
    Any,
    /// Every one of them.
    All,
    /// "And/or": one or more.
    AnyOrAll,
}

/// What a site says counts as acceptance of a changed policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Acceptance {
    /// Going on using the site.
    ContinuedUse,
}

/// One change of the policy.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema), schemars(rename = "Change", deny_unknown_fields))]
pub struct Change<T = String> {
    /// The day it was published.
    pub on: Day,
    /// The day it takes effect.
    pub effective: Option<Day>,
    /// What changed, in a sentence.
    pub what: T,
}

/// A statement that `courtesy check` holds against the rest of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Claim {
    /// Data, or a part of it, is not shared with third parties.
    NotShared,
    /// No analytics tools are used.
    NoAnalytics,
    /// Nothing tracks the visitor.
    NoTracking,
    /// Only what the site needs to work is stored on the device.
    OnlyNecessary,
    /// No advertising.
    NoAds,
}
