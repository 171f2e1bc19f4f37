//! The details: every item and service as declared, and how to remove what is stored.

use super::items::items;
use super::services::services;
use crate::policy::signal;
use crate::site::{RightKind, Route};
use crate::views::builder::{Declared, Place, element, text, within};
use crate::views::element::{Element, OWN, SIGNAL};
use crate::words::Word;

pub(crate) fn details(declared: &Declared) -> Vec<Element> {
    let said = |name, word| text(name, declared.say(word));
    let intro = declared.words.fill(Word::DetailsIntro, &[("notStated", declared.say(Word::DetailsNotStated))]);
    let signal = Element { to: Some("signal".into()), ..text(SIGNAL, signal(&declared.site, &declared.words)) };
    let mut blocks = vec![text("p", intro), signal, said("h3", Word::DetailsItems)];
    blocks.extend(items(declared, Place::Dialog, Some(element(OWN))));
    blocks.extend([said("h3", Word::DetailsRemove), said("p", Word::DetailsRemoveText)]);
    let ways = removal(declared);
    if !ways.is_empty() {
        blocks.extend([said("p", Word::DetailsRemoveSite), within("ul", ways)]);
    }
    let services = services(declared, Place::Dialog);
    if !services.is_empty() {
        blocks.extend([said("h3", Word::DetailsServices), said("p", Word::DetailsServicesIntro)]);
        blocks.extend(services);
    }
    blocks.extend(links(declared));
    blocks
}

/// The owner's further links; nothing where there are none.
pub(crate) fn links(declared: &Declared) -> Option<Element> {
    let mut links = Vec::new();
    for link in &declared.site.links {
        if !links.is_empty() {
            links.push(text("", " · "));
        }
        links.push(Element { to: Some(link.url.to_string()), ..text("a", &link.title) });
    }
    (!links.is_empty()).then(|| within("p", links))
}

/// What the site itself states about removing what is stored.
fn removal(declared: &Declared) -> Vec<Element> {
    let in_words = |word, how: &str| Some(declared.words.fill(word, &[("how", how)]));
    let stated = declared.site.rights.iter().flat_map(|right| {
        let of_storage = right.kind == RightKind::Storage;
        let note = right.note.clone().filter(|_| of_storage);
        let steps = right.routes.iter().filter_map(move |route| match route {
            Route::SignOut(how) => in_words(Word::RouteSignOut, how),
            Route::Browser(how) if of_storage => in_words(Word::RouteBrowser, how),
            Route::Account(how) if of_storage => in_words(Word::RouteAccount, how),
            Route::InApp(how) if of_storage => in_words(Word::RouteInApp, how),
            _ => None,
        });
        steps.chain(note)
    });
    stated.map(|way| text("li", way)).collect()
}
