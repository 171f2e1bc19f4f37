//! Names of countries in the language of a page: those of Unicode CLDR, from ICU4X, when the site is built. Never in the browser.

use icu_experimental::displaynames::{DisplayNamesOptions, multi::RegionDisplayNames};
use icu_locale_core::{Locale, locale};

/// Codes that CLDR names and ISO 3166-1 does not list as countries.
const NO_COUNTRIES: [&str; 14] = ["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"];

/// Whether ISO 3166-1 has this code; and `XK` for Kosovo, which has none there and is written so everywhere.
pub(crate) fn is_country(code: &str) -> bool {
    !NO_COUNTRIES.contains(&code) && name(code, &locale!("en")).is_some()
}

/// The name of a country in that language (BCP 47): in English where CLDR has no names in it, and else the code.
pub fn country(code: &str, language: &str) -> String {
    let own = language.parse().ok().and_then(|locale| name(code, &locale));
    own.or_else(|| name(code, &locale!("en"))).unwrap_or_else(|| code.to_owned())
}

fn name(code: &str, locale: &Locale) -> Option<String> {
    // Data that is compiled in, under its own name: for a region of a language it is that of the language.
    let plain = Locale::from(locale.id.language);
    let region =
        (code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase())).then(|| code.parse().ok())??;
    [locale, &plain].into_iter().find_map(|locale| {
        let names = RegionDisplayNames::try_new(locale.into(), DisplayNamesOptions::default()).ok()?;
        names.of(region).map(str::to_owned)
    })
}
