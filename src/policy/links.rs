//! Where the owner's text leads: the addresses in it, and the destinations of Markdown's links that are safe to follow.

use std::fmt::Write as _;

use linkify::{LinkFinder, LinkKind};

use super::{Span, Style};

/// Text with its addresses linked: e-mail addresses, URLs of `http` and `https`, and what people write for one, which begins with
/// "www." or has a path. A name such as "Node.js" is no address.
pub(super) fn linked(text: &str, style: Option<Style>) -> Vec<Span> {
    let mut finder = LinkFinder::new();
    finder.url_must_have_scheme(false);
    let mut spans = Vec::new();
    // Nothing but a letter of an alphabet goes on with an address: not “ ”, not a no-break space, and no word written without spaces.
    let ends = |c: char| !c.is_ascii() && (!c.is_alphanumeric() || c >= '\u{2E80}');
    for piece in text.split_inclusive(ends) {
        let words = piece.trim_end_matches(ends);
        for found in finder.spans(words) {
            let words = found.as_str();
            let address = match found.kind() {
                Some(LinkKind::Email) => email(words),
                Some(LinkKind::Url) => url(words).map(|url| (words, url)),
                _ => None,
            };
            let (text, link) = address.map_or((words, None), |(text, link)| (text, Some(link)));
            push(&mut spans, &words[..words.len() - text.len()], style, None);
            push(&mut spans, text, style, link);
        }
        push(&mut spans, &piece[words.len()..], style, None);
    }
    spans
}

/// Adds a piece of text, to the last one where that is of the same kind.
pub(super) fn push(spans: &mut Vec<Span>, text: &str, style: Option<Style>, link: Option<String>) {
    match spans.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if last.style == style && last.link == link => last.text.push_str(text),
        _ => spans.push(Span { text: text.into(), style, link }),
    }
}

/// Where a link of Markdown leads, if that is a page, a letter or a place: no other scheme, in no disguise.
pub(super) fn destination(written: &str) -> Option<String> {
    // A browser skips tabs and line breaks, and takes a backslash for a slash.
    if written.is_empty() || written.contains(|c: char| c.is_whitespace() || c.is_control() || c == '\\') {
        return None;
    }
    // What is relative ("cookies.html", "../terms") stays so: it leads from the page's own place, as the owner wrote it.
    let head = written.split(['/', '?', '#']).next().unwrap_or_default();
    let is_safe = is_page(written) || starts(written, "mailto:") || !head.contains(':') && !written.starts_with("//");
    is_safe.then(|| if starts(written, "www.") { format!("https://{written}") } else { written.to_owned() })
}

/// The `mailto:` of an address (RFC 6068).
pub(super) fn mailto(address: &str) -> String {
    let mut link = String::from("mailto:");
    for byte in address.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~@".contains(&byte) {
            link.push(byte.into());
        } else {
            // Writing to a string cannot fail.
            let _ = write!(link, "%{byte:02X}");
        }
    }
    link
}

/// A quotation mark or another sign directly before an address is no part of it.
fn email(found: &str) -> Option<(&str, String)> {
    let address = found.trim_start_matches(|c: char| c.is_ascii_punctuation() && c != '_' && c != '@');
    (!address.starts_with('@')).then(|| (address, mailto(address)))
}

/// `https:` is added where no scheme is written; a name without "www." needs small letters and a path.
fn url(written: &str) -> Option<String> {
    if is_page(written) {
        return Some(written.to_owned());
    }
    let has_path = written.split_once('/').is_some_and(|(host, path)| {
        !host.contains([':', '@']) && !host.contains(char::is_uppercase) && !path.starts_with('/')
    });
    (starts(written, "www.") || has_path).then(|| format!("https://{written}"))
}

/// Whether it is a URL of `https` or `http`.
pub(super) fn is_page(link: &str) -> bool {
    starts(link, "https://") || starts(link, "http://")
}

fn starts(text: &str, with: &str) -> bool {
    text.len() > with.len() && text.as_bytes()[..with.len()].eq_ignore_ascii_case(with.as_bytes())
}
