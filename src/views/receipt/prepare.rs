//! The receipt as the build prepares it: its words, and what the site states, as elements. The loader adds what the visitor did.

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::consent::Method;
use crate::site::{Exemption, Item, Mode, Phone, Purpose, Service};
use crate::views::builder::{Declared, Source, text, within};
use crate::views::choices::purpose::{about, facts_and_lists, how_long, recipients};
use crate::views::chunks::cut;
use crate::views::details::definition_list::definition_list;
use crate::views::details::items::list;
use crate::views::element::Element;
use crate::words::Word;

/// What the view is made of: known facts are visible, and the JSON also marks what the site does not state.
#[expect(clippy::unnecessary_wraps, reason = "some views are not on every site")]
pub(crate) fn file(Source { declared, receipt, .. }: &Source) -> Option<impl Serialize> {
    Some(view(declared, receipt))
}

/// The title, the words around a record, and what is stated, in chunks; then the receipt itself, and how long a decision counts.
pub fn view(declared: &Declared, receipt: &Value) -> Value {
    let (title, intro) = match declared.site.mode() {
        Mode::Consent => (Word::ReceiptTitle, Word::ReceiptIntro),
        // Nothing is asked, so there is no consent to speak of.
        Mode::Notice => (Word::ReceiptTitleNotice, Word::ReceiptIntroNotice),
    };
    let intro = match &declared.site.records {
        Some(records) => declared.words.fill(Word::ReceiptIntroSent, &[("host", records.host())]),
        None => declared.say(intro).to_owned(),
    };
    json!({
        "title": declared.say(title),
        "intro": intro,
        "words": words(declared),
        "stated": cut(stated(declared)),
        "receipt": receipt,
        "lasts": declared.site.notice.expires_after,
    })
}

/// The texts around the record; `{date}` is filled in the browser: only there the time zone is known.
fn words(declared: &Declared) -> Map<String, Value> {
    let lapsed = match declared.site.mode() {
        Mode::Consent => Word::ReceiptLapsed,
        Mode::Notice => Word::ReceiptLapsedNotice,
    };
    let texts = [
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
        ("counts", Word::ReceiptCounts),
        ("until", Word::ReceiptUntil),
        ("lapsed", lapsed),
        ("version", Word::ReceiptVersion),
        ("signal", Word::ReceiptSignal),
        ("signalOn", Word::ReceiptSignalOn),
        ("signalOff", Word::ReceiptSignalOff),
        ("stated", Word::ReceiptStated),
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
    let methods = Method::ALL.map(|method| (method.as_str(), by(method)));
    // The one method that Rust never records: a choice made on another host.
    let shared = declared.site.shares_choices().map(|_| ("shared", Word::ReceiptByShared));
    let texts = texts.into_iter().chain(methods).chain(shared);
    texts.map(|(name, word)| (name.to_owned(), json!(declared.say(word)))).collect()
}

/// By what a visitor decided, in words.
fn by(method: Method) -> Word {
    match method {
        Method::Dismiss => Word::ReceiptByDismiss,
        Method::AcceptAll => Word::ReceiptByAcceptAll,
        Method::RejectAll => Word::ReceiptByRejectAll,
        Method::Choices => Word::ReceiptByChoices,
        Method::Api => Word::ReceiptByApi,
        Method::Withdraw => Word::ReceiptByWithdraw,
        Method::Placeholder => Word::ReceiptByPlaceholder,
        Method::Gpc => Word::ReceiptByGpc,
        Method::OptOutRequest => Word::ReceiptByOptOutRequest,
    }
}

/// Who is responsible, then each purpose that stores: the same as in the choices.
fn stated(declared: &Declared) -> Vec<Element> {
    let site = &declared.site;
    let who = [(Word::PageResponsible, site.controller.legal_name.clone()), (Word::PageContact, reached(declared))];
    let shown = site.stated_purposes().filter(|purpose| purpose.exemption != Some(Exemption::NoStorage));
    let entries: Vec<_> = shown.map(|purpose| entry(declared, purpose)).collect();
    let purposes = (!entries.is_empty()).then(|| list("entries", entries));
    definition_list(declared, who).into_iter().chain(purposes).collect()
}

/// Where questions go, in a line.
fn reached(declared: &Declared) -> Option<String> {
    let controller = &declared.site.controller;
    let contact = controller.privacy_contact()?;
    let by_form = || contact.url.as_ref().map(ToString::to_string);
    let by_phone = || contact.phone.as_ref().map(Phone::shown);
    let by_post = || declared.joined(contact.post.iter().cloned());
    controller.privacy_email().map(ToString::to_string).or_else(by_form).or_else(by_phone).or_else(by_post)
}

fn entry(declared: &Declared, purpose: &Purpose) -> Element {
    let takes_part = |service: &&Service| service.purposes.contains(&purpose.id);
    let services: Vec<&Service> = declared.site.services.iter().filter(takes_part).collect();
    let items: Vec<&Item> = declared.site.items.iter().filter(|item| item.purpose == purpose.id).collect();
    let known = [(Word::DetailsServices, recipients(declared, &services)), how_long(declared, &items)];
    let title = declared.purpose(&purpose.id);
    let lists = facts_and_lists(declared, &title, known, &services, &items);
    let parts = [vec![text("h4", title)], about(declared, purpose), lists];
    within("li", parts.concat())
}
