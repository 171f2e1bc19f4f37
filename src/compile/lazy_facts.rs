//! What the loader's second half knows of a site, in one language: its other files, names, what can be removed, and words.

use serde_json::{Map, Value, json};

use super::manifest::File;
use super::opt_out_link::way_back;
use super::stated;
use crate::consent::Entries;
use crate::policy::signal;
use crate::site::{Item, ItemKind, Match, Setter, Site, overlap};
use crate::views::builder::Declared;
use crate::words::Word;

pub(super) fn facts(declared: &Declared, facts: &Entries<String>, beside: &[(&'static str, File)]) -> Value {
    let Declared { site, .. } = declared;
    let keys = facts.0.iter().map(|(key, _)| key);
    let files: Map<_, _> = beside.iter().map(|(view, file)| ((*view).to_owned(), json!(file.name))).collect();
    let names: Map<_, _> = keys.map(|key| (key.clone(), json!(name(declared, key)))).collect();
    let endpoint = site.records.as_ref().map(|records| records.endpoint.as_str());
    stated(json!({
        "files": files,
        "site": site.name,
        "names": names,
        "items": items(declared, facts),
        "endpoint": endpoint,
        "way": way_back(declared),
        "words": words(declared),
    }))
}

/// What goes with a purpose that is turned off.
pub(super) fn items(declared: &Declared, facts: &Entries<String>) -> Vec<Value> {
    declared.site.items.iter().filter_map(|item| removable(declared, facts, item)).collect()
}

/// What a key is called: a purpose by its title, a service by its name or what it does.
fn name(declared: &Declared, key: &str) -> String {
    let Declared { site, words, .. } = declared;
    let (purpose, service) = key.split_once('/').map_or((key, None), |(purpose, service)| (purpose, Some(service)));
    let service = service.and_then(|id| site.services.iter().find(|service| service.id.as_str() == id));
    let named = service.and_then(|service| service.name.clone().or_else(|| service.role.clone()));
    let purpose = site.purposes.iter().find(|known| known.id.as_str() == purpose);
    named.or_else(|| Some(site.purpose_title(&purpose?.id, words))).unwrap_or_else(|| key.to_owned())
}

/// An item that goes when its purpose does, or the service of that purpose that sets it; `kind` and `name` only where the site states them.
/// An exempt one is never removed; it is listed where a pattern may have some of its names, so that those are spared.
fn removable(declared: &Declared, facts: &Entries<String>, item: &Item) -> Option<Value> {
    let Declared { site, .. } = declared;
    let purpose = site.purpose(&item.purpose)?;
    if purpose.is_exempt() && !is_at_risk(site, item) {
        return None;
    }
    let by_service = match &item.set_by {
        Some(Setter::Service(service)) => Some(format!("{}/{service}", purpose.id)),
        _ => None,
    };
    // A service that does not list the purpose is no choice of its own.
    let key = by_service.filter(|key| facts.get(key).is_some()).unwrap_or_else(|| purpose.id.to_string());
    let kind = item.kind.map(|kind| match kind {
        ItemKind::Cookie => "cookie",
        ItemKind::LocalStorage => "localStorage",
        ItemKind::SessionStorage => "sessionStorage",
        ItemKind::IndexedDb => "indexedDB",
    });
    Some(json!({
        "key": key,
        "title": item.description.clone().or_else(|| item.called()),
        "kind": kind,
        "name": item.name,
        "prefix": (item.matches() == Match::Prefix).then_some(true),
        "parts": item.parts().filter(|_| item.matches() == Match::Pattern),
        "path": item.path,
        "domain": item.domain,
    }))
}

/// Whether a pattern and an exempt item may have a name in common.
fn is_at_risk(site: &Site, exempt: &Item) -> bool {
    let Some(name) = &exempt.name else { return false };
    let own = (name.as_str(), exempt.matches());
    site.items.iter().any(|item| {
        let is_pattern = [item.matches(), own.1].contains(&Match::Pattern);
        let is_optional = site.purpose(&item.purpose).is_some_and(|purpose| !purpose.is_exempt());
        is_pattern && is_optional && item.name.as_ref().is_some_and(|name| overlap((name, item.matches()), own))
    })
}

/// What is said where; the loader fills `{names}` and the like.
fn words(declared: &Declared) -> Value {
    let Declared { site, words, .. } = declared;
    let said = |word| words.say(word);
    json!({
        "gpc": signal(site, words),
        "unremembered": said(Word::NoticeUnremembered),
        "off": said(Word::LaterOff),
        "offText": said(Word::LaterOffText),
        "removed": said(Word::LaterRemoved),
        "left": said(Word::LaterLeft),
        "running": said(Word::LaterRunning),
        "reload": said(Word::LaterReload),
        "close": said(Word::DetailsClose),
        "frame": said(Word::LaterFrame),
        "frameText": said(Word::LaterFrameText),
        "once": said(Word::LaterOnce),
        "always": said(Word::LaterAlways),
        "choose": said(Word::LaterChoose),
    })
}
