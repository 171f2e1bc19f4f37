//! How visitors reach the owner: by email, telephone, post or a form.

use serde::{Deserialize, Serialize};

use super::{Email, Link, Phone};

/// A way to reach the owner that is answered: at least one of `email`, `phone`, `post` and `url`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "read",
    derive(schemars::JsonSchema),
    schemars(rename = "Contact", deny_unknown_fields, extend("anyOf" = WAYS.map(|way| serde_json::json!({ "required": [way] }))))
)]
#[serde(bound(deserialize = "T: Deserialize<'de>"))]
pub struct Contact<T = String> {
    /// What it is for.
    #[serde(default)]
    pub role: ContactRole,
    /// The email address.
    pub email: Option<Email>,
    /// The telephone number, with its country code.
    pub phone: Option<Phone>,
    /// The postal address, one text for each of its lines.
    #[serde(default)]
    pub post: Vec<T>,
    /// The page with a form that reaches you.
    pub url: Option<Link>,
}

/// The fields of which a contact has at least one.
#[cfg(feature = "read")]
const WAYS: [&str; 4] = ["email", "phone", "post", "url"];

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
