//! Composed: who is responsible and how to reach them (GDPR Article 13(1)(a), (b)), and how changes of the policy are told.

use super::contacts::{address, ways, write_to};
use super::phrases::{LINK, Phrases, about, entry, linking, strong};
use super::{Block, Section, Span, anchor};
use crate::site::{Acceptance, Change, Changes, Channel, ChannelsMean, ContactRole, StatedDate};
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

pub(super) fn changes(said: &Phrases) -> Vec<Section> {
    let blocks = match &said.site.changes {
        None => vec![said.unstated(Word::PolicyChangesUntold)],
        Some(changes) => [told(said, changes), log(said, &changes.log)].concat(),
    };
    vec![said.section(anchor::CHANGES, Word::PolicyChanges, blocks)]
}

fn told(said: &Phrases, changes: &Changes) -> Vec<Block> {
    let channels = changes.channels.iter().map(|channel| match channel {
        Channel::Email => said.words.say(Word::PolicyChannelEmail),
        Channel::InApp => said.words.say(Word::PolicyChannelInApp),
        Channel::Page => said.words.say(Word::PolicyChannelPage),
    });
    let joint = match changes.channels_mean {
        Some(ChannelsMean::Any) => Word::PolicyOr,
        Some(ChannelsMean::AnyOrAll) => Word::PolicyAndOr,
        Some(ChannelsMean::All) | None => Word::PolicyAnd,
    };
    let channels = said.joined(channels, Word::UnitComma, joint);
    let told = match channels.as_str() {
        "" if changes.lead_time.is_some() => None,
        "" => Some(said.unstated(Word::PolicyChangesUntold)),
        channels => Some(Block::text(said.fill(Word::PolicyChangesTold, &[("channels", channels)]))),
    };
    let ahead =
        changes.lead_time.map(|period| said.fill(Word::PolicyLeadTime, &[("period", &said.words.period(period))]));
    let acceptance = changes.acceptance.map(|Acceptance::ContinuedUse| said.say(Word::PolicyAcceptance));
    told.into_iter().chain([ahead, acceptance].into_iter().flatten().map(Block::text)).collect()
}

/// The changes themselves, newest first; nothing where there is none.
pub(super) fn log(said: &Phrases, log: &[Change]) -> Vec<Block> {
    let mut log: Vec<&Change> = log.iter().collect();
    log.sort_by_key(|change| std::cmp::Reverse(change.on));
    let entries: Vec<_> = log
        .into_iter()
        .map(|change| {
            let date = said.words.date(StatedDate::Day(change.on));
            let effective = change.effective.map(|day| said.words.date(StatedDate::Day(day)));
            let when = match &effective {
                Some(day) => said.fill(Word::PolicyLogEffective, &[("date", &date), ("effective", day)]),
                None => said.fill(Word::PolicyLogPublished, &[("date", &date)]),
            };
            about(when, [change.what.clone()])
        })
        .collect();
    if entries.is_empty() { Vec::new() } else { vec![said.paragraph(Word::PolicyLog), Block::List(entries)] }
}
