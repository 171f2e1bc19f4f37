//! What the laws give, whether a site states it or not: the rights of each law, and the article that each stands in.
//!
//! A site that forgets a right does not take it away, so the form offers these below the site's own, marked as the law's.

use crate::site::{Regime, RightKind};

use RightKind::{
    Access, AutomatedDecisions, Complaint, Correction, Deletion, LimitSensitive, NonDiscrimination, Objection,
    OptOutOfSale, PlatformDeletion, Portability, Restriction, StopMessages, Withdrawal,
};

const OF_GDPR: [RightKind; 8] =
    [Access, Correction, Deletion, Portability, Restriction, Objection, AutomatedDecisions, Withdrawal];
const OF_UK_GDPR: [RightKind; 9] =
    [Access, Correction, Deletion, Portability, Restriction, Objection, AutomatedDecisions, Withdrawal, Complaint];
const OF_CCPA: [RightKind; 6] = [Access, Correction, Deletion, Portability, OptOutOfSale, LimitSensitive];

/// The rights of a law that a visitor writes a letter for: also the withdrawal of a consent that was not given to the widget, whose own is
/// withdrawn in it. An authority has its own door.
pub fn given(law: Regime) -> &'static [RightKind] {
    match law {
        Regime::Gdpr => &OF_GDPR,
        Regime::UkGdpr => &OF_UK_GDPR,
        Regime::Ccpa => &OF_CCPA,
        // It is for parents, and has no letter of its own (16 CFR 312.6).
        Regime::Coppa => &[],
    }
}

/// The number of the article or section in which a law has a right; `None` where it has none of the kind.
///
/// The UK's right to complain to the controller stands in another act (Data Protection Act 2018, section 164A).
pub fn article(kind: RightKind, law: Regime) -> Option<&'static str> {
    let of_gdpr = || match kind {
        Access => Some("15"),
        Correction => Some("16"),
        Deletion | PlatformDeletion => Some("17"),
        Restriction => Some("18"),
        Portability => Some("20"),
        Objection => Some("21"),
        StopMessages => Some("21(2)"),
        AutomatedDecisions => Some("22"),
        Withdrawal => Some("7(3)"),
        _ => None,
    };
    match law {
        Regime::Gdpr => of_gdpr(),
        // The Data (Use and Access) Act 2025 put four articles in the place of one.
        Regime::UkGdpr if kind == AutomatedDecisions => Some("22A–22D"),
        Regime::UkGdpr => of_gdpr(),
        Regime::Ccpa => match kind {
            Deletion | PlatformDeletion => Some("1798.105"),
            Correction => Some("1798.106"),
            Access => Some("1798.110"),
            OptOutOfSale => Some("1798.120"),
            LimitSensitive => Some("1798.121"),
            NonDiscrimination => Some("1798.125"),
            Portability => Some("1798.130(a)(3)(B)(iii)"),
            _ => None,
        },
        Regime::Coppa => None,
    }
}

/// What the Data Rights Protocol 1.0 calls a right (`exercise`), where it has it. It is a name only: no conformance is claimed.
pub fn exercise(kind: RightKind) -> Option<&'static str> {
    match kind {
        Access => Some("access"),
        Portability => Some("access:specific"),
        Deletion | PlatformDeletion => Some("deletion"),
        OptOutOfSale => Some("sale:opt-out"),
        _ => None,
    }
}

/// What the Data Privacy Vocabulary calls a right of the GDPR (its extension `eu-gdpr`), where it has it.
pub fn concept(kind: RightKind) -> Option<&'static str> {
    match kind {
        Withdrawal => Some("https://w3id.org/dpv/legal/eu/gdpr#A7-3"),
        Access => Some("https://w3id.org/dpv/legal/eu/gdpr#A15"),
        Correction => Some("https://w3id.org/dpv/legal/eu/gdpr#A16"),
        Deletion | PlatformDeletion => Some("https://w3id.org/dpv/legal/eu/gdpr#A17"),
        Restriction => Some("https://w3id.org/dpv/legal/eu/gdpr#A18"),
        Portability => Some("https://w3id.org/dpv/legal/eu/gdpr#A20"),
        Objection | StopMessages => Some("https://w3id.org/dpv/legal/eu/gdpr#A21"),
        AutomatedDecisions => Some("https://w3id.org/dpv/legal/eu/gdpr#A22"),
        _ => None,
    }
}
