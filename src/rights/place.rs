//! Where the visitor lives, as far as it matters: it decides which law's rights, words and clocks are shown. It is asked, never looked up.

use serde::Serialize;

use crate::site::{Regime, Right};

/// Where somebody lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// Not said, or somewhere that no law here is about.
    Other,
    /// The European Union and the EEA.
    Eu,
    /// The United Kingdom.
    Uk,
    /// California.
    UsCa,
}

impl Place {
    /// Each place, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Eu, Self::Uk, Self::UsCa, Self::Other];

    /// The law that gives rights there.
    pub fn law(self) -> Option<Regime> {
        match self {
            Self::Other => None,
            Self::Eu => Some(Regime::Gdpr),
            Self::Uk => Some(Regime::UkGdpr),
            Self::UsCa => Some(Regime::Ccpa),
        }
    }

    /// Whether a right that a site states is for people who live there; where it is not said, all are shown.
    pub fn has<T>(self, right: &Right<T>) -> bool {
        self.law().is_none_or(|law| right.regimes.is_empty() || right.regimes.contains(&law))
    }
}
