//! What a purpose is called where its owner gave it no title.

use super::{Word, Words};
use crate::site::{Id, Site};

impl Site {
    /// What a purpose is called: its title; `essential` has one of its own, and at last there is the id.
    pub fn purpose_title(&self, id: &Id, words: &Words) -> String {
        let stated = self.purpose(id).and_then(|purpose| purpose.title.clone());
        let essential = || (*id == Id::essential()).then(|| words.say(Word::PurposeEssential).to_owned());
        stated.or_else(essential).unwrap_or_else(|| id.to_string())
    }
}
