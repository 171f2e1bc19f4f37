//! An owner's words for a language that is not built in: a JSON file of the same shape as those in `www/words`.
//!
//! Every text is required, with the placeholders of the English one, because half a notice in another language informs nobody. The
//! texts are text wherever they are shown, never HTML.

use serde_json::{Map, Value};

use super::cldr::CATEGORIES;
use super::placeholders::{has_letters, placeholders};
use super::{BuiltInLanguage, Direction, PATHS, Plural, SHAPE, Words};
use crate::site::level;
use crate::site::read::{Problem, json};

/// What a text begins with that is still to be translated; `courtesy words` writes it.
pub const UNTRANSLATED: &str = "[en]";

/// The words of a language that is not built in.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnerWords {
    /// The file they are from, as the site file names it.
    pub file: String,
    /// All of them.
    pub words: Words,
    /// Where the text is the English one, letter for letter.
    pub english: Vec<String>,
}

impl OwnerWords {
    /// Reads a file of words for a language.
    ///
    /// # Errors
    /// Everything that is missing, untranslated, unknown or malformed, each with its place and the English text.
    pub fn read(tag: &str, file: &str, text: &str) -> Result<Self, Vec<Problem>> {
        let source = |Problem { position, sentence, fix, .. }: Problem| Problem {
            position,
            ..Problem::new("words-source", file, sentence, fix)
        };
        let value = json(text).map_err(|problem| vec![source(problem)])?;
        let Value::Object(fields) = value else {
            let fix = format!("create it with `courtesy words {tag} {file}`");
            return Err(vec![Problem::new("words-source", file, "expected an object with texts", fix)]);
        };
        let mut reader =
            Reader { tag, file, plural: Plural::of(tag), texts: Vec::new(), english: Vec::new(), found: Vec::new() };
        let direction = reader.header(&fields);
        reader.known(&fields);
        reader.words(&fields);
        let Reader { plural, texts, english, found, .. } = reader;
        if found.is_empty() {
            let words = Words { shape: SHAPE, code: tag.to_owned(), direction, plural, texts };
            Ok(Self { file: file.into(), words, english })
        } else {
            Err(found)
        }
    }

    /// How many words there are.
    pub fn count() -> usize {
        PATHS.len()
    }
}

fn place(file: &str, path: &str) -> String {
    if path.is_empty() { file.into() } else { format!("{file}: {path}") }
}

pub(super) struct Reader<'a> {
    tag: &'a str,
    file: &'a str,
    plural: Plural,
    texts: Vec<String>,
    english: Vec<String>,
    found: Vec<Problem>,
}

impl Reader<'_> {
    pub(super) fn report(
        &mut self,
        code: &'static str,
        path: &str,
        sentence: impl Into<String>,
        fix: impl Into<String>,
    ) {
        self.found.push(Problem::new(code, place(self.file, path), sentence, fix));
    }

    /// Checks the language that the file names, and answers its direction.
    fn header(&mut self, fields: &Map<String, Value>) -> Direction {
        let tag = self.tag;
        if let Some(language) = fields.get("language") {
            let is_this = |named: &str| named == tag || tag.starts_with(&format!("{named}-"));
            if !language.as_str().is_some_and(is_this) {
                let sentence = format!("the file is for {language}, and the site file names it for \"{tag}\"");
                self.report("words-form", "language", sentence, format!("write \"{tag}\", or name another file"));
            }
        }
        match fields.get("direction").map(|direction| direction.as_str().and_then(Direction::named)) {
            None => Direction::of(tag),
            Some(Some(direction)) => direction,
            Some(None) => {
                self.report(
                    "words-form",
                    "direction",
                    "the direction is unknown",
                    "write \"ltr\" or \"rtl\", or leave it out",
                );
                Direction::Ltr
            }
        }
    }

    fn words(&mut self, fields: &Map<String, Value>) {
        let mut place = 0;
        let english = BuiltInLanguage::find("en").map_or(&[][..], |language| language.texts);
        for &(path, counts) in PATHS {
            let forms = if counts { CATEGORIES.len() } else { 1 };
            let original = &english[place..place + forms];
            place += forms;
            let value =
                path.split('.').skip(1).fold(path.split('.').next().and_then(|part| fields.get(part)), |value, key| {
                    value.and_then(|value| value.get(key))
                });
            match value {
                None | Some(Value::Null) => {
                    let sentence = format!("this text is missing; in English it is {:?}", original[forms - 1]);
                    self.report("words-missing", path, sentence, format!("write it in \"{}\"", self.tag));
                }
                Some(value) if counts => self.forms(path, value, original),
                Some(value) => self.text(path, value, original[0]),
            }
        }
    }

    /// A text without plural forms.
    fn text(&mut self, path: &str, value: &Value, original: &str) {
        let Value::String(text) = value else {
            return self.report(
                "words-form",
                path,
                "expected a text",
                format!("write it in quotation marks; in English it is {original:?}"),
            );
        };
        if self.is_sound(path, text, original, false) {
            if text.trim() == original && has_letters(text) {
                self.english.push(path.into());
            }
            self.texts.push(level(text));
        }
    }

    /// A text with one form per plural category of the language.
    fn forms(&mut self, path: &str, value: &Value, original: &[&str]) {
        let other = original[CATEGORIES.len() - 1];
        let needed = self.plural.needed();
        let empty = Map::new();
        let only = needed.len() == 1;
        let given = value.as_object().unwrap_or(&empty);
        if value.as_str().is_none_or(|_| !only) && !value.is_object() {
            let sentence =
                format!("expected one text for each way in which \"{}\" counts: {}", self.tag, needed.join(", "));
            return self.report(
                "words-form",
                path,
                sentence,
                format!("write an object; in English \"other\" is {other:?}"),
            );
        }
        for form in given.keys().filter(|form| !CATEGORIES.contains(&form.as_str())) {
            self.report(
                "words-unknown",
                &format!("{path}.{form}"),
                "CLDR has no plural form of this name",
                format!("use {}", needed.join(", ")),
            );
        }
        let said = |form: &str| if value.is_string() { Some(value) } else { given.get(form) };
        for (form, original) in CATEGORIES.iter().zip(original) {
            let path = format!("{path}.{form}");
            match said(form) {
                Some(Value::String(text)) => {
                    self.is_sound(&path, text, original, true);
                }
                Some(_) => self.report("words-form", &path, "expected a text", "write it in quotation marks"),
                None if needed.contains(form) => {
                    let sentence = format!("this text is missing; in English it is {original:?}");
                    self.report("words-missing", &path, sentence, format!("write it in \"{}\"", self.tag));
                }
                None => {}
            }
        }
        // A form that the language does not use for whole numbers is never shown.
        let spare = said("other").or_else(|| needed.first().and_then(|form| said(form))).and_then(Value::as_str);
        self.texts.extend(
            CATEGORIES.iter().map(|form| level(said(form).and_then(Value::as_str).or(spare).unwrap_or_default())),
        );
    }

    /// Whether a text is translated and has the placeholders of the English one.
    fn is_sound(&mut self, path: &str, text: &str, original: &str, counts: bool) -> bool {
        let before = self.found.len();
        if text.trim().is_empty() {
            self.report(
                "words-missing",
                path,
                format!("this text is empty; in English it is {original:?}"),
                "write it",
            );
        } else if text.trim_start().starts_with(UNTRANSLATED) {
            let sentence = format!("this text is not translated yet: {original:?}");
            self.report(
                "words-untranslated",
                path,
                sentence,
                format!("translate it, and remove the mark \"{UNTRANSLATED}\""),
            );
        } else {
            let (has, wanted) = (placeholders(text), placeholders(original));
            // "one day" and "two days" may do without the number.
            let fits = has
                .as_ref()
                .zip(wanted.as_ref())
                .is_some_and(|(has, wanted)| if counts { has.is_subset(wanted) } else { has == wanted });
            if !fits {
                let wanted: Vec<_> = wanted.into_iter().flatten().map(|name| format!("{{{name}}}")).collect();
                let fix = if wanted.is_empty() {
                    "remove every { and }".into()
                } else {
                    format!("use each of {} as it is, and no other {{ or }}", wanted.join(", "))
                };
                self.report(
                    "words-holes",
                    path,
                    format!("its placeholders differ from those of the English text {original:?}"),
                    fix,
                );
            }
        }
        self.found.len() == before
    }
}
