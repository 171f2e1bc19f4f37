//! The receipt's parties: the controller with its contacts, and each service that receives or gives data (ISO/IEC TS 27560: party).

use serde_json::{Value, json};

use super::dpv::{NOT_STATED, or_not_stated};
use crate::site::{Contact, Id, Service, ServiceKind, Site};

/// The controller's id in a receipt.
pub(super) const CONTROLLER: &str = "#controller";

/// A service's id in a receipt.
pub(super) fn of_service(id: &Id) -> String {
    format!("#service/{id}")
}

/// Whether the service is a party: a library that the site hosts exchanges no data, unless the site says which.
pub(super) fn is_party(service: &Service) -> bool {
    service.kind != Some(ServiceKind::Library) || service.data.is_some()
}

pub(super) fn entities(site: &Site) -> Value {
    let services = site.services.iter().filter(|service| is_party(service)).map(self::service);
    std::iter::once(controller(site)).chain(services).collect()
}

fn controller(site: &Site) -> Value {
    let contacts = site.controller.contacts.iter();
    let mut party = json!({
        "@id": CONTROLLER,
        "@type": "dpv:DataController",
        "dct:identifier": or_not_stated(json!(site.url)),
        "dct:title": site.name,
        "dpv:hasName": or_not_stated(json!(site.controller.legal_name)),
        // A place of establishment is no postal address.
        "dpv:hasAddress": address(&site.controller.address),
        "dpv:hasLocation": or_not_stated(json!(site.controller.place)),
        "dpv:hasContact": contacts.flat_map(ways).collect::<Value>(),
    });
    if let Some(country) = &site.controller.country {
        party["dpv:hasCountry"] = json!(country);
    }
    party
}

/// A postal address in one line, for machines.
fn address(lines: &[String]) -> Value {
    if lines.is_empty() { json!(NOT_STATED) } else { json!(lines.join(", ")) }
}

/// Each channel of a contact, with its role.
fn ways(contact: &Contact) -> impl Iterator<Item = Value> {
    let Contact { role, email, phone, post, url } = contact;
    let post = (!post.is_empty()).then(|| address(post));
    let ways = [email.as_ref().map(|email| json!(email)), phone.as_ref().map(|phone| json!(phone.link()))];
    let ways = ways.into_iter().chain([url.as_ref().map(|url| json!(url)), post]).flatten();
    let role = *role;
    ways.map(move |way| json!({ "dct:type": role, "rdf:value": way }))
}

fn service(service: &Service) -> Value {
    let Service { id, name, role, kind, policy_url, data, address, country, .. } = service;
    // Whether a platform is a third party or also a controller is a legal question.
    let party = match kind {
        Some(ServiceKind::Processor) => "dpv:DataProcessor",
        Some(ServiceKind::Controller) => "dpv:ThirdParty",
        Some(ServiceKind::JointController) => "dpv:JointDataControllers",
        Some(ServiceKind::Source) => "dpv:DataSource",
        Some(ServiceKind::Platform) => "dpv:Recipient",
        Some(ServiceKind::Library) | None => "dpv:Entity",
    };
    let mut described = json!({
        "@id": of_service(id),
        "@type": party,
        "dct:identifier": id,
        "dct:type": or_not_stated(json!(kind)),
        "dct:description": or_not_stated(json!(role)),
        "dpv:hasName": or_not_stated(json!(name)),
        "dpv:hasAddress": self::address(address),
        "dpv:hasContact": NOT_STATED,
        "dpv:hasNotice": or_not_stated(json!(policy_url)),
        "dpv:hasData": or_not_stated(json!(data)),
    });
    if let Some(country) = country {
        described["dpv:hasCountry"] = json!(country);
    }
    described
}
