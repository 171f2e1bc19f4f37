//! What CLDR knows of a language that is not built in: how it counts, and in which direction it is written.

use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRuleType, PluralRules, PluralRulesPreferences};

use super::plural::LISTED;
use super::{Direction, Plural};

/// The names of CLDR's plural categories, in its order.
pub(super) const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// Languages that are written from right to left, where the tag names no script (CLDR's likely scripts).
const RIGHT_TO_LEFT: [&str; 28] = [
    "ar", "arc", "azb", "bal", "bgn", "bqi", "ckb", "dv", "fa", "glk", "he", "iw", "ks", "lrc", "luz", "mzn", "nqo",
    "pnb", "prs", "ps", "rhg", "sd", "sdh", "skr", "syr", "ug", "ur", "yi",
];

/// Scripts that are written from right to left.
const SCRIPTS: [&str; 13] =
    ["adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "sogd", "syrc", "thaa", "yezi"];

impl Direction {
    /// The direction of a language, by the script that its tag names or else the one it is usually written in.
    pub(super) fn of(tag: &str) -> Self {
        let mut parts = tag.split('-');
        let language = parts.next().unwrap_or_default();
        let script = parts.find(|part| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_alphabetic()));
        let is_rtl = match script {
            Some(script) => SCRIPTS.contains(&script.to_lowercase().as_str()),
            None => RIGHT_TO_LEFT.contains(&language),
        };
        if is_rtl { Self::Rtl } else { Self::Ltr }
    }
}

impl Plural {
    /// The table of a language; one that CLDR does not know has the one form `other`.
    pub(super) fn of(tag: &str) -> Self {
        let rules = tag.parse::<Locale>().ok().and_then(|locale| {
            PluralRules::try_new(PluralRulesPreferences::from(&locale), PluralRuleType::Cardinal.into()).ok()
        });
        let digit = |number: u32| match rules.as_ref().map(|rules| rules.category_for(number)) {
            Some(PluralCategory::Zero) => '0',
            Some(PluralCategory::One) => '1',
            Some(PluralCategory::Two) => '2',
            Some(PluralCategory::Few) => '3',
            Some(PluralCategory::Many) => '4',
            Some(PluralCategory::Other) | None => '5',
        };
        Self::Table((0..LISTED).chain([1_000_000]).map(digit).collect())
    }

    /// The categories that a text needs: whole millions may do with `other`.
    pub(super) fn needed(&self) -> Vec<&'static str> {
        let places: Vec<usize> = (0..LISTED).map(|number| self.category(number)).collect();
        CATEGORIES.iter().enumerate().filter(|(index, _)| places.contains(index)).map(|(_, name)| *name).collect()
    }
}
