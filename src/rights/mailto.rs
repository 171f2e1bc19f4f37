//! `mailto:` addresses (RFC 6068), in which nothing that is quoted can add a field of its own.

use std::fmt::Write as _;

use crate::site::Email;

/// The address that opens a letter to `email`, with a subject where one is stated.
///
/// Everything but RFC 3986's unreserved characters is percent-encoded, line breaks and `&` included: a subject stays a subject.
pub fn mailto(email: &Email, subject: Option<&str>) -> String {
    let mut address = String::from("mailto:");
    // The at sign stays, the rest of an address may hold "?" and "&" (RFC 6068 section 2).
    let (name, host) = email.as_str().split_once('@').unwrap_or((email.as_str(), ""));
    encode(name, &mut address);
    address.push('@');
    encode(host, &mut address);
    if let Some(subject) = subject {
        address.push_str("?subject=");
        encode(subject, &mut address);
    }
    address
}

fn encode(text: &str, into: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            into.push(byte.into());
        } else {
            // Writing to a string cannot fail.
            let _ = write!(into, "%{byte:02X}");
        }
    }
}
