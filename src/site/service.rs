//! Services: who else takes part (GDPR Article 13(1)(e): the recipients).

use serde::{Deserialize, Serialize};

use super::{Id, Link};

/// A company, a platform or a library that the site works with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema), schemars(rename = "Service", deny_unknown_fields))]
#[serde(rename_all = "camelCase")]
pub struct Service<T = String> {
    /// The id that items name in `setBy`.
    pub id: Id,
    /// Its name; absent where the site names none.
    pub name: Option<T>,
    /// What it does for the site.
    pub role: Option<T>,
    /// What it is to the site.
    pub kind: Option<ServiceKind>,
    /// The purposes it serves.
    #[serde(default)]
    pub purposes: Vec<Id>,
    /// Its own privacy policy.
    pub policy_url: Option<Link>,
    /// The data it receives or gives.
    pub data: Option<T>,
}

/// What a service is to the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ServiceKind {
    /// Handles data on the site's behalf (GDPR Article 4(8)).
    Processor,
    /// A place of its own that the visitor connects or publishes to.
    Platform,
    /// Code that the site runs itself; nobody else receives anything.
    Library,
    /// Gives data to the site.
    Source,
}
