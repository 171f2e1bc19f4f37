//! Retention: how long each kind of data is kept, and how it ends (GDPR Articles 5(1)(e) and 13(2)(a)).

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::Period;
use super::checked_text::{Malformed, written_as_text};

/// How long one kind of data is kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema), schemars(rename = "Retention", deny_unknown_fields))]
pub struct Retention<T = String> {
    /// The kind of data.
    pub what: T,
    /// For how long.
    pub period: Option<Kept>,
    /// How it ends.
    pub ends: Option<Ends>,
    /// From when the period counts, such as "your last answer"; visitors read it after "Counted from:".
    pub from: Option<T>,
    /// Why it is kept so long, such as "Tax law requires it."; visitors read it after "Why:".
    pub because: Option<T>,
    /// The rule where there is no period, as a sentence of its own: "Deleted together with the account."
    pub rule: Option<T>,
    /// What is kept longer all the same.
    pub exception: Option<T>,
}

/// For how long data is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Kept {
    /// Without end.
    Indefinitely,
    /// For a period.
    For(Period),
}

/// How retention ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Ends {
    /// The data is deleted without anybody asking.
    ByItself,
    /// It is deleted when somebody asks.
    OnRequest,
}

impl FromStr for Kept {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        if text == "indefinite" { Ok(Self::Indefinitely) } else { text.parse().map(Self::For) }
    }
}

impl std::fmt::Display for Kept {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Indefinitely => f.write_str("indefinite"),
            Self::For(period) => period.fmt(f),
        }
    }
}

written_as_text!(Kept);
#[cfg(feature = "read")]
super::checked_text::text_schema!(Kept, pattern = "^(indefinite|P[0-9YMWDTHS]+)$", example = "P90D");
