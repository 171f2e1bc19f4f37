//! The site in one language as visitors are sent it: the declaration, and what the loader and the app read of it.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::manifest::{File, short_hash};
use super::news::news;
use super::{in_language, stated};
use crate::consent::Entries;
use crate::policy::{Document, Pages};
use crate::site::{Language, Mode, Period, Site, SiteFile};
use crate::ui::prepared::{self, Declared};
use crate::ui::{Element, FirstLayer, Shared};
use crate::words::{self, Word};

/// A site in one language.
#[derive(Debug)]
pub struct Built<'a> {
    file: &'a SiteFile,
    facts: &'a Entries<String>,
    /// The language.
    pub language: &'a Language,
    /// The declaration in it, its words, and the addresses of its pages.
    pub declared: Shared<Declared>,
    /// Its policy, where the owner has no page of their own.
    pub policy: Option<&'a Document>,
    /// What the app fetches: its words, and what each view shows, by the view's name.
    pub(super) beside: Vec<(&'static str, File)>,
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

/// A file of a language, written without a detour through values: of a large site there are many.
fn hashed(stem: &str, language: &Language, json: &impl Serialize) -> File {
    // Only a map with other keys than texts, or a writer that fails, is refused; here is neither.
    let text = serde_json::to_vec(json).expect("texts, numbers and lists are JSON");
    File::hashed(&format!("{stem}-{language}"), "json", text)
}

/// The fields of the site file that the loader reads; `courtesy.js` inlines them.
const LOADER_FIELDS: [&str; 11] =
    ["language", "direction", "mode", "facts", "notice", "exempt", "words", "news", "pages", "others", "files"];

impl<'a> Built<'a> {
    /// A site in one of its languages.
    pub fn new(
        file: &'a SiteFile,
        language: &'a Language,
        policy: Option<&'a Document>,
        facts: &'a Entries<String>,
    ) -> Self {
        // Reading refuses a language without words.
        let known = words::Language::find(language.as_str()).unwrap_or(&words::LANGUAGES[0]);
        let site = file.in_language(language);
        let address = |stem| in_language(file, language, stem, "html");
        let pages = Pages::of(&site, &address("privacy"), &address("request"));
        let declared = Declared { site, language: language.clone(), words: known.words(), pages };
        let (elements, own) = prepared::details(&declared);
        let details = Details {
            title: declared.of_site(Word::DetailsTitle),
            expires_after: declared.site.notice.expires_after,
            own: own.map(|place| place.to_string()),
            elements,
        };
        let mut beside = vec![
            ("words", hashed("words", language, &known.app_words())),
            ("details", hashed("details", language, &details)),
        ];
        beside
            .extend(policy.map(|policy| ("policy", hashed("policy", language, &prepared::policy(&declared, policy)))));
        if Pages::writes_request(&declared.site) {
            let mut rights = stated(prepared::rights(&declared));
            rights["words"] = json!(known.form_words());
            beside.push(("rights", hashed("rights", language, &rights)));
        }
        if declared.site.mode() == Mode::Consent {
            beside.push(("choices", hashed("choices", language, &stated(prepared::choices(&declared)))));
        }
        Self { file, facts, language, declared: declared.into(), policy, beside }
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
        // The addresses of the others are not in it, so that its name can be made of it.
        let fields = self.loader_fields(&[], Self::notice_file);
        format!("notice-{}-{}.json", self.language, short_hash(Value::from(fields).to_string().as_bytes()))
    }

    /// What `courtesy.js` has inlined, and a notice file holds; `all` are the site's languages.
    pub(super) fn inlined(&self, all: &[Self]) -> Value {
        let mut fields = self.loader_fields(all, Self::notice_file);
        // The app reads the period, from the details; the loader has its length.
        fields.get_mut("notice").and_then(Value::as_object_mut).map(|notice| notice.remove("expiresAfter"));
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
        json.into()
    }

    fn loader_fields(&self, all: &[Self], name: fn(&Self) -> String) -> Map<String, Value> {
        let Declared { site, words, pages, .. } = &*self.declared;
        let Site { notice, purposes, .. } = site;
        let (months, days) = notice.expires_after.calendar();
        let exempt: Vec<_> = purposes.iter().filter(|purpose| purpose.is_exempt()).map(|purpose| &purpose.id).collect();
        let others = all.iter().filter(|other| other.language != self.language);
        let values: [Value; 11] = [
            json!(self.language),
            json!(words.direction),
            json!(site.mode()),
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
            json!(FirstLayer::of(site, words)),
            news(site, words),
            json!(pages),
            others.map(|other| (other.language.to_string(), json!(name(other)))).collect(),
            self.beside.iter().map(|(field, file)| ((*field).to_owned(), json!(file.name))).collect(),
        ];
        LOADER_FIELDS
            .iter()
            .map(|field| (*field).to_owned())
            .zip(values)
            .filter(|(field, value)| field != "news" || *value != json!([]))
            .collect()
    }
}
