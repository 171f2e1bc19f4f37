//! Who is responsible for the data, and how a visitor reaches them.

use serde::{Deserialize, Serialize};

use super::Email;

/// The controller (GDPR Article 4(7)); in California, the business.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema), schemars(rename = "Controller", deny_unknown_fields))]
#[serde(rename_all = "camelCase")]
pub struct Controller<T = String> {
    /// The name in law, with its form: `Example GmbH`.
    pub legal_name: Option<T>,
    /// Where the controller is established, as stated.
    pub place: Option<T>,
    /// How to reach it; the first is used where no role fits better.
    #[cfg_attr(feature = "read", schemars(length(min = 1)))]
    pub contacts: Vec<Contact>,
}

/// An address that is answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Contact {
    /// What the address is for.
    #[serde(default)]
    pub role: ContactRole,
    /// The e-mail address.
    pub email: Email,
}

/// What a contact is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ContactRole {
    /// Questions about privacy, and requests.
    Privacy,
    /// The data protection officer (GDPR Article 37).
    Dpo,
    /// Help with the service.
    Support,
    /// Everything.
    #[default]
    General,
}

impl<T> Controller<T> {
    /// Where a question about privacy goes: the privacy contact, else a general one, else the first.
    pub fn privacy_contact(&self) -> &Email {
        let of = |role| self.contacts.iter().find(|contact| contact.role == role);
        let chosen = of(ContactRole::Privacy).or_else(|| of(ContactRole::General));
        // Reading refuses a site without a contact.
        &chosen.unwrap_or(&self.contacts[0]).email
    }
}
