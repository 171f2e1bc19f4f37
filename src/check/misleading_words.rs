//! Words of the notice that mislead: consent where nothing is asked, and a reject button that does not reject.
//!
//! Only stems are compared, so that inflected forms are found, too; a language without stems here is not checked.

use super::context::{Context, Violation, listed};
use super::wording::all;
use crate::site::{Mode, Translated};

/// Accepting, agreeing and consenting, in English, German, Arabic, French, Spanish, Italian, Dutch, Portuguese, Polish, Danish and
/// Swedish.
const ACCEPTING: [&str; 21] = [
    "accept",
    "agree",
    "consent",
    "akzept",
    "zustimm",
    "einwillig",
    "einverstanden",
    "أوافق",
    "موافق",
    "قبول",
    "أقبل",
    "acept",
    "consiento",
    "accett",
    "accons",
    "toestemming",
    "akkoord",
    "aceit",
    "akcept",
    "samtyk",
    "godkänn",
];

/// Whatever turns such a word into its opposite.
const NEGATIONS: [&str; 24] = [
    "no", "not", "nothing", "never", "without", "cannot", "don", "doesn", "disagree", "kein", "keine", "keiner",
    "nicht", "nichts", "ohne", "لا", "ليس", "دون", "بدون", "ne", "sans", "sin", "non", "senza",
];

/// Leaving, waiting and setting: what a reject button must not be called.
const EVADING: [&str; 25] = [
    "continue",
    "not now",
    "later",
    "maybe",
    "skip",
    "close",
    "setting",
    "options",
    "manage",
    "customi",
    "preference",
    "weiter",
    "später",
    "nicht jetzt",
    "vielleicht",
    "schließen",
    "einstellung",
    "verwalten",
    "anpassen",
    "لاحق",
    "ليس الآن",
    "متابعة",
    "إعداد",
    "plus tard",
    "más tarde",
];

pub(super) fn consent(context: &Context) -> Vec<Violation> {
    let notice = &context.site.notice;
    let labels = notice.labels.as_ref();
    let mut found = Vec::new();
    if context.site.mode() == Mode::Notice {
        let ok = labels.and_then(|labels| labels.ok.as_ref());
        let texts = [("notice.title", &notice.title), ("notice.text", &notice.text)];
        let texts = texts.into_iter().filter_map(|(field, text)| Some((field, text.as_ref()?)));
        let texts = texts.chain(ok.map(|text| ("notice.labels.ok", text)));
        let misleading = texts.filter(|(_, text)| all(text).any(accepts));
        found.extend(Violation::of(
            misleading.map(|(field, _)| (field.to_owned(), format!("\"{field}\""))),
            |fields| format!("this notice asks for nothing, and speaks of accepting or consent: {fields}"),
            "say what is stored, and call the button \"OK\" or \"Close\" (GDPR Articles 4(11) and 5(1)(a))",
        ));
    }
    let reject = labels.and_then(|labels| labels.reject.as_ref());
    found.extend(reject.and_then(evasive));
    found
}

/// The finding about a reject label that names another act, in any of its languages.
fn evasive(reject: &Translated) -> Option<Violation> {
    let is_evasive = |text: &&str| has_any(text, &EVADING) || accepts(text);
    let labels: Vec<_> = all(reject).filter(is_evasive).map(|text| format!("\"{text}\"")).collect();
    (!labels.is_empty()).then(|| {
        Violation::at(
            vec!["notice.labels.reject".into()],
            format!("the label of the button that rejects does not say so: {}", listed(&labels)),
            "write what it does, such as \"Reject all\" (GDPR Article 7(3); EDPB Cookie Banner Taskforce report, 8 to 18)",
        )
    })
}

/// Whether a sentence of the text speaks of accepting without a negation.
fn accepts(text: &str) -> bool {
    let is_denied = |sentence: &str| {
        let words = sentence.split(|character: char| !character.is_alphabetic());
        words.map(str::to_lowercase).any(|word| NEGATIONS.contains(&word.as_str()))
    };
    text.split(['.', '!', '?', '؟', '。']).any(|sentence| has_any(sentence, &ACCEPTING) && !is_denied(sentence))
}

fn has_any(text: &str, stems: &[&str]) -> bool {
    let text = text.to_lowercase();
    stems.iter().any(|stem| text.contains(stem))
}
