//! Composed: who else takes part (GDPR Article 13(1)(e)), whether data is sold (CCPA 1798.130(a)(5)), where it goes (Article 13(1)(f)).

use super::phrases::asks;
use super::phrases::{LINK, Phrases, bullets, linking};
use super::{Block, Section, Span};
use crate::site::{Claim, Regime};
use crate::words::Word;

/// The anchor of the section about services; that about sale leads to it.
const SERVICES: &str = "#services";

pub(super) fn services(phrases: &Phrases) -> Vec<Section> {
    let blocks = match phrases.site.services.as_slice() {
        [] => vec![phrases.unstated(Word::PolicyServicesNone)],
        _ => vec![phrases.paragraph(Word::DetailsServicesIntro), Block::Services],
    };
    vec![phrases.section(SERVICES, Word::DetailsServices, blocks)]
}

pub(super) fn sale(phrases: &Phrases) -> Vec<Section> {
    let site = phrases.site;
    let asked = asks(site, &[Regime::Ccpa]);
    let stated = |value: Option<bool>, [yes, no, unstated]: [Word; 3]| match value {
        Some(true) => Some(phrases.paragraph(yes)),
        Some(false) => Some(phrases.paragraph(no)),
        None => asked.then(|| phrases.unstated(unstated)),
    };
    let claims = site.claims.iter().filter_map(|claim| {
        Some(phrases.paragraph(match claim {
            Claim::NotShared => Word::PolicyClaimNotShared,
            Claim::NoAnalytics => Word::PolicyClaimNoAnalytics,
            Claim::NoTracking => Word::PolicyClaimNoTracking,
            Claim::OnlyNecessary | Claim::NoAds => return None,
        }))
    });
    let gpc =
        site.honours_gpc.map(|honours| phrases.paragraph(if honours { Word::PolicyGpc } else { Word::PolicyGpcNot }));
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
        let title = phrases.say(Word::DetailsServices);
        blocks.push(Block::Text(linking(
            &phrases.fill(Word::PolicyRecipients, &[("services", LINK)]),
            &title,
            SERVICES,
        )));
    }
    if blocks.is_empty() { Vec::new() } else { vec![phrases.section("sharing", Word::PolicySharing, blocks)] }
}

pub(super) fn transfers(phrases: &Phrases) -> Vec<Section> {
    let asked = asks(phrases.site, &[Regime::Gdpr, Regime::UkGdpr]);
    let blocks = match &phrases.site.transfers {
        None if asked => vec![phrases.unstated(Word::PolicyTransfersUnstated)],
        None => return Vec::new(),
        Some(stated) => {
            let places = match stated.to.as_slice() {
                [] => vec![phrases.unstated(Word::PolicyTransfersUnnamed)],
                places => vec![phrases.paragraph(Word::PolicyTransfersTo), bullets(places)],
            };
            let safeguard = match &stated.safeguard {
                Some(safeguard) => vec![Block::text(phrases.fill(Word::PolicySafeguard, &[("safeguard", safeguard)]))],
                None => vec![phrases.unstated(Word::PolicySafeguardNone)],
            };
            [places, safeguard].concat()
        }
    };
    vec![phrases.section("transfers", Word::PolicyTransfers, blocks)]
}

pub(super) fn platforms(phrases: &Phrases) -> Vec<Section> {
    let terms = &phrases.site.platform_terms;
    let section = || {
        let opening = Block::Text(vec![Span::plain(phrases.say(Word::PolicyPlatformsIntro))]);
        phrases.section("platforms", Word::PolicyPlatforms, vec![opening, bullets(terms)])
    };
    (!terms.is_empty()).then(section).into_iter().collect()
}
