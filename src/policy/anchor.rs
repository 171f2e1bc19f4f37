//! The anchors that every policy page has, whatever its own numbering.

/// Cookies and storage.
pub const STORAGE: &str = "#storage";
/// Rights.
pub const RIGHTS: &str = "#rights";
/// Contact.
pub const CONTACT: &str = "#contact";
/// Changes of the policy.
pub const CHANGES: &str = "#changes";
/// All of them.
pub const ALL: [&str; 4] = [STORAGE, RIGHTS, CONTACT, CHANGES];
