//! The details: the known facts of every item and service, and how to delete what is stored.

use serde::Serialize;

use super::items::items;
use super::services::{services, title as services_title};
use crate::policy::signal;
use crate::site::{Period, RightKind, Route};
use crate::views::builder::{Declared, Source, element, text, within};
use crate::views::chunks::cut;
use crate::views::element::{Attribute, Element, RECORD_CONTROLS, SIGNAL};
use crate::words::Word;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct File {
    title: String,
    expires_after: Period,
    /// A text, as a number is of another type in JavaScript.
    record_chunk: Option<String>,
    elements: Vec<Element>,
}

/// What the view is drawn of; and how long a decision counts, which the app reads with it.
#[expect(clippy::unnecessary_wraps, reason = "some views are not on every site")]
pub(crate) fn file(Source { declared, .. }: &Source) -> Option<impl Serialize> {
    let (elements, record_chunk) = chunks(declared);
    Some(File {
        title: declared.say(Word::DetailsTitle).to_owned(),
        expires_after: declared.site.notice.expires_after,
        record_chunk: record_chunk.map(|index| index.to_string()),
        elements,
    })
}

/// The chunks of the details, and the index of the one with the visitor's own record in it.
pub fn chunks(declared: &Declared) -> (Vec<Element>, Option<usize>) {
    let chunks = cut(details(declared));
    let record_chunk = chunks.iter().position(has_record_controls);
    (chunks, record_chunk)
}

fn has_record_controls(element: &Element) -> bool {
    element.name == RECORD_CONTROLS || element.inside.iter().any(has_record_controls)
}

fn details(declared: &Declared) -> Vec<Element> {
    let say = |name, word| text(name, declared.say(word));
    let signal = signal(&declared.site, &declared.words);
    let mut blocks = Vec::new();
    if !signal.is_empty() {
        blocks.push(text(SIGNAL, signal).with(Attribute::Class, "signal"));
    }
    blocks.push(say("h3", Word::DetailsItems));
    blocks.extend(items(declared, element(RECORD_CONTROLS)));
    blocks.extend([say("h3", Word::DetailsRemove), say("p", Word::DetailsRemoveText)]);
    let ways = removal(declared);
    if !ways.is_empty() {
        blocks.extend([say("p", Word::DetailsRemoveSite), within("ul", ways)]);
    }
    let services = services(declared);
    if !services.is_empty() {
        blocks.push(say("h3", services_title(&declared.site)));
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
        links.push(text("a", &link.title).with(Attribute::Href, link.url.to_string()));
    }
    (!links.is_empty()).then(|| within("p", links))
}

/// The site's own ways to delete what is stored.
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
