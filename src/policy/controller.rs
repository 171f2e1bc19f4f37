//! Composed: who is responsible and how to reach them (GDPR Article 13(1)(a), (b)).

use super::contacts::{address, ways, write_to};
use super::phrases::{LINK, Phrases, entry, linking, strong};
use super::{Block, Section, Span, anchor};
use crate::site::ContactRole;
use crate::words::{Word, country};

pub(super) fn responsible(phrases: &Phrases) -> Vec<Section> {
    let controller = &phrases.site.controller;
    let mut blocks = match (&controller.legal_name, &controller.place) {
        (Some(name), None) => vec![Block::text(phrases.fill(Word::PolicyWhoNamed, &[("name", name)]))],
        (Some(name), Some(place)) => {
            vec![Block::text(phrases.fill(Word::PolicyWhoPlaced, &[("name", name), ("place", place)]))]
        }
        (None, place) => {
            let place =
                place.as_ref().map(|place| Block::text(phrases.fill(Word::PolicyWhoPlace, &[("place", place)])));
            [phrases.paragraph(Word::PolicyWhoSite)].into_iter().chain(place).collect()
        }
    };
    if let Some(url) = &phrases.site.url {
        let sentence = phrases.fill(Word::PolicyWhoUrl, &[("url", LINK)]);
        blocks.push(Block::Text(linking(&sentence, url.as_str(), url.as_str())));
    }
    let named = controller.country.as_ref().map(|code| country(code.as_str(), phrases.language()));
    if !controller.address.is_empty() {
        let whole: Vec<String> = controller.address.iter().chain(&named).cloned().collect();
        blocks.push(Block::text(phrases.fill(Word::PolicyWhoAddress, &[("address", &address(phrases, &whole))])));
    } else if let Some(named) = named {
        blocks.push(Block::text(phrases.fill(Word::PolicyWhoCountry, &[("country", &named)])));
    }
    blocks.extend(write_to(phrases).map(Block::Text));
    vec![phrases.section("who", Word::PolicyWho, blocks)]
}

pub(super) fn contact(phrases: &Phrases) -> Vec<Section> {
    let entries = phrases.site.controller.contacts.iter().map(|contact| {
        let role = match contact.role {
            ContactRole::Privacy => Word::RolePrivacy,
            ContactRole::Dpo => Word::RoleDpo,
            ContactRole::Support => Word::RoleSupport,
            ContactRole::General => Word::RoleGeneral,
        };
        let role = phrases.fill(Word::PolicyLabel, &[("name", &phrases.say(role))]);
        entry([strong(role), Span::plain(" ")].into_iter().chain(ways(phrases, contact)).collect())
    });
    let blocks = vec![phrases.paragraph(Word::PolicyContactIntro), Block::List(entries.collect())];
    vec![phrases.section(anchor::CONTACT, Word::PageContact, blocks)]
}
