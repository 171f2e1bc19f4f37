//! What a visitor reads if their browser sends Global Privacy Control: what it turns off here, or what the owner declares of sale and
//! sharing (11 CCR 7025). "Honoured" appears only where there is something that the signal keeps off, and nothing that it cannot.

use crate::site::Site;
use crate::words::{Word, Words};

/// The sentences of a site; shown only where the signal is on.
pub fn signal(site: &Site, words: &Words) -> String {
    let is_sale = |exempt| {
        site.purposes.iter().any(|purpose| purpose.sale_or_share == Some(true) && purpose.is_exempt() == exempt)
    };
    let effect = match (site.sells, site.shares) {
        _ if is_sale(true) => vec![Word::GpcSells],
        _ if is_sale(false) => vec![Word::GpcOff],
        (Some(true), _) | (_, Some(true)) => vec![Word::GpcSells],
        (Some(false), Some(false)) => vec![Word::GpcNeither],
        (Some(_), None) => vec![Word::PolicySellsNot],
        (None, Some(_)) => vec![Word::PolicySharesNot],
        (None, None) => Vec::new(),
    };
    let sentences: Vec<_> =
        [Word::GpcSent].into_iter().chain(effect).map(|word| words.fill(word, &[("site", &site.name)])).collect();
    sentences.join(" ")
}
