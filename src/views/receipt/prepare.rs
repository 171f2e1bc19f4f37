//! What the build prepares of the view of the receipt: its words, and what the site states, as elements. What the visitor did is
//! said by whoever has the record (`www/loader/recounted.js`).

use serde_json::{Map, Value, json};

use crate::site::{Exemption, Item, Phone, Purpose, Service};
use crate::views::builder::{Declared, cut, text, within};
use crate::views::choices::prepare::{about, how_long, names, told};
use crate::views::details::definition_list::facts;
use crate::views::details::items::list;
use crate::views::details::services::in_line;
use crate::views::element::Element;
use crate::words::Word;

/// The title, the words that are said with a record, and what is stated, in pieces.
pub fn receipt(declared: &Declared) -> Value {
    let values = [
        ("site", declared.site.name.as_str()),
        ("host", declared.site.records.as_ref().map_or("", |records| records.host())),
    ];
    let intro = if declared.site.records.is_some() { Word::ReceiptIntroSent } else { Word::ReceiptIntro };
    json!({
        "title": declared.of_site(Word::ReceiptTitle),
        "intro": declared.words.fill(intro, &values),
        "words": words(declared),
        "stated": cut(stated(declared)),
    })
}

/// What is said of the record; `{date}` is filled in the browser: only there the time zone is known.
fn words(declared: &Declared) -> Map<String, Value> {
    let said = [
        ("none", Word::ReceiptNone),
        ("decided", Word::ReceiptDecided),
        ("granted", Word::ReceiptGranted),
        ("refused", Word::ReceiptRefused),
        ("withdrawn", Word::ReceiptWithdrawn),
        ("objected", Word::ReceiptObjected),
        ("not_required", Word::ReceiptNotRequired),
        ("undecided", Word::ReceiptUndecided),
        ("closed", Word::ReceiptClosed),
        ("history", Word::ReceiptHistory),
        ("how", Word::ReceiptHow),
        ("dismiss", Word::ReceiptByDismiss),
        ("accept-all", Word::ReceiptByAcceptAll),
        ("reject-all", Word::ReceiptByRejectAll),
        ("choices", Word::ReceiptByChoices),
        ("api", Word::ReceiptByApi),
        ("withdraw", Word::ReceiptByWithdraw),
        ("object", Word::ReceiptByObject),
        ("placeholder", Word::ReceiptByPlaceholder),
        ("gpc", Word::ReceiptByGpc),
        ("opt-out-request", Word::ReceiptByOptOutRequest),
        ("counts", Word::ReceiptCounts),
        ("until", Word::ReceiptUntil),
        ("lapsed", Word::ReceiptLapsed),
        ("version", Word::ReceiptVersion),
        ("signal", Word::ReceiptSignal),
        ("signalOn", Word::ReceiptSignalOn),
        ("signalOff", Word::ReceiptSignalOff),
        ("notStated", Word::DetailsNotStated),
        ("earlier", Word::ReceiptEarlier),
        ("whole", Word::ReceiptWhole),
        ("copy", Word::ReceiptCopy),
        ("save", Word::ReceiptSave),
        ("erase", Word::OwnErase),
        ("copied", Word::ReceiptCopied),
        ("uncopied", Word::ReceiptUncopied),
        ("saved", Word::ReceiptSaved),
        ("erased", Word::OwnErased),
    ];
    let said = said.into_iter().map(|(name, word)| (name.to_owned(), json!(declared.say(word))));
    let stated = declared.of_site(Word::ReceiptStated);
    let shared =
        declared.site.shares_choices().map(|_| ("shared".to_owned(), json!(declared.say(Word::ReceiptByShared))));
    said.chain(shared).chain([("stated".to_owned(), json!(stated))]).collect()
}

/// Who is responsible, then each purpose that stores: the same as in the choices.
fn stated(declared: &Declared) -> Vec<Element> {
    let site = &declared.site;
    let who = [(Word::PageResponsible, site.controller.legal_name.clone()), (Word::PageContact, reached(declared))];
    let shown = site.stated_purposes().filter(|purpose| purpose.exemption != Some(Exemption::NoStorage));
    let entries: Vec<_> = shown.map(|purpose| entry(declared, purpose)).collect();
    let purposes = (!entries.is_empty()).then(|| list("entries", entries));
    [facts(declared, who)].into_iter().chain(purposes).collect()
}

/// Where questions go, in a line.
fn reached(declared: &Declared) -> Option<String> {
    let controller = &declared.site.controller;
    let contact = controller.privacy_contact()?;
    let by_form = || contact.url.as_ref().map(ToString::to_string);
    let by_phone = || contact.phone.as_ref().map(Phone::shown);
    let by_post = || in_line(declared, &contact.post);
    controller.privacy_email().map(ToString::to_string).or_else(by_form).or_else(by_phone).or_else(by_post)
}

fn entry(declared: &Declared, purpose: &Purpose) -> Element {
    let takes_part = |service: &&Service| service.purposes.contains(&purpose.id);
    let services: Vec<&Service> = declared.site.services.iter().filter(takes_part).collect();
    let items: Vec<&Item> = declared.site.items.iter().filter(|item| item.purpose == purpose.id).collect();
    let who = (Word::DetailsServices, names(declared, &services));
    let known = [who].into_iter().chain(how_long(declared, &items)).collect();
    let title = text("h4", declared.purpose(&purpose.id));
    let parts = [vec![title], about(declared, purpose), told(declared, known, &services, &items)];
    within("li", parts.concat())
}
