//! Composed: which data is collected and from where (GDPR Articles 13 and 14), what for and on which basis (Article 13(1)(c)).

use super::phrases::asks;
use super::phrases::{Phrases, about, bullets, sentence};
use super::{Block, Section};
use crate::site::{Collected, Exemption, LegalBasis, Nature, Purpose, Regime, Source};
use crate::words::Word;

/// Where data comes from, in the order of the section.
const SOURCES: [(Option<Source>, Word); 4] = [
    (Some(Source::Given), Word::PolicyGiven),
    (Some(Source::Automatic), Word::PolicyAutomatic),
    (Some(Source::ThirdParty), Word::PolicyThirdParty),
    (None, Word::PolicySourceUnstated),
];

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

pub(super) fn collected(phrases: &Phrases) -> Vec<Section> {
    let collected = &phrases.site.collected;
    let mut blocks = match collected.as_slice() {
        [] => vec![phrases.unstated(Word::PolicyCollectedNone)],
        _ => vec![phrases.paragraph(Word::PolicyCollectedIntro)],
    };
    for (source, opening) in SOURCES {
        let groups: Vec<_> = collected.iter().filter(|group| group.source == source).collect();
        if !groups.is_empty() {
            blocks.push(phrases.paragraph(opening));
            blocks.push(Block::List(groups.into_iter().map(|group| described_group(phrases, group)).collect()));
        }
    }
    vec![phrases.section("collected", Word::PolicyCollected, blocks)]
}

/// "Account:" before its data; "Preferences." where there is no more to say.
fn described_group(phrases: &Phrases, group: &Collected) -> super::Entry {
    let name = group.group.clone().unwrap_or_else(|| phrases.say(Word::DetailsData));
    let data = data(phrases, group);
    let has_more = data.iter().any(|text| !text.is_empty());
    about(if has_more { phrases.fill(Word::PolicyLabel, &[("name", &name)]) } else { sentence(&name) }, data)
}

fn data(phrases: &Phrases, group: &Collected) -> [String; 2] {
    let data = match group.data.as_slice() {
        [] => String::new(),
        // "Preferences: preferences" says nothing twice.
        [only] if group.group.as_ref().is_some_and(|name| name.to_lowercase() == only.to_lowercase()) => String::new(),
        data => phrases.list(data.iter().map(String::as_str)),
    };
    let purposes: Vec<String> = group.purposes.iter().map(|id| phrases.purpose(id)).collect();
    let purposes = phrases.list(purposes.iter().map(String::as_str));
    let used = phrases.fill(Word::PolicyUsedFor, &[("purposes", &purposes)]);
    let data = if data.is_empty() { data } else { sentence(&data) };
    [data, if purposes.is_empty() { String::new() } else { used }]
}

pub(super) fn purposes(phrases: &Phrases) -> Vec<Section> {
    let site = phrases.site;
    let mut blocks = vec![phrases.paragraph(Word::PolicyPurposesIntro)];
    let stated: Vec<&Purpose> = site.stated_purposes().collect();
    for (nature, opening) in NATURES {
        let purposes: Vec<_> = stated.iter().copied().filter(|purpose| purpose.nature == nature).collect();
        if !purposes.is_empty() {
            blocks.push(phrases.paragraph(opening));
            blocks.push(Block::List(purposes.into_iter().map(|purpose| described(phrases, purpose)).collect()));
        }
    }
    if stated.iter().any(|purpose| purpose.exemption == Some(Exemption::NoStorage)) {
        blocks.push(phrases.paragraph(Word::PolicyStoredNothing));
    }
    let with_basis = stated.iter().filter(|purpose| purpose.legal_basis.is_some()).count();
    if with_basis < stated.len() && site.legal_bases.is_empty() && asks(site, &[Regime::Gdpr, Regime::UkGdpr]) {
        let word = if with_basis == 0 { Word::PolicyBasisNone } else { Word::PolicyBasisUnstated };
        blocks.push(phrases.unstated(word));
    }
    if !site.legal_bases.is_empty() {
        blocks.extend([phrases.paragraph(Word::PolicyBases), bullets(&site.legal_bases)]);
    }
    vec![phrases.section("purposes", Word::PolicyPurposes, blocks)]
}

/// The word for a legal basis.
pub fn basis_word(basis: LegalBasis) -> Word {
    match basis {
        LegalBasis::Contract => Word::PolicyBasisContract,
        LegalBasis::Consent => Word::PolicyBasisConsent,
        LegalBasis::LegitimateInterests => Word::PolicyBasisLegitimateInterests,
        LegalBasis::LegalObligation => Word::PolicyBasisLegalObligation,
    }
}

fn described(phrases: &Phrases, purpose: &Purpose) -> super::Entry {
    let basis = purpose.legal_basis.map(basis_word);
    let stored = match purpose.exemption {
        // Said of all of them in the end.
        Some(Exemption::NoStorage) => None,
        Some(Exemption::StrictlyNecessary) => Some(Word::PolicyStoredNecessary),
        Some(Exemption::Transmission) => Some(Word::PolicyStoredTransmission),
        Some(Exemption::UkStatistical) => Some(Word::PolicyStoredUkStatistical),
        Some(Exemption::UkAppearance) => Some(Word::PolicyStoredUkAppearance),
        None => Some(Word::PolicyStoredOptional),
    };
    let sale = purpose.sale_or_share.map(|is_sale| if is_sale { Word::PolicyIsSale } else { Word::PolicyIsNoSale });
    let facts = [basis, stored, sale].into_iter().flatten().map(|word| phrases.say(word));
    about(
        sentence(&phrases.purpose(&purpose.id)),
        purpose.description.as_deref().map(sentence).into_iter().chain(facts),
    )
}
