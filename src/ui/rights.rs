//! What the view of rights shows, as the build wrote it: for each place what can be asked there, and the letters that are written from it.

use super::Element;
use super::act::Delivery;
use crate::rights::{Offer, Place};
use crate::site::Json;
use crate::words::Words;

/// The rights of a site, in one language.
#[derive(Clone, Debug)]
pub struct Rights {
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
    /// The places to choose from; the last is for those who would rather not say.
    pub places: Vec<Local>,
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
            words,
            language: json.said("language"),
            title: json.said("title"),
            site: json.said("site"),
            endpoint: json.stated("endpoint"),
            under: json.stated("under"),
            young: json.said("young"),
            collection: elements(json, "collection"),
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
    pub(super) fn receiver(&self, offer: &Offer, delivery: &Delivery) -> String {
        let by_mail = self.endpoint.is_none() || delivery.has_failed();
        let host = self.endpoint.as_ref().filter(|_| !by_mail).and_then(|endpoint| endpoint.split('/').nth(2));
        host.unwrap_or(&offer.to).to_owned()
    }

    /// What can be asked from the place of that number; from the last, where none was chosen.
    pub fn local(&self, place: usize) -> Option<&Local> {
        self.places.get(place).or(self.places.last())
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

pub(super) fn elements(json: &impl Json, name: &str) -> Vec<Element> {
    json.listed(name).iter().map(Element::read).collect()
}
