//! The form with integrity: `courtesy-<hash>.js`, which holds whatever it fetches against what this build wrote.
//!
//! The plain form has nothing of it (docs/decisions/016): its visitors fetch other copies of the two files that bring hashes.

use serde_json::{Map, Value, json};

use super::Built;
use super::loader::{CHECKED, Slots, fill};
use super::manifest::{File, integrity, short_hash};
use super::parts::{MissingPart, Parts};

/// A site's files in this form.
pub(super) struct Checked<'a> {
    languages: Vec<Language<'a>>,
    /// What a script brings by itself: the gates, and its second half.
    modules: [&'a File; 2],
    /// What each notice must be. Of twenty a visitor wants one at most, so the scripts know this file alone.
    notices: Option<File>,
}

struct Language<'a> {
    /// The owner's further links.
    links: &'a [crate::site::PageLink],
    code: &'a str,
    /// What is inlined, without the other languages.
    site: Value,
    /// What the second half knows of the site, and what all else that it fetches must be.
    later: File,
    /// What is inlined, for a loader of another language.
    notice: File,
}

impl<'a> Checked<'a> {
    /// A site's languages; `modules` are what the script brings by itself, and `shared` what those fetch for every language.
    pub(super) fn new(modules: [&'a File; 2], shared: &[&File], all: &'a [Built]) -> Self {
        let mut languages: Vec<_> = all.iter().map(|built| Language::new(built, shared)).collect();
        // One hash for all of them, as for the plain ones.
        let texts: Vec<u8> = languages.iter().flat_map(|language| language.notice.bytes.clone()).collect();
        for Language { code, notice, .. } in &mut languages {
            notice.name = format!("integrity-notice-{code}-{}.json", short_hash(&texts));
        }
        let known = json!({ "integrity": hashes(languages.iter().map(|language| &language.notice)) });
        let known = File::hashed("integrity-notices", "json", known.to_string().into_bytes());
        Self { modules, notices: Some(known).filter(|_| languages.len() > 1), languages }
    }

    /// The files that the scripts fetch in the place of the plain ones.
    pub(super) fn files(&self) -> impl Iterator<Item = File> {
        let notices = self.languages.iter().map(|language| &language.notice).filter(|_| self.notices.is_some());
        self.languages.iter().map(|language| &language.later).chain(notices).chain(&self.notices).cloned()
    }

    /// `courtesy-<hash>.js`, or `courtesy-<lang>-<hash>.js`, for the language at a place: `loader` with its slots open, after `before`.
    pub(super) fn script(
        &self,
        place: usize,
        slots: &Slots,
        parts: &Parts,
        loader: &str,
        before: &str,
    ) -> Result<File, MissingPart> {
        let language = &self.languages[place];
        let others = || self.languages.iter().filter(|other| other.code != language.code);
        let mut site = language.site.clone();
        if others().next().is_some() {
            site["others"] = others().map(|other| (other.code.to_owned(), json!(other.notice.name))).collect();
        }
        let first = hashes(self.modules.into_iter().chain([&language.later]).chain(&self.notices));
        let notices = json!(self.notices.as_ref().map(|file| &file.name));
        let part = parts.text("integrity.js")?;
        let part = fill(&part, &[("__COURTESY_INTEGRITY__", &first), ("__COURTESY_NOTICES__", &notices)]);
        let script = slots.with_site(site, language.links).fill(loader, CHECKED);
        let wrapped = format!("(({})=>{{\n{script}}})", CHECKED.join(","));
        let stem = if place == 0 { "courtesy".into() } else { format!("courtesy-{}", language.code) };
        let script = before.to_owned() + &part.replacen("__COURTESY_LOADER__", &wrapped, 1);
        Ok(File::hashed(&stem, "js", script.into_bytes()))
    }
}

impl<'a> Language<'a> {
    fn new(built: &'a Built, shared: &[&File]) -> Self {
        let code = built.language.as_str();
        let mut facts = built.known.clone();
        facts["integrity"] = hashes(shared.iter().copied().chain(built.fetched()));
        let later = File::hashed(&format!("integrity-later-{code}"), "json", facts.to_string().into_bytes());
        let mut site = built.inlined(&[]);
        site["later"] = json!(later.name);
        let mut notice = built.notice.clone();
        notice["later"] = json!(later.name);
        notice["integrity"] = hashes([&later]);
        // Named with the others.
        let notice = File::new(String::new(), notice.to_string());
        Self { code, site, links: &built.declared.site.links, later, notice }
    }
}

/// By name what each file must be.
fn hashes<'f>(files: impl IntoIterator<Item = &'f File>) -> Value {
    let known: Map<_, _> = files.into_iter().map(|file| (file.name.clone(), json!(integrity(&file.bytes)))).collect();
    known.into()
}
