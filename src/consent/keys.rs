//! Keys: of localStorage, and of choices, which are a purpose (`analytics`) or one of its services (`analytics/plausible`).

/// The key of localStorage that holds the record of the site with that id.
pub fn key(site: &str) -> String {
    crate::site::OWN_KEYS[0].to_owned() + site
}

/// The purpose of a key.
pub(super) fn purpose_of(key: &str) -> &str {
    key.split_once('/').map_or(key, |(purpose, _)| purpose)
}

/// Whether a list of purposes has the purpose of a key.
pub(super) fn has_purpose_of(purposes: &[String], key: &str) -> bool {
    purposes.iter().any(|purpose| purpose == purpose_of(key))
}
