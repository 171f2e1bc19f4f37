//! The policy that is composed of the declared facts alone: the sections and their order.
//!
//! What is not declared is left out, heading included, and `check` tells the owner (decision 026). No sentence is an owner's but
//! those that they declared.

use super::phrases::Phrases;
use super::{Block, Document, Section};
use super::{
    changes, collection, controller, legal_duties, purposes, retention, sharing, stated_rights, storage, summary,
};
use crate::site::Site;
use crate::words::{Word, Words};

/// The policy of a site, in the language of its declaration.
pub fn composed(site: &Site, words: &Words) -> Document {
    let phrases = Phrases { site, words };
    let updated =
        site.last_updated.map(|date| Block::text(words.fill(Word::PageUpdated, &[("date", &words.date(date))])));
    let sections = [
        controller::responsible(&phrases),
        collection::collected(&phrases),
        purposes::purposes(&phrases),
        storage::storage(&phrases),
        sharing::sharing(&phrases),
        sharing::transfers(&phrases),
        retention::retention(&phrases),
        retention::security(&phrases),
        stated_rights::rights(&phrases),
        part_of_rights(legal_duties::complaint(&phrases)),
        retention::children(&phrases),
        changes::changes(&phrases),
        controller::contact(&phrases),
    ];
    Document {
        language: None,
        title: None,
        lead: summary::summary(&phrases).into_iter().chain(updated).collect(),
        sections: sections.into_iter().flatten().collect(),
    }
}

/// Complaints are a part of "Your rights", which comes before them.
fn part_of_rights(complaint: Vec<Section>) -> Vec<Section> {
    complaint.into_iter().map(|section| Section { level: 3, ..section }).collect()
}
