//! The policy that is composed of the declared facts alone: the sections and their order.
//!
//! Every section opens with a sentence. What is not declared is left out, or named as missing where a law that the site names
//! asks for it (GDPR Article 13; CCPA 1798.130(a)(5)); nothing is invented, and no sentence is an owner's but those that they declared.

use super::phrases::Phrases;
use super::{Block, Document, Section, anchor};
use super::{changes, collection, controller, legal_duties, retention, sharing, stated_rights};
use crate::site::Site;
use crate::words::{Word, Words};

/// The policy of a site, in the language of its declaration.
pub fn composed(site: &Site, words: &Words) -> Document {
    let phrases = Phrases { site, words };
    let date = site.last_updated.map_or_else(|| words.say(Word::DetailsNotStated).to_owned(), |date| words.date(date));
    let sections = [
        controller::responsible(&phrases),
        collection::collected(&phrases),
        collection::purposes(&phrases),
        storage(&phrases),
        sharing::services(&phrases),
        sharing::sale(&phrases),
        retention::retention(&phrases),
        stated_rights::rights(&phrases),
        retention::children(&phrases),
        sharing::transfers(&phrases),
        retention::security(&phrases),
        sharing::platforms(&phrases),
        legal_duties::complaint(&phrases),
        changes::changes(&phrases),
        controller::contact(&phrases),
    ];
    Document {
        language: None,
        title: None,
        lead: vec![
            phrases.paragraph(Word::PolicyAbout),
            Block::text(words.fill(Word::PageUpdated, &[("date", &date)])),
        ],
        sections: sections.into_iter().flatten().collect(),
    }
}

/// What is stored, and how to be rid of it.
pub(super) fn storage(phrases: &Phrases) -> Vec<Section> {
    let unstated = phrases.words.say(Word::DetailsNotStated);
    let intro = phrases.fill(Word::PolicyStorageIntro, &[("notStated", unstated)]);
    let blocks = vec![Block::text(intro), Block::Items, phrases.paragraph(Word::DetailsRemoveText)];
    vec![phrases.section(anchor::STORAGE, Word::PageStorage, blocks)]
}
