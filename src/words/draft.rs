//! The file to translate: every word in English, marked; texts that an earlier file has are kept.

use serde_json::{Map, Value, json};

use super::cldr::CATEGORIES;
use super::owner_words::UNTRANSLATED;
use super::{BuiltInLanguage, PATHS, Plural};

/// A file of words for a language, with the English texts to begin with; `before` is a file of an earlier version.
pub fn draft(tag: &str, before: Option<&Value>) -> Value {
    let english = BuiltInLanguage::find("en").map_or(&[][..], |language| language.texts);
    let needed = Plural::of(tag).needed();
    let mut file = Map::new();
    file.insert("language".into(), json!(tag));
    if let Some(direction) = before.and_then(|before| before.get("direction")) {
        file.insert("direction".into(), direction.clone());
    }
    let mut index = 0;
    for &(path, counts) in PATHS {
        let forms = if counts { CATEGORIES.len() } else { 1 };
        let original = &english[index..index + forms];
        index += forms;
        let mut keys = path.split('.');
        let (part, group, word) =
            (keys.next().unwrap_or_default(), keys.next().unwrap_or_default(), keys.next().unwrap_or_default());
        let there = before.and_then(|before| before.get(part)?.get(group)?.get(word));
        let marked = |text: &str| format!("{UNTRANSLATED} {text}");
        let text = match there {
            Some(there) => there.clone(),
            None if counts => CATEGORIES
                .iter()
                .zip(original)
                .filter(|(form, _)| needed.contains(form))
                .map(|(form, text)| ((*form).to_owned(), json!(marked(text))))
                .collect::<Map<_, _>>()
                .into(),
            None => json!(marked(original[0])),
        };
        let Value::Object(groups) = file.entry(part).or_insert_with(|| json!({})) else { continue };
        let Value::Object(words) = groups.entry(group).or_insert_with(|| json!({})) else { continue };
        words.insert(word.into(), text);
    }
    file.into()
}
