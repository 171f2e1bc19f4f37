//! How a language that an owner brings counts, and in which direction it is written: held against CLDR.

use courtesy::compile::Policies;
use courtesy::words::Plural;
use icu_plurals::{PluralRuleType, PluralRules, PluralRulesPreferences};
use serde_json::json;

use crate::fixtures::site;
use crate::own_words::words;

/// In the languages of CLDR's rule families, of which Cornish alone counts thousands apart.
#[test]
fn a_table_counts_as_cldr_says() {
    let names = ["zero", "one", "two", "few", "many", "other"];
    for tag in [
        "fr", "pt-BR", "pt-PT", "es", "it", "pl", "ru", "uk", "cs", "sl", "hr", "lt", "lv", "ro", "he", "ga", "gd",
        "br", "cy", "mt", "ja", "zh-Hant", "is", "mk", "fil", "da", "gv", "dsb", "ksh", "tzm", "shi", "iu",
    ] {
        let own = serde_json::to_string(&words(tag)).expect("JSON");
        let site = site(json!({ "languages": [tag], "words": { tag: "w.json" } }));
        let words =
            Policies::of(&site, |_| Ok(own.clone())).unwrap_or_else(|found| panic!("{tag}: {found:#?}")).own_words[0]
                .words
                .clone();
        let plural = Plural::named(json!(words)["plural"].as_str().expect("a table")).expect("a table");
        let locale: icu_locale_core::Locale = tag.parse().expect("a tag");
        let rules = PluralRules::try_new(PluralRulesPreferences::from(&locale), PluralRuleType::Cardinal.into())
            .expect("CLDR knows it");
        for number in (0..=2_000_u32).chain([10_000, 999_999, 1_000_000, 3_000_000, 1_000_001]) {
            let theirs = format!("{:?}", rules.category_for(number)).to_lowercase();
            assert_eq!(names[plural.category(number)], theirs, "{tag} {number}");
        }
    }
}

#[test]
fn the_direction_is_that_of_the_language_or_the_script_of_its_tag() {
    for (tag, direction) in [
        ("fa", "rtl"),
        ("he", "rtl"),
        ("ur", "rtl"),
        ("yi", "rtl"),
        ("az", "ltr"),
        ("az-Arab", "rtl"),
        ("ks-Deva", "ltr"),
        ("fr-CA", "ltr"),
    ] {
        let own = serde_json::to_string(&words(tag)).expect("JSON");
        let site = site(json!({ "languages": [tag], "words": { tag: "w.json" } }));
        let policies = Policies::of(&site, |_| Ok(own.clone())).unwrap_or_else(|found| panic!("{tag}: {found:#?}"));
        assert_eq!(policies.own_words[0].words.direction.as_str(), direction, "{tag}");
    }
}
