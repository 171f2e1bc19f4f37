//! What the view of rights is drawn of: for each place what can be asked there, and the letters that are written from it. The build
//! writes it, the app reads it.

use serde::{Serialize, Serializer};

use super::delivery::Delivery;
use crate::consent::{Current, OrderedMap};
use crate::json::Json;
use crate::rights::{LetterTemplate, Place};
use crate::site::{Mode, Period, authority};
use crate::views::element::Element;
use crate::views::required::Required;
use crate::words::Words;

/// The rights of a site, in one language.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Rights {
    /// The site's id, which the key of saved requests ends with.
    pub id: String,
    /// The language of the words.
    pub language: String,
    /// The title of the view.
    pub title: String,
    /// The site's name.
    pub site: String,
    /// The address that takes requests, where one is declared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub endpoint: Option<String>,
    /// "I am under 16", where the site states an age.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub under: Option<String>,
    /// What somebody who is younger is asked to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub young: Option<String>,
    /// What happens to what is written (11 CCR 7012), near the button that sends it.
    pub collection: Vec<Element>,
    /// The places to choose from; the last is for those who would rather not say.
    pub places: Vec<PlaceRights>,
    /// The words of the form.
    pub words: Words,
    /// What a request to opt out of sale or sharing turns off on this device; `None` where nothing of it can be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opt_out: Option<OptOut>,
}

/// What can be asked from one place.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlaceRights {
    /// Which place.
    #[serde(skip)]
    pub place: Place,
    /// What it is called.
    pub title: String,
    /// The rights; a `button` in them has the index of its letter.
    pub elements: Vec<Element>,
    /// The letters.
    pub letters: Vec<LetterTemplate>,
}

/// The purposes that are a sale or sharing, and that the visitor can turn off (11 CCR 7026).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OptOut {
    /// Shown once they are off.
    pub done: String,
    /// Shown where the browser would not store it.
    pub unkept: String,
    /// The site of today, as far as a record of the opt-out depends on it.
    #[serde(rename = "site", serialize_with = "write_current")]
    pub current: Current,
}

impl Rights {
    /// The rights as the build wrote them; `None` where another version wrote them.
    pub fn read(json: &impl Json) -> Option<Self> {
        let required = Required::default();
        let text = |name| required.text(json, name);
        let words = Words::read(&json.field("words")?)?;
        let places = required.list(json, "places");
        let places = Place::ALL.into_iter().zip(&places).map(|(place, json)| PlaceRights::read(place, json, &required));
        required.complete(Self {
            id: text("id"),
            language: text("language"),
            title: text("title"),
            site: text("site"),
            endpoint: json.stated("endpoint"),
            under: json.stated("under"),
            young: json.stated("young"),
            collection: Element::list(json, "collection"),
            places: places.collect(),
            words,
            opt_out: json.field("optOut").and_then(|opt_out| OptOut::read(&opt_out, &required)),
        })
    }

    /// Whom a request goes to: the declared endpoint by its host, or the address where it goes by mail.
    pub(super) fn receiver(&self, letter: &LetterTemplate, delivery: &Delivery) -> String {
        let by_mail = self.endpoint.is_none() || delivery.has_failed();
        let host = self.endpoint.as_ref().filter(|_| !by_mail).map(|endpoint| authority(endpoint));
        host.unwrap_or(if letter.to.is_empty() { &letter.elsewhere } else { &letter.to }).to_owned()
    }

    /// What can be asked from the place of that index; from the last, where none was chosen.
    pub fn local(&self, index: usize) -> Option<&PlaceRights> {
        self.places.get(index).or(self.places.last())
    }
}

impl PlaceRights {
    fn read(place: Place, json: &impl Json, required: &Required) -> Self {
        Self {
            place,
            title: required.text(json, "title"),
            elements: Element::list(json, "elements"),
            letters: required.list(json, "letters").iter().map(LetterTemplate::read).collect(),
        }
    }
}

impl OptOut {
    fn read(json: &impl Json, required: &Required) -> Option<Self> {
        let (done, unkept) = (required.text(json, "done"), required.text(json, "unkept"));
        let current = required.some(json.field("site").and_then(|site| Current::read(&site)));
        Some(Self { done, unkept, current: current? })
    }
}

/// Writes what [`Current::read`] reads, as far as an opt-out depends on it.
fn write_current<S: Serializer>(current: &Current, serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Site<'a> {
        mode: Mode,
        notice: Notice<'a>,
        facts: &'a OrderedMap<String>,
        sold: &'a [String],
        expires_after: Period,
    }
    #[derive(Serialize)]
    struct Notice<'a> {
        version: &'a str,
    }
    let Current { mode, version, facts, sale_or_share: sold, expires_after, .. } = current;
    let notice = Notice { version };
    Site { mode: *mode, notice, facts, sold, expires_after: *expires_after }.serialize(serializer)
}
