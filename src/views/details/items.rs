//! The list of stored items, the widget's own among them: the same in the details and on the policy page.

use super::definition_list::definition_list;
use crate::consent;
use crate::rights;
use crate::site::{Duration, Exemption, Id, Item, ItemKind, Match, Mode, Period, Setter, SharedDomain, shared_cookie};
use crate::views::builder::{Declared, Surface, text, within};
use crate::views::element::{Attribute, Element, SAVED_REQUESTS};
use crate::words::Word;

/// How many entries a list has at most: what is out of sight need not be laid out (content-visibility), list by list.
pub(crate) const LONG: usize = 20;

/// Every declared item, then the widget's own record with what `more` adds to it.
pub(crate) fn items(declared: &Declared, surface: Surface, more: Option<Element>) -> Vec<Element> {
    let mut entries: Vec<_> = declared.site.items.iter().map(|item| declared_entry(declared, surface, item)).collect();
    // The policy page cannot know what a visitor has chosen to remember.
    let saved = more.is_some().then(|| within(SAVED_REQUESTS, vec![saved_requests_entry(declared, surface)]));
    let shared = declared.site.shares_choices().map(|domain| shared_entry(declared, surface, domain));
    let own = [own_entry(declared, surface, more)].into_iter().chain(shared).chain(saved);
    if entries.len() > LONG {
        return lists(entries).into_iter().chain([list("entries", own.collect())]).collect();
    }
    entries.extend(own);
    vec![list("entries", entries)]
}

/// So many entries as lists of their own.
pub(crate) fn lists(entries: Vec<Element>) -> Vec<Element> {
    entries.chunks(LONG).map(|some| list("entries piece", some.to_vec())).collect()
}

pub(crate) fn list(class: &str, entries: Vec<Element>) -> Element {
    within("ul", entries).with(Attribute::Class, class)
}

/// An item, as it is declared.
pub(crate) fn declared_entry(declared: &Declared, surface: Surface, item: &Item) -> Element {
    let (title, purpose, why) = (title(declared, item), declared.purpose(&item.purpose), why(declared, item));
    let duration = item.lasts().map(|stated| duration(declared, stated));
    entry(declared, surface, item, Shown { title, text: None, purpose, duration, why, more: None })
}

fn entry(declared: &Declared, surface: Surface, item: &Item, shown: Shown) -> Element {
    let say = |word| declared.say(word).to_owned();
    let rows = [
        (Word::DetailsName, whole(item)),
        (Word::DetailsKind, item.kind.map(|kind| say(kind_word(kind)))),
        (Word::DetailsSetBy, item.set_by.as_ref().and_then(|setter| self::setter(declared, setter))),
        (Word::DetailsWhen, item.when.clone()),
        (Word::DetailsPurpose, Some(shown.purpose)),
        (Word::DetailsDuration, shown.duration),
    ];
    let without = item.without_it.clone().map(|text| (Word::DetailsWithout, Some(text)));
    let (label, reason) = shown.why;
    let facts = definition_list(declared, rows.into_iter().chain(without).chain([(label, Some(reason))]));
    let text_below = shown.text.map(|words| text("p", words));
    let title = text(surface.of_entry(), shown.title);
    within("li", [title].into_iter().chain(text_below).chain([facts]).chain(shown.more).collect())
}

/// What an entry shows besides an item's own facts.
struct Shown {
    title: String,
    text: Option<String>,
    purpose: String,
    duration: Option<String>,
    why: (Word, String),
    more: Option<Element>,
}

/// The widget's own record is an item like any other (CNIL: a tracker that stores a choice is exempt, and is declared).
fn own_entry(declared: &Declared, surface: Surface, more: Option<Element>) -> Element {
    let words = match declared.site.mode() {
        Mode::Notice => [Word::OwnTitle, Word::OwnDescription, Word::OwnWhen, Word::OwnPurpose],
        Mode::Consent => {
            [Word::OwnTitleConsent, Word::OwnDescriptionConsent, Word::OwnWhenConsent, Word::OwnPurposeConsent]
        }
    };
    let mut texts = words.map(|word| declared.say(word).to_owned());
    if let Some(records) = &declared.site.records {
        texts[1] = declared.words.fill(Word::OwnDescriptionSent, &[("host", records.host())]);
    }
    // Nothing deletes it when it no longer counts: localStorage has no expiry.
    let period = declared.words.period(declared.site.notice.expires_after);
    let duration = declared.words.fill(Word::OwnDuration, &[("period", &period)]);
    let stored = (ItemKind::LocalStorage, consent::key(declared.site.id()));
    ours(declared, surface, stored, texts, duration, more)
}

/// So is the cookie that shows other hosts, and the servers of all of them, what was chosen.
fn shared_entry(declared: &Declared, surface: Surface, domain: &SharedDomain) -> Element {
    let filled = |word| declared.words.fill(word, &[("domain", domain.as_str())]);
    let say = |word| declared.say(word).to_owned();
    let texts = [
        filled(Word::OwnSharedTitle),
        filled(Word::OwnSharedDescription),
        say(Word::OwnWhenConsent),
        say(Word::OwnPurposeConsent),
    ];
    let period = declared.words.period(Period::months(12));
    let duration = declared.words.fill(Word::OwnSharedDuration, &[("period", &period)]);
    let stored = (ItemKind::Cookie, shared_cookie(declared.site.id()));
    ours(declared, surface, stored, texts, duration, None)
}

/// So are the requests that a visitor chose to save.
fn saved_requests_entry(declared: &Declared, surface: Surface) -> Element {
    let words = [Word::RequestOwn, Word::RequestOwnDescription, Word::RequestOwnWhen, Word::RequestOwnPurpose];
    let texts = words.map(|word| declared.say(word).to_owned());
    ours(
        declared,
        surface,
        (ItemKind::LocalStorage, rights::key(declared.site.id())),
        texts,
        declared.say(Word::RequestOwnDuration).to_owned(),
        None,
    )
}

fn ours(
    declared: &Declared,
    surface: Surface,
    (kind, name): (ItemKind, String),
    [title, text, when, purpose]: [String; 4],
    duration: String,
    more: Option<Element>,
) -> Element {
    let item = Item {
        kind: Some(kind),
        name: Some(name),
        matches: None,
        path: None,
        domain: None,
        purpose: Id::essential(),
        set_by: Some(Setter::Site),
        when: Some(when),
        duration: None,
        description: None,
        without_it: None,
    };
    let why = (Word::DetailsWhy, declared.say(Word::OwnWhy).to_owned());
    let shown = Shown { title, text: Some(text), purpose, duration: Some(duration), why, more };
    entry(declared, surface, &item, shown)
}

/// What an item does is what a visitor looks for; its name is often not stated at all.
fn title(declared: &Declared, item: &Item) -> String {
    item.description.clone().or_else(|| item.called()).unwrap_or_else(|| declared.purpose(&item.purpose))
}

/// A beginning is shown with what may follow.
fn whole(item: &Item) -> Option<String> {
    let name = item.called()?;
    Some(if item.matches() == Match::Prefix { name + "…" } else { name })
}

fn kind_word(kind: ItemKind) -> Word {
    match kind {
        ItemKind::Cookie => Word::KindCookie,
        ItemKind::LocalStorage => Word::KindLocalStorage,
        ItemKind::SessionStorage => Word::KindSessionStorage,
        ItemKind::IndexedDb => Word::KindIndexedDb,
    }
}

fn setter(declared: &Declared, setter: &Setter) -> Option<String> {
    match setter {
        Setter::Site => Some(declared.site.name.clone()),
        Setter::Service(id) => {
            let service = declared.site.service(id)?;
            service.name.clone().or_else(|| service.role.clone())
        }
    }
}

pub(crate) fn duration(declared: &Declared, duration: Duration) -> String {
    match duration {
        Duration::Session => declared.say(Word::DetailsSession).to_owned(),
        Duration::UntilErased => declared.say(Word::DetailsUntilErased).to_owned(),
        Duration::For(period) => declared.words.period(period),
    }
}

/// Why no consent is asked, in the site's own responsibility; or that the item is optional and off.
fn why(declared: &Declared, item: &Item) -> (Word, String) {
    let exemption = declared.site.purpose(&item.purpose).and_then(|purpose| purpose.exemption);
    let reason = match exemption {
        Some(Exemption::StrictlyNecessary) => Word::WhyStrictlyNecessary,
        Some(Exemption::Transmission) => Word::WhyTransmission,
        Some(Exemption::UkStatistical) => Word::WhyUkStatistical,
        Some(Exemption::UkAppearance) => Word::WhyUkAppearance,
        // Reading refuses an item of a purpose that stores nothing.
        Some(Exemption::NoStorage) | None => return (Word::DetailsConsent, declared.say(Word::WhyOptional).to_owned()),
    };
    (Word::DetailsWhy, declared.of_site(reason))
}
