//! What a visitor reads if their browser sends Global Privacy Control: what it turns off here, or what the owner declares
//! (11 CCR 7025). "Honored" appears only where there is something that the signal keeps off, and nothing that it cannot.

use crate::site::Site;
use crate::words::{Word, Words};

/// The sentences of a site; shown only where the signal is on.
pub fn signal(site: &Site, words: &Words) -> String {
    let is_sale = |exempt| {
        site.purposes.iter().any(|purpose| purpose.sale_or_share == Some(true) && purpose.is_exempt() == exempt)
    };
    let effect = match (site.sells, site.shares) {
        _ if is_sale(true) => Word::GpcSells,
        _ if is_sale(false) => Word::GpcOff,
        (Some(true), _) | (_, Some(true)) => Word::GpcSells,
        (Some(false), Some(false)) => Word::GpcNeither,
        (Some(false), None) => Word::GpcSellsNot,
        (None, Some(false)) => Word::GpcSharesNot,
        (None, None) => return String::new(),
    };
    [Word::GpcSent, effect].map(|word| words.say(word)).join(" ")
}
