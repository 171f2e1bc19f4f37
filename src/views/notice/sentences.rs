//! Which title and which text the notice has, by what the site declares and by the claims that nothing contradicts.

use crate::site::{Claim, Id, Mode, Nature, Purpose, Site};
use crate::words::{Word, Words};

/// The title of a notice whose owner wrote none.
pub(super) fn title(site: &Site, words: &Words) -> String {
    let word = match site.mode() {
        Mode::Consent => Word::NoticeTitleConsent,
        Mode::Notice if site.holds(Claim::OnlyNecessary) => Word::NoticeTitleOnly,
        Mode::Notice => Word::NoticeTitle,
    };
    words.say(word).to_owned()
}

/// The text of a notice whose owner wrote none. Where a sentence names the purposes, it comes before this text (see [`nouns`]).
pub(super) fn text(site: &Site, words: &Words) -> String {
    if site.mode() == Mode::Notice {
        return essential(site, words);
    }
    match nouns(site, words) {
        Some(_) => words.say(Word::NoticeStart).to_owned(),
        None => [words.say(Word::NoticeAsksBelow), words.say(Word::NoticeStart)].join(" "),
    }
}

/// What a notice says that asks nothing: the storage, then each claim that holds.
fn essential(site: &Site, words: &Words) -> String {
    let word = if site.holds(Claim::OnlyNecessary) { Word::NoticeTextOnly } else { Word::NoticeText };
    let claims = [
        (Claim::NoTracking, Word::NoticeNoTracking),
        (Claim::NoAnalytics, Word::NoticeNoAnalytics),
        (Claim::NoAds, Word::NoticeNoAds),
    ];
    let claims = claims.into_iter().filter(|(claim, _)| site.holds(*claim)).map(|(_, word)| words.say(word).to_owned());
    let claims = claims.reduce(|first, next| words.fill(Word::NoticePair, &[("first", &first), ("next", &next)]));
    let is_sold = site.sells_or_shares() || site.sells.is_none() || site.shares.is_none();
    let no_sale = (!is_sold).then(|| words.say(Word::NoticeNoSale).to_owned());
    let sentences = [Some(words.say(word).to_owned()), claims.as_deref().map(sentence), no_sale];
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Words without a capital and a full stop, as a sentence.
fn sentence(words: &str) -> String {
    let mut rest = words.chars();
    let first = rest.next().into_iter().flat_map(char::to_uppercase);
    first.chain(rest).chain(['.']).collect()
}

/// A noun for each purpose that visitors are asked about, for the sentence that names them; `None` where a list has to: of titles
/// that the owner wrote, which must not stand in the middle of a sentence, or of what is on already in the United Kingdom.
pub fn nouns(site: &Site, words: &Words) -> Option<Vec<(Id, String)>> {
    if site.notice.text.is_some() || site.purposes.iter().any(Purpose::is_uk_exempt) {
        return None;
    }
    let asked = site.purposes.iter().filter(|purpose| !purpose.is_exempt());
    let nouns: Vec<_> = asked
        .map(|purpose| Some((purpose.id.clone(), words.say(noun(purpose.nature?)?).to_owned())))
        .collect::<Option<_>>()?;
    let is_repeated =
        |(index, (_, noun)): (usize, &(Id, String))| nouns[..index].iter().any(|(_, other)| other == noun);
    (!nouns.is_empty() && !nouns.iter().enumerate().any(is_repeated)).then_some(nouns)
}

fn noun(nature: Nature) -> Option<Word> {
    match nature {
        Nature::Function | Nature::Security => None,
        Nature::Preference => Some(Word::NoticePreference),
        Nature::Analytics => Some(Word::NoticeAnalytics),
        Nature::Advertising => Some(Word::NoticeAdvertising),
        Nature::Media => Some(Word::NoticeMedia),
        Nature::Communication => Some(Word::NoticeCommunication),
    }
}
