//! What the view of rights shows, as the build wrote it: for each place what can be asked there, and the letters that are written from it.

use super::event::Delivery;
use crate::consent::Current;
use crate::rights::{Offer, Place};
use crate::site::{Json, authority};
use crate::views::element::Element;
use crate::words::Words;

/// The rights of a site, in one language.
#[derive(Clone, Debug)]
pub struct Rights {
    /// The site's id, which the key of remembered requests ends with.
    pub id: String,
    /// The words of the form.
    pub words: Words,
    /// The language that they are in.
    pub language: String,
    /// What the view is called.
    pub title: String,
    /// The site's name.
    pub site: String,
    /// The address that takes requests, where one is declared.
    pub endpoint: Option<String>,
    /// "I am under 16", where the site states an age.
    pub under: Option<String>,
    /// What somebody who is younger is told.
    pub young: String,
    /// What happens to what is written (11 CCR 7012), beside the button that sends it.
    pub collection: Vec<Element>,
    /// What a request to opt out of sale or sharing turns off on this device; none where nothing of it can be.
    pub opt_out: Option<OptOut>,
    /// The places to choose from; the last is for those who would rather not say.
    pub places: Vec<Local>,
}

/// The purposes that are a sale or sharing, and that the visitor can turn off (11 CCR 7026).
#[derive(Clone, Debug)]
pub struct OptOut {
    /// The site of today, as far as a record of the opt-out depends on it.
    pub current: Current,
    /// Said once they are off.
    pub done: String,
    /// Said where the browser would not store it.
    pub unkept: String,
}

/// What can be asked from one place.
#[derive(Clone, Debug)]
pub struct Local {
    /// Which place.
    pub place: Place,
    /// What it is called.
    pub title: String,
    /// The rights; a `button` in them bears the number of its offer.
    pub elements: Vec<Element>,
    /// The letters.
    pub offers: Vec<Offer>,
}

impl Rights {
    /// The rights as the build wrote them, with the words that they came with.
    pub fn read(json: &impl Json, words: Words) -> Self {
        Self {
            id: json.said("id"),
            words,
            language: json.said("language"),
            title: json.said("title"),
            site: json.said("site"),
            endpoint: json.stated("endpoint"),
            under: json.stated("under"),
            young: json.said("young"),
            collection: elements(json, "collection"),
            opt_out: json.field("optOut").and_then(|opt_out| OptOut::read(&opt_out)),
            places: Place::ALL
                .into_iter()
                .zip(json.listed("places"))
                .map(|(place, json)| Local::read(place, &json))
                .collect(),
        }
    }
}

impl Rights {
    /// Whom a request goes to: the declared endpoint by its host, or the address where it goes by mail.
    pub(crate) fn receiver(&self, offer: &Offer, delivery: &Delivery) -> String {
        let by_mail = self.endpoint.is_none() || delivery.has_failed();
        let host = self.endpoint.as_ref().filter(|_| !by_mail).map(|endpoint| authority(endpoint));
        host.unwrap_or(if offer.to.is_empty() { &offer.elsewhere } else { &offer.to }).to_owned()
    }

    /// What can be asked from the place of that number; from the last, where none was chosen.
    pub fn local(&self, place: usize) -> Option<&Local> {
        self.places.get(place).or(self.places.last())
    }
}

impl OptOut {
    fn read(json: &impl Json) -> Option<Self> {
        let current = Current::read(&json.field("site")?)?;
        Some(Self { current, done: json.said("done"), unkept: json.said("unkept") })
    }
}

impl Local {
    fn read(place: Place, json: &impl Json) -> Self {
        Self {
            place,
            title: json.said("title"),
            elements: elements(json, "elements"),
            offers: json.listed("offers").iter().map(Offer::read).collect(),
        }
    }
}

pub(crate) fn elements(json: &impl Json, name: &str) -> Vec<Element> {
    json.listed(name).iter().map(Element::read).collect()
}
