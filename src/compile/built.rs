//! The site in one language as visitors are sent it: the declaration, and what the loader and the app need besides.

use serde_json::{Map, Value, json};

use super::manifest::short_hash;
use super::{in_language, stated};
use crate::consent::Entries;
use crate::policy::Pages;
use crate::site::{Language, Site, SiteFile};
use crate::ui::FirstLayer;
use crate::words::{self, Direction, Words};

/// A site in one language.
#[derive(Debug)]
pub struct Built<'a> {
    file: &'a SiteFile,
    facts: &'a Entries<String>,
    /// The language.
    pub language: &'a Language,
    /// The declaration in it.
    pub site: Site,
    /// All words of it.
    pub words: Words,
    /// The addresses of its pages.
    pub pages: Pages,
    app_words: Words,
}

/// The fields of the site file that the loader reads; `courtesy.js` inlines them.
const LOADER_FIELDS: [&str; 10] =
    ["language", "direction", "mode", "facts", "notice", "exempt", "words", "pages", "others", "files"];

impl<'a> Built<'a> {
    /// A site in one of its languages.
    pub fn new(file: &'a SiteFile, language: &'a Language, facts: &'a Entries<String>) -> Self {
        // Reading refuses a language without words.
        let known = words::Language::find(language.as_str()).unwrap_or(&words::LANGUAGES[0]);
        let site = file.in_language(language);
        let page = |stem| in_language(file, language, stem, "html");
        let pages = Pages::of(&site, &page("privacy"), &page("request"));
        Self { file, facts, language, site, words: known.words(), pages, app_words: known.app_words() }
    }

    /// The name of a file of this language.
    pub(super) fn name(&self, stem: &str, ending: &str) -> String {
        in_language(self.file, self.language, stem, ending)
    }

    /// How the language is written.
    pub fn direction(&self) -> Direction {
        self.words.direction
    }

    /// The name of the site file in this language.
    pub(super) fn site_file(&self) -> String {
        self.name("site", "json")
    }

    /// The app's words.
    pub(super) fn words_json(&self) -> String {
        json!(self.app_words).to_string()
    }

    pub(super) fn words_file(&self) -> String {
        format!("words-{}-{}.json", self.language, short_hash(self.words_json().as_bytes()))
    }

    /// The file that a loader of another language fetches for this one.
    pub(super) fn notice_file(&self) -> String {
        // Its own address is not in it, so that its name can be made of it.
        let fields = self.loader_fields(&[]);
        format!("notice-{}-{}.json", self.language, short_hash(Value::from(fields).to_string().as_bytes()))
    }

    /// What `courtesy.js` has inlined, and a notice file holds.
    pub(super) fn inlined(&self) -> Value {
        self.with_others(Self::notice_file).into()
    }

    /// `site.json`: the whole declaration; from it the generic loader and the app read.
    pub fn site_json(&self) -> Value {
        let mut json = match stated(json!(self.site)) {
            Value::Object(fields) => fields,
            _ => Map::new(),
        };
        // The loader's fields stand over the declaration's: its notice has the same settings and the loader's besides.
        json.extend(self.with_others(Self::site_file));
        json.into()
    }

    fn with_others(&self, name: fn(&Self) -> String) -> Map<String, Value> {
        let others = self.file.languages.iter().filter(|language| *language != self.language);
        let others: Vec<_> = others
            .map(|language| {
                let other = Built::new(self.file, language, self.facts);
                // The loader of another language goes back to the first by the first's own file.
                (language.to_string(), name(&other))
            })
            .collect();
        self.loader_fields(&others)
    }

    fn loader_fields(&self, others: &[(String, String)]) -> Map<String, Value> {
        let Site { notice, purposes, .. } = &self.site;
        let (months, days) = notice.expires_after.calendar();
        let exempt: Vec<_> = purposes.iter().filter(|purpose| purpose.is_exempt()).map(|purpose| &purpose.id).collect();
        let values: [Value; 10] = [
            json!(self.language),
            json!(self.direction()),
            json!(self.site.mode()),
            json!(self.facts),
            json!({
                "version": notice.version,
                "autoShow": notice.auto_show,
                "position": notice.position,
                "reopen": notice.reopen,
                "expiresAfter": notice.expires_after,
                "lasts": [months, days * 86_400 + notice.expires_after.clock()],
            }),
            json!(exempt),
            json!(FirstLayer::of(&self.site, &self.words)),
            json!(self.pages),
            others.iter().map(|(language, name)| (language.clone(), json!(name))).collect(),
            json!({ "site": self.site_file(), "words": self.words_file() }),
        ];
        LOADER_FIELDS.iter().map(|field| (*field).to_owned()).zip(values).collect()
    }
}
