//! An owner's words for a language that is not built in: every text is required, and what is wrong is found with its place.

use courtesy::check::{Severity, untranslated_words};
use courtesy::compile::{Form, Policies, compile};
use courtesy::site::read::Problem;
use courtesy::words::{LANGUAGES, draft};
use serde_json::{Value, json};

use crate::command::{folder, run};
use crate::compiling::parts;
use crate::fixtures::{says, says_only, site};

/// A file in which each text is translated, as far as a test can tell.
pub fn words(tag: &str) -> Value {
    serde_json::from_str(&draft(tag, None).to_string().replace("[en] ", "Zz ")).expect("JSON")
}

/// The problems of a site in French with these words.
fn problems(words: &str) -> Vec<Problem> {
    let site = site(json!({ "languages": ["fr"], "words": { "fr": "words.fr.json" } }));
    Policies::of(&site, |_| Ok(words.to_owned())).err().unwrap_or_default()
}

#[track_caller]
fn finds(words: &Value, code: &str, path: &str, sentence: &str) {
    let found = problems(&words.to_string());
    let [problem] = &found[..] else { panic!("{found:#?}") };
    assert_eq!((problem.code, &*problem.path), (code, format!("words.fr.json: {path}").as_str()));
    assert!(problem.to_string().contains(sentence), "{problem}");
}

#[test]
fn a_language_without_words_says_how_to_bring_them() {
    says(
        json!({ "languages": ["fr"] }),
        "languages[0]: unknown language \"fr\"; expected one of en, ar, de, or your own words: \"words\": {\"fr\": \"words.fr.json\"}, a file that `courtesy words fr` creates",
    );
    says_only(
        json!({ "languages": ["en"], "words": { "fr": "words.fr.json" } }),
        "words.fr: \"fr\" is not one of the site's languages; add \"fr\" to \"languages\", or remove this entry",
    );
    says_only(
        json!({ "languages": ["de-AT"], "words": { "de": "words.de.json" } }),
        "words.de: \"de\" is built in; remove this entry",
    );
}

#[test]
fn own_words_are_in_the_notice_the_pages_and_the_app() {
    let site = site(json!({ "languages": ["he", "en"], "words": { "he": "he.json" } }));
    let policies = Policies::of(&site, |_| Ok(words("he").to_string())).expect("sound words");
    let files = compile(&site, &policies, &parts(), Form::Built).expect("every part is there");
    let text = |start: &str, end: &str| {
        let file = files.iter().find(|file| file.name.starts_with(start) && file.name.ends_with(end)).expect(start);
        String::from_utf8(file.bytes.clone()).expect("UTF-8")
    };
    for (start, end) in [
        ("courtesy.js", ""),
        ("privacy.html", ""),
        ("request.html", ""),
        ("words-he-", "json"),
        ("rights-he-", "json"),
        ("later-he-", "json"),
    ] {
        assert!(text(start, end).contains("Zz "), "{start}");
    }
    assert!(text("privacy.html", "").starts_with("<!doctype html>\n<html lang=\"he\" dir=\"rtl\">"));
    assert!(!text("privacy.en.html", "").contains("Zz "));
    // The file's name is the owner's business.
    assert!(!text("site.json", "").contains("he.json"));
}

#[test]
fn what_is_missing_is_named_with_its_english_text() {
    let mut file = words("fr");
    file["app"]["notice"].as_object_mut().expect("a group").remove("ok");
    finds(&file, "words-missing", "app.notice.ok", "in English it is \"OK\"");
    let mut file = words("fr");
    file["pages"]["unit"]["day"].as_object_mut().expect("forms").remove("one");
    finds(&file, "words-missing", "pages.unit.day.one", "in English it is \"{n} day\"");
    let mut file = words("fr");
    file["app"]["notice"]["ok"] = json!(" ");
    finds(&file, "words-missing", "app.notice.ok", "this text is empty");
    // Each of all, not only the first.
    assert_eq!(problems("{}").len(), draft_count());
}

fn draft_count() -> usize {
    let file = draft("fr", None);
    let groups =
        ["app", "form", "pages"].map(|part| file[part].as_object().expect("groups").values().collect::<Vec<_>>());
    groups.iter().flatten().map(|group| group.as_object().expect("words").len()).sum()
}

#[test]
fn what_is_marked_is_still_to_be_translated_and_what_is_english_is_noted() {
    let mut file = words("fr");
    file["app"]["notice"]["policy"] = json!("[en] Privacy policy");
    finds(
        &file,
        "words-untranslated",
        "app.notice.policy",
        "\"Privacy policy\"; translate it, and remove the mark \"[en]\"",
    );
    let noted = |text: &str| {
        let site = site(json!({ "languages": ["fr"], "words": { "fr": "words.fr.json" } }));
        untranslated_words(&Policies::of(&site, |_| Ok(text.to_owned())).expect("sound words").own_words)
    };
    assert_eq!(noted(&words("fr").to_string()), []);
    let mut file = words("fr");
    file["app"]["notice"]["ok"] = json!("OK");
    assert_eq!(noted(&file.to_string())[0].sentence, "words.fr.json has texts that are still English: app.notice.ok");
    assert_eq!(noted(&file.to_string())[0].severity, Severity::Note);
    let english = draft("fr", None).to_string().replace("[en] ", "");
    assert_eq!(noted(&english)[0].severity, Severity::Warning);
}

#[test]
fn what_is_wrong_in_a_file_of_words_is_found_with_its_place() {
    let with = |group: &str, word: &str, value: Value| {
        let mut file = words("fr");
        let (part, group) = group.split_once('.').expect("a path");
        file[part][group][word] = value;
        file
    };
    finds(&with("app.notice", "okay", json!("x")), "words-unknown", "app.notice.okay", "no word has this name");
    finds(&with("app.notice", "details", json!("{site}")), "words-holes", "app.notice.details", "remove every { and }");
    finds(&with("app.notice", "details", json!("a } b")), "words-holes", "app.notice.details", "remove every { and }");
    finds(
        &with("pages.subject", "other", json!("sans")),
        "words-holes",
        "pages.subject.other",
        "use each of {right} as it is",
    );
    finds(
        &with("pages.subject", "other", json!("{droit}")),
        "words-holes",
        "pages.subject.other",
        "use each of {right} as it is",
    );
    finds(&with("app.notice", "ok", json!(["x"])), "words-form", "app.notice.ok", "expected a text");
    finds(&with("pages.unit", "day", json!("{n} jours")), "words-form", "pages.unit.day", "counts: one, other");
    finds(
        &with("pages.unit", "day", json!({ "one": "a", "other": "b", "dual": "c" })),
        "words-unknown",
        "pages.unit.day.dual",
        "use one, other",
    );
    let mut file = words("fr");
    file["language"] = json!("de");
    finds(&file, "words-form", "language", "the file is for \"de\", and the site file names it for \"fr\"");
    let mut file = words("fr");
    file["apps"] = json!({});
    finds(&file, "words-unknown", "apps", "remove it");
    let mut file = words("fr");
    file["direction"] = json!("up");
    finds(&file, "words-form", "direction", "write \"ltr\" or \"rtl\"");
    for (text, position) in [("{", Some((1, 1))), ("[]", None), ("{\"app\":{},\"app\":{}}", Some((1, 15)))] {
        let found = problems(text);
        assert!(found.len() == 1 && found[0].code == "words-source", "{found:#?}");
        assert_eq!((&*found[0].path, found[0].position), ("words.fr.json", position));
    }
}

#[test]
fn a_file_that_cannot_be_read_is_one_problem() {
    let site = site(json!({ "languages": ["fr", "fr-CA"], "words": { "fr": "words.fr.json" } }));
    let found = Policies::of(&site, |_| Err("No such file or directory".into())).expect_err("no file");
    assert_eq!(found.len(), 1);
    assert_eq!(
        found[0].to_string(),
        "words.fr: \"words.fr.json\" cannot be read: No such file or directory; name a .json file in the folder of the site file or below it; `courtesy words fr` creates one"
    );
}

#[test]
fn own_words_stay_text() {
    let mut file = words("fr");
    file["pages"]["page"]["title"] = json!("<img src=x onerror=alert(1)> {title} {site} \u{202e}");
    file["app"]["notice"]["ok"] = json!("</script><b>");
    let site = site(json!({ "languages": ["fr"], "words": { "fr": "words.fr.json" } }));
    let policies = Policies::of(&site, |_| Ok(file.to_string())).expect("sound words");
    for file in compile(&site, &policies, &parts(), Form::Built).expect("every part is there") {
        let text = String::from_utf8_lossy(&file.bytes);
        assert!(!file.name.ends_with(".html") || !text.contains("<img"), "{}", file.name);
        assert!(
            !text.contains('\u{202e}') || file.name.starts_with("app-") || file.name.starts_with("later-"),
            "{}",
            file.name
        );
    }
}

#[test]
fn the_command_writes_the_file_to_translate_and_keeps_what_is_translated() {
    let folder = folder("words");
    let (said, wrong, code) = run(&folder, &["words", "fr"]);
    assert_eq!((&*wrong, code), ("", Some(0)));
    assert_eq!(serde_json::from_str::<Value>(&said).expect("JSON"), draft("fr", None));
    let (said, wrong, code) = run(&folder, &["words", "fr", "words.fr.json"]);
    assert_eq!((&*wrong, code), ("", Some(0)));
    assert!(said.contains("\"words\": { \"fr\": \"words.fr.json\" }"), "{said}");
    let path = folder.join("words.fr.json");
    let mut file: Value = serde_json::from_slice(&std::fs::read(&path).expect("a file")).expect("JSON");
    file["app"]["notice"]["ok"] = json!("D'accord");
    file["app"]["notice"].as_object_mut().expect("a group").remove("policy");
    std::fs::write(&path, file.to_string()).expect("a file");
    run(&folder, &["words", "fr", "words.fr.json"]);
    let file: Value = serde_json::from_slice(&std::fs::read(&path).expect("a file")).expect("JSON");
    assert_eq!(
        (&file["app"]["notice"]["ok"], &file["app"]["notice"]["policy"]),
        (&json!("D'accord"), &json!("[en] Privacy policy"))
    );
    std::fs::write(&path, "{ not yet").expect("a file");
    let (_, wrong, code) = run(&folder, &["words", "fr", "words.fr.json"]);
    assert!(wrong.contains("so nothing was written\n = help: fix it first") && code == Some(1), "{wrong}");
    assert_eq!(std::fs::read_to_string(&path).expect("a file"), "{ not yet");
    for language in LANGUAGES {
        let (_, wrong, code) = run(&folder, &["words", language.code]);
        assert!(wrong.contains("is built in and needs no file") && code == Some(1), "{wrong}");
    }
}
