//! The domain whose hosts share one choice, and the cookie that carries it (docs/decisions/020).
//!
//! The loader writes that cookie in `www/loader/consent/shared-choices.js`; `tests/fixtures/shared.json` binds the two.

use super::checked_text::{Malformed, checked_text};

checked_text! {
    /// A domain that hosts share: one that you registered, or one below it. No public suffix, no address, no port.
    SharedDomain, check = shared_domain, pattern = "^[a-z0-9-]+(\\.[a-z0-9-]+)+$", example = "example.com"
}

/// How the name of the cookie begins, before the site's id.
const BEGINNING: &str = "courtesy_";

/// How many bytes the cookie's text may have: servers refuse requests with large headers, and other cookies need room, too.
#[cfg(feature = "read")]
pub(super) const MOST: usize = 1500;

/// The name of the cookie for the site with that id.
pub fn shared_cookie(id: &str) -> String {
    BEGINNING.to_owned() + id
}

/// How many bytes the cookie's text has at most, for a site that asks for these keys.
#[cfg(feature = "read")]
pub fn longest_shared<'a>(id: &str, version: &str, keys: impl Iterator<Item = &'a str>) -> usize {
    // As encodeURIComponent has it.
    let encoded = |byte: u8| if byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&byte) { 1 } else { 3 };
    let version: usize = version.bytes().map(encoded).sum();
    let head = format!("1|{id}||2026-11-29T12:00:00Z|2027-05-29T12:00:00Z").len() + version;
    // The longest answer is "withdrawn", and a hash has eight digits.
    head + keys.map(|key| format!("|{key}=withdrawn~01234567").len()).sum::<usize>()
}

fn shared_domain(text: &str) -> Result<(), Malformed> {
    let wrong = |what, fix| Err(Malformed { what, fix });
    if text.contains("://") {
        return wrong("a domain: it has a scheme", "leave that out, as in \"example.com\"");
    }
    if text.contains('*') {
        return wrong("a domain: it has a wildcard", "leave \"*.\" out; every host below the domain is meant");
    }
    if text.contains(['/', '?', '#', '\\']) {
        return wrong("a domain: it has a path", "leave the path out, as in \"example.com\"");
    }
    if text.contains('@') {
        return wrong("a domain: it has an \"@\"", "write only what is behind it, as in \"example.com\"");
    }
    if is_address(text) {
        return wrong(
            "a domain: it is an IP address, which has no hosts below it",
            "write a domain, or leave this out",
        );
    }
    if text.contains(':') {
        return wrong("a domain: it has a port", "leave the port out; a cookie is for all ports");
    }
    if text.starts_with('.') || text.ends_with('.') {
        return wrong("a domain: it begins or ends with a dot", "leave that dot out, as in \"example.com\"");
    }
    if !text.is_ascii() {
        return wrong("a domain as browsers write it", "write it in ASCII, as in \"xn--mller-kva.example\"");
    }
    if text.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return wrong("a domain as browsers write it", "write it in lower case");
    }
    if text.len() > 253 || !text.split('.').all(is_label) {
        return wrong("a domain", "use letters, digits, \"-\" and dots, as in \"example.com\"");
    }
    if !text.contains('.') {
        return wrong("a domain with hosts below it", "write the domain that you registered, as in \"example.com\"");
    }
    // Below "*.kawasaki.jp" each host is a suffix, so kawasaki.jp is nobody's either.
    #[cfg(feature = "read")]
    if psl::domain_str(text).is_none() || psl::domain_str(&format!("host.{text}")).is_none() {
        return wrong(
            "a domain of yours: it is a public suffix, below which anybody can register, and browsers refuse such cookies",
            "write the domain that you registered below it, as in \"example.co.uk\" or \"you.github.io\"",
        );
    }
    Ok(())
}

fn is_label(label: &str) -> bool {
    (1..=63).contains(&label.len())
        && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && !label.starts_with('-')
        && !label.ends_with('-')
}

/// Whether browsers read it as an IP address, in any of the ways in which one can be written (WHATWG URL, "ends in a number").
fn is_address(text: &str) -> bool {
    let is_number = |part: &str| {
        !part.is_empty()
            && (part.bytes().all(|byte| byte.is_ascii_digit()) || part.starts_with("0x") || part.starts_with("0X"))
    };
    let host = text.trim_end_matches('.');
    // With a port there is one more number behind the last dot.
    let host = host
        .rsplit_once(':')
        .map_or(host, |(host, port)| if is_number(port) { host } else { host.trim_end_matches(':') });
    text.starts_with('[')
        || text.parse::<std::net::Ipv6Addr>().is_ok()
        || host.rsplit('.').next().is_some_and(is_number)
}
