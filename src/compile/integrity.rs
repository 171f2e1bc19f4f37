//! The loader with integrity: `courtesy-<hash>.js` checks everything that it fetches against the hashes of this build.
//!
//! The plain loader has none of this (docs/decisions/016): it fetches copies of the lazy facts and the notice without hashes.

use serde_json::{Map, Value, json};

use super::file::{File, integrity, short_hash};
use super::loader::{CHECKED, Slots, fill};
use super::named_site::NamedSite;
use super::parts::{MissingPart, Parts};

/// The loader with integrity, in every language of a site.
pub(super) struct CheckedLoader<'a> {
    languages: Vec<Language<'a>>,
    /// The modules that a script fetches first: the gates, and the lazy module.
    modules: [&'a File; 2],
    /// The hashes of all notice files. A visitor fetches one of them at most, so the scripts have only the hash of this file.
    notices: Option<File>,
}

struct Language<'a> {
    /// The owner's extra links.
    links: &'a [crate::site::PageLink],
    code: &'a str,
    /// What is inlined, without the other languages.
    site: Value,
    /// The lazy facts, with the hashes of everything else that is fetched.
    lazy_facts: File,
    /// What is inlined, for a loader of another language.
    notice: File,
}

impl<'a> CheckedLoader<'a> {
    /// `modules` are fetched by the script, and `shared` by those for every language.
    pub(super) fn new(modules: [&'a File; 2], shared: &[&File], all: &'a [NamedSite]) -> Self {
        let mut languages: Vec<_> = all.iter().map(|named| Language::new(named, shared)).collect();
        // One hash for all of them, like the plain ones.
        let texts: Vec<u8> = languages.iter().flat_map(|language| language.notice.bytes.clone()).collect();
        for Language { code, notice, .. } in &mut languages {
            notice.name = format!("integrity-notice-{code}-{}.json", short_hash(&texts));
        }
        let notices = json!({ "integrity": hashes(languages.iter().map(|language| &language.notice)) });
        let notices = File::hashed("integrity-notices", "json", notices.to_string().into_bytes());
        Self { modules, notices: Some(notices).filter(|_| languages.len() > 1), languages }
    }

    /// The files that the scripts fetch instead of the plain ones.
    pub(super) fn files(&self) -> impl Iterator<Item = File> {
        let notices = self.languages.iter().map(|language| &language.notice).filter(|_| self.notices.is_some());
        self.languages.iter().map(|language| &language.lazy_facts).chain(notices).chain(&self.notices).cloned()
    }

    /// `courtesy-<hash>.js`, or `courtesy-<lang>-<hash>.js`, for one language: `loader` with its slots filled, after `before`.
    pub(super) fn script(
        &self,
        index: usize,
        slots: &Slots,
        parts: &Parts,
        loader: &str,
        before: &str,
    ) -> Result<File, MissingPart> {
        let language = &self.languages[index];
        let others = || self.languages.iter().filter(|other| other.code != language.code);
        let mut site = language.site.clone();
        if others().next().is_some() {
            site["others"] = others().map(|other| (other.code.to_owned(), json!(other.notice.name))).collect();
        }
        let first = hashes(self.modules.into_iter().chain([&language.lazy_facts]).chain(&self.notices));
        let notices = json!(self.notices.as_ref().map(|file| &file.name));
        let part = parts.text("integrity.js")?;
        let part = fill(&part, &[("__COURTESY_INTEGRITY__", &first), ("__COURTESY_NOTICES__", &notices)]);
        let script = slots.with_site(site, language.links).fill(loader, CHECKED);
        let wrapped = format!("(({})=>{{\n{script}}})", CHECKED.join(","));
        let stem = if index == 0 { "courtesy".into() } else { format!("courtesy-{}", language.code) };
        let script = before.to_owned() + &part.replacen("__COURTESY_LOADER__", &wrapped, 1);
        Ok(File::hashed(&stem, "js", script.into_bytes()))
    }
}

impl<'a> Language<'a> {
    fn new(named: &'a NamedSite, shared: &[&File]) -> Self {
        let localized = &named.localized;
        let code = localized.language.as_str();
        let mut facts = localized.lazy_facts.clone();
        let view_files = localized.view_files.iter().map(|(_, file)| file);
        facts["integrity"] = hashes(shared.iter().copied().chain(view_files));
        let lazy_facts = File::hashed(&format!("integrity-later-{code}"), "json", facts.to_string().into_bytes());
        let mut site = named.inlined(&[]);
        site["later"] = json!(lazy_facts.name);
        let mut notice = named.notice.clone();
        notice["later"] = json!(lazy_facts.name);
        notice["integrity"] = hashes([&lazy_facts]);
        // It is named with those of the other languages.
        let notice = File::new(String::new(), notice.to_string());
        Self { code, site, links: &localized.declared.site.links, lazy_facts, notice }
    }
}

/// The integrity of each file, by name.
fn hashes<'f>(files: impl IntoIterator<Item = &'f File>) -> Value {
    let hashes = files.into_iter().map(|file| (file.name.clone(), json!(integrity(&file.bytes))));
    hashes.collect::<Map<_, _>>().into()
}
