//! What all parts of a receipt share: how they write what a site does not state, and references (W3C DPV in JSON-LD).

use serde_json::{Value, json};

use crate::site::{Exemption, Purpose, Site};

/// The value of a mandatory field that the site does not state. It is read by machines, so it is the same in every language.
pub(super) const NOT_STATED: &str = "not stated";

/// A value, or [`NOT_STATED`] for null and an empty list.
pub(super) fn or_not_stated(value: Value) -> Value {
    if value.is_null() || value == json!([]) { json!(NOT_STATED) } else { value }
}

/// A reference to a concept of DPV, or to a node that the receipt describes elsewhere.
pub(super) fn reference(id: &str) -> Value {
    json!({ "@id": id })
}

/// The purposes that a receipt lists: all but those that store nothing.
pub(super) fn listed_purposes(site: &Site) -> impl Iterator<Item = &Purpose> {
    site.stated_purposes().filter(|purpose| purpose.exemption != Some(Exemption::NoStorage))
}
