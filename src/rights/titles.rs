//! Titles of rights and laws in the visitor's language, where the site file has none.

use crate::site::{Regime, Right, RightKind};
use crate::words::{Word, Words};

/// The people whom a law protects, with its short name: "people in California (CCPA)".
pub fn regime_word(regime: Regime) -> Word {
    match regime {
        Regime::Gdpr => Word::RegimeGdpr,
        Regime::UkGdpr => Word::RegimeUkGdpr,
        Regime::Ccpa => Word::RegimeCcpa,
        Regime::Coppa => Word::RegimeCoppa,
    }
}

/// The short name of a law, for use in a sentence.
pub fn law_word(law: Regime) -> Word {
    match law {
        Regime::Gdpr => Word::LawGdpr,
        Regime::UkGdpr => Word::LawUkGdpr,
        Regime::Ccpa => Word::LawCcpa,
        Regime::Coppa => Word::LawCoppa,
    }
}

/// The title of a right in the site file: the site's own, else the usual one.
pub fn title(right: &Right, words: &Words) -> String {
    right.title.clone().unwrap_or_else(|| words.say(right_word(right.kind)).to_owned())
}

/// The usual title of a right.
pub fn right_word(kind: RightKind) -> Word {
    right_words(kind)[0]
}

/// A right's title, the subject of a letter about it, and what the letter asks for.
pub(super) fn right_words(kind: RightKind) -> [Word; 3] {
    match kind {
        RightKind::Access => [Word::RightAccess, Word::SubjectAccess, Word::PleaAccess],
        RightKind::Correction => [Word::RightCorrection, Word::SubjectCorrection, Word::PleaCorrection],
        RightKind::Deletion => [Word::RightDeletion, Word::SubjectDeletion, Word::PleaDeletion],
        RightKind::Portability => [Word::RightPortability, Word::SubjectPortability, Word::PleaPortability],
        RightKind::Objection => [Word::RightObjection, Word::SubjectObjection, Word::PleaObjection],
        RightKind::Restriction => [Word::RightRestriction, Word::SubjectRestriction, Word::PleaRestriction],
        RightKind::Withdrawal => [Word::RightWithdrawal, Word::SubjectWithdrawal, Word::PleaWithdrawal],
        RightKind::OptOutOfSale => [Word::RightOptOutOfSale, Word::SubjectOptOutOfSale, Word::PleaOptOutOfSale],
        RightKind::LimitSensitive => [Word::RightLimitSensitive, Word::SubjectLimitSensitive, Word::PleaLimitSensitive],
        RightKind::AutomatedDecisions => {
            [Word::RightAutomatedDecisions, Word::SubjectAutomatedDecisions, Word::PleaAutomatedDecisions]
        }
        RightKind::NonDiscrimination => {
            [Word::RightNonDiscrimination, Word::SubjectNonDiscrimination, Word::PleaNonDiscrimination]
        }
        RightKind::PlatformDeletion => {
            [Word::RightPlatformDeletion, Word::SubjectPlatformDeletion, Word::PleaPlatformDeletion]
        }
        RightKind::StopMessages => [Word::RightStopMessages, Word::SubjectStopMessages, Word::PleaStopMessages],
        RightKind::Storage => [Word::RightStorage, Word::SubjectStorage, Word::PleaStorage],
        RightKind::Complaint => [Word::RightComplaint, Word::SubjectComplaint, Word::PleaComplaint],
        RightKind::Other => [Word::RightOther, Word::SubjectOther, Word::PleaOther],
    }
}
