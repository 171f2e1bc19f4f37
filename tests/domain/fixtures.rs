//! The files that tests read: fixtures, seed sites, and the smallest site there can be.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use courtesy::rights::{LetterTemplate, LetterTemplates, Place};
use courtesy::site::read::read;
use courtesy::site::{Language, Site, SiteFile};
use courtesy::words::{self, LANGUAGES, Words};
use serde_json::{Value, json};

use crate::tables::merged;

pub fn path(of: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(of)
}

pub fn text(of: &str) -> String {
    fs::read_to_string(path(of)).unwrap_or_else(|error| panic!("{of}: {error}"))
}

pub fn json(of: &str) -> Value {
    serde_json::from_str(&text(of)).unwrap_or_else(|error| panic!("{of}: {error}"))
}

/// A name, a contact's e-mail and an item's purpose: nothing else is required.
pub fn smallest() -> Value {
    json!({ "name": "A", "controller": { "contacts": [{ "email": "a@b.example" }] }, "items": [{ "purpose": "essential" }] })
}

/// The smallest site with a patch on it.
pub fn site(patch: Value) -> SiteFile {
    let text = merged(Some(&smallest()), &patch).to_string();
    read(&text).unwrap_or_else(|problems| panic!("{}", sentences(&problems).join("\n")))
}

/// The problems of the smallest site with a patch on it, as sentences.
pub fn problems(patch: Value) -> Vec<String> {
    let text = merged(Some(&smallest()), &patch).to_string();
    sentences(&read(&text).err().unwrap_or_default())
}

fn sentences(problems: &[courtesy::site::read::Problem]) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
}

/// A patch on the smallest site has this problem, perhaps among others.
#[track_caller]
pub fn says(patch: Value, sentence: &str) {
    let problems = problems(patch);
    assert!(problems.iter().any(|problem| problem == sentence), "not said: {sentence}\nbut: {problems:#?}");
}

/// A patch on the smallest site has this problem alone.
#[track_caller]
pub fn says_only(patch: Value, sentence: &str) {
    assert_eq!(problems(patch), [sentence]);
}

pub const SEEDS: [&str; 4] = ["mazoon", "mjpro", "nanoflux", "mediux"];

/// A site of `www/sites`.
pub fn seed(name: &str) -> SiteFile {
    read(&text(&format!("www/sites/{name}/site.json"))).expect("the seed sites have no problems")
}

/// The text of every file of a room.
pub fn sources(room: &str) -> Vec<String> {
    files(room).iter().map(|file| text(file)).collect()
}

/// The files in a folder, and in those below it.
pub fn files(folder: &str) -> Vec<String> {
    let entries = fs::read_dir(path(folder)).unwrap_or_else(|error| panic!("{folder}: {error}"));
    let file = |entry: fs::DirEntry| {
        let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() { files(&name) } else { vec![name] }
    };
    entries.flatten().flat_map(file).collect()
}

/// Every site of `www/sites`.
pub const SITES: [&str; 5] = ["mazoon", "mjpro", "nanoflux", "mediux", "quillhaven"];

/// The names of all rights in site files, from the published schema, which is generated from the enum.
pub static KINDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let schema = courtesy::rights::schema::schema();
    let kinds = schema["$defs"]["RightKind"]["oneOf"].as_array().expect("names");
    kinds.iter().map(|kind| kind["const"].as_str().expect("a name").to_owned()).collect()
});

/// A site that states every right, each to be used by mail, and names these laws.
pub fn of_all_kinds(regimes: &Value) -> SiteFile {
    let right = |kind: &String| {
        let title = (kind == "other").then_some("Ask for something else");
        json!({ "kind": kind, "title": title, "routes": [{ "email": "a@b.example" }] })
    };
    site(json!({ "regimes": regimes, "rights": KINDS.iter().map(right).collect::<Vec<_>>() }))
}

/// A site in English.
pub fn in_english(file: &SiteFile) -> (Site, Words) {
    in_language(file, "en")
}

/// A site in one language, and the words of it.
pub fn in_language(file: &SiteFile, code: &str) -> (Site, Words) {
    let language: Language = code.parse().expect("a language");
    (file.in_language(&language), words::BuiltInLanguage::find(code).expect("words").words())
}

/// Every letter that can be written to a site from a place: those of its own rights, then those that the law gives, then the one about anything.
pub fn letters(site: &Site, words: &Words, place: Place) -> Vec<LetterTemplate> {
    let LetterTemplates { stated, statutory, general } = LetterTemplates::of(site, words, place);
    let statutory = statutory.into_iter().map(|(_, offer)| offer);
    stated.into_iter().filter_map(|(_, offer)| offer).chain(statutory).chain(general).collect()
}

/// Every letter that can be written to the sites here, from everywhere, in every language.
pub fn every_letter(mut check: impl FnMut(&Site, &Words, Place, &LetterTemplate)) {
    for file in SITES.map(seed).iter().chain([&of_all_kinds(&json!(["gdpr"]))]) {
        for language in LANGUAGES {
            let (site, words) = in_language(file, language.code);
            for place in Place::ALL {
                letters(&site, &words, place).iter().for_each(|offer| check(&site, &words, place, offer));
            }
        }
    }
}
