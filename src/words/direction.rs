//! In which direction a language is written.

use serde::Serialize;

/// The direction in which a language is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// From left to right.
    Ltr,
    /// From right to left.
    Rtl,
}

impl Direction {
    pub(super) fn named(name: &str) -> Option<Self> {
        [Self::Ltr, Self::Rtl].into_iter().find(|direction| direction.as_str() == name)
    }

    /// The value of HTML's `dir` attribute.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}
