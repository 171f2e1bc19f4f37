//! Purposes: what storage and data are for, and why a purpose needs no consent, if the site states that.

use serde::{Deserialize, Serialize};

use super::Id;

/// One purpose (GDPR Article 5(1)(b)). The purpose `essential` exists without being declared.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema), schemars(rename = "Purpose", deny_unknown_fields))]
#[serde(rename_all = "camelCase")]
pub struct Purpose<T = String> {
    /// The id that items, services and gates name.
    pub id: Id,
    /// A short title.
    pub title: Option<T>,
    /// What is done, in a sentence or two.
    pub description: Option<T>,
    /// What kind of purpose it is.
    pub nature: Option<Nature>,
    /// Why no consent is asked; absent, consent is asked.
    pub exemption: Option<Exemption>,
    /// The legal basis (GDPR Article 6(1)).
    pub legal_basis: Option<LegalBasis>,
    /// Is it a sale of personal information, or sharing (CCPA 1798.140(ad), (ah))?
    pub sale_or_share: Option<bool>,
}

/// The kind of a purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each name says all there is to say")]
pub enum Nature {
    Function,
    Security,
    Preference,
    Analytics,
    Advertising,
    Media,
    Communication,
}

/// Why the law asks no consent for a purpose. The site states it; nobody here decides it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Exemption {
    /// Strictly necessary for a service that the visitor asked for (ePrivacy Directive Article 5(3), second case).
    StrictlyNecessary,
    /// Only carries out the transmission of a communication (ePrivacy Directive Article 5(3), first case).
    Transmission,
    /// Nothing is stored on the device or read from it: data processing that the policy tells of.
    NoStorage,
    /// Statistics that improve the site's own service: on until the visitor objects, in the UK (PECR Schedule A1) and Switzerland
    /// (Telecommunications Act, Article 45c) only.
    UkStatistical,
    /// Appearance and function as the visitor prefers: on until the visitor objects, in the UK (PECR Schedule A1) and Switzerland
    /// (Telecommunications Act, Article 45c) only.
    UkAppearance,
}

/// California's opt-out icon, which the build writes for a site that sells or shares.
pub const ICON_FILE: &str = "privacy-choices.svg";

/// A legal basis of GDPR Article 6(1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum LegalBasis {
    /// Article 6(1)(b).
    Contract,
    /// Article 6(1)(a).
    Consent,
    /// Article 6(1)(f).
    LegitimateInterests,
    /// Article 6(1)(c).
    LegalObligation,
}

/// Whether the visitor has anything to decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// Everything is exempt: the site informs and asks for nothing.
    Notice,
    /// Something is not exempt: the site asks.
    Consent,
}

impl<T> Purpose<T> {
    /// The purpose `essential` where the file does not describe it.
    pub fn essential() -> Self {
        Self {
            id: Id::essential(),
            title: None,
            description: None,
            nature: None,
            exemption: Some(Exemption::StrictlyNecessary),
            legal_basis: None,
            sale_or_share: None,
        }
    }

    /// Exempt in the United Kingdom and Switzerland alone.
    pub fn is_uk_exempt(&self) -> bool {
        matches!(self.exemption, Some(Exemption::UkStatistical | Exemption::UkAppearance))
    }

    /// Exempt wherever the visitor is. The UK's exemptions, which hold in Switzerland, are not: elsewhere the same purpose is asked for.
    pub fn is_exempt(&self) -> bool {
        matches!(self.exemption, Some(Exemption::StrictlyNecessary | Exemption::Transmission | Exemption::NoStorage))
    }

    /// Whether it is a sale or sharing that the visitor can turn off.
    pub fn is_optional_sale(&self) -> bool {
        self.sale_or_share == Some(true) && !self.is_exempt()
    }
}
