//! The languages of a site once all of them are known: the notice files, which name each other, and what the loader gets.

use serde_json::{Map, Value, json};

use super::file::short_hash;
use super::loader_facts::{AllSettings, InlinedSettings, LoaderFacts};
use super::localized_site::LocalizedSite;
use crate::consent::OrderedMap;
use crate::views::builder::stated;

/// A site in one language, with its notice file.
#[derive(Debug)]
pub(super) struct NamedSite<'a> {
    pub localized: LocalizedSite<'a>,
    /// What a loader of another language fetches for this one.
    pub notice: Value,
    /// The hash in the names of all notice files.
    notice_hash: String,
}

impl<'a> NamedSite<'a> {
    /// Gives each language its notice file, with those of the loader's fields that differ between languages. The files share one
    /// hash, so that a loader, which names all of them, has it only once.
    pub fn all(languages: Vec<LocalizedSite<'a>>) -> Vec<Self> {
        let fields = |localized: &LocalizedSite| {
            let settings = AllSettings::of(&localized.declared.site.notice);
            LoaderFacts::new(localized, OrderedMap::default(), settings).fields()
        };
        let fields: Vec<_> = languages.iter().map(fields).collect();
        let differs = |name: &String| fields.iter().any(|others| others.get(name) != fields[0].get(name));
        let notice = |fields: &Map<String, Value>| -> Value {
            fields.iter().filter(|(name, _)| differs(name)).map(|(name, value)| (name.clone(), value.clone())).collect()
        };
        let notices: Vec<_> = fields.iter().map(notice).collect();
        let texts: String = notices.iter().map(Value::to_string).collect();
        let notice_hash = short_hash(texts.as_bytes());
        let named = |(localized, notice)| Self { localized, notice, notice_hash: notice_hash.clone() };
        languages.into_iter().zip(notices).map(named).collect()
    }

    /// The file that a loader of another language fetches for this one.
    pub fn notice_file(&self) -> String {
        format!("notice-{}-{}.json", self.localized.language, self.notice_hash)
    }

    /// The name of the site file in this language.
    pub fn site_file(&self) -> String {
        self.localized.name("site", "json")
    }

    /// What `courtesy.js` has inlined; `all` are the site's languages.
    pub fn inlined(&self, all: &[Self]) -> Value {
        let settings = InlinedSettings::of(&self.localized.declared.site.notice);
        let others = self.others(all, Self::notice_file);
        LoaderFacts::new(&self.localized, others, settings).fields().into()
    }

    /// `site.json`: the whole declaration, with what the generic loader reads.
    pub fn site_json(&self, all: &[Self]) -> Value {
        let site = &self.localized.declared.site;
        let mut json = match stated(json!(site)) {
            Value::Object(fields) => fields,
            _ => Map::new(),
        };
        // These replace fields of the declaration: the loader's notice has the same settings and more.
        let others = self.others(all, Self::site_file);
        json.extend(LoaderFacts::new(&self.localized, others, AllSettings::of(&site.notice)).fields());
        // The generic loader may be of another version.
        json.insert("courtesy".into(), json!(env!("CARGO_PKG_VERSION")));
        json.into()
    }

    /// The other languages, and a file of each.
    fn others(&self, all: &[Self], file: fn(&Self) -> String) -> OrderedMap<String> {
        let others = all.iter().filter(|other| other.localized.language != self.localized.language);
        OrderedMap(others.map(|other| (other.localized.language.to_string(), file(other))).collect())
    }
}
