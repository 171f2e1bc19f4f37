//! The names that the parts of a site file know each other by: ids and language tags.

use super::checked_text::{Malformed, checked_text};

checked_text! {
    /// The id of a purpose or a service: `[a-z][a-z0-9-]*`.
    Id, check = id, pattern = "^[a-z][a-z0-9-]*$", example = "analytics"
}

checked_text! {
    /// A BCP 47 language tag, such as `en` or `pt-BR`.
    Language, check = language, pattern = "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", example = "en"
}

checked_text! {
    /// The id of a site, which its keys in localStorage end with: lower-case letters, digits, ".", "-" and "_", 64 at most.
    SiteId, check = site_id, pattern = "^[a-z0-9._-]{1,64}$", example = "example.com"
}

/// How long the id of a site is at most.
pub(super) const LONGEST_SITE_ID: usize = 64;

impl Id {
    /// The purpose that exists undeclared: what is strictly necessary.
    pub fn essential() -> Self {
        Self("essential".into())
    }
}

impl Language {
    /// The language of a file that names none.
    pub fn english() -> Self {
        Self("en".into())
    }
}

fn id(text: &str) -> Result<(), Malformed> {
    let plain = text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    if plain && text.starts_with(|first: char| first.is_ascii_lowercase()) {
        return Ok(());
    }
    Err(Malformed {
        what: "an id",
        fix: "begin with a small letter and use only small letters, digits and \"-\", as in \"social-media\"",
    })
}

/// Whether the id of a site may hold this character.
pub(super) fn is_of_site_id(c: char) -> bool {
    c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-' | '_')
}

fn site_id(text: &str) -> Result<(), Malformed> {
    if (1..=LONGEST_SITE_ID).contains(&text.len()) && text.chars().all(is_of_site_id) {
        return Ok(());
    }
    Err(Malformed {
        what: "the id of a site",
        fix: "use lower-case letters, digits, \".\", \"-\" and \"_\", 64 at most, as in \"example.com\"",
    })
}

fn language(text: &str) -> Result<(), Malformed> {
    let mut parts = text.split('-');
    let first = parts.next().unwrap_or_default();
    let known = matches!(first.len(), 2 | 3) && first.bytes().all(|byte| byte.is_ascii_lowercase());
    if known && parts.all(|part| (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
    {
        return Ok(());
    }
    Err(Malformed { what: "a language tag", fix: "write a BCP 47 tag, such as \"en\", \"de\" or \"pt-BR\"" })
}
