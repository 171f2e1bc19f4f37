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
    assert_eq!(say("ar", "P2W"), "أسبوعان");
    let within = |code: &str, period: &str| {
        let words = BuiltInLanguage::find(code).expect("a language").words();
        words.period_after_preposition(period.parse::<Period>().expect("a period"))
    };
    assert_eq!(within("en", "P2W"), "2 weeks");
    assert_eq!(within("de", "P1Y6M"), "1 Jahr und 6 Monaten");
    assert_eq!(within("de", "P14D"), "14 Tagen");
    assert_eq!(within("ar", "P2W"), "أسبوعين");
    assert_eq!(within("ar", "P14D"), "14 يومًا");
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
    let text = words.fill(Word::NoticeNeeded, &[("site", "{site} <b>{policy}</b>")]);
    assert!(text.starts_with("We at {site} <b>{policy}</b> start"), "{text}");
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

/// The code of a room that the app is made of: all modules but those that only the build has.
fn shipped(folder: &str) -> String {
    let index = crate::fixtures::text(&format!("{folder}/mod.rs"));
    let mut code = String::new();
    let mut before = "";
    for line in index.lines() {
        let module = line.trim_start_matches("pub(super) ").trim_start_matches("pub ").strip_prefix("mod ");
        if let (Some(module), true) = (module, before != "#[cfg(feature = \"read\")]") {
            let path = format!("{folder}/{}", module.trim_end_matches(';'));
            let is_folder = crate::fixtures::path(&path).is_dir();
            code += &if is_folder { shipped(&path) } else { crate::fixtures::text(&format!("{path}.rs")) };
        }
        before = line;
    }
    code
}

/// A word that the app is not sent would be an empty text there; one that only the build uses costs those bytes who open a view.
#[test]
fn the_app_is_sent_the_words_that_it_uses_and_no_other() {
    let english = crate::fixtures::json("www/words/en.json");
    let [app, form, pages] = ["app", "form", "pages"].map(|part| named(&english[part]));
    let views = shipped("src/views");
    let of_form = shipped("src/views/rights");
    let of_others = views.replace(&of_form, "");
    assert!(of_form.len() > 10_000 && of_others.len() > 10_000, "the modules are found");
    for name in &app {
        assert!(is_said(name, &of_others), "{name} is used by the build alone: it belongs to \"pages\"");
    }
    for name in &form {
        assert!(!is_said(name, &of_others), "{name} is used outside the form: it belongs to \"app\"");
    }
    let rights = shipped("src/rights");
    for name in &pages {
        assert!(!is_said(name, &views), "{name} is used by the app: it belongs to \"app\"");
        assert!(!is_said(name, &rights), "{name} is used by the form: it belongs to \"form\"");
    }
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
