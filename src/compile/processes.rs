//! The receipt's processes: one per listed purpose, with one per service that visitors choose separately.

use serde_json::{Value, json};

use super::dpv::{NOT_STATED, listed_purposes, or_not_stated, reference};
use super::parties::{CONTROLLER, is_party, of_service};
use crate::site::{Collected, Duration, Item, LegalBasis, Nature, Purpose, Service, ServiceKind, Source};
use crate::views::builder::Declared;

/// The start of a process's id in a receipt; the key of its choice follows.
const PROCESS: &str = "#purpose/";

pub(super) fn processes(declared: &Declared) -> Value {
    listed_purposes(&declared.site).map(|purpose| process(declared, purpose)).collect()
}

fn process(declared: &Declared, purpose: &Purpose) -> Value {
    let site = &declared.site;
    let Purpose { id, description, nature, exemption, .. } = purpose;
    let items: Vec<_> = site.items.iter().filter(|item| item.purpose == *id).collect();
    let groups: Vec<_> = site.collected.iter().filter(|group| group.purposes.contains(id)).collect();
    let services: Vec<_> = site.services.iter().filter(|service| service.purposes.contains(id)).collect();
    let broader = nature.and_then(broader);
    let mut about = json!({
        "@type": "dpv:Purpose",
        "dct:identifier": id,
        "dct:title": site.purpose_title(id, &declared.words),
        "dct:description": or_not_stated(json!(description)),
        "dct:type": or_not_stated(json!(nature)),
    });
    if let Some(broader) = broader {
        about["skos:broader"] = reference(broader);
    }
    let recipients =
        services.iter().filter(|service| service.receives_data()).map(|service| reference(&of_service(&service.id)));
    let stored = items.iter().map(|item| self::item(item));
    let collected = groups.iter().flat_map(|group| group.data.iter().map(|datum| self::datum(group, datum)));
    let mut process = json!({
        "@id": format!("{PROCESS}{id}"),
        "@type": "dpv:Process",
        "dpv:hasPurpose": [about],
        "dpv:hasLegalBasis": basis(purpose),
        "dpv:hasPersonalData": or_not_stated(stored.chain(collected).collect()),
        "dpv:hasDataController": reference(CONTROLLER),
        "dpv:hasRecipient": or_not_stated(recipients.collect()),
        "dpv:hasDataSource": or_not_stated(sources(&groups, &services)),
        "dpv:hasProcessing": NOT_STATED,
        "dpv:hasStorageCondition": storage(&items, &groups, &services),
    });
    if let Some(exemption) = exemption {
        process["dpv:hasJustification"] = json!(exemption);
    }
    if !purpose.is_exempt() && !services.is_empty() {
        process["dpv:hasProcess"] = services.iter().map(|service| part(purpose, service)).collect();
    }
    process
}

/// A service that visitors choose separately. It inherits what it does not state from the process of its purpose.
fn part(purpose: &Purpose, service: &Service) -> Value {
    let id = &service.id;
    let name = service.name.as_ref().or(service.role.as_ref());
    let mut part = json!({
        "@id": format!("{PROCESS}{}/{id}", purpose.id),
        "@type": "dpv:Process",
        "dpv:hasService": or_not_stated(json!(name)),
    });
    if service.receives_data() {
        part["dpv:hasRecipient"] = json!([reference(&of_service(id))]);
    }
    part
}

/// The stated basis, else consent for a purpose that needs it: nothing else can turn that on.
fn basis(purpose: &Purpose) -> Value {
    match purpose.legal_basis {
        Some(LegalBasis::Contract) => reference("eu-gdpr:A6-1-b"),
        Some(LegalBasis::Consent) => reference("eu-gdpr:A6-1-a"),
        Some(LegalBasis::LegitimateInterests) => reference("eu-gdpr:A6-1-f"),
        Some(LegalBasis::LegalObligation) => reference("eu-gdpr:A6-1-c"),
        None if purpose.exemption.is_none() => reference("dpv:Consent"),
        None => json!(NOT_STATED),
    }
}

/// The concept of DPV that includes this nature, if there is one that claims no more than the site does.
fn broader(nature: Nature) -> Option<&'static str> {
    Some(match nature {
        Nature::Function => "dpv:ServiceProvision",
        Nature::Security => "dpv:EnforceSecurity",
        Nature::Preference => "dpv:ServicePersonalisation",
        Nature::Analytics => "dpv:ServiceUsageAnalytics",
        Nature::Advertising => "dpv:Advertising",
        Nature::Communication => "dpv:CommunicationManagement",
        Nature::Media => return None,
    })
}

fn item(item: &Item) -> Value {
    let Item { kind, name, description, duration, .. } = item;
    json!({
        "@type": "dpv:PersonalData",
        "dct:title": or_not_stated(json!(description.as_ref().or(name.as_ref()))),
        "dct:identifier": or_not_stated(json!(name)),
        "dct:type": or_not_stated(json!(kind)),
        "dpv:hasDuration": lasts(*duration),
    })
}

fn datum(group: &Collected, datum: &str) -> Value {
    let mut json = json!({
        "@type": "dpv:PersonalData",
        "dct:title": datum,
        "dpv:hasDataSource": group.source.map_or(json!(NOT_STATED), source),
    });
    if let Some(group) = &group.group {
        json["dct:isPartOf"] = json!(group);
    }
    json
}

/// The duration of an item.
fn lasts(duration: Option<Duration>) -> Value {
    match duration {
        Some(Duration::For(period)) => json!(period),
        Some(Duration::Session) => json!({ "@type": "dpv:UntilEventDuration", "rdf:value": "session" }),
        Some(Duration::UntilErased) => json!({ "@type": "dpv:UntilEventDuration", "rdf:value": "until-erased" }),
        None => json!(NOT_STATED),
    }
}

fn source(source: Source) -> Value {
    reference(match source {
        // Data from the use of a site comes from the person who uses it (GDPR Article 13).
        Source::Given | Source::Automatic => "dpv:DataSubjectDataSource",
        Source::ThirdParty => "dpv:ThirdPartyDataSource",
    })
}

fn sources(groups: &[&Collected], services: &[&Service]) -> Value {
    let stated = groups.iter().filter_map(|group| group.source.map(source));
    let givers = services.iter().filter(|service| is_party(service) && service.kind == Some(ServiceKind::Source));
    let mut all: Vec<_> = Vec::new();
    for source in stated.chain(givers.map(|service| reference(&of_service(&service.id)))) {
        if !all.contains(&source) {
            all.push(source);
        }
    }
    all.into()
}

/// Where data is stored: items on the visitor's device, everything else in places that a site file does not tie to a purpose.
fn storage(items: &[&Item], groups: &[&Collected], services: &[&Service]) -> Value {
    let device = (!items.is_empty()).then(|| reference("dpv:WithinDevice"));
    let goes = !groups.is_empty() || services.iter().any(|service| service.receives_data()) || items.is_empty();
    let places: Vec<_> = device.into_iter().chain(goes.then(|| json!(NOT_STATED))).collect();
    let mut durations: Vec<Value> = Vec::new();
    for duration in items.iter().map(|item| lasts(item.lasts())).chain(goes.then(|| json!(NOT_STATED))) {
        if !durations.contains(&duration) {
            durations.push(duration);
        }
    }
    json!([
        { "@type": "dpv:StorageLocation", "dpv:hasLocation": places },
        { "@type": "dpv:StorageDuration", "dpv:hasDuration": durations },
    ])
}
