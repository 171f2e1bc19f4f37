//! Composed: the ways to reach the owner, each as a link where a device can follow it.

use super::Span;
use super::phrases::{LINK, Phrases, linking, sentence};
use crate::rights::mailto;
use crate::site::{Contact, Phone, level};
use crate::words::{Direction, Word};

/// A sentence about where questions about privacy go: by email, else the first other way of the privacy contact.
pub(super) fn write_to(said: &Phrases) -> Option<Vec<Span>> {
    if let Some(email) = said.site.controller.privacy_email() {
        let sentence = said.fill(Word::PolicyWhoWrite, &[("email", LINK)]);
        return Some(linking(&sentence, email.as_str(), &mailto(email.as_str(), None)));
    }
    let Contact { phone, post, url, .. } = said.site.controller.privacy_contact()?;
    if let Some(url) = url {
        let sentence = said.fill(Word::PolicyWhoForm, &[("page", LINK)]);
        return Some(linking(&sentence, url.as_str(), url.as_str()));
    }
    if let Some(phone) = phone {
        return Some(call(said, Word::PolicyWhoCall, phone));
    }
    let address = address(said, post);
    Some(vec![Span::plain(said.fill(Word::PolicyWhoPost, &[("address", &address)]))])
}

/// A sentence with a number in it that a telephone dials.
pub(super) fn call(said: &Phrases, word: Word, phone: &Phone) -> Vec<Span> {
    linking(&sentence(&said.fill(word, &[("phone", LINK)])), &number(said, phone), &phone.link())
}

/// A number as it is read: from left to right in every language.
fn number(said: &Phrases, phone: &Phone) -> String {
    match said.words.direction {
        Direction::Rtl => format!("\u{2066}{}\u{2069}", phone.shown()),
        Direction::Ltr => phone.shown(),
    }
}

/// A postal address in one line.
pub(super) fn address(said: &Phrases, lines: &[String]) -> String {
    let lines: Vec<String> = lines.iter().map(|line| level(line.trim().trim_end_matches([',', '،']))).collect();
    said.joined(lines.iter().map(String::as_str), Word::UnitComma, Word::UnitComma)
}

/// All ways of a contact, one after the other.
pub(super) fn ways(said: &Phrases, contact: &Contact) -> Vec<Span> {
    let Contact { email, phone, post, url, .. } = contact;
    let ways = [
        email.as_ref().map(|email| Span::linked(email.as_str(), mailto(email.as_str(), None))),
        phone.as_ref().map(|phone| Span::linked(number(said, phone), phone.link())),
        url.as_ref().map(|url| Span::linked(url.as_str(), url.as_str())),
        (!post.is_empty()).then(|| Span::plain(address(said, post))),
    ];
    let mut spans = Vec::new();
    for way in ways.into_iter().flatten() {
        if !spans.is_empty() {
            spans.push(Span::plain(" · "));
        }
        spans.push(way);
    }
    spans
}
