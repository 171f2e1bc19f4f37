//! Texts in a form of their own, each checked once, where it enters.

use std::fmt;

/// Why a text is not what its field needs, and what to write instead. The reader puts the path and the value before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Malformed {
    /// What the text should have been, with its article: "an e-mail address".
    pub what: &'static str,
    /// What to do about it, as an order: "write …".
    pub fix: &'static str,
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "this is not {}; {}", self.what, self.fix)
    }
}

/// A text that is checked when it is made and never changed after: the type, its JSON form and its schema.
macro_rules! checked_text {
    ($(#[$doc:meta])* $name:ident, check = $check:path, pattern = $pattern:literal, example = $example:literal) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "String")]
        pub struct $name(String);

        impl $name {
            /// The text itself.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = Malformed;

            fn try_from(text: String) -> Result<Self, Malformed> {
                $check(&text).map(|()| Self(text))
            }
        }

        impl std::str::FromStr for $name {
            type Err = Malformed;

            fn from_str(text: &str) -> Result<Self, Malformed> {
                Self::try_from(text.to_owned())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        #[cfg(feature = "read")]
        crate::site::checked_text::text_schema!($name, pattern = $pattern, example = $example);
    };
}
pub(super) use checked_text;

/// The JSON Schema of a type that is written as text: a pattern and an example for editors. The reader calls the type itself.
#[cfg(feature = "read")]
macro_rules! text_schema {
    ($name:ident, pattern = $pattern:literal, example = $example:literal) => {
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "pattern": $pattern, "examples": [$example] })
            }
        }
    };
}
#[cfg(feature = "read")]
pub(super) use text_schema;

/// `String` conversions for serde, from a type's own `FromStr` and `Display`.
macro_rules! written_as_text {
    ($($name:ty),+) => {$(
        impl TryFrom<String> for $name {
            type Error = crate::site::Malformed;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.to_string()
            }
        }
    )+};
}
pub(super) use written_as_text;
