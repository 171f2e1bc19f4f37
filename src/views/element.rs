//! Elements: what the build makes of the declaration and of the policy, and the app draws (`draw`).
//!
//! An element holds names and texts, never HTML, and names nothing but what the build writes. A browser reads this one small type
//! where the declaration has forty; the pages are drawn by the same lines.

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::json::Json;

/// An element of a view. As JSON it is one flat object, without what is empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Element {
    /// Its name in HTML, or one of those below; none for text, and for elements in a row.
    pub name: String,
    /// Its attributes.
    pub attributes: Vec<(Attribute, String)>,
    /// Its text, before the elements in it.
    pub text: String,
    /// The elements in it.
    pub inside: Vec<Element>,
}

/// An attribute of an element, in the order of `draw`'s names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attribute {
    /// Its id; what has one can be given the focus.
    Id,
    /// Whether it can be given the focus; follows from others.
    TabIndex,
    /// Its class.
    Class,
    /// Where a link leads, as the owner or the build wrote it.
    Href,
    /// What another site learns of this page; follows from the address.
    Rel,
    /// In which direction a part runs; follows from its language.
    Dir,
    /// The language of a part.
    Lang,
    /// What a navigation is called.
    Label,
    /// The moment of a time.
    Datetime,
    /// What a button does; follows from the element.
    Type,
    /// What is announced; follows from the element.
    Role,
    /// The index of the letter that a button opens; the heading of that index describes the button.
    Offer,
    /// The view that a button opens.
    View,
    /// What describes a button; follows from the letter.
    DescribedBy,
    /// The name of a place that links lead to.
    Anchor,
    /// The term of a fact, or the column of a cell.
    Term,
}

/// Those that the build writes.
const ATTRIBUTES: [(&str, Attribute); 10] = [
    ("id", Attribute::Id),
    ("class", Attribute::Class),
    ("href", Attribute::Href),
    ("label", Attribute::Label),
    ("lang", Attribute::Lang),
    ("datetime", Attribute::Datetime),
    ("term", Attribute::Term),
    ("view", Attribute::View),
    ("offer", Attribute::Offer),
    ("anchor", Attribute::Anchor),
];

/// Replaced by what a visitor can do about their own record.
pub(super) const RECORD_CONTROLS: &str = "record-controls";
/// Drawn only where the visitor has saved requests.
pub(super) const SAVED_REQUESTS: &str = "saved-requests";
/// A fact of a definition list: three elements of HTML, but one to read, because most of what is read are facts.
pub(super) const FACT: &str = "fact";
/// Drawn only where the browser sends Global Privacy Control.
pub(super) const SIGNAL: &str = "gpc";
/// A place that links lead to, by its name.
pub(super) const ANCHOR: &str = "anchor";
/// A sentence that is announced when it changes.
pub(super) const STATUS: &str = "status";

impl Element {
    /// The element with one more attribute.
    #[must_use]
    pub fn with(mut self, attribute: Attribute, value: impl Into<String>) -> Self {
        self.attributes.push((attribute, value.into()));
        self
    }

    /// The value of an attribute.
    pub fn get(&self, attribute: Attribute) -> Option<&str> {
        self.attributes.iter().find(|(name, _)| *name == attribute).map(|(_, value)| value.as_str())
    }

    /// An element as the build wrote it. What is missing is empty, as the build left it out.
    pub fn read(json: &impl Json) -> Self {
        let mut read = Self::default();
        for (name, value) in json.fields().unwrap_or_default() {
            match name.as_str() {
                "name" => read.name = value.text().unwrap_or_default(),
                "text" => read.text = value.text().unwrap_or_default(),
                "inside" => read.inside = value.list().unwrap_or_default().iter().map(Self::read).collect(),
                name => {
                    let known = ATTRIBUTES.iter().find(|(known, _)| *known == name);
                    read.attributes.extend(known.map(|(_, attribute)| *attribute).zip(value.text()));
                }
            }
        }
        read
    }

    /// The elements in a field; none where it was left out.
    pub(super) fn list(json: &impl Json, field: &str) -> Vec<Self> {
        json.listed(field).iter().map(Self::read).collect()
    }
}

impl Serialize for Element {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if !self.name.is_empty() {
            map.serialize_entry("name", &self.name)?;
        }
        for (attribute, value) in &self.attributes {
            let known = ATTRIBUTES.iter().find(|(_, known)| known == attribute);
            known.map_or(Ok(()), |(name, _)| map.serialize_entry(name, value))?;
        }
        if !self.text.is_empty() {
            map.serialize_entry("text", &self.text)?;
        }
        if !self.inside.is_empty() {
            map.serialize_entry("inside", &self.inside)?;
        }
        map.end()
    }
}
