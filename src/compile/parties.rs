//! The receipt's parties: the controller with its contacts, and each service that receives or gives data (ISO/IEC TS 27560: party).

use serde_json::{Value, json};

use super::receipt::{NOT_STATED, or_not_stated};
use crate::site::{Id, Service, ServiceKind, Site};

/// What the controller is called within a receipt.
pub(super) const CONTROLLER: &str = "#controller";

/// What a service is called within a receipt.
pub(super) fn of_service(id: &Id) -> String {
    format!("#service/{id}")
}

/// Whether it takes part as a party: a library that the site runs itself receives and gives nothing, unless the site says what.
pub(super) fn is_party(service: &Service) -> bool {
    service.kind != Some(ServiceKind::Library) || service.data.is_some()
}

/// Whether it receives data, as far as the site says.
pub(super) fn receives(service: &Service) -> bool {
    is_party(service) && service.kind != Some(ServiceKind::Source)
}

pub(super) fn entities(site: &Site) -> Value {
    let services = site.services.iter().filter(|service| is_party(service)).map(self::service);
    std::iter::once(controller(site)).chain(services).collect()
}

fn controller(site: &Site) -> Value {
    let contacts = site.controller.contacts.iter();
    json!({
        "@id": CONTROLLER,
        "@type": "dpv:DataController",
        "dct:identifier": or_not_stated(json!(site.url)),
        "dct:title": site.name,
        "dpv:hasName": or_not_stated(json!(site.controller.legal_name)),
        // A place of establishment is no postal address, which no field of a site file has.
        "dpv:hasAddress": NOT_STATED,
        "dpv:hasLocation": or_not_stated(json!(site.controller.place)),
        "dpv:hasContact": contacts.map(|contact| json!({ "dct:type": contact.role, "rdf:value": contact.email })).collect::<Value>(),
    })
}

fn service(service: &Service) -> Value {
    let Service { id, name, role, kind, policy_url, data, .. } = service;
    // Whether a platform is a third party, or a controller besides, is not the build's to say.
    let party = match kind {
        Some(ServiceKind::Processor) => "dpv:DataProcessor",
        Some(ServiceKind::Source) => "dpv:DataSource",
        Some(ServiceKind::Platform) => "dpv:Recipient",
        Some(ServiceKind::Library) | None => "dpv:Entity",
    };
    json!({
        "@id": of_service(id),
        "@type": party,
        "dct:identifier": id,
        "dct:type": or_not_stated(json!(kind)),
        "dct:description": or_not_stated(json!(role)),
        "dpv:hasName": or_not_stated(json!(name)),
        "dpv:hasAddress": NOT_STATED,
        "dpv:hasContact": NOT_STATED,
        "dpv:hasNotice": or_not_stated(json!(policy_url)),
        "dpv:hasData": or_not_stated(json!(data)),
    })
}
