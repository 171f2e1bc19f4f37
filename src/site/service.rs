//! Services: who else takes part (GDPR Article 13(1)(e): the recipients).

use serde::{Deserialize, Serialize};

use super::{Country, Id, Link};

/// A company, a platform or a library that the site works with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema), schemars(rename = "Service", deny_unknown_fields))]
#[serde(rename_all = "camelCase", bound(deserialize = "T: Deserialize<'de>"))]
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
    /// The country in which it is established; visitors read its name in their language.
    pub country: Option<Country>,
    /// Its postal address, one text for each line, without the country.
    #[serde(default)]
    pub address: Vec<T>,
}

impl<T> Service<T> {
    /// Whether it receives data, as far as the site declares it: a library that the site hosts does not, unless the site names the data.
    pub fn receives_data(&self) -> bool {
        match self.kind {
            Some(ServiceKind::Library) => self.data.is_some(),
            Some(ServiceKind::Source) => false,
            _ => true,
        }
    }
}

/// What a service is to the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ServiceKind {
    /// Handles data on the site's behalf (GDPR Article 4(8)).
    Processor,
    /// Decides by itself what it uses the data for: a controller of its own (GDPR Article 4(7)).
    Controller,
    /// Decides together with the site: a joint controller (GDPR Article 26).
    JointController,
    /// A place of its own that the visitor connects or publishes to.
    Platform,
    /// Code that the site runs itself; nobody else receives anything.
    Library,
    /// Gives data to the site.
    Source,
}
