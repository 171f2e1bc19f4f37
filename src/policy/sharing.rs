//! Composed: whether data is sold (CCPA 1798.130(a)(5)), who receives it (GDPR Article 13(1)(e)) and where it goes (Article 13(1)(f)).

use super::phrases::{Phrases, bullets, joined_sentences, sentence};
use super::{Block, Section};
use crate::site::{Claim, Service};
use crate::words::Word;

/// The former section about services, which addresses still lead to.
const SERVICES: &str = "services";

pub(super) fn sharing(phrases: &Phrases) -> Vec<Section> {
    let site = phrases.site;
    let said = |value: Option<bool>, yes, no| value.map(|value| if value { yes } else { no });
    let sale = [
        said(site.sells, Word::PolicySells, Word::PolicySellsNot),
        said(site.shares, Word::PolicyShares, Word::PolicySharesNot),
    ];
    let kept_here = site.holds(Claim::NotShared).then(|| match site.services.iter().any(Service::receives_data) {
        // The claim covers data or a part of it: where somebody receives some, it is said of a part.
        true => Word::PolicyClaimNotSharedPart,
        false => Word::PolicyClaimNotShared,
    });
    let signal = said(site.honours_gpc, Word::PolicyGpc, Word::PolicyGpcNot);
    let mut blocks: Vec<Block> = [
        joined_sentences(phrases, sale.into_iter().flatten()),
        joined_sentences(phrases, kept_here.into_iter()),
        joined_sentences(phrases, signal.into_iter()),
    ]
    .into_iter()
    .flatten()
    .collect();
    let mut also = Vec::new();
    if !site.services.is_empty() {
        blocks.extend([phrases.paragraph(Word::PolicyServicesIntro), Block::Services]);
        also.push(SERVICES.to_owned());
    }
    let has_sharing = !blocks.is_empty();
    let sharing = has_sharing.then(|| Section { also, ..phrases.section("sharing", Word::PolicySharing, blocks) });
    let platforms = platforms(phrases).map(|section| Section { level: if has_sharing { 3 } else { 2 }, ..section });
    sharing.into_iter().chain(platforms).collect()
}

fn platforms(phrases: &Phrases) -> Option<Section> {
    let terms = &phrases.site.platform_terms;
    let blocks = || vec![phrases.paragraph(Word::PolicyPlatformsIntro), bullets(terms)];
    (!terms.is_empty()).then(|| phrases.section("platforms", Word::PolicyPlatforms, blocks()))
}

pub(super) fn transfers(phrases: &Phrases) -> Vec<Section> {
    let Some(stated) = &phrases.site.transfers else { return Vec::new() };
    let mut blocks = Vec::new();
    if !stated.to.is_empty() {
        blocks.extend([phrases.paragraph(Word::PolicyTransfersTo), bullets(&stated.to)]);
    }
    if let Some(safeguard) = &stated.safeguard {
        blocks.push(Block::text(sentence(&phrases.fill(Word::PolicySafeguard, &[("safeguard", safeguard)]))));
    }
    if blocks.is_empty() { Vec::new() } else { vec![phrases.section("transfers", Word::PolicyTransfers, blocks)] }
}
