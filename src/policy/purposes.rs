//! Composed: what data is used for, which data, and on which legal basis (GDPR Article 13(1)(c)).

use super::collection;
use super::phrases::{Phrases, about, bullets, sentence};
use super::{Block, Entry, Section, Span};
use crate::site::{LegalBasis, Nature, Purpose};
use crate::words::Word;

/// What a purpose is for, in the order of the section.
const NATURES: [(Option<Nature>, Word); 8] = [
    (Some(Nature::Function), Word::PolicyForFunction),
    (Some(Nature::Security), Word::PolicyForSecurity),
    (Some(Nature::Preference), Word::PolicyForPreference),
    (Some(Nature::Communication), Word::PolicyForCommunication),
    (Some(Nature::Media), Word::PolicyForMedia),
    (Some(Nature::Analytics), Word::PolicyForAnalytics),
    (Some(Nature::Advertising), Word::PolicyForAdvertising),
    (None, Word::PolicyForOther),
];

pub(super) fn purposes(phrases: &Phrases) -> Vec<Section> {
    let site = phrases.site;
    let mut blocks = Vec::new();
    let mut ordered: Vec<&Purpose> = Vec::new();
    for (nature, opening) in NATURES {
        let purposes: Vec<_> = site.stated_purposes().filter(|purpose| purpose.nature == nature).collect();
        if !purposes.is_empty() {
            let opening = if blocks.is_empty() && nature.is_none() { Word::PolicyForPlain } else { opening };
            blocks.push(phrases.paragraph(opening));
            blocks.push(Block::List(purposes.iter().map(|purpose| described(phrases, purpose)).collect()));
            ordered.extend(purposes);
        }
    }
    blocks.extend(table(phrases, &ordered));
    if !site.legal_bases.is_empty() {
        blocks.extend([phrases.paragraph(Word::PolicyBases), bullets(&site.legal_bases)]);
    }
    if blocks.is_empty() { Vec::new() } else { vec![phrases.section("purposes", Word::PolicyPurposes, blocks)] }
}

fn described(phrases: &Phrases, purpose: &Purpose) -> Entry {
    let site = phrases.site;
    let sale = match purpose.sale_or_share {
        Some(true) => Some(Word::PolicyIsSale),
        // The whole site's own sentence says it already.
        Some(false) if site.sells == Some(false) && site.shares == Some(false) => None,
        Some(false) => Some(Word::PolicyIsNoSale),
        None => None,
    };
    let facts = sale.map(|word| phrases.say(word));
    about(
        sentence(&phrases.purpose(&purpose.id)),
        purpose.description.as_deref().map(sentence).into_iter().chain(facts),
    )
}

/// Each purpose with its data and its legal basis, as far as they are declared.
fn table(phrases: &Phrases, purposes: &[&Purpose]) -> Vec<Block> {
    let data = |purpose: &Purpose| {
        let groups = phrases.site.collected.iter().filter(|group| group.purposes.contains(&purpose.id));
        let titles: Vec<String> = groups.map(|group| collection::title(phrases, group)).collect();
        phrases.list(titles.iter().map(String::as_str))
    };
    let basis = |purpose: &Purpose| purpose.legal_basis.map(|basis| phrases.say(basis_name(basis))).unwrap_or_default();
    let mut rows: Vec<[String; 3]> = purposes
        .iter()
        .map(|purpose| [phrases.purpose(&purpose.id), data(purpose), basis(purpose)])
        .filter(|[_, data, basis]| !data.is_empty() || !basis.is_empty())
        .collect();
    let has = |column: usize| rows.iter().any(|row| !row[column].is_empty());
    let columns = [true, has(1), has(2)];
    let opening = match columns {
        [_, true, true] => Word::PolicyTableBoth,
        [_, true, false] => Word::PolicyTableData,
        [_, false, true] => Word::PolicyTableBasis,
        [_, false, false] => return Vec::new(),
    };
    rows.insert(
        0,
        [Word::PolicyColumnPurpose, Word::PolicyColumnData, Word::PolicyColumnBasis].map(|word| phrases.say(word)),
    );
    let cells = |row: [String; 3]| {
        row.into_iter().zip(columns).filter(|(_, shown)| *shown).map(|(text, _)| vec![Span::plain(text)]).collect()
    };
    vec![phrases.paragraph(opening), Block::Table(rows.into_iter().map(cells).collect())]
}

/// The name of a legal basis, in a table.
fn basis_name(basis: LegalBasis) -> Word {
    match basis {
        LegalBasis::Contract => Word::PolicyByContract,
        LegalBasis::Consent => Word::PolicyByConsent,
        LegalBasis::LegitimateInterests => Word::PolicyByLegitimateInterests,
        LegalBasis::LegalObligation => Word::PolicyByLegalObligation,
    }
}

/// The sentence that names a legal basis.
pub fn basis_word(basis: LegalBasis) -> Word {
    match basis {
        LegalBasis::Contract => Word::PolicyBasisContract,
        LegalBasis::Consent => Word::PolicyBasisConsent,
        LegalBasis::LegitimateInterests => Word::PolicyBasisLegitimateInterests,
        LegalBasis::LegalObligation => Word::PolicyBasisLegalObligation,
    }
}
