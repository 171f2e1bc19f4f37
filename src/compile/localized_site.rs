//! A site in one language: the declaration, and the files that the app and the loader's lazy module fetch.

use serde::Serialize;
use serde_json::{Value, json};

use super::file::File;
use super::lazy_facts::{lazy_facts, removable_items};
use super::prune::prune;
use super::receipt::receipt;
use crate::consent::Entries;
use crate::policy::{Document, Pages};
use crate::site::{Language, Mode, Period, SiteFile};
use crate::views::builder::{self, Declared};
use crate::views::{Element, Shared};
use crate::words::{Word, Words};

/// A site in one language.
#[derive(Debug)]
pub(super) struct LocalizedSite<'a> {
    file: &'a SiteFile,
    /// The hashes of the material facts.
    pub material: &'a Entries<String>,
    pub language: &'a Language,
    /// The declaration in the language, its words, and the addresses of its pages.
    pub declared: Shared<Declared>,
    /// The policy, unless the owner has a page for it.
    pub policy: Option<&'a Document>,
    /// What the app fetches: the words, and what each view shows, by the view's name.
    pub view_files: Vec<(&'static str, File)>,
    /// What the lazy module knows of the site, and the file of it.
    pub lazy_facts: Value,
    pub lazy_file: File,
}

/// The details as the app reads them.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Details {
    title: String,
    expires_after: Period,
    own: Option<String>,
    elements: Vec<Element>,
}

impl<'a> LocalizedSite<'a> {
    /// A site in one of its languages.
    pub fn new(
        file: &'a SiteFile,
        (language, words): (&'a Language, &Words),
        policy: Option<&'a Document>,
        material: &'a Entries<String>,
    ) -> Self {
        let site = file.in_language(language);
        let address = |stem| in_language(file, language, stem, "html");
        let pages = Pages::of(&site, &address("privacy"), &address("request"));
        let declared = Declared { site, language: language.clone(), words: words.clone(), pages };
        let (elements, own) = builder::details(&declared);
        let details = Details {
            title: declared.of_site(Word::DetailsTitle),
            expires_after: declared.site.notice.expires_after,
            own: own.map(|place| place.to_string()),
            elements,
        };
        let mut view_files = vec![
            ("words", json_file("words", language, &words.of_app())),
            ("details", json_file("details", language, &details)),
        ];
        let policy_view = policy.map(|policy| builder::policy(&declared, policy));
        view_files.extend(policy_view.map(|view| ("policy", json_file("policy", language, &view))));
        if Pages::writes_request(&declared.site) {
            let mut rights = prune(builder::rights(&declared));
            rights["words"] = json!(words.of_form());
            if let Some(mut opt_out) = builder::opt_out(&declared, material) {
                opt_out["items"] = json!(removable_items(&declared, material));
                rights["optOut"] = prune(opt_out);
            }
            view_files.push(("rights", json_file("rights", language, &rights)));
        }
        if declared.site.mode() == Mode::Consent {
            view_files.push(("choices", json_file("choices", language, &prune(builder::choices(&declared)))));
        }
        // A receipt names what the site does not state, so it is not pruned.
        view_files.push(("receipt", json_file("receipt", language, &receipt(&declared))));
        let lazy_facts = lazy_facts(&declared, material, &view_files);
        let lazy_file = json_file("later", language, &lazy_facts);
        Self { file, material, language, declared: declared.into(), policy, view_files, lazy_facts, lazy_file }
    }

    /// The name of a file that exists once per language.
    pub fn name(&self, stem: &str, extension: &str) -> String {
        in_language(self.file, self.language, stem, extension)
    }
}

/// A file of a language, serialised directly: a large site has many.
fn json_file(stem: &str, language: &Language, json: &impl Serialize) -> File {
    // Serialising fails only for maps whose keys are not texts, and for writers that fail.
    let text = serde_json::to_vec(json).expect("texts, numbers and lists are JSON");
    File::hashed(&format!("{stem}-{language}"), "json", text)
}

/// The name of a file that exists once per language: plain for the first language.
fn in_language(site: &SiteFile, language: &Language, stem: &str, extension: &str) -> String {
    if *language == site.languages[0] {
        format!("{stem}.{extension}")
    } else {
        format!("{stem}.{language}.{extension}")
    }
}
