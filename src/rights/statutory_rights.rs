//! The rights that each law gives the visitors of a site, whether the site file lists them or not, with the article of each.
//!
//! A site cannot take a right away by not listing it, so the policy and the form add these to the site's own, marked as the law's.

use crate::site::{LegalBasis, Regime, Right, RightKind, Site};

use RightKind::{
    Access, AutomatedDecisions, Complaint, Correction, Deletion, LimitSensitive, NonDiscrimination, Objection,
    OptOutOfSale, Other, PlatformDeletion, Portability, Restriction, StopMessages, Storage, Withdrawal,
};

const OF_GDPR: [RightKind; 9] =
    [Access, Correction, Deletion, Portability, Restriction, Objection, StopMessages, AutomatedDecisions, Withdrawal];
const OF_CCPA: [RightKind; 6] = [Access, Correction, Deletion, Portability, OptOutOfSale, LimitSensitive];

/// The rights that a law gives this site's visitors and that they use by letter; a complaint to an authority goes to the authority.
///
/// The CCPA applies to few businesses, so its rights need the owner to name it.
pub fn statutory_rights(site: &Site, law: Regime) -> Vec<RightKind> {
    let gdpr = OF_GDPR.iter().copied().filter(|kind| is_possible(site, *kind));
    match law {
        Regime::Gdpr => gdpr.collect(),
        Regime::UkGdpr => gdpr.chain([Complaint]).collect(),
        Regime::Ccpa if !site.regimes.contains(&law) => Vec::new(),
        Regime::Ccpa => {
            // Where nothing is sold or shared there is nothing to opt out of (11 CCR 7013(g)).
            let is_idle = (site.sells, site.shares) == (Some(false), Some(false));
            OF_CCPA.iter().copied().filter(|kind| !(is_idle && *kind == OptOutOfSale)).collect()
        }
        // Its rights are the parents', who ask the site directly (16 CFR 312.6).
        Regime::Coppa => Vec::new(),
    }
}

/// The rights of a law that the site does not state for the people under that law.
pub fn added_rights(site: &Site, law: Regime) -> Vec<RightKind> {
    let is_stated = |kind| site.rights.iter().any(|right: &Right| right.kind == kind && right.is_under(law));
    statutory_rights(site, law).into_iter().filter(|kind| !is_stated(*kind)).collect()
}

/// Whether the legal bases of the site's purposes leave room for a right.
///
/// A purpose without a basis could rest on any, and general bases are the owner's prose, so then nothing is excluded.
fn is_possible(site: &Site, kind: RightKind) -> bool {
    let bases: Option<Vec<LegalBasis>> = site.stated_purposes().map(|purpose| purpose.legal_basis).collect();
    let Some(bases) = bases.filter(|bases| !bases.is_empty()) else { return true };
    match kind {
        // Article 20(1)(a).
        Portability => bases.contains(&LegalBasis::Consent) || bases.contains(&LegalBasis::Contract),
        // Article 21(1). Direct marketing is a right of its own, on any basis (Article 21(2)).
        Objection => bases.contains(&LegalBasis::LegitimateInterests),
        // Consent to storage on the device is withdrawn by the same article (ePrivacy Directive Article 2(f)).
        Withdrawal => {
            bases.contains(&LegalBasis::Consent) || site.stated_purposes().any(|purpose| !purpose.is_exempt())
        }
        _ => true,
    }
}

/// The article or section of a law that gives a right; `None` where the law does not give it.
///
/// The UK's right to complain to the controller is in another act (Data Protection Act 2018, section 164A).
pub fn article(kind: RightKind, law: Regime) -> Option<&'static str> {
    match law {
        Regime::Gdpr => article_of_gdpr(kind),
        // The Data (Use and Access) Act 2025 replaced one article by four.
        Regime::UkGdpr if kind == AutomatedDecisions => Some("22A–22D"),
        Regime::UkGdpr => article_of_gdpr(kind),
        Regime::Ccpa => section_of_ccpa(kind),
        Regime::Coppa => None,
    }
}

fn article_of_gdpr(kind: RightKind) -> Option<&'static str> {
    match kind {
        Access => Some("15"),
        Correction => Some("16"),
        Deletion | PlatformDeletion => Some("17"),
        Restriction => Some("18"),
        Portability => Some("20"),
        Objection => Some("21"),
        StopMessages => Some("21(2)"),
        AutomatedDecisions => Some("22"),
        Withdrawal => Some("7(3)"),
        OptOutOfSale | LimitSensitive | NonDiscrimination | Storage | Complaint | Other => None,
    }
}

fn section_of_ccpa(kind: RightKind) -> Option<&'static str> {
    match kind {
        Deletion | PlatformDeletion => Some("1798.105"),
        Correction => Some("1798.106"),
        Access => Some("1798.110"),
        OptOutOfSale => Some("1798.120"),
        LimitSensitive => Some("1798.121"),
        NonDiscrimination => Some("1798.125"),
        Portability => Some("1798.130(a)(3)(B)(iii)"),
        Objection | Restriction | Withdrawal | AutomatedDecisions | StopMessages | Storage | Complaint | Other => None,
    }
}

/// The name of a right in the Data Rights Protocol 1.0 (`exercise`). It is only a name: no conformance is claimed.
pub fn exercise(kind: RightKind) -> Option<&'static str> {
    match kind {
        Access => Some("access"),
        Portability => Some("access:specific"),
        Deletion | PlatformDeletion => Some("deletion"),
        OptOutOfSale => Some("sale:opt-out"),
        Correction | Objection | Restriction | Withdrawal | LimitSensitive | AutomatedDecisions | NonDiscrimination
        | StopMessages | Storage | Complaint | Other => None,
    }
}

/// The concept of a GDPR right in the Data Privacy Vocabulary (its extension `eu-gdpr`).
pub fn dpv_concept(kind: RightKind) -> Option<&'static str> {
    match kind {
        Withdrawal => Some("https://w3id.org/dpv/legal/eu/gdpr#A7-3"),
        Access => Some("https://w3id.org/dpv/legal/eu/gdpr#A15"),
        Correction => Some("https://w3id.org/dpv/legal/eu/gdpr#A16"),
        Deletion | PlatformDeletion => Some("https://w3id.org/dpv/legal/eu/gdpr#A17"),
        Restriction => Some("https://w3id.org/dpv/legal/eu/gdpr#A18"),
        Portability => Some("https://w3id.org/dpv/legal/eu/gdpr#A20"),
        Objection | StopMessages => Some("https://w3id.org/dpv/legal/eu/gdpr#A21"),
        AutomatedDecisions => Some("https://w3id.org/dpv/legal/eu/gdpr#A22"),
        OptOutOfSale | LimitSensitive | NonDiscrimination | Storage | Complaint | Other => None,
    }
}
