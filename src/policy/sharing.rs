//! Composed: who else takes part (GDPR Article 13(1)(e)), whether data is sold (CCPA 1798.130(a)(5)), where it goes (Article 13(1)(f)).

use super::phrases::asks;
use super::phrases::{LINK, Phrases, bullets, linking};
use super::{Block, Section, Span};
use crate::site::{Claim, Regime};
use crate::words::Word;

/// The anchor of the section about services; that about sale leads to it.
const SERVICES: &str = "#services";

pub(super) fn services(said: &Phrases) -> Vec<Section> {
    let blocks = match said.site.services.as_slice() {
        [] => vec![said.unstated(Word::PolicyServicesNone)],
        _ => vec![said.paragraph(Word::DetailsServicesIntro), Block::Services],
    };
    vec![said.section(SERVICES, Word::DetailsServices, blocks)]
}

pub(super) fn sale(said: &Phrases) -> Vec<Section> {
    let site = said.site;
    let asked = asks(site, &[Regime::Ccpa]);
    let stated = |value: Option<bool>, [yes, no, unstated]: [Word; 3]| match value {
        Some(true) => Some(said.paragraph(yes)),
        Some(false) => Some(said.paragraph(no)),
        None => asked.then(|| said.unstated(unstated)),
    };
    let claims = site.claims.iter().map(|claim| {
        said.paragraph(match claim {
            Claim::NotShared => Word::PolicyClaimNotShared,
            Claim::NoAnalytics => Word::PolicyClaimNoAnalytics,
            Claim::NoTracking => Word::PolicyClaimNoTracking,
        })
    });
    let gpc =
        site.honours_gpc.map(|honours| said.paragraph(if honours { Word::PolicyGpc } else { Word::PolicyGpcNot }));
    let mut blocks: Vec<Block> = [
        stated(site.sells, [Word::PolicySells, Word::PolicySellsNot, Word::PolicySellsUnstated]),
        stated(site.shares, [Word::PolicyShares, Word::PolicySharesNot, Word::PolicySharesUnstated]),
    ]
    .into_iter()
    .flatten()
    .chain(claims)
    .chain(gpc)
    .collect();
    if !site.services.is_empty() {
        let title = said.say(Word::DetailsServices);
        blocks.push(Block::Text(linking(&said.fill(Word::PolicyRecipients, &[("services", LINK)]), &title, SERVICES)));
    }
    if blocks.is_empty() { Vec::new() } else { vec![said.section("sharing", Word::PolicySharing, blocks)] }
}

pub(super) fn transfers(said: &Phrases) -> Vec<Section> {
    let asked = asks(said.site, &[Regime::Gdpr, Regime::UkGdpr]);
    let blocks = match &said.site.transfers {
        None if asked => vec![said.unstated(Word::PolicyTransfersUnstated)],
        None => return Vec::new(),
        Some(stated) => {
            let places = match stated.to.as_slice() {
                [] => vec![said.unstated(Word::PolicyTransfersUnnamed)],
                places => vec![said.paragraph(Word::PolicyTransfersTo), bullets(places)],
            };
            let safeguard = match &stated.safeguard {
                Some(safeguard) => vec![Block::text(said.fill(Word::PolicySafeguard, &[("safeguard", safeguard)]))],
                None => vec![said.unstated(Word::PolicySafeguardNone)],
            };
            [places, safeguard].concat()
        }
    };
    vec![said.section("transfers", Word::PolicyTransfers, blocks)]
}

pub(super) fn platforms(said: &Phrases) -> Vec<Section> {
    let terms = &said.site.platform_terms;
    let section = || {
        let opening = Block::Text(vec![Span::plain(said.say(Word::PolicyPlatformsIntro))]);
        said.section("platforms", Word::PolicyPlatforms, vec![opening, bullets(terms)])
    };
    (!terms.is_empty()).then(section).into_iter().collect()
}
