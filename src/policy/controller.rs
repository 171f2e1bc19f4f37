//! Composed: who is responsible and how to reach them (GDPR Article 13(1)(a), (b)).

use super::contacts::{address, ways, write_to};
use super::phrases::{LINK, Phrases, entry, linking, strong};
use super::{Block, Section, Span, anchor};
use crate::site::ContactRole;
use crate::words::{Word, country};

pub(super) fn responsible(said: &Phrases) -> Vec<Section> {
    let controller = &said.site.controller;
    let mut blocks = match (&controller.legal_name, &controller.place) {
        (Some(name), None) => vec![Block::text(said.fill(Word::PolicyWhoNamed, &[("name", name)]))],
        (Some(name), Some(place)) => {
            vec![Block::text(said.fill(Word::PolicyWhoPlaced, &[("name", name), ("place", place)]))]
        }
        (None, place) => {
            let place =
                place.as_ref().map(|place| Block::text(said.fill(Word::PolicyWhoOnlyPlace, &[("place", place)])));
            [said.unstated(Word::PolicyWhoUnnamed)].into_iter().chain(place).collect()
        }
    };
    if let Some(url) = &said.site.url {
        let sentence = said.fill(Word::PolicyWhoUrl, &[("url", LINK)]);
        blocks.push(Block::Text(linking(&sentence, url.as_str(), url.as_str())));
    }
    let named = controller.country.as_ref().map(|code| country(code.as_str(), said.language()));
    if !controller.address.is_empty() {
        let whole: Vec<String> = controller.address.iter().chain(&named).cloned().collect();
        blocks.push(Block::text(said.fill(Word::PolicyWhoAddress, &[("address", &address(said, &whole))])));
    } else if let Some(named) = named {
        blocks.push(Block::text(said.fill(Word::PolicyWhoCountry, &[("country", &named)])));
    }
    blocks.extend(write_to(said).map(Block::Text));
    vec![said.section("who", Word::PolicyWho, blocks)]
}

pub(super) fn contact(said: &Phrases) -> Vec<Section> {
    let entries = said.site.controller.contacts.iter().map(|contact| {
        let role = match contact.role {
            ContactRole::Privacy => Word::RolePrivacy,
            ContactRole::Dpo => Word::RoleDpo,
            ContactRole::Support => Word::RoleSupport,
            ContactRole::General => Word::RoleGeneral,
        };
        let role = said.fill(Word::PolicyLabel, &[("name", &said.say(role))]);
        entry([strong(role), Span::plain(" ")].into_iter().chain(ways(said, contact)).collect())
    });
    let blocks = vec![said.paragraph(Word::PolicyContactIntro), Block::List(entries.collect())];
    vec![said.section(anchor::CONTACT, Word::PageContact, blocks)]
}
