//! The words: counted as each language counts, and in notice mode nothing that asks.

use courtesy::site::Period;
use courtesy::words::{BuiltInLanguage, LANGUAGES, Word, Words};
use icu_plurals::{PluralRuleType, PluralRules, PluralRulesPreferences};

#[test]
fn every_language_counts_as_cldr_says() {
    let names = ["zero", "one", "two", "few", "many", "other"];
    for language in LANGUAGES {
        let locale: icu_locale_core::Locale = language.code.parse().expect("a tag");
        let kind = PluralRuleType::Cardinal.into();
        let rules = PluralRules::try_new(PluralRulesPreferences::from(&locale), kind).expect("CLDR knows the language");
        for number in 0..=1_000_u32 {
            let theirs = format!("{:?}", rules.category_for(number)).to_lowercase();
            assert_eq!(names[language.plural.category(number)], theirs, "{} {number}", language.code);
        }
    }
}

#[test]
fn periods_are_said_in_words() {
    let say = |code: &str, period: &str| {
        let words = BuiltInLanguage::find(code).expect("a language").words();
        words.period(period.parse::<Period>().expect("a period"))
    };
    assert_eq!(say("en", "P6M"), "6 months");
    assert_eq!(say("en", "P1Y6M"), "1 year and 6 months");
    assert_eq!(say("de", "P90D"), "90 Tage");
    assert_eq!(say("de", "P1D"), "1 Tag");
}

#[test]
fn dates_are_said_as_precisely_as_they_are_stated() {
    let say = |date: &str| BuiltInLanguage::find("en").expect("English").words().date(date.parse().expect("a date"));
    assert_eq!(say("2026-03"), "March 2026");
    assert_eq!(say("2026-03-21"), "21 March 2026");
}

#[test]
fn a_value_that_looks_like_a_hole_stays_text() {
    let words = BuiltInLanguage::find("en").expect("English").words();
    let text = words.fill(Word::NoticeText, &[("site", "{site} <b>{policy}</b>")]);
    assert!(text.starts_with("{site} <b>{policy}</b> states"), "{text}");
}

#[test]
fn a_region_falls_back_to_its_language() {
    assert_eq!(BuiltInLanguage::find("de-AT").map(|language| language.code), Some("de"));
    assert!(BuiltInLanguage::find("xx").is_none());
}

#[test]
fn words_are_read_as_they_were_sent_and_never_with_other_names() {
    for language in LANGUAGES {
        let words = language.app_words();
        let mut json = serde_json::json!(words);
        assert_eq!(Words::read(&json), Some(words), "{}", language.code);
        json["shape"] = "of another build".into();
        assert_eq!(Words::read(&json), None);
    }
}

/// Where nothing is asked for, no control has a name that answers a question. (Every control that a notice site shows.)
#[test]
fn no_control_of_a_notice_is_named_like_an_answer() {
    let controls = [
        Word::NoticeDetails,
        Word::NoticeOk,
        Word::NoticePolicy,
        Word::NoticeRights,
        Word::NoticeReopen,
        Word::NoticeOpening,
        Word::DetailsClose,
        Word::OwnErase,
    ];
    let answers = [
        "accept",
        "agree",
        "allow",
        "reject",
        "consent",
        "akzept",
        "zustimm",
        "einwillig",
        "erlaub",
        "ablehn",
        "einverstanden",
        "موافق",
        "قبول",
        "أقبل",
        "رفض",
        "سماح",
        "اسمح",
    ];
    for language in LANGUAGES {
        for control in controls {
            let text = language.words().say(control).to_lowercase();
            assert!(answers.iter().all(|answer| !text.contains(answer)), "{}: {text}", language.code);
        }
    }
}

/// A word that only the build says costs those bytes who ask for details.
#[test]
fn every_word_that_the_app_is_sent_is_said_by_the_app() {
    let english = crate::fixtures::json("www/words/en.json");
    // The notice is drawn when the site is built, and the form has a part of the words of its own.
    let drawn = in_the_app("src/views", &["notice", "rights"]);
    for name in named(&english["app"]) {
        assert!(is_said(&name, &drawn), "{name} is said by the build alone: it belongs to \"pages\"");
    }
    for name in named(&english["pages"]) {
        assert!(!is_said(&name, &drawn), "{name} is said by the app: it belongs to \"app\"");
    }
}

/// The files of a folder that the app has: each module that needs no feature of the build, but for some.
fn in_the_app(folder: &str, but: &[&str]) -> String {
    let source = crate::fixtures::text(&format!("{folder}/mod.rs"));
    let mut all = String::new();
    let mut before = "";
    for line in source.lines() {
        let module = line.split_once("mod ").and_then(|(_, rest)| rest.strip_suffix(';'));
        if let Some(module) = module.filter(|module| !before.starts_with("#[cfg") && !but.contains(module)) {
            let file = format!("{folder}/{module}.rs");
            let is_file = crate::fixtures::path(&file).exists();
            let module = format!("{folder}/{module}");
            all += &if is_file { crate::fixtures::text(&file) } else { in_the_app(&module, but) };
        }
        before = line.trim();
    }
    all + &source
}

/// A word that nobody says costs every translator work.
#[test]
fn every_word_is_said_somewhere() {
    let english = crate::fixtures::json("www/words/en.json");
    let code: String = ["src/views", "src/words", "src/compile", "src/policy", "src/rights", "src/site"]
        .iter()
        .flat_map(|room| crate::fixtures::sources(room))
        .collect();
    for part in ["app", "form", "pages"] {
        for name in named(&english[part]) {
            assert!(is_said(&name, &code), "{name} is never said");
        }
    }
}

/// The variants of the words of a part, as code names them.
fn named(part: &serde_json::Value) -> Vec<String> {
    let upper = |text: &str| text[..1].to_uppercase() + &text[1..];
    let groups = part.as_object().expect("groups").iter();
    let words =
        groups.flat_map(|(group, words)| words.as_object().expect("words").keys().map(move |word| (group, word)));
    words.map(|(group, word)| format!("Word::{}{}", upper(group), upper(word))).collect()
}

fn is_said(name: &str, code: &str) -> bool {
    code.split(name).skip(1).any(|rest| !rest.starts_with(|next: char| next.is_alphanumeric()))
}
