//! The policy that is composed of the declared facts alone: the sections and their order.
//!
//! Every section opens with a sentence. What is not stated is left out, or said to be not stated where a law that the site names
//! asks for it (GDPR Article 13; CCPA 1798.130(a)(5)); nothing is invented, and no sentence is an owner's but those that they declared.

use super::phrases::Phrases;
use super::{Block, Document, Section, anchor};
use super::{collection, controller, retention, sharing, stated_rights};
use crate::site::{Regime, Site};
use crate::words::{Word, Words};

/// The policy of a site, in the language of its declaration.
pub fn composed(site: &Site, words: &Words) -> Document {
    let said = Phrases { site, words };
    let date = site.last_updated.map_or_else(|| words.say(Word::DetailsNotStated).to_owned(), |date| words.date(date));
    let sections = [
        controller::responsible(&said),
        collection::collected(&said),
        collection::purposes(&said),
        storage(&said),
        sharing::services(&said),
        sharing::sale(&said),
        retention::retention(&said),
        stated_rights::rights(&said),
        retention::children(&said),
        sharing::transfers(&said),
        retention::security(&said),
        sharing::platforms(&said),
        stated_rights::complaint(&said),
        controller::changes(&said),
        controller::contact(&said),
    ];
    Document {
        language: None,
        title: None,
        lead: vec![said.paragraph(Word::PolicyAbout), Block::text(words.fill(Word::PageUpdated, &[("date", &date)]))],
        sections: sections.into_iter().flatten().collect(),
    }
}

/// What is stored, and how to be rid of it.
pub(super) fn storage(said: &Phrases) -> Vec<Section> {
    let unstated = said.words.say(Word::DetailsNotStated);
    let intro = said.fill(Word::PolicyStorageIntro, &[("notStated", unstated)]);
    let blocks = vec![Block::text(intro), Block::Items, said.paragraph(Word::DetailsRemoveText)];
    vec![said.section(anchor::STORAGE, Word::PageStorage, blocks)]
}

/// Whether one of these laws asks the site for a statement: one that it names, and any where it names none.
pub(super) fn asks(site: &Site, laws: &[Regime]) -> bool {
    site.regimes.is_empty() || names(site, laws)
}

/// Whether the site names one of these laws.
pub(super) fn names(site: &Site, laws: &[Regime]) -> bool {
    site.regimes.iter().any(|regime| laws.contains(regime))
}
