//! The fields of a site that the loader reads, by the short names that they have on the wire.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::localized_site::LocalizedSite;
use super::policy_changes::policy_changes;
use crate::consent::OrderedMap;
use crate::policy::Pages;
use crate::site::{
    Exemption, Id, Jurisdiction, Language, Mode, Notice, Period, Position, Purpose, Reopen, SharedDomain,
};
use crate::views::builder::Declared;
use crate::views::{FirstLayer, nouns};
use crate::words::Direction;

/// What the loader knows of a site in one language. Names are short where that saves bytes of a first visit, and what is false or
/// empty is absent.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct LoaderFacts<'a, N> {
    id: &'a str,
    language: &'a Language,
    direction: Direction,
    mode: Mode,
    facts: &'a OrderedMap<String>,
    pub notice: N,
    /// The purposes that need no consent. One that stores nothing is never asked about, and no gate may name it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    exempt: Vec<&'a Id>,
    /// What the notice calls the purposes that need consent: a noun of its sentence, or else the title.
    #[serde(rename = "optional", skip_serializing_if = "is_empty")]
    names: OrderedMap<String>,
    #[serde(rename = "uk", skip_serializing_if = "Vec::is_empty")]
    uk_exempt: Vec<&'a Id>,
    #[serde(rename = "sold", skip_serializing_if = "Vec::is_empty")]
    sale_or_share: Vec<&'a Id>,
    #[serde(skip_serializing_if = "Option::is_none")]
    jurisdiction: Option<Jurisdiction>,
    /// Whether visitors of California get the link of `opt_out_link`, which the lazy module brings.
    #[serde(skip_serializing_if = "is_false")]
    california: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    shared: Option<&'a SharedDomain>,
    #[serde(skip_serializing_if = "is_false")]
    records: bool,
    words: FirstLayer,
    #[serde(rename = "news", skip_serializing_if = "Vec::is_empty")]
    policy_changes: Vec<Value>,
    pages: &'a Pages,
    /// The views for which the owner has a page.
    #[serde(rename = "own", skip_serializing_if = "Vec::is_empty")]
    external_pages: Vec<&'static str>,
    /// The file to fetch for each other language.
    #[serde(rename = "others", skip_serializing_if = "is_empty")]
    other_languages: OrderedMap<String>,
    /// The file of the lazy facts.
    #[serde(rename = "later")]
    lazy_facts: &'a str,
}

/// The notice's settings in `site.json`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct AllSettings<'a> {
    version: &'a str,
    auto_show: bool,
    position: Position,
    reopen: Reopen,
    expires_after: Period,
    #[serde(rename = "lasts")]
    valid_for: [u64; 2],
}

/// The notice's settings in `courtesy.js`, without those that are the default.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct InlinedSettings<'a> {
    version: &'a str,
    #[serde(rename = "lasts")]
    valid_for: [u64; 2],
    #[serde(skip_serializing_if = "Option::is_none")]
    auto_show: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    position: Option<Position>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reopen: Option<Reopen>,
}

impl<'a> AllSettings<'a> {
    pub fn of(notice: &'a Notice<String>) -> Self {
        Self {
            version: &notice.version,
            auto_show: notice.auto_show,
            position: notice.position,
            reopen: notice.reopen,
            expires_after: notice.expires_after,
            valid_for: valid_for(notice.expires_after),
        }
    }
}

impl<'a> InlinedSettings<'a> {
    pub fn of(notice: &'a Notice<String>) -> Self {
        let default = Notice::<String>::default();
        Self {
            version: &notice.version,
            valid_for: valid_for(notice.expires_after),
            auto_show: Some(notice.auto_show).filter(|setting| *setting != default.auto_show),
            position: Some(notice.position).filter(|setting| *setting != default.position),
            reopen: Some(notice.reopen).filter(|setting| *setting != default.reopen),
        }
    }
}

impl<'a, N: Serialize> LoaderFacts<'a, N> {
    /// The facts of a site; `others` are the other languages with the file to fetch for each.
    pub fn new(localized: &'a LocalizedSite, others: OrderedMap<String>, notice: N) -> Self {
        let Declared { site, words, pages, .. } = &*localized.declared;
        let purposes = &site.purposes;
        let ids = |wanted: fn(&Purpose) -> bool| -> Vec<&Id> {
            purposes.iter().filter(|purpose| wanted(purpose)).map(|purpose| &purpose.id).collect()
        };
        let titles = || {
            let asked = purposes.iter().filter(|purpose| !purpose.is_exempt());
            asked.map(|purpose| (purpose.id.clone(), site.purpose_title(&purpose.id, words))).collect()
        };
        let names = nouns(site, words).unwrap_or_else(titles).into_iter().map(|(id, name)| (id.to_string(), name));
        let pages_by_build = [("policy", Pages::writes_policy(site)), ("rights", Pages::writes_request(site))];
        Self {
            id: site.id(),
            language: localized.language,
            direction: words.direction,
            mode: site.mode(),
            facts: localized.material,
            notice,
            exempt: ids(|purpose| purpose.is_exempt() && purpose.exemption != Some(Exemption::NoStorage)),
            names: OrderedMap(names.collect()),
            uk_exempt: ids(Purpose::is_uk_exempt),
            sale_or_share: ids(Purpose::is_optional_sale),
            jurisdiction: site.jurisdiction,
            california: site.sells_or_shares(),
            shared: site.shares_choices(),
            records: site.records.is_some(),
            words: FirstLayer::of(site, words),
            policy_changes: policy_changes(site, words),
            pages,
            external_pages: pages_by_build.iter().filter(|(_, by_build)| !by_build).map(|(view, _)| *view).collect(),
            other_languages: others,
            lazy_facts: &localized.lazy_file.name,
        }
    }

    pub fn fields(&self) -> Map<String, Value> {
        match json!(self) {
            Value::Object(fields) => fields,
            _ => Map::new(),
        }
    }
}

fn is_empty(entries: &OrderedMap<String>) -> bool {
    entries.0.is_empty()
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_false(value: &bool) -> bool {
    !value
}

/// A period as calendar months and seconds, which is all the calendar that the loader needs.
fn valid_for(period: Period) -> [u64; 2] {
    let (months, days) = period.calendar();
    [u64::from(months), u64::from(days) * 86_400 + u64::from(period.clock())]
}
