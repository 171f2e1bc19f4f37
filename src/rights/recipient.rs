//! Who receives a letter: the address of the right's own route, else the site's privacy contact.

use crate::site::{Email, Phone, Right, Route, Site};
use crate::words::{Word, Words};

/// Who receives a letter.
pub(super) struct Recipient<'a> {
    /// The email address, if the letter goes by email.
    pub email: Option<&'a Email>,
    /// The subject that the site file has for it.
    pub subject: Option<&'a str>,
    /// Where it goes without an email address: a postal address, a form or a number, as visitors read it.
    pub elsewhere: String,
}

impl<'a> Recipient<'a> {
    /// The recipient of a letter about a right. A right that is used by post goes there, even where the site has an email address.
    pub(super) fn of(site: &'a Site, words: &Words, right: Option<&'a Right>) -> Self {
        let routes = || right.into_iter().flat_map(|right| &right.routes);
        let by_email = routes().find_map(|route| match route {
            Route::Email { email, subject } => Some((email, subject.as_deref())),
            _ => None,
        });
        let by_post = routes().find_map(|route| match route {
            Route::Post(lines) => Some(in_line(words, lines)),
            _ => None,
        });
        if let Some((email, subject)) = by_email {
            return Self { email: Some(email), subject, elsewhere: String::new() };
        }
        if let Some(elsewhere) = by_post {
            return Self { email: None, subject: None, elsewhere };
        }
        let email = site.controller.privacy_email();
        let elsewhere = if email.is_some() { String::new() } else { contact(site, words) };
        Self { email, subject: None, elsewhere }
    }
}

/// The privacy contact's postal address, else its form, else its number.
fn contact(site: &Site, words: &Words) -> String {
    let Some(contact) = site.controller.privacy_contact() else { return String::new() };
    let by_post = (!contact.post.is_empty()).then(|| in_line(words, &contact.post));
    let by_form = contact.url.as_ref().map(ToString::to_string);
    by_post.or(by_form).or(contact.phone.as_ref().map(Phone::shown)).unwrap_or_default()
}

fn in_line(words: &Words, lines: &[String]) -> String {
    let join = |first: String, second: &String| words.fill(Word::UnitComma, &[("first", &first), ("second", second)]);
    let mut lines = lines.iter();
    let first = lines.next().cloned().unwrap_or_default();
    lines.fold(first, join)
}
