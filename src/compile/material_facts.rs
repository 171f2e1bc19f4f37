//! Hashes of the material facts: a decision is valid only as long as they stay the same. Never of texts, dates or translations.

use serde_json::{Value, json};

use super::file::short_hash;
use crate::consent::OrderedMap;
use crate::site::{Item, Mode, Purpose, Service, Setter, Site, SiteFile};

/// The hash of `site` in notice mode; else of each optional purpose (`analytics`) and each of its services (`analytics/plausible`).
pub(super) fn hashes(file: &SiteFile) -> OrderedMap<String> {
    // Any language will do: of the translated texts only the controller's name is material.
    let site = file.in_language(&file.languages[0]);
    OrderedMap(match site.mode() {
        Mode::Notice => vec![("site".into(), hash(&site, &site.purposes.iter().collect::<Vec<_>>(), &[], None))],
        Mode::Consent => {
            site.purposes.iter().filter(|purpose| !purpose.is_exempt()).flat_map(|purpose| of(&site, purpose)).collect()
        }
    })
}

fn of(site: &Site, purpose: &Purpose) -> Vec<(String, String)> {
    let items: Vec<&Item> = site.items.iter().filter(|item| item.purpose == purpose.id).collect();
    let services = site.services.iter().filter(|service| service.purposes.contains(&purpose.id));
    let each = services
        .map(|service| (format!("{}/{}", purpose.id, service.id), hash(site, &[purpose], &items, Some(service))));
    [(purpose.id.to_string(), hash(site, &[purpose], &items, None))].into_iter().chain(each).collect()
}

/// The hash of the material facts of some purposes and their items, or of one service of a purpose.
fn hash(site: &Site, purposes: &[&Purpose], items: &[&Item], only: Option<&Service>) -> String {
    let serves = |service: &&Service| match only {
        Some(only) => service.id == only.id,
        // Notice mode is about all purposes, and so about services that name none.
        None => {
            site.mode() == Mode::Notice
                || service.purposes.iter().any(|id| purposes.iter().any(|purpose| purpose.id == *id))
        }
    };
    let set_by = |item: &&&Item| only.is_none_or(|only| item.set_by == Some(Setter::Service(only.id.clone())));
    let purposes: Value = purposes
        .iter()
        .map(|purpose| json!([purpose.id, purpose.exemption, purpose.legal_basis, purpose.sale_or_share]))
        .collect();
    let services: Value =
        site.services.iter().filter(serves).map(|service| json!([service.id, service.kind])).collect();
    let items: Value = items
        .iter()
        .filter(set_by)
        .map(|item| json!([item.kind, item.name, item.matches(), item.path, item.domain, item.set_by, item.duration]))
        .collect();
    let controller = site.controller.legal_name.as_ref().unwrap_or(&site.name);
    let material = json!([controller, site.sells, site.shares, purposes, services, items]);
    short_hash(material.to_string().as_bytes())
}
