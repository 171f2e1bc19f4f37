//! Names of countries in the language of a page.

use icu_locale_core::locale;

use crate::site::region_name;

/// The name of a country in that language (BCP 47): in English where CLDR has no names in it, and else the code.
pub fn country(code: &str, language: &str) -> String {
    let own = language.parse().ok().and_then(|locale| region_name(code, &locale));
    own.or_else(|| region_name(code, &locale!("en"))).unwrap_or_else(|| code.to_owned())
}
