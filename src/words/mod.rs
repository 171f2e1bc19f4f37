//! Words in the visitor's language: every text that Courtesy says, once per language, in `www/words`.
//!
//! The build makes [`Word`] of the keys in those files and refuses a language in which one is missing, so a word that the
//! code names is there. The app's wasm holds the names only; its texts come in a file, as [`Words`], checked by [`SHAPE`].

#[cfg(feature = "read")]
mod cldr;
#[cfg(feature = "read")]
mod countries;
mod direction;
#[cfg(feature = "read")]
mod draft;
#[cfg(feature = "read")]
mod language;
#[cfg(feature = "read")]
mod owner_words;
mod period;
#[cfg(feature = "read")]
mod placeholders;
mod plural;
#[cfg(feature = "read")]
mod purpose_title;
#[cfg(feature = "read")]
mod shape;
mod table;
#[cfg(feature = "read")]
mod unknown_keys;
mod word;

#[cfg(feature = "read")]
pub use countries::country;
pub use direction::Direction;
#[cfg(feature = "read")]
pub use draft::draft;
#[cfg(feature = "read")]
pub use language::{BuiltInLanguage, LANGUAGES};
#[cfg(feature = "read")]
pub use owner_words::{OwnerWords, UNTRANSLATED};
pub use plural::Plural;
#[cfg(feature = "read")]
pub use shape::shape;
pub use table::Words;
#[cfg(feature = "read")]
pub use word::{APP_TEXTS, FORM_TEXTS, PATHS};
pub use word::{SHAPE, Word};
