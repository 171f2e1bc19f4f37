//! Letters: they name the right, the article and the date; what was written stands in them as it was written, and nothing else does.

use courtesy::rights::{Asker, FormValues, LONGEST, LetterTemplate, Place, RequiredFields, letter, mail};
use courtesy::words::{LANGUAGES, Word, Words};
use proptest::prelude::*;
use serde_json::json;

use crate::fixtures::{every_letter, in_english, in_language, letters, seed, site};

/// A letter to a seed, by the title of its right.
fn offer(name: &str, place: Place, right: &str) -> (Words, LetterTemplate) {
    let (site, words) = in_english(&seed(name));
    let offer = letters(&site, &words, place).into_iter().find(|offer| offer.right == right);
    (words, offer.unwrap_or_else(|| panic!("{right}")))
}

/// Everything filled in, as an agent's form can be left behind by somebody who then asks for themselves.
fn all(who: Asker) -> FormValues {
    FormValues {
        who,
        name: "Jane Doe".into(),
        person: "Li Wei".into(),
        permission: "true".into(),
        reply: "jane@agency.example".into(),
        email: "jane@example.com".into(),
        text: "My user name is jane.".into(),
    }
}

#[test]
fn a_whole_letter_reads_as_a_person_would_write_it() {
    let (words, offer) = offer("mazoon", Place::Eu, "Data export");
    let answers = all(Asker::Oneself).shown(offer.required_fields);
    assert_eq!(
        letter(&words, &offer, &answers, "21 November 2026"),
        "Hello,\n\nPlease send me the personal data that I gave you, in a structured, commonly used and machine-readable \
         format (GDPR Article 20). You call this “Data export”.\n\nMy user name is jane.\n\nPlease answer within one \
         month of receiving this letter (GDPR Article 12(3)). You promise to answer within 30 days.\n\nKind regards,\n\
         Jane Doe\n\nEmail address: jane@example.com\nDate: 21 November 2026"
    );
}

#[test]
fn every_letter_names_the_right_the_article_the_time_and_the_date_in_every_language() {
    every_letter(|site, words, place, offer| {
        let text = letter(words, offer, &all(Asker::Oneself).shown(offer.required_fields), "٢١ نوفمبر ٢٠٢٦");
        let is_titled = site.rights.iter().any(|right| right.title.as_ref() == Some(&offer.right));
        let named = if is_titled { offer.right.as_str() } else { "" };
        let promise = offer.promise.map(|period| words.period_after_preposition(period)).unwrap_or_default();
        let article = offer.article.as_deref().unwrap_or_default();
        for part in [
            &offer.request_text,
            &offer.deadline_text,
            named,
            article,
            &promise,
            "My user name is jane.",
            "٢١ نوفمبر ٢٠٢٦",
        ] {
            assert!(text.contains(part), "{} {place:?}: {part} in {text}", site.name);
        }
        assert!(text.starts_with(words.say(Word::LetterGreeting)), "{text}");
    });
}

#[test]
fn the_words_that_the_form_is_sent_write_the_letters_that_the_build_writes() {
    let tables: Vec<_> = LANGUAGES.iter().map(|language| (language.words(), language.form_words())).collect();
    every_letter(|site, words, _, offer| {
        let (_, few) = tables.iter().find(|(all, _)| all == words).expect("a language");
        for who in [Asker::Oneself, Asker::Agent, Asker::Guardian] {
            let answers = all(who).shown(offer.required_fields);
            assert_eq!(letter(few, offer, &answers, "today"), letter(words, offer, &answers, "today"), "{}", site.name);
        }
    });
}

#[test]
fn whoever_asks_for_another_says_so_and_nobody_else_does() {
    for code in ["en", "de", "ar"] {
        let (site, words) = in_language(&seed("mediux"), code);
        let offer = letters(&site, &words, Place::UsCa).swap_remove(0);
        let behalf = |word| words.fill(word, &[("person", "Li Wei")]);
        let (agent, guardian) = (behalf(Word::LetterAgent), behalf(Word::LetterGuardian));
        for who in [Asker::Oneself, Asker::Agent, Asker::Guardian] {
            let text = letter(&words, &offer, &all(who).shown(offer.required_fields), "");
            let paragraphs: Vec<_> = text.split("\n\n").collect();
            assert_eq!(paragraphs.contains(&agent.as_str()), who == Asker::Agent, "{code}: {text}");
            assert_eq!(paragraphs.contains(&guardian.as_str()), who == Asker::Guardian, "{code}: {text}");
            assert_eq!(text.contains("Li Wei"), who != Asker::Oneself);
        }
    }
}

#[test]
fn nothing_that_is_not_shown_goes_into_the_letter() {
    let (words, deletion) = offer("mjpro", Place::UsCa, "Have your data deleted");
    let own = letter(&words, &deletion, &all(Asker::Oneself).shown(deletion.required_fields), "");
    assert!(own.contains("Jane Doe") && !own.contains("Li Wei"), "{own}");
    let (words, opt_out) = offer("mazoon", Place::UsCa, "Opt out of sale and sharing");
    assert_eq!(opt_out.required_fields, RequiredFields::Nothing);
    let anonymous = letter(&words, &opt_out, &all(Asker::Oneself).shown(opt_out.required_fields), "");
    assert!(!anonymous.contains("Jane Doe") && anonymous.contains("jane@example.com"), "{anonymous}");
    let named = letter(&words, &opt_out, &all(Asker::Agent).shown(opt_out.required_fields), "");
    assert!(named.contains("Jane Doe") && named.contains("Li Wei"), "{named}");
}

#[test]
fn what_is_left_empty_leaves_no_trace() {
    let (words, opt_out) = offer("mazoon", Place::UsCa, "Opt out of sale and sharing");
    let text = letter(&words, &opt_out, &FormValues::default().shown(opt_out.required_fields), "");
    assert_eq!(text, ["Hello,", &opt_out.request_text, &opt_out.deadline_text].join("\n\n"));
    let spaces = FormValues { name: " \t".into(), email: "\n".into(), text: " \r\n ".into(), ..FormValues::default() };
    assert_eq!(letter(&words, &opt_out, &spaces.shown(opt_out.required_fields), ""), text);
}

#[test]
fn a_text_of_any_length_and_script_stands_in_the_letter_as_written() {
    let (words, offer) = offer("mazoon", Place::Eu, "Have your data deleted");
    for text in [
        "one\r\ntwo\rthree\n\n\nfour",
        "&bcc=x@y.z\r\nBcc: x@y.z",
        "👩‍👩‍👧 e\u{301} \u{202E}شكرا\u{202C} {person} {article} {{name}}",
        &"ä🙂".repeat(5_000),
    ] {
        let answers = FormValues { text: text.into(), ..all(Asker::Oneself) }.shown(offer.required_fields);
        let written = letter(&words, &offer, &answers, "today");
        assert_eq!(written.matches(text).count(), 1, "{written}");
        let is_long = mail(&offer.to, &offer.subject, &written).len() > LONGEST;
        assert_eq!(is_long, text.len() > 1_000, "what cannot be opened is copied");
    }
}

#[test]
fn a_title_of_the_site_with_braces_stays_as_it_is() {
    let right = json!({ "kind": "other", "title": "{article} {right} {site}", "routes": [{ "email": "a@b.example" }] });
    let (site, words) = in_english(&site(json!({ "rights": [right] })));
    let offer = letters(&site, &words, Place::Eu).swap_remove(0);
    assert_eq!(
        (offer.subject.as_str(), offer.right.as_str()),
        ("{article} {right} {site}", "{article} {right} {site}")
    );
    assert_eq!(offer.request_text, "My request is about “{article} {right} {site}”.");
}

/// Marks that stand for what is written: no test writes them.
const MARKS: [char; 5] = ['\u{E000}', '\u{E001}', '\u{E002}', '\u{E003}', '\u{E004}'];

proptest! {
    /// The letter is the same for every text, but for that text: nothing in it is filled, cut or changed.
    #[test]
    fn whatever_is_written_stands_in_its_place(
        texts in prop::array::uniform5("[{}a-z \r\n\"<&%🙂ع\u{202E}\\PC]{0,40}"), who in 0..3_usize, place in 0..4_usize, code in 0..3_usize,
        right in any::<prop::sample::Index>(),
    ) {
        let (site, words) = in_language(&seed("mjpro"), ["en", "de", "ar"][code]);
        let offers = letters(&site, &words, Place::ALL[place]);
        let offer = right.get(&offers);
        // What is empty has no line: each begins and ends with something.
        let texts = texts.map(|text| format!("({})", text.replace(MARKS, "")));
        let written = |[name, person, email, text, date]: [&str; 5]| {
            let who = [Asker::Oneself, Asker::Agent, Asker::Guardian][who];
            let (name, person, email, text) = (name.into(), person.into(), email.into(), text.into());
            letter(&words, offer, &FormValues { who, name, person, permission: "true".into(), reply: String::new(), email, text }.shown(offer.required_fields), date)
        };
        let marks = MARKS.map(String::from);
        let mut wanted = written(marks.each_ref().map(String::as_str));
        for (mark, text) in marks.iter().zip(&texts) {
            wanted = wanted.replace(mark, text);
        }
        prop_assert_eq!(written(texts.each_ref().map(String::as_str)), wanted);
    }
}
