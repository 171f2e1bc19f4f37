//! What the loader's lazy module knows of a site in one language: the view files, names, removable items and texts.

use serde_json::{Map, Value, json};

use super::file::File;
use super::opt_out_link::opt_out_link;
use crate::consent::OrderedMap;
use crate::policy::signal;
use crate::site::{Item, ItemKind, Match, Setter, Site, overlap};
use crate::views::builder::{Declared, stated};
use crate::words::{Word, Words};

/// The facts, by the names that the lazy module reads.
pub(super) fn lazy_facts(
    declared: &Declared,
    material: &OrderedMap<String>,
    view_files: &[(&'static str, File)],
) -> Value {
    let Declared { site, .. } = declared;
    let keys = material.0.iter().map(|(key, _)| key);
    let files: Map<_, _> = view_files.iter().map(|(view, file)| ((*view).to_owned(), json!(file.name))).collect();
    let names: Map<_, _> = keys.map(|key| (key.clone(), json!(name(declared, key)))).collect();
    let endpoint = site.records.as_ref().map(|records| records.endpoint.as_str());
    stated(json!({
        "files": files,
        "site": site.name,
        "names": names,
        "items": removable_items(declared, material),
        "endpoint": endpoint,
        "way": opt_out_link(declared),
        "words": words(declared),
    }))
}

/// The items to remove when their purpose is turned off.
pub(super) fn removable_items(declared: &Declared, material: &OrderedMap<String>) -> Vec<Value> {
    declared.site.items.iter().filter_map(|item| removable(declared, material, item)).collect()
}

/// The name of a key: the title of a purpose, the name or the role of a service.
fn name(declared: &Declared, key: &str) -> String {
    let Declared { site, words, .. } = declared;
    let (purpose, service) = key.split_once('/').map_or((key, None), |(purpose, service)| (purpose, Some(service)));
    let service = service.and_then(|id| site.services.iter().find(|service| service.id.as_str() == id));
    let named = service.and_then(|service| service.name.clone().or_else(|| service.role.clone()));
    let purpose = site.purposes.iter().find(|known| known.id.as_str() == purpose);
    named.or_else(|| Some(site.purpose_title(&purpose?.id, words))).unwrap_or_else(|| key.to_owned())
}

/// An item to remove with its purpose, or with the service of that purpose that sets it; `kind` and `name` only if the site states
/// them. An exempt item is never removed; it is listed if a pattern may match its name, so that it is spared.
fn removable(declared: &Declared, material: &OrderedMap<String>, item: &Item) -> Option<Value> {
    let Declared { site, words, .. } = declared;
    let purpose = site.purpose(&item.purpose)?;
    if purpose.is_exempt() && !is_at_risk(site, item) {
        return None;
    }
    let by_service = match &item.set_by {
        Some(Setter::Service(service)) => Some(format!("{}/{service}", purpose.id)),
        _ => None,
    };
    // A service that does not list the purpose has no key.
    let key = by_service.filter(|key| material.get(key).is_some()).unwrap_or_else(|| purpose.id.to_string());
    let kind = item.kind.map(|kind| match kind {
        ItemKind::Cookie => "cookie",
        ItemKind::LocalStorage => "localStorage",
        ItemKind::SessionStorage => "sessionStorage",
        ItemKind::IndexedDb => "indexedDB",
    });
    Some(json!({
        "key": key,
        "title": title(item, words),
        "kind": kind,
        "name": item.name,
        "prefix": (item.matches() == Match::Prefix).then_some(true),
        "parts": item.parts().filter(|_| item.matches() == Match::Pattern),
        "path": item.path,
        "domain": item.domain,
    }))
}

/// What an item is called after a withdrawal: its name, by which browsers list it, else its description.
fn title(item: &Item, words: &Words) -> Option<String> {
    let Some(mut name) = item.called() else { return item.description.clone() };
    if item.matches() == Match::Prefix {
        name.push('…');
    }
    let word = match item.kind {
        Some(ItemKind::Cookie) => Word::LaterCookie,
        Some(ItemKind::LocalStorage) => Word::LaterLocalStorage,
        Some(ItemKind::SessionStorage) => Word::LaterSessionStorage,
        Some(ItemKind::IndexedDb) => Word::LaterIndexedDb,
        None => return Some(name),
    };
    Some(words.fill(word, &[("name", &name)]))
}

/// Whether the name of an exempt item may match a pattern to remove.
fn is_at_risk(site: &Site, exempt: &Item) -> bool {
    let Some(name) = &exempt.name else { return false };
    let exempt_name = (name.as_str(), exempt.matches());
    site.items.iter().any(|item| {
        let is_pattern = [item.matches(), exempt_name.1].contains(&Match::Pattern);
        let is_optional = site.purpose(&item.purpose).is_some_and(|purpose| !purpose.is_exempt());
        is_pattern && is_optional && item.name.as_ref().is_some_and(|name| overlap((name, item.matches()), exempt_name))
    })
}

/// The texts; the loader fills placeholders such as `{names}`.
fn words(declared: &Declared) -> Value {
    let Declared { site, words, .. } = declared;
    let text = |word| words.say(word);
    json!({
        "gpc": signal(site, words),
        "unremembered": text(Word::NoticeUnremembered),
        "unsaved": text(Word::NoticeUnsaved),
        "off": text(Word::LaterOff),
        "offText": text(Word::LaterOffText),
        "removed": text(Word::LaterRemoved),
        "left": text(Word::LaterLeft),
        "running": text(Word::LaterRunning),
        "reload": text(Word::LaterReload),
        "close": text(Word::DetailsClose),
        "frame": text(Word::LaterFrame),
        "frameText": text(Word::LaterFrameText),
        "once": text(Word::LaterOnce),
        "always": text(Word::LaterAlways),
    })
}
