//! The rights of a site as the build prepares them: for each place the site's own first, exactly as stated, then what the law
//! there gives besides. The form's lists are made here, and the page's, which has the letters themselves.

use serde_json::{Value, json};

use crate::consent::Entries;
use crate::policy::{kept, right_steps};
use crate::rights::{self, Offer, Offers, law_word};
use crate::site::{Mode, Regime, Requests, RightKind, Site};
use crate::views::builder::{Declared, Place, text, within};
use crate::views::choices::prepare::joined;
use crate::views::element::{ACT, Element};
use crate::views::policy::markup::blocks;
use crate::words::Word;

/// What the form is sent: the fields that [`Rights`](super::Rights) reads.
pub fn rights(declared: &Declared) -> Value {
    let site = &declared.site;
    json!({
        "id": site.id(),
        "language": declared.language,
        "title": declared.of_site(Word::PageRequest),
        "site": site.name,
        "endpoint": endpoint(declared),
        "under": of_age(declared, Word::RequestUnder),
        "young": of_age(declared, Word::RequestYoung),
        "collection": collection(declared),
        "places": rights::Place::ALL.map(|place| local(declared, place)),
    })
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

fn local(declared: &Declared, place: rights::Place) -> Value {
    let mut letters = Vec::new();
    let elements = list(declared, place, Place::Dialog, |offer: Offer| {
        letters.push(offer);
        let number = (letters.len() - 1).to_string();
        Element { to: Some(number), ..text("button", declared.say(Word::ChooseWrite)) }
    });
    json!({ "title": declared.say(place_word(place)), "elements": elements, "offers": letters })
}

/// The rights of a place; `letter` makes what a letter is written with.
pub(crate) fn list(
    declared: &Declared,
    local: rights::Place,
    place: Place,
    mut letter: impl FnMut(Offer) -> Element,
) -> Vec<Element> {
    let Offers { stated, given, general } = Offers::of(&declared.site, &declared.words, local);
    let part = |word| text(place.of_part(), declared.say(word));
    let mut elements: Vec<Element> = Vec::new();
    if !stated.is_empty() {
        elements.push(part(Word::RequestStated));
        let entries = stated.into_iter().map(|(right, offer)| {
            let spot = match right.kind {
                RightKind::Withdrawal => Some(on_the_spot(declared, place)),
                // Without a letter nothing of it is done here.
                RightKind::OptOutOfSale if offer.is_some() => opts_out(declared, place),
                _ => None,
            };
            let steps = blocks(declared, &right_steps(&declared.site, &declared.words, right), place);
            let more = (right.kind == RightKind::Deletion).then(|| kept_besides(declared, place)).flatten();
            let inside = spot.into_iter().chain(steps).chain(more).collect();
            entry(place, rights::title(right, &declared.words), inside, offer.map(&mut letter))
        });
        elements.push(entries_of(entries.collect()));
    }
    let email = declared.site.controller.privacy_email().map(|email| email.as_str());
    let or = |by_email, otherwise| if email.is_some() { by_email } else { otherwise };
    let contact = declared.say(Word::PageContact);
    let values = [("site", declared.site.name.as_str()), ("email", email.unwrap_or_default()), ("contact", contact)];
    if let (false, Some(law)) = (given.is_empty(), local.law()) {
        let word = match declared.site.regimes.contains(&law) {
            true => or(Word::RequestGivenText, Word::RequestGivenOther),
            false => or(Word::RequestGivenUnnamed, Word::RequestGivenUnnamedOther),
        };
        let values = [values[0], values[1], values[2], ("law", declared.say(law_word(law)))];
        elements.extend([part(Word::RequestGiven), text("p", declared.words.fill(word, &values))]);
        let entries = given.into_iter().map(|(kind, offer)| {
            let article = offer.article.clone().map(|article| text("p", article));
            let more = match kind {
                RightKind::Deletion => kept_besides(declared, place),
                RightKind::Withdrawal => Some(on_the_spot(declared, place)),
                RightKind::OptOutOfSale => opts_out(declared, place),
                _ => None,
            };
            entry(place, offer.right.clone(), article.into_iter().chain(more).collect(), Some(letter(offer)))
        });
        elements.push(entries_of(entries.collect()));
    }
    if let Some(offer) = general {
        let word = if declared.site.rights.is_empty() {
            or(Word::PageNoRights, Word::PageNoRightsOther)
        } else {
            Word::PageContactText
        };
        elements.extend([part(Word::PageContact), text("p", declared.words.fill(word, &values))]);
        elements.push(entries_of(vec![entry(place, offer.right.clone(), Vec::new(), Some(letter(offer)))]));
    }
    elements.extend(complaints(declared, local, place));
    elements
}

/// A right: its title, what is said of it, and what a letter is written with.
fn entry(place: Place, title: String, inside: Vec<Element>, letter: Option<Element>) -> Element {
    // A button is about the heading of its number.
    let id = letter.as_ref().and_then(|letter| letter.to.as_ref()).map(|number| format!("right-{number}"));
    let title = Element { id, ..text(place.of_entry(), title) };
    within("li", [title].into_iter().chain(inside).chain(letter).collect())
}

/// Consent that was given to this widget is withdrawn in it (GDPR Article 7(3): as easily as it was given).
fn on_the_spot(declared: &Declared, place: Place) -> Element {
    let told = |word| text("p", declared.say(word));
    let again = || Element { to: Some("choices".into()), ..text(ACT, declared.say(Word::ChoicesAgain)) };
    match (declared.site.mode(), place) {
        (Mode::Notice, _) => told(Word::RequestOnTheSpot),
        (Mode::Consent, Place::Page) => told(Word::RequestOnTheSpotConsent),
        (Mode::Consent, Place::Dialog) => within("", vec![told(Word::RequestOnTheSpotConsent), again()]),
    }
}

/// What a request to opt out of sale or sharing turns off on this device as well (11 CCR 7026); a letter of the page, nothing.
fn opts_out(declared: &Declared, place: Place) -> Option<Element> {
    let names = sold(declared)?;
    let word = if place == Place::Page { Word::RequestOptsOutLetter } else { Word::RequestOptsOut };
    Some(text("p", declared.words.fill(word, &[("names", &names)])))
}

/// The titles of the purposes that are a sale or sharing and can be turned off.
fn sold(declared: &Declared) -> Option<String> {
    let sold = declared.site.purposes.iter().filter(|purpose| purpose.is_optional_sale());
    joined(declared, sold.map(|purpose| declared.purpose(&purpose.id)))
}

/// What the form is sent of a site with such purposes: what it says once they are off, and what a record of that depends on.
pub fn opt_out(declared: &Declared, facts: &Entries<String>) -> Option<Value> {
    let names = sold(declared)?;
    let filled = |word| declared.words.fill(word, &[("names", &names)]);
    let Site { notice, purposes, .. } = &declared.site;
    let sold = purposes.iter().filter(|purpose| purpose.is_optional_sale()).map(|purpose| &purpose.id);
    Some(json!({
        "done": filled(Word::RequestOptedOut),
        "unkept": filled(Word::RequestOptedOutUnkept),
        "site": {
            "mode": declared.site.mode(),
            "notice": { "version": notice.version },
            "facts": facts,
            "sold": sold.collect::<Vec<_>>(),
            "expiresAfter": notice.expires_after,
        },
    }))
}

/// What a deletion does not reach at once, in the site's own periods.
fn kept_besides(declared: &Declared, place: Place) -> Option<Element> {
    let kept = kept(&declared.site, &declared.words)?;
    let summary = text("summary", declared.say(Word::RequestKept));
    Some(within("details", [summary].into_iter().chain(blocks(declared, &[kept], place)).collect()))
}

/// Whom to complain to: the site's own words, then the law's, marked where the site has none.
fn complaints(declared: &Declared, local: rights::Place, place: Place) -> Vec<Element> {
    let by_law = match local.law() {
        Some(Regime::Gdpr) => Some(Word::PolicyComplaintLaw),
        Some(Regime::UkGdpr) => Some(Word::PolicyComplaintUk),
        _ => None,
    };
    let stated = declared.site.complaint.as_ref();
    if stated.is_none() && by_law.is_none() {
        return Vec::new();
    }
    let own = stated.map(|stated| vec![text("p", declared.of_site(Word::PolicyComplaintIntro)), text("p", stated)]);
    // What the site says of authorities itself is not to be called unstated.
    let mark = stated.is_none().then(|| text("p", declared.of_site(Word::RequestByLaw)));
    let law = by_law.map(|word| [text("p", declared.say(word))].into_iter().chain(mark).collect());
    let title = text(place.of_part(), declared.say(Word::PolicyComplaint));
    [title].into_iter().chain(own.into_iter().chain(law).flatten()).collect()
}

/// What happens to what is written, beside the button that sends it (11 CCR 7012(c) and (e)).
pub(crate) fn collection(declared: &Declared) -> Vec<Element> {
    let words = &declared.words;
    let goes = match endpoint(declared) {
        Some(address) => {
            let host = address.split('/').nth(2).unwrap_or(address);
            words.fill(Word::RequestCollectionEndpoint, &[("host", host), ("site", &declared.site.name)])
        }
        None => words.say(Word::RequestCollectionMail).to_owned(),
    };
    // The composed policy says it under a heading; of an owner's own nobody here knows what it says.
    let page = &declared.pages.policy;
    let is_ours = declared.site.policy.is_none();
    let address = if is_ours { page.clone() + "#retention" } else { page.clone() };
    let link = Element { to: Some(address), ..text("a", declared.say(Word::PageToPrivacy)) };
    let kept = if is_ours { declared.say(Word::RequestCollectionKept).to_owned() + " " } else { String::new() };
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
    Element { to: Some("entries".to_owned()), ..within("ul", entries) }
}
