//! A site in one language: the declaration, and the files that the app and the loader's lazy module fetch.

use serde_json::Value;

use super::file::File;
use super::lazy_facts::{lazy_facts, removable_items};
use super::receipt::skeleton;
use crate::consent::OrderedMap;
use crate::policy::{Document, Pages};
use crate::site::{Language, SiteFile};
use crate::views::ByAddress;
use crate::views::builder::{Declared, Source};
use crate::views::registry::{self, View};
use crate::words::Words;

/// A site in one language.
#[derive(Debug)]
pub(super) struct LocalizedSite<'a> {
    file: &'a SiteFile,
    /// The hashes of the material facts.
    pub material: &'a OrderedMap<String>,
    pub language: &'a Language,
    /// The declaration in the language, its words, and the addresses of its pages.
    pub declared: ByAddress<Declared>,
    /// The policy, unless the owner has a page for it.
    pub policy: Option<&'a Document>,
    /// What the app fetches: the words, and what each view shows, by the view's name.
    pub view_files: Vec<(&'static str, File)>,
    /// What the lazy module knows of the site, and the file of it.
    pub lazy_facts: Value,
    pub lazy_file: File,
}

impl<'a> LocalizedSite<'a> {
    /// A site in one of its languages.
    pub fn new(
        file: &'a SiteFile,
        (language, words): (&'a Language, &Words),
        policy: Option<&'a Document>,
        material: &'a OrderedMap<String>,
    ) -> Self {
        let site = file.in_language(language);
        let address = |stem| in_language(file, language, stem, "html");
        let pages = Pages::of(&site, &address("privacy"), &address("request"));
        let declared = Declared { site, language: language.clone(), words: words.clone(), pages };
        let source = Source {
            declared: &declared,
            policy,
            facts: material,
            removable: &removable_items(&declared, material),
            receipt: &skeleton(&declared),
        };
        let views = View::ALL.iter().filter_map(|view| Some((view.row().name, view.file(&source)?)));
        let words = ("words", registry::json(&words.of_app()));
        let view_files = [words].into_iter().chain(views);
        let view_files: Vec<_> = view_files.map(|(stem, json)| (stem, json_file(stem, language, json))).collect();
        let lazy_facts = lazy_facts(&declared, material, &view_files);
        let lazy_file = json_file("later", language, registry::json(&lazy_facts));
        Self { file, material, language, declared: declared.into(), policy, view_files, lazy_facts, lazy_file }
    }

    /// The name of a file that exists once per language.
    pub fn name(&self, stem: &str, extension: &str) -> String {
        in_language(self.file, self.language, stem, extension)
    }
}

fn json_file(stem: &str, language: &Language, json: Vec<u8>) -> File {
    File::hashed(&format!("{stem}-{language}"), "json", json)
}

/// The name of a file that exists once per language: plain for the first language.
fn in_language(site: &SiteFile, language: &Language, stem: &str, extension: &str) -> String {
    if *language == site.languages[0] {
        format!("{stem}.{extension}")
    } else {
        format!("{stem}.{language}.{extension}")
    }
}
