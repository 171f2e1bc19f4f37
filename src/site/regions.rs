//! Names of countries and regions from Unicode CLDR, by ICU4X: read when a site is built, never in the browser.

use icu_experimental::displaynames::{DisplayNamesOptions, multi::RegionDisplayNames};
use icu_locale_core::{Locale, locale};

/// Codes that CLDR names and ISO 3166-1 does not list as countries.
const NO_COUNTRIES: [&str; 14] = ["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"];

/// Whether ISO 3166-1 has this code; and `XK` for Kosovo, which has none there and is written so everywhere.
pub(super) fn is_country(code: &str) -> bool {
    !NO_COUNTRIES.contains(&code) && region_name(code, &locale!("en")).is_some()
}

/// The name that CLDR has for a region in a language; `None` where it has none.
pub(crate) fn region_name(code: &str, locale: &Locale) -> Option<String> {
    // Data that is compiled in, under its own name: for a region of a language it is that of the language.
    let plain = Locale::from(locale.id.language);
    let region =
        (code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase())).then(|| code.parse().ok())??;
    [locale, &plain].into_iter().find_map(|locale| {
        let names = RegionDisplayNames::try_new(locale.into(), DisplayNamesOptions::default()).ok()?;
        names.of(region).map(str::to_owned)
    })
}
