//! Web addresses: what a browser reads in the same way as the owner, and a Content-Security-Policy can name.

#[cfg(feature = "read")]
use std::borrow::Cow;

use super::checked_text::{Malformed, checked_text};

checked_text! {
    /// A web address: `https://` or `http://` and a host, without a user or a password.
    Url, check = url, pattern = "^https?://[^\\s/?#@;,'%\\\\]+([/?#]|$)", example = "https://example.com"
}

checked_text! {
    /// A link to a page: a web address, or a path on the same site that begins with one `/`.
    Link, check = link, pattern = "^(https?://[^\\s/?#@;,'%\\\\]+([/?#]|$)|/([^/\\s]|$))", example = "/privacy"
}

checked_text! {
    /// An address that takes a POST: `https://`, or `http://` on this computer (`localhost`, `127.0.0.1`, `[::1]`).
    Endpoint, check = endpoint,
    pattern = "^(https://|http://(localhost|127\\.|\\[::1\\]))[^\\s/?#@;,'%\\\\]*([/?#]|$)",
    example = "https://example.com/privacy"
}

impl Endpoint {
    /// The server that it is on, as visitors read it.
    pub fn host(&self) -> &str {
        authority(&self.0)
    }
}

impl Url {
    /// Whether visitors go there without encryption, over a network.
    pub fn is_open(&self) -> bool {
        is_open(&self.0)
    }
}

impl Link {
    /// Whether visitors go there without encryption, over a network.
    pub fn is_open(&self) -> bool {
        is_open(&self.0)
    }
}

/// An address without the user and the password in it, which no report should repeat.
#[cfg(feature = "read")]
pub(super) fn without_password(text: &str) -> Cow<'_, str> {
    let authority = if text.contains("://") { authority(text) } else { "" };
    match authority.rsplit_once('@') {
        Some((secret, _)) if !secret.is_empty() => Cow::Owned(text.replacen(&format!("{secret}@"), "…@", 1)),
        _ => Cow::Borrowed(text),
    }
}

/// The part with the host, and what may be written around it; empty where there is none.
pub(crate) fn authority(text: &str) -> &str {
    // Not by "://": the app would carry the search for texts in texts for it.
    text.split(['/', '?', '#', '\\']).nth(2).unwrap_or_default()
}

fn url(text: &str) -> Result<(), Malformed> {
    let wrong = |what, fix| Err(Malformed { what, fix });
    if !has_scheme(text) {
        return wrong("a web address", "write one that begins with \"https://\"");
    }
    if text.contains('\\') {
        return wrong("a web address: it has a backslash", "write \"/\" instead");
    }
    if !is_plain(text) {
        return wrong(
            "a web address: it has a space or an invisible character",
            "remove it; write a space in a path as \"%20\"",
        );
    }
    let authority = authority(text);
    if authority.contains('@') {
        return wrong(
            "an address to publish: it has a user or a password before the \"@\"",
            "remove both; everybody can read them there, and browsers send nothing to such an address",
        );
    }
    let (host, port) = host_and_port(authority);
    if host.is_empty() {
        return wrong("a web address: it has no host", "write the host behind \"//\", as in \"https://example.com\"");
    }
    if port.is_some_and(|port| !is_port(port)) {
        return wrong(
            "a web address: its port is no number from 1 to 65535",
            "write such a number behind the \":\", or leave both out",
        );
    }
    if !is_host(host) || !a_browser_takes(text) {
        return wrong(
            "a web address that every browser takes: its host is not valid",
            "use only letters, digits, \"-\" and \".\" in the host, as in \"https://example.com\"",
        );
    }
    Ok(())
}

fn link(text: &str) -> Result<(), Malformed> {
    if has_scheme(text) {
        return url(text);
    }
    // "//host" would leave the site, and browsers read "/\host" the same way.
    if text.starts_with('/') && !text.starts_with("//") && !text.contains('\\') && is_plain(text) {
        return Ok(());
    }
    Err(Malformed {
        what: "a link that a visitor can follow",
        fix: "write a web address that begins with \"https://\" or a path that begins with \"/\"",
    })
}

fn endpoint(text: &str) -> Result<(), Malformed> {
    url(text)?;
    if is_open(text) {
        return Err(Malformed {
            what: "an encrypted address",
            fix: "write \"https://\"; \"http://\" works only for tests on \"localhost\", as pages on https may not send to it",
        });
    }
    if authority(text).contains('_') {
        return Err(Malformed {
            what: "an address that a Content-Security-Policy can name: its host has a \"_\"",
            fix: "use another name for the server, of letters, digits, \"-\" and \".\"",
        });
    }
    Ok(())
}

fn host_and_port(authority: &str) -> (&str, Option<&str>) {
    // Colons in brackets are those of an IPv6 address.
    match authority.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => (host, Some(port)),
        _ => (authority, None),
    }
}

fn has_scheme(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

/// `http:` to another computer.
fn is_open(text: &str) -> bool {
    let (host, _) = host_and_port(authority(text));
    let is_here = host == "localhost"
        || host == "[::1]"
        || host.parse::<std::net::Ipv4Addr>().is_ok_and(|address| address.is_loopback());
    text.starts_with("http://") && !is_here
}

fn is_port(port: &str) -> bool {
    port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|port| port > 0)
}

/// A name or an address whose parts are not empty. What is not ASCII is left to the URL parser.
fn is_host(host: &str) -> bool {
    if let Some(number) = host.strip_prefix('[') {
        return number.ends_with(']');
    }
    let parts = host.strip_suffix('.').unwrap_or(host);
    parts.split('.').all(|part| {
        let fits = |c: char| !c.is_ascii() || c.is_ascii_alphanumeric() || c == '-' || c == '_';
        !part.is_empty() && part.chars().all(fits)
    })
}

/// Whether a browser reads it as an address (WHATWG URL) with a host that stays one in a Content-Security-Policy; asked when the
/// site file is read, not again in the browser.
fn a_browser_takes(text: &str) -> bool {
    #[cfg(feature = "read")]
    return ::url::Url::parse(text).is_ok_and(|address| address.host_str().is_some_and(is_host));
    #[cfg(not(feature = "read"))]
    !text.is_empty()
}

fn is_plain(text: &str) -> bool {
    !text.chars().any(|c| c.is_whitespace() || c.is_control() || super::control_characters::is_unseen(c))
}
