//! Where the visitor lives, which decides the law whose rights, words and deadlines are shown. The visitor says it; it is never looked up.

use serde::Serialize;

use crate::site::{Regime, Right};

/// Where someone lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// Unknown, or somewhere without one of these laws.
    Other,
    /// The European Union and the EEA.
    Eu,
    /// The United Kingdom.
    Uk,
    /// California.
    UsCa,
}

impl Place {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 4] = [Self::Eu, Self::Uk, Self::UsCa, Self::Other];

    /// The law that applies there.
    pub fn law(self) -> Option<Regime> {
        match self {
            Self::Other => None,
            Self::Eu => Some(Regime::Gdpr),
            Self::Uk => Some(Regime::UkGdpr),
            Self::UsCa => Some(Regime::Ccpa),
        }
    }

    /// Whether a right in the site file is for people who live there; if that is unknown, all are shown.
    pub fn has<T>(self, right: &Right<T>) -> bool {
        self.law().is_none_or(|law| right.is_under(law))
    }
}
