//! Email addresses: all that the standards allow (RFC 5321 and 5322, and RFC 6531 for those of other alphabets).

use super::checked_text::{Malformed, checked_text};

checked_text! {
    /// An email address, such as `privacy@example.com`. All forms of RFC 5321 and RFC 6531 are taken: a quoted name, letters of any
    /// alphabet, an address literal such as `[192.0.2.1]`.
    Email, check = email, pattern = "^(\"([^\"\\\\]|\\\\.)*\"|[^@\\s\"]+)@[^@\\s]+$", example = "privacy@example.com"
}

/// How long the name before the "@" is at most, and the whole (RFC 5321, 4.5.3.1), in bytes.
const LONGEST_NAME: usize = 64;
const LONGEST: usize = 254;

impl Email {
    /// The name before the "@" and the host after it; a quoted name may have an "@" of its own.
    pub fn parts(&self) -> (&str, &str) {
        self.0.rsplit_once('@').unwrap_or((&self.0, ""))
    }
}

fn email(text: &str) -> Result<(), Malformed> {
    let wrong = |fix| Err(Malformed { what: "an email address", fix });
    if text.starts_with("mailto:") {
        return wrong("write the address alone, without \"mailto:\"");
    }
    if text.ends_with('>') {
        return wrong("write the address alone, without a name and without \"<\" and \">\"");
    }
    let Some((name, host)) = text.rsplit_once('@') else {
        return wrong("write one such as \"privacy@example.com\"");
    };
    let is_short = name.len() <= LONGEST_NAME && text.len() <= LONGEST;
    if is_short && (is_name(name) || is_quoted(name)) && (is_host(host) || is_literal(host)) {
        return Ok(());
    }
    wrong("write one such as \"privacy@example.com\"")
}

/// Letters of any alphabet, digits and the signs of RFC 5322, in parts between dots. Dots at an end or in a row are
/// taken, too: HTML's own fields take them, and some providers gave out such names.
fn is_name(name: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(c) || is_letter(c);
    !name.is_empty() && name.chars().all(is_part)
}

/// `"…"`: spaces and signs, a quotation mark or a backslash behind a backslash.
fn is_quoted(name: &str) -> bool {
    let Some(inside) = name.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).filter(|_| name.len() > 2) else {
        return false;
    };
    let mut escaped = false;
    for c in inside.chars() {
        if !(matches!(c, ' '..='~') || is_letter(c)) || (!escaped && c == '"') {
            return false;
        }
        escaped = !escaped && c == '\\';
    }
    !escaped
}

fn is_host(host: &str) -> bool {
    let is_label = |part: &str| {
        (1..=63).contains(&part.len())
            && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || is_letter(c))
            && !part.starts_with('-')
            && !part.ends_with('-')
    };
    host.len() <= 253 && host.split('.').all(is_label)
}

/// `[192.0.2.1]` or `[IPv6:2001:db8::1]` (RFC 5321, 4.1.3).
fn is_literal(host: &str) -> bool {
    let Some(inside) = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) else { return false };
    match inside.strip_prefix("IPv6:") {
        Some(address) => address.parse::<std::net::Ipv6Addr>().is_ok(),
        None => inside.parse::<std::net::Ipv4Addr>().is_ok(),
    }
}

/// What is not ASCII and is seen (RFC 6531 takes every such character; those that nobody sees are a mistake, or worse).
fn is_letter(c: char) -> bool {
    !c.is_ascii() && !c.is_whitespace() && !c.is_control() && !super::control_characters::is_unseen(c)
}
