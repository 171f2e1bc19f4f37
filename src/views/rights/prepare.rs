//! The rights of a site as the build prepares them: for each place the site's own first, exactly as stated, then what the law
//! there gives besides. The form's lists are made here, and the page's, which has the letters themselves.

use serde::Serialize;
use serde_json::json;

use super::model::{OptOut, PlaceRights, Rights};
use crate::consent::{Current, OrderedMap};
use crate::policy::{Pages, kept, right_steps};
use crate::rights::{self, LetterTemplate, LetterTemplates, law_word};
use crate::site::{Mode, Regime, Requests, RightKind};
use crate::views::builder::{Declared, Source, Surface, stated, text, within};
use crate::views::element::{Attribute, Element};
use crate::views::policy::markup::blocks;
use crate::words::Word;

/// What the form is drawn of, and what an opt-out removes; nothing where the owner has a page of their own.
pub(crate) fn file(Source { declared, facts, removable, .. }: &Source) -> Option<impl Serialize> {
    if !Pages::writes_request(&declared.site) {
        return None;
    }
    let mut file = json!(rights(declared, facts));
    if !file["optOut"].is_null() {
        // The page for requests removes them, outside the form (`www/app/request.js`).
        file["optOut"]["items"] = json!(removable);
    }
    Some(stated(file))
}

/// The rights of a site.
pub fn rights(declared: &Declared, facts: &OrderedMap<String>) -> Rights {
    let site = &declared.site;
    Rights {
        id: site.id().to_owned(),
        language: declared.language.to_string(),
        title: declared.of_site(Word::PageRequest),
        site: site.name.clone(),
        endpoint: endpoint(declared).map(str::to_owned),
        under: of_age(declared, Word::RequestUnder),
        young: of_age(declared, Word::RequestYoung),
        collection: collection(declared),
        places: rights::Place::ALL.map(|place| local(declared, place)).into(),
        words: declared.words.of_form(),
        opt_out: opt_out(declared, facts),
    }
}

/// The address that takes requests, where the site declares one.
pub(crate) fn endpoint(declared: &Declared) -> Option<&str> {
    match &declared.site.requests {
        Some(Requests::Endpoint(url)) => Some(url.as_str()),
        _ => None,
    }
}

/// A sentence about the site's minimum age, where it states one.
pub(crate) fn of_age(declared: &Declared, word: Word) -> Option<String> {
    let age = declared.site.children.as_ref()?.minimum_age?.to_string();
    let email = declared.site.controller.privacy_email().map_or("", |email| email.as_str());
    let word = if word == Word::RequestYoung && email.is_empty() { Word::RequestYoungOther } else { word };
    Some(declared.words.fill(word, &[("age", &age), ("site", &declared.site.name), ("email", email)]))
}

fn local(declared: &Declared, place: rights::Place) -> PlaceRights {
    let mut letters = Vec::new();
    let elements = list(declared, place, Surface::Dialog, |letter: LetterTemplate| {
        letters.push(letter);
        let index = (letters.len() - 1).to_string();
        text("button", declared.say(Word::ChooseWrite)).with(Attribute::Offer, index)
    });
    PlaceRights { place, title: declared.say(place_word(place)).to_owned(), elements, letters }
}

/// The rights of a place; `write` makes the element that a letter is written with.
pub(crate) fn list(
    declared: &Declared,
    place: rights::Place,
    surface: Surface,
    mut write: impl FnMut(LetterTemplate) -> Element,
) -> Vec<Element> {
    let LetterTemplates { stated, statutory, general } = LetterTemplates::of(&declared.site, &declared.words, place);
    let part = |word| text(surface.of_part(), declared.say(word));
    let mut elements: Vec<Element> = Vec::new();
    if !stated.is_empty() {
        elements.push(part(Word::RequestStated));
        let entries = stated.into_iter().map(|(right, letter)| {
            let spot = match right.kind {
                RightKind::Withdrawal => Some(on_the_spot(declared, surface)),
                // Without a letter nothing of it is done here.
                RightKind::OptOutOfSale if letter.is_some() => opts_out(declared, surface),
                _ => None,
            };
            let steps = blocks(declared, &right_steps(&declared.site, &declared.words, right), surface);
            let more = (right.kind == RightKind::Deletion).then(|| kept_besides(declared, surface)).flatten();
            let inside = spot.into_iter().chain(steps).chain(more).collect();
            entry(surface, rights::title(right, &declared.words), inside, letter.map(&mut write))
        });
        elements.push(entries_of(entries.collect()));
    }
    let email = declared.site.controller.privacy_email().map(|email| email.as_str());
    let or = |by_email, otherwise| if email.is_some() { by_email } else { otherwise };
    let contact = declared.say(Word::PageContact);
    let values = [("email", email.unwrap_or_default()), ("contact", contact)];
    if let (false, Some(law)) = (statutory.is_empty(), place.law()) {
        let word = match declared.site.regimes.contains(&law) {
            true => or(Word::RequestGivenText, Word::RequestGivenOther),
            false => or(Word::RequestGivenUnnamed, Word::RequestGivenUnnamedOther),
        };
        let values = [values[0], values[1], ("law", declared.say(law_word(law)))];
        elements.extend([part(Word::RequestGiven), text("p", declared.words.fill(word, &values))]);
        let entries = statutory.into_iter().map(|(kind, letter)| {
            let article = letter.article.clone().map(|article| text("p", article));
            let more = match kind {
                RightKind::Deletion => kept_besides(declared, surface),
                RightKind::Withdrawal => Some(on_the_spot(declared, surface)),
                RightKind::OptOutOfSale => opts_out(declared, surface),
                _ => None,
            };
            entry(surface, letter.right.clone(), article.into_iter().chain(more).collect(), Some(write(letter)))
        });
        elements.push(entries_of(entries.collect()));
    }
    if let Some(letter) = general {
        elements.push(part(Word::RequestGeneral));
        if declared.site.rights.is_empty() {
            let word = or(Word::PageNoRights, Word::PageNoRightsOther);
            elements.push(text("p", declared.words.fill(word, &values)));
        }
        elements.push(entries_of(vec![entry(surface, letter.right.clone(), Vec::new(), Some(write(letter)))]));
    }
    elements.extend(complaints(declared, place, surface));
    elements
}

/// A right: its title, what it is, and the element that a letter is written with.
fn entry(surface: Surface, title: String, inside: Vec<Element>, letter: Option<Element>) -> Element {
    let title = text(surface.of_entry(), title);
    // The heading of a button's index describes it.
    let title = match letter.as_ref().and_then(|letter| letter.get(Attribute::Offer)) {
        Some(index) => title.with(Attribute::Id, format!("right-{index}")),
        None => title,
    };
    within("li", [title].into_iter().chain(inside).chain(letter).collect())
}

/// Consent that was given to this widget is withdrawn in it (GDPR Article 7(3): as easily as it was given).
fn on_the_spot(declared: &Declared, surface: Surface) -> Element {
    let sentence = |word| text("p", declared.say(word));
    let again = || text("button", declared.say(Word::ChoicesAgain)).with(Attribute::View, "choices");
    match (declared.site.mode(), surface) {
        (Mode::Notice, _) => sentence(Word::RequestOnTheSpot),
        (Mode::Consent, Surface::Page) => sentence(Word::RequestOnTheSpotConsent),
        (Mode::Consent, Surface::Dialog) => within("", vec![sentence(Word::RequestOnTheSpotConsent), again()]),
    }
}

/// What a request to opt out of sale or sharing turns off on this device as well (11 CCR 7026); a letter of the page, nothing.
fn opts_out(declared: &Declared, surface: Surface) -> Option<Element> {
    let names = sold(declared)?;
    let word = if surface == Surface::Page { Word::RequestOptsOutLetter } else { Word::RequestOptsOut };
    Some(text("p", declared.words.fill(word, &[("names", &names)])))
}

/// The titles of the purposes that are a sale or sharing and can be turned off.
fn sold(declared: &Declared) -> Option<String> {
    let sold = declared.site.purposes.iter().filter(|purpose| purpose.is_optional_sale());
    declared.joined(sold.map(|purpose| declared.purpose(&purpose.id)))
}

/// What the form needs for an opt-out, on a site with such purposes: the sentences, and what a record of it depends on.
fn opt_out(declared: &Declared, facts: &OrderedMap<String>) -> Option<OptOut> {
    let names = sold(declared)?;
    let fill = |word| declared.words.fill(word, &[("names", &names)]);
    let sold = declared.site.purposes.iter().filter(|purpose| purpose.is_optional_sale());
    let current = Current {
        mode: declared.site.mode(),
        version: declared.site.notice.version.clone(),
        facts: facts.clone(),
        policy_changes: Vec::new(),
        expires_after: declared.site.notice.expires_after,
        exempt: Vec::new(),
        uk_exempt: Vec::new(),
        sale_or_share: sold.map(|purpose| purpose.id.to_string()).collect(),
        jurisdiction: None,
    };
    Some(OptOut { done: fill(Word::RequestOptedOut), unkept: fill(Word::RequestOptedOutUnkept), current })
}

/// What a deletion does not reach at once, in the site's own periods.
fn kept_besides(declared: &Declared, surface: Surface) -> Option<Element> {
    let kept = kept(&declared.site, &declared.words)?;
    let summary = text("summary", declared.say(Word::RequestKept));
    Some(within("details", [summary].into_iter().chain(blocks(declared, &[kept], surface)).collect()))
}

/// Whom to complain to: the owner's words, then the law's.
fn complaints(declared: &Declared, place: rights::Place, surface: Surface) -> Vec<Element> {
    let by_law = match place.law() {
        Some(Regime::Gdpr) => Some(Word::PolicyComplaintLaw),
        Some(Regime::UkGdpr) => Some(Word::PolicyComplaintUk),
        _ => None,
    };
    let stated = declared.site.complaint.as_ref();
    if stated.is_none() && by_law.is_none() {
        return Vec::new();
    }
    let own = stated.map(|stated| vec![text("p", stated)]);
    let law = by_law.map(|word| vec![text("p", declared.say(word))]);
    let title = text(surface.of_part(), declared.say(Word::PolicyComplaint));
    [title].into_iter().chain(own.into_iter().chain(law).flatten()).collect()
}

/// What happens to what is written, shown at the button that sends it (11 CCR 7012(c) and (e)).
pub(crate) fn collection(declared: &Declared) -> Vec<Element> {
    let words = &declared.words;
    let goes = match endpoint(declared) {
        Some(address) => {
            let host = address.split('/').nth(2).unwrap_or(address);
            words.fill(Word::RequestCollectionEndpoint, &[("host", host)])
        }
        None => words.say(Word::RequestCollectionMail).to_owned(),
    };
    // The composed policy has a section on retention where the site states any; what an owner's own policy says is unknown here.
    let page = &declared.pages.policy;
    let has_retention = declared.site.composes_policy() && !declared.site.retention.is_empty();
    let address = if has_retention { page.clone() + "#retention" } else { page.clone() };
    let link = text("a", declared.say(Word::PageToPrivacy)).with(Attribute::Href, address);
    let kept = if has_retention { declared.say(Word::RequestCollectionKept).to_owned() + " " } else { String::new() };
    vec![
        text("p", format!("{} {goes}", declared.say(Word::RequestCollection))),
        Element { text: kept, ..within("p", vec![link]) },
    ]
}

pub(crate) fn place_word(place: rights::Place) -> Word {
    match place {
        rights::Place::Eu => Word::RequestPlaceEu,
        rights::Place::Uk => Word::RequestPlaceUk,
        rights::Place::UsCa => Word::RequestPlaceCalifornia,
        rights::Place::Other => Word::RequestPlaceOther,
    }
}

fn entries_of(entries: Vec<Element>) -> Element {
    within("ul", entries).with(Attribute::Class, "entries")
}
