//! Composed: what is stored on the device, what is not, and how to delete it (ePrivacy Directive Article 5(3)).

use super::phrases::{Phrases, about, bullets, joined_sentences, sentence};
use super::{Block, Section, anchor};
use crate::site::{Claim, Exemption, Purpose, Site};
use crate::words::Word;

/// The claims about what the site does on a device; the one about sharing has its place there.
const CLAIMS: [(Claim, Word); 4] = [
    (Claim::OnlyNecessary, Word::PolicyClaimOnlyNecessary),
    (Claim::NoTracking, Word::PolicyClaimNoTracking),
    (Claim::NoAnalytics, Word::PolicyClaimNoAnalytics),
    (Claim::NoAds, Word::PolicyClaimNoAds),
];

pub(super) fn storage(phrases: &Phrases) -> Vec<Section> {
    let site = phrases.site;
    let claims = CLAIMS.iter().filter(|(claim, _)| site.holds(*claim)).map(|(_, word)| *word);
    let intro = [Word::PolicyStorageIntro].into_iter().chain(waits(site).then_some(Word::PolicyStorageOptional));
    let blocks = [
        joined_sentences(phrases, claims).into_iter().collect(),
        joined_sentences(phrases, intro).into_iter().collect(),
        vec![Block::Items],
        unasked(phrases),
        nothing_stored(phrases),
        vec![phrases.paragraph(Word::DetailsRemoveText)],
    ];
    vec![phrases.section(anchor::STORAGE, Word::PageStorage, blocks.concat())]
}

/// Whether optional storage waits for a yes wherever a visitor is: the purposes that the UK exempts do not wait there.
pub(super) fn waits(site: &Site) -> bool {
    let asked = || site.purposes.iter().filter(|purpose| !purpose.is_exempt());
    asked().next().is_some() && asked().all(|purpose| purpose.exemption.is_none())
}

/// Why no consent is asked first (ePrivacy Directive Article 5(3)): in one sentence, if all items are for the same reason strictly
/// necessary, else for each purpose by itself.
fn unasked(phrases: &Phrases) -> Vec<Block> {
    let site = phrases.site;
    let purposes: Vec<&Purpose> =
        site.purposes.iter().filter(|purpose| site.items.iter().any(|item| item.purpose == purpose.id)).collect();
    if purposes.iter().all(|purpose| purpose.exemption == Some(Exemption::StrictlyNecessary)) {
        return vec![phrases.paragraph(Word::PolicyStorageNecessary)];
    }
    let entries: Vec<_> = purposes
        .iter()
        .filter_map(|purpose| {
            let why = exemption_word(purpose.exemption?)?;
            Some(about(sentence(&phrases.purpose(&purpose.id)), [phrases.say(why)]))
        })
        .collect();
    if entries.is_empty() { Vec::new() } else { vec![Block::List(entries)] }
}

/// The purposes that are declared to store nothing: in one sentence, if they are all that no item is for.
fn nothing_stored(phrases: &Phrases) -> Vec<Block> {
    let site = phrases.site;
    let without_items: Vec<&Purpose> =
        site.stated_purposes().filter(|purpose| !site.items.iter().any(|item| item.purpose == purpose.id)).collect();
    let (nothing, unknown): (Vec<&Purpose>, Vec<&Purpose>) =
        without_items.into_iter().partition(|purpose| purpose.exemption == Some(Exemption::NoStorage));
    match (nothing.as_slice(), unknown.as_slice()) {
        ([], _) => Vec::new(),
        (_, []) => vec![phrases.paragraph(Word::PolicyStoredNothing)],
        (nothing, _) => {
            let titles: Vec<String> = nothing.iter().map(|purpose| phrases.purpose(&purpose.id)).collect();
            vec![phrases.paragraph(Word::PolicyStoredNothingFor), bullets(&titles)]
        }
    }
}

/// The reason that an exemption gives; none for a purpose that stores nothing.
pub fn exemption_word(exemption: Exemption) -> Option<Word> {
    match exemption {
        Exemption::StrictlyNecessary => Some(Word::WhyStrictlyNecessary),
        Exemption::Transmission => Some(Word::WhyTransmission),
        Exemption::UkStatistical => Some(Word::WhyUkStatistical),
        Exemption::UkAppearance => Some(Word::WhyUkAppearance),
        Exemption::NoStorage => None,
    }
}
