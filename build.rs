//! Generates the tables of words and fails the build if a language lacks one; and embeds the parts in the command if they are next
//! to this file, as in the published package (docs/decisions/014).
//!
//! `www/words/en.json` says which words there are. Each other file there is a language and must have the same ones, with
//! the same placeholders. What comes out is the enum `Word`, one table of texts per language, and the codes of the languages.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, process};

use serde_json::Value;

#[path = "src/words/shape.rs"]
mod shape;

/// The plural categories of Unicode CLDR, in the order of a plural word's texts.
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// A word: its path in the file, its variant's name, and one text, or six if it has plural forms.
struct Word {
    path: String,
    name: String,
    texts: Vec<String>,
}

fn main() {
    println!("cargo::rerun-if-changed=www/words");
    match generate() {
        Ok(Generated { words, languages, codes }) => {
            let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
            for (file, code) in
                [("words.rs", words), ("languages.rs", languages), ("language_codes.rs", codes), ("parts.rs", parts())]
            {
                fs::write(Path::new(&out).join(file), code).expect("OUT_DIR can be written");
            }
        }
        Err(fault) => {
            println!("cargo::error=www/words/{fault}");
            process::exit(1);
        }
    }
}

/// The files of the folder `parts`, for the command to embed; none in a clone, where the command is built first.
fn parts() -> String {
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR")).join("parts");
    let mut files: Vec<_> =
        fs::read_dir(&folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.sort();
    // Only a published package has this file: without parts its command could not build anything.
    if files.is_empty() && Path::new("Cargo.toml.orig").exists() {
        println!("cargo::error=this package has no parts; pack it with `cargo xtask build --crate`");
    }
    if !files.is_empty() {
        // Only if it exists: cargo would rerun this script each time for a missing folder.
        println!("cargo::rerun-if-changed=parts");
    }
    let entry = |path: &std::path::PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        format!("    ({name:?}, include_bytes!({:?})),\n", path.display().to_string())
    };
    format!(
        "/// The files of the folder `parts`.\nconst BUNDLED_PARTS: &[(&str, &[u8])] = &[\n{}];\n",
        files.iter().map(entry).collect::<String>()
    )
}

/// The code that comes of `www/words`: the words, the table of each language, and the codes of the languages alone, for the room
/// that knows no texts.
struct Generated {
    words: String,
    languages: String,
    codes: String,
}

fn generate() -> Result<Generated, String> {
    let mut files: Vec<String> = fs::read_dir("www/words")
        .map_err(|error| error.to_string())?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".json") && name != "en.json")
        .collect();
    files.sort();
    files.insert(0, "en.json".into());

    let english = words(&read("en.json")?, "en.json")?;
    let mut names = variants(&english);
    names += "/// Where each word is in a file of words, and whether it has plural forms; in the order of [`Word`].\n#[cfg(feature = \"read\")]\npub static PATHS: &[(&str, bool)] = &[\n";
    for Word { path, texts, .. } in &english {
        writeln!(names, "    ({path:?}, {}),", texts.len() > 1).expect("a string takes all");
    }
    names += "];\n";
    let mut codes = Vec::new();
    let mut code = String::from(
        "/// Every language that there are words for; English first.\npub static LANGUAGES: &[BuiltInLanguage] = &[\n",
    );
    for file in &files {
        let json = read(file)?;
        let words = words(&json, file)?;
        same_words(&english, &words, file)?;
        let text =
            |field: &str| json[field].as_str().ok_or(format!("{file}: \"{field}\" is missing; write it as a text"));
        let plural = match text("plural")? {
            "one-other" => "OneOther",
            "arabic" => "Arabic",
            other => {
                return Err(format!("{file}: there is no plural rule \"{other}\"; see src/words/plural.rs"));
            }
        };
        let rtl = text("direction")? == "rtl";
        let reviewed =
            json["reviewed"].as_bool().ok_or(format!("{file}: \"reviewed\" is missing; write true or false"))?;
        let texts: Vec<&String> = words.iter().flat_map(|word| &word.texts).collect();
        codes.push(text("language")?.to_owned());
        let direction = if rtl { "Rtl" } else { "Ltr" };
        writeln!(
            code,
            "    BuiltInLanguage {{ code: {:?}, name: {:?}, direction: Direction::{direction}, plural: Plural::{plural}, reviewed: {reviewed}, texts: &{texts:?} }},",
            text("language")?,
            text("name")?,
        )
        .expect("a string takes all");
    }
    let codes = format!(
        "/// The codes of the languages that are built in; English first.\npub(super) const BUILT_IN: [&str; {}] = {codes:?};\n",
        codes.len()
    );
    Ok(Generated { words: names, languages: code + "];\n", codes })
}

fn read(file: &str) -> Result<Value, String> {
    let text = fs::read_to_string(Path::new("www/words").join(file)).map_err(|error| format!("{file}: {error}"))?;
    serde_json::from_str(&text).map_err(|error| format!("{file}: {error}"))
}

/// The words of a file: those of the app, then of its form for requests, then of the pages, so that each table is a prefix.
fn words(json: &Value, file: &str) -> Result<Vec<Word>, String> {
    let mut found = Vec::new();
    for part in ["app", "form", "pages"] {
        for (group, entries) in json[part].as_object().into_iter().flatten() {
            let entries = entries.as_object().ok_or(format!("{file}: {part}.{group} must be an object of words"))?;
            for (key, value) in entries {
                let path = format!("{part}.{group}.{key}");
                let texts = match value {
                    Value::String(text) => vec![text.clone()],
                    Value::Object(forms) => {
                        plural_forms(forms).ok_or(format!("{file}: {path} needs the form \"other\""))?
                    }
                    _ => {
                        return Err(format!("{file}: {path} must be a text, or an object of plural forms"));
                    }
                };
                if texts.iter().any(|text| text.trim().is_empty()) {
                    return Err(format!("{file}: {path} is empty; write it"));
                }
                found.push(Word { path, name: variant(group) + &variant(key), texts });
            }
        }
    }
    Ok(found)
}

fn plural_forms(forms: &serde_json::Map<String, Value>) -> Option<Vec<String>> {
    let other = forms.get("other")?.as_str()?;
    let form = |category: &&str| forms.get(*category).and_then(Value::as_str).unwrap_or(other).to_owned();
    forms.keys().all(|key| CATEGORIES.contains(&key.as_str())).then(|| CATEGORIES.iter().map(form).collect())
}

fn variant(key: &str) -> String {
    key[..1].to_uppercase() + &key[1..]
}

fn variants(words: &[Word]) -> String {
    let mut code = String::from(
        "/// Every text that Courtesy says, by the name it has in `www/words`.\n#[derive(Clone, Copy, Debug, PartialEq, Eq)]\n#[repr(u16)]\npub enum Word {\n",
    );
    let (mut index, mut app_texts, mut form_texts) = (0, 0, 0);
    for Word { path, name, texts } in words {
        writeln!(code, "    /// `{path}`: {}\n    {name} = {index},", texts[texts.len() - 1].replace('[', "\\["))
            .expect("a string takes all");
        index += texts.len();
        if path.starts_with("app.") {
            app_texts = index;
        }
        if !path.starts_with("pages.") {
            form_texts = index;
        }
    }
    let shape = shape::shape(words.iter().map(|word| (word.path.as_str(), word.texts.len())));
    write!(
        code,
        "}}\n\n/// How many texts the app has; those of its form follow.\n#[cfg(feature = \"read\")]\npub const APP_TEXTS: usize = {app_texts};\n\n\
         /// How many texts the app has with its form for requests; those of the pages follow.\n#[cfg(feature = \"read\")]\npub const FORM_TEXTS: usize = {form_texts};\n\n\
         /// The hash of the app's words: a table of words with another one has other indices and must not be read.\npub const SHAPE: &str = \"{shape}\";\n\n",
    )
    .expect("a string takes all");
    code
}

/// Another language has exactly the words of English, each with the same placeholders.
fn same_words(english: &[Word], other: &[Word], file: &str) -> Result<(), String> {
    if let Some(missing) = english.iter().find(|word| other.iter().all(|theirs| theirs.path != word.path)) {
        return Err(format!(
            "{file}: {} is missing; in English it is {:?}",
            missing.path,
            missing.texts[missing.texts.len() - 1]
        ));
    }
    for (index, word) in other.iter().enumerate() {
        let Some(ours) = english.get(index).filter(|ours| ours.path == word.path) else {
            return Err(format!("{file}: {} is not in the place that it has in en.json, or not in en.json", word.path));
        };
        if ours.texts.len() != word.texts.len() {
            return Err(format!("{file}: {} has plural forms in one language and none in the other", word.path));
        }
        let wanted = placeholders(&ours.texts[ours.texts.len() - 1]);
        // "one day" and "two days" may do without the number.
        let plural = word.texts.len() > 1;
        for text in &word.texts {
            let has = placeholders(text);
            if if plural { !has.is_subset(&wanted) } else { has != wanted } {
                return Err(format!("{file}: {} must have the placeholders {wanted:?}, as in English", word.path));
            }
        }
    }
    Ok(())
}

fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}
