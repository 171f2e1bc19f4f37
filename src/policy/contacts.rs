//! Composed: the ways to reach the owner, each as a link where a device can follow it.

use super::Span;
use super::phrases::{LINK, Phrases, linking, sentence};
use crate::rights::mailto;
use crate::site::{Contact, Phone, level};
use crate::words::{Direction, Word};

/// A sentence about where questions about privacy go: by email, else the first other way of the privacy contact.
pub(super) fn write_to(phrases: &Phrases) -> Option<Vec<Span>> {
    if let Some(email) = phrases.site.controller.privacy_email() {
        let sentence = phrases.fill(Word::PolicyWhoWrite, &[("email", LINK)]);
        return Some(linking(&sentence, email.as_str(), &mailto(email.as_str(), None)));
    }
    let Contact { phone, post, url, .. } = phrases.site.controller.privacy_contact()?;
    if let Some(url) = url {
        let sentence = phrases.fill(Word::PolicyWhoForm, &[("page", LINK)]);
        return Some(linking(&sentence, url.as_str(), url.as_str()));
    }
    if let Some(phone) = phone {
        return Some(call(phrases, Word::PolicyWhoCall, phone));
    }
    let address = address(phrases, post);
    Some(vec![Span::plain(phrases.fill(Word::PolicyWhoPost, &[("address", &address)]))])
}

/// A sentence with a number in it that a telephone dials.
pub(super) fn call(phrases: &Phrases, word: Word, phone: &Phone) -> Vec<Span> {
    linking(&sentence(&phrases.fill(word, &[("phone", LINK)])), &number(phrases, phone), &phone.link())
}

/// A number as it is read: from left to right in every language.
fn number(phrases: &Phrases, phone: &Phone) -> String {
    match phrases.words.direction {
        Direction::Rtl => format!("\u{2066}{}\u{2069}", phone.shown()),
        Direction::Ltr => phone.shown(),
    }
}

/// A postal address in one line.
pub(super) fn address(phrases: &Phrases, lines: &[String]) -> String {
    let lines: Vec<String> = lines.iter().map(|line| level(line.trim().trim_end_matches([',', '،']))).collect();
    phrases.joined(lines.iter().map(String::as_str), Word::UnitComma, Word::UnitComma)
}

/// All ways of a contact, one after the other.
pub(super) fn ways(phrases: &Phrases, contact: &Contact) -> Vec<Span> {
    let Contact { email, phone, post, url, .. } = contact;
    let ways = [
        email.as_ref().map(|email| Span::linked(email.as_str(), mailto(email.as_str(), None))),
        phone.as_ref().map(|phone| Span::linked(number(phrases, phone), phone.link())),
        url.as_ref().map(|url| Span::linked(url.as_str(), url.as_str())),
        (!post.is_empty()).then(|| Span::plain(address(phrases, post))),
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
