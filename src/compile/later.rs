//! What the loader's second half knows of a site, in one language: its other files, names, what can be removed, and words.

use serde_json::{Map, Value, json};

use super::manifest::File;
use super::stated;
use crate::consent::Entries;
use crate::policy::signal;
use crate::site::{Item, ItemKind, Match, Setter};
use crate::ui::prepared::Declared;
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
        "items": site.items.iter().filter_map(|item| removable(declared, facts, item)).collect::<Vec<_>>(),
        "endpoint": endpoint,
        "words": words(declared),
    }))
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
fn removable(declared: &Declared, facts: &Entries<String>, item: &Item) -> Option<Value> {
    let Declared { site, .. } = declared;
    let purpose = site.purpose(&item.purpose).filter(|purpose| !purpose.is_exempt())?;
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
        "title": item.description.as_ref().or(item.name.as_ref()),
        "kind": kind,
        "name": item.name,
        "prefix": (item.matches == Match::Prefix).then_some(true),
        "path": item.path,
        "domain": item.domain,
    }))
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
