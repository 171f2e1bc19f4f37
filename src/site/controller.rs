//! Who is responsible for the data, and how a visitor reaches them.

use serde::{Deserialize, Serialize};

use super::{Contact, ContactRole, Country, Email};

/// The controller (GDPR Article 4(7)); in California, the business.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema), schemars(rename = "Controller", deny_unknown_fields))]
#[serde(rename_all = "camelCase", bound(deserialize = "T: Deserialize<'de>"))]
pub struct Controller<T = String> {
    /// The name in law, with its form: `Example GmbH`.
    pub legal_name: Option<T>,
    /// Where the controller is established, in your words; `address` and `country` say it exactly.
    pub place: Option<T>,
    /// The postal address, one text for each of its lines, without the country.
    #[serde(default)]
    pub address: Vec<T>,
    /// The country in which the controller is established; visitors read its name in their language.
    pub country: Option<Country>,
    /// How to reach it; the first is used where no role fits better.
    #[cfg_attr(feature = "read", schemars(length(min = 1)))]
    pub contacts: Vec<Contact<T>>,
}

impl<T> Controller<T> {
    /// Where a question about privacy goes: the privacy contact, else a general one, else the first.
    pub fn privacy_contact(&self) -> Option<&Contact<T>> {
        self.preferred(|_| true)
    }

    /// The address that a letter about privacy is sent to by email; `None` where no contact has one.
    pub fn privacy_email(&self) -> Option<&Email> {
        self.preferred(|contact| contact.email.is_some()).and_then(|contact| contact.email.as_ref())
    }

    fn preferred(&self, is_wanted: fn(&Contact<T>) -> bool) -> Option<&Contact<T>> {
        let of = |role| self.contacts.iter().find(|contact| contact.role == role && is_wanted(contact));
        let first = || self.contacts.iter().find(|contact| is_wanted(contact));
        of(ContactRole::Privacy).or_else(|| of(ContactRole::General)).or_else(first)
    }
}
