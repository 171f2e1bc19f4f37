//! The site in one language as visitors are sent it: the declaration, and what the loader and the app read of it.

use serde_json::{Map, Value, json};

use super::manifest::{File, short_hash};
use super::policy_changes::news;
use super::receipt::skeleton;
use super::{in_language, lazy_facts, stated};
use crate::consent::Entries;
use crate::policy::{Document, Pages};
use crate::site::{Exemption, Language, Notice, Period, Purpose, Site, SiteFile};
use crate::views::builder::{Declared, Source};
use crate::views::registry::{self, View};
use crate::views::{ByAddress, FirstLayer};
use crate::words::Words;

/// A site in one language.
#[derive(Debug)]
pub struct Built<'a> {
    file: &'a SiteFile,
    facts: &'a Entries<String>,
    /// The language.
    pub language: &'a Language,
    /// The declaration in it, its words, and the addresses of its pages.
    pub declared: ByAddress<Declared>,
    /// Its policy, where the owner has no page of their own.
    pub policy: Option<&'a Document>,
    /// What the app fetches: its words, and what each view shows, by the view's name.
    pub(super) beside: Vec<(&'static str, File)>,
    /// What the loader's second half knows of it.
    pub(super) known: Value,
    /// What a loader of another language fetches for this one, and the hash in the names of all such files.
    pub(super) notice: Value,
    notices: String,
}

/// A file of a language, under a name that says what is in it.
fn hashed(stem: &str, language: &Language, json: Vec<u8>) -> File {
    File::hashed(&format!("{stem}-{language}"), "json", json)
}

/// A file that the loader's second half fetches, with what it knows of the site.
const LATER: &str = "later";

impl<'a> Built<'a> {
    /// A site in one of its languages.
    pub fn new(
        file: &'a SiteFile,
        (language, known): (&'a Language, &Words),
        policy: Option<&'a Document>,
        facts: &'a Entries<String>,
    ) -> Self {
        let site = file.in_language(language);
        let address = |stem| in_language(file, language, stem, "html");
        let pages = Pages::of(&site, &address("privacy"), &address("request"));
        let declared = Declared { site, language: language.clone(), words: known.clone(), pages };
        let source = Source {
            declared: &declared,
            policy,
            facts,
            removable: &lazy_facts::items(&declared, facts),
            receipt: &skeleton(&declared),
        };
        let views = View::ALL.iter().filter_map(|view| Some((view.row().name, view.file(&source)?)));
        let words = ("words", registry::json(&known.of_app()));
        let mut beside: Vec<_> =
            [words].into_iter().chain(views).map(|(stem, json)| (stem, hashed(stem, language, json))).collect();
        let known = lazy_facts::facts(&declared, facts, &beside);
        beside.push((LATER, hashed(LATER, language, registry::json(&known))));
        Self {
            file,
            facts,
            language,
            declared: declared.into(),
            policy,
            beside,
            known,
            notice: Value::Null,
            notices: String::new(),
        }
    }

    /// The files that the loader's second half fetches.
    pub(super) fn fetched(&self) -> impl Iterator<Item = &File> {
        self.beside.iter().filter(|(view, _)| *view != LATER).map(|(_, file)| file)
    }

    /// The name of a file of this language.
    pub(super) fn name(&self, stem: &str, ending: &str) -> String {
        in_language(self.file, self.language, stem, ending)
    }

    /// The name of the site file in this language.
    pub(super) fn site_file(&self) -> String {
        self.name("site", "json")
    }

    /// The file that a loader of another language fetches for this one.
    pub(super) fn notice_file(&self) -> String {
        format!("notice-{}-{}.json", self.language, self.notices)
    }

    /// Makes the notice files: of the loader's fields they hold those that differ from language to language. They have one hash,
    /// because every loader names them all: so it has it once.
    pub(super) fn make_notices(all: &mut [Self]) {
        let fields: Vec<_> = all.iter().map(|built| built.loader_fields(&[], Self::notice_file)).collect();
        let differs = |name: &String| fields.iter().any(|others| others.get(name) != fields[0].get(name));
        for (built, fields) in all.iter_mut().zip(&fields) {
            built.notice =
                fields.iter().filter(|(name, _)| differs(name)).map(|(n, v)| (n.clone(), v.clone())).collect();
        }
        let texts: String = all.iter().map(|built| built.notice.to_string()).collect();
        let hash = short_hash(texts.as_bytes());
        for built in all {
            built.notices.clone_from(&hash);
        }
    }

    /// What `courtesy.js` has inlined; `all` are the site's languages. What is as usual is left out.
    pub(super) fn inlined(&self, all: &[Self]) -> Value {
        let mut fields = self.loader_fields(all, Self::notice_file);
        let Notice { version, auto_show, position, reopen, expires_after, .. } = &self.declared.site.notice;
        let usual = Notice::<String>::default();
        let mut notice = json!({ "version": version, "lasts": lasts(*expires_after) });
        if *auto_show != usual.auto_show {
            notice["autoShow"] = json!(auto_show);
        }
        if *position != usual.position {
            notice["position"] = json!(position);
        }
        if *reopen != usual.reopen {
            notice["reopen"] = json!(reopen);
        }
        fields.insert("notice".into(), notice);
        fields.into()
    }

    /// `site.json`: the whole declaration, with what the generic loader reads.
    pub(super) fn site_json(&self, all: &[Self]) -> Value {
        let mut json = match stated(json!(self.declared.site)) {
            Value::Object(fields) => fields,
            _ => Map::new(),
        };
        // The loader's fields stand over the declaration's: its notice has the same settings and the loader's besides.
        json.extend(self.loader_fields(all, Self::site_file));
        // The generic loader can come from elsewhere, of another version.
        json.insert("courtesy".into(), json!(env!("CARGO_PKG_VERSION")));
        json.into()
    }

    fn loader_fields(&self, all: &[Self], name: fn(&Self) -> String) -> Map<String, Value> {
        let Declared { site, words, pages, .. } = &*self.declared;
        let Site { notice, purposes, .. } = site;
        let ids = |wanted: fn(&Purpose) -> bool| -> Value {
            purposes.iter().filter(|purpose| wanted(purpose)).map(|purpose| json!(purpose.id)).collect()
        };
        let asked = purposes.iter().filter(|purpose| !purpose.is_exempt());
        let others = all.iter().filter(|other| other.language != self.language);
        let own = [("policy", Pages::writes_policy(site)), ("rights", Pages::writes_request(site))];
        let later = self.beside.iter().find(|(field, _)| *field == LATER).map(|(_, file)| &file.name);
        let fields = json!({
            "id": site.id(),
            "language": self.language,
            "direction": words.direction,
            "mode": site.mode(),
            "facts": self.facts,
            "notice": {
                "version": notice.version,
                "autoShow": notice.auto_show,
                "position": notice.position,
                "reopen": notice.reopen,
                "expiresAfter": notice.expires_after,
                "lasts": lasts(notice.expires_after),
            },
            // What stores nothing is never asked for, and no gate may name it.
            "exempt": ids(|purpose| purpose.is_exempt() && purpose.exemption != Some(Exemption::NoStorage)),
            "optional": asked.map(|purpose| (purpose.id.to_string(), json!(site.purpose_title(&purpose.id, words)))).collect::<Map<_, _>>(),
            "uk": ids(Purpose::is_uk_exempt),
            "sold": ids(Purpose::is_optional_sale),
            "jurisdiction": site.jurisdiction,
            // What the way back is for visitors of California, the second half knows.
            "california": site.sells_or_shares(),
            "shared": site.shares_choices(),
            "records": site.records.is_some(),
            "words": FirstLayer::of(site, words),
            "news": news(site, words),
            "pages": pages,
            "own": own.iter().filter(|(_, written)| !written).map(|(view, _)| *view).collect::<Vec<_>>(),
            "others": others.map(|other| (other.language.to_string(), json!(name(other)))).collect::<Map<_, _>>(),
            "later": later,
        });
        let is_said = |value: &Value| ![json!(null), json!(false), json!([]), json!({})].contains(value);
        match fields {
            Value::Object(fields) => fields.into_iter().filter(|(_, value)| is_said(value)).collect(),
            _ => Map::new(),
        }
    }
}

/// A period as calendar months and seconds, which is all that the loader needs to know of calendars.
fn lasts(period: Period) -> [u64; 2] {
    let (months, days) = period.calendar();
    [u64::from(months), u64::from(days) * 86_400 + u64::from(period.clock())]
}
