//! What is known of a stored item, in the visitor's language: of a declared one, and of those that the widget stores itself.

use super::definition_list::Fact;
use crate::consent;
use crate::policy::exemption_word;
use crate::rights;
use crate::site::{Duration, Item, ItemKind, Match, Mode, Period, Setter, SharedDomain, shared_cookie};
use crate::views::builder::Declared;
use crate::words::Word;

/// The facts of an item; those that are unknown are `None`.
pub(super) struct ItemFacts {
    pub title: String,
    /// A paragraph below the title.
    pub about: Option<String>,
    pub name: Option<String>,
    pub kind: Option<String>,
    pub set_by: Option<String>,
    pub when: Option<String>,
    pub purpose: Option<String>,
    pub duration: Option<String>,
    pub without: Option<String>,
    /// Why it is stored without a question, or that it is off at first.
    pub why: Fact,
}

impl ItemFacts {
    /// A declared item. What it does is what a visitor looks for, so its description is its title.
    pub fn declared(declared: &Declared, item: &Item) -> Self {
        let (name, kind) = (whole_name(item), item.kind.map(|kind| declared.say(kind_word(kind)).to_owned()));
        let purpose = declared.purpose(&item.purpose);
        let title = item.description.clone().or_else(|| name.clone()).or_else(|| kind.clone());
        let title = title.unwrap_or_else(|| purpose.clone());
        // The title is shown once.
        let besides = |fact: Option<String>| fact.filter(|fact| *fact != title);
        Self {
            about: None,
            name: besides(name),
            kind: besides(kind),
            set_by: item.set_by.as_ref().and_then(|setter| self::setter(declared, setter)),
            when: item.when.clone(),
            purpose: besides(Some(purpose)),
            duration: duration(declared, item),
            without: item.without_it.clone(),
            why: why(declared, item),
            title,
        }
    }

    /// The widget's own record is an item like any other (CNIL: a tracker that stores a choice is exempt, and is declared).
    pub fn record(declared: &Declared) -> Self {
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
        // Nothing deletes it when it is no longer valid: localStorage has no expiry.
        let period = declared.words.period(declared.site.notice.expires_after);
        let duration = declared.words.fill(Word::OwnDuration, &[("period", &period)]);
        Self::of_widget(declared, (ItemKind::LocalStorage, consent::key(declared.site.id())), texts, duration)
    }

    /// So is the cookie that shows other hosts, and the servers of all of them, what was chosen.
    pub fn shared_choices(declared: &Declared, domain: &SharedDomain) -> Self {
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
        Self::of_widget(declared, (ItemKind::Cookie, shared_cookie(declared.site.id())), texts, duration)
    }

    /// So are the requests that a visitor chose to save.
    pub fn saved_requests(declared: &Declared) -> Self {
        let words = [Word::RequestOwn, Word::RequestOwnDescription, Word::RequestOwnWhen, Word::RequestOwnPurpose];
        let texts = words.map(|word| declared.say(word).to_owned());
        let duration = declared.say(Word::RequestOwnDuration).to_owned();
        Self::of_widget(declared, (ItemKind::LocalStorage, rights::key(declared.site.id())), texts, duration)
    }

    fn of_widget(
        declared: &Declared,
        (kind, name): (ItemKind, String),
        [title, about, when, purpose]: [String; 4],
        duration: String,
    ) -> Self {
        Self {
            title,
            about: Some(about),
            name: Some(name),
            kind: Some(declared.say(kind_word(kind)).to_owned()),
            set_by: Some(declared.site.name.clone()),
            when: Some(when),
            purpose: Some(purpose),
            duration: Some(duration),
            without: None,
            why: (Word::DetailsWhy, Some(declared.say(Word::OwnWhy).to_owned())),
        }
    }
}

/// The name of an item, with "…" after a prefix.
fn whole_name(item: &Item) -> Option<String> {
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

pub(crate) fn duration(declared: &Declared, item: &Item) -> Option<String> {
    Some(match (item.lasts()?, item.kind) {
        // A browser has session storage for each tab.
        (Duration::Session, Some(ItemKind::SessionStorage)) => declared.say(Word::DetailsSessionTab).to_owned(),
        (Duration::Session, _) => declared.say(Word::DetailsSession).to_owned(),
        (Duration::UntilErased, _) => declared.say(Word::DetailsUntilErased).to_owned(),
        (Duration::For(period), _) => declared.words.period(period),
    })
}

/// Why no consent is asked, as the site declares it; or that the item is optional and off.
fn why(declared: &Declared, item: &Item) -> Fact {
    let exemption = declared.site.purpose(&item.purpose).and_then(|purpose| purpose.exemption);
    let (label, reason) = match exemption.and_then(exemption_word) {
        Some(reason) => (Word::DetailsWhy, reason),
        // Reading refuses an item of a purpose that stores nothing.
        None => (Word::DetailsConsent, Word::WhyOptional),
    };
    (label, Some(declared.say(reason).to_owned()))
}
