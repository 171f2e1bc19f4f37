//! What a site file lacks, read from the file itself, is what `check` lists: for the example sites, and for a shop that fixes it all.

use std::collections::BTreeSet;

use courtesy::check::{Finding, facts, find_gaps};
use serde_json::{Value, json};

use crate::checking::flawless;
use crate::fixtures::json as fixture;
use crate::gaps::{gaps, parsed};
use crate::tables::merged;

/// The site of a shop that `check` once had no objection to, and whose pages said ten times that something was not stated.
pub fn shop() -> Value {
    let asked = |id: &str, title: &str, text: &str| json!({ "id": id, "nature": id, "title": title, "description": text, "legalBasis": "consent" });
    json!({
        "name": "Probe House",
        "controller": { "legalName": "Probe House Ltd", "contacts": [{ "email": "privacy@probe.example" }] },
        "purposes": [asked("analytics", "Statistics", "Counts visits."), asked("media", "Films", "Plays films.")],
        "items": [
            { "kind": "cookie", "name": "_pa", "purpose": "analytics", "setBy": "site", "duration": "P1Y", "description": "Recognises your browser." },
            { "kind": "local-storage", "name": "film", "purpose": "media", "setBy": "site", "duration": "P1Y", "description": "Where you stopped." }],
        "services": [{ "id": "carrier", "name": "Fleet Parcel", "kind": "processor", "purposes": ["essential"], "role": "Delivery", "data": "Name, address" }]
    })
}

/// The facts that a site file lacks, read from the file itself.
fn absent(file: &Value) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let is_absent = |value: &Value| value.is_null() || value.as_array().is_some_and(Vec::is_empty);
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let names = |laws: &[&str]| list(&file["regimes"]).iter().any(|law| laws.contains(&law.as_str().unwrap_or("")));
    let is_unnamed = is_absent(&file["regimes"]);
    let gdpr = is_unnamed || names(&["gdpr", "uk-gdpr"]);
    let mut lacks = |place: String, value: &Value| {
        if is_absent(value) {
            found.insert(place);
        }
    };
    for field in ["lastUpdated", "sells", "shares", "collected"] {
        lacks(field.into(), &file[field]);
    }
    for (index, item) in list(&file["items"]).iter().enumerate() {
        let lasts = ["local-storage", "session-storage", "indexed-db"].contains(&item["kind"].as_str().unwrap_or(""));
        for field in ["name", "kind", "setBy", "description", "duration"] {
            if field != "duration" || !lasts {
                lacks(format!("items[{index}].{field}"), &item[field]);
            }
        }
    }
    for (index, service) in list(&file["services"]).iter().enumerate() {
        let fields: &[&str] = if service["kind"] == "library" {
            &["name", "role"]
        } else {
            &["name", "role", "data", "policyUrl", "country"]
        };
        for field in fields {
            lacks(format!("services[{index}].{field}"), &service[field]);
        }
    }
    let is_used = |id: &str| {
        let of =
            |list: &[Value], field: &str| list.iter().any(|entry| entry[field] == id || list_has(&entry[field], id));
        of(&list(&file["items"]), "purpose")
            || of(&list(&file["services"]), "purposes")
            || of(&list(&file["collected"]), "purposes")
    };
    let mut purposes = list(&file["purposes"]);
    if !purposes.iter().any(|purpose| purpose["id"] == "essential") && is_used("essential") {
        purposes.push(json!({ "id": "essential" }));
    }
    for purpose in &purposes {
        let id = purpose["id"].as_str().expect("an id");
        if id != "essential" {
            lacks(format!("purposes[{id}].title"), &purpose["title"]);
        }
        lacks(format!("purposes[{id}].description"), &purpose["description"]);
        if gdpr {
            lacks(format!("purposes[{id}].legalBasis"), &purpose["legalBasis"]);
        }
    }
    let controller = &file["controller"];
    lacks("controller.legalName".into(), &controller["legalName"]);
    if list(&controller["contacts"]).iter().all(|contact| is_absent(&contact["post"])) {
        lacks("controller.address".into(), &controller["address"]);
    }
    for (index, group) in list(&file["collected"]).iter().enumerate() {
        for field in ["data", "source", "purposes"] {
            lacks(format!("collected[{index}].{field}"), &group[field]);
        }
    }
    if gdpr {
        lacks("transfers".into(), &file["transfers"]);
        if !is_absent(&file["transfers"]) {
            let field = if is_absent(&file["transfers"]["to"]) { "to" } else { "safeguard" };
            lacks(format!("transfers.{field}"), &file["transfers"][field]);
        }
        if !list(&file["rights"]).iter().any(|right| right["kind"] == "complaint") {
            lacks("complaint".into(), &file["complaint"]);
        }
    }
    if gdpr || names(&["ccpa"]) {
        lacks("retention".into(), &file["retention"]);
        for (index, kept) in
            list(&file["retention"]).iter().enumerate().filter(|(_, kept)| kept["ends"] != "on-request")
        {
            let time = if is_absent(&kept["rule"]) { &kept["period"] } else { &kept["rule"] };
            lacks(format!("retention[{index}].period"), time);
        }
    }
    for (index, right) in list(&file["rights"]).iter().enumerate() {
        let kind = right["kind"].as_str().expect("a kind");
        if !["withdrawal", "non-discrimination", "storage", "complaint", "other"].contains(&kind) {
            lacks(format!("rights[{index}].respondWithin"), &right["respondWithin"]);
        }
        let is_explained = kind == "storage" && !is_absent(&right["note"]);
        if is_absent(&file["requests"]) && !["non-discrimination", "complaint"].contains(&kind) && !is_explained {
            lacks(format!("rights[{index}].routes"), &right["routes"]);
        }
    }
    let changes = &file["changes"];
    if is_absent(changes) {
        lacks("changes".into(), changes);
    } else if is_absent(&changes["leadTime"]) {
        lacks("changes.channels".into(), &changes["channels"]);
    }
    found
}

fn list_has(value: &Value, id: &str) -> bool {
    value.as_array().is_some_and(|list| list.iter().any(|entry| entry == id))
}

fn places(findings: &[Finding]) -> BTreeSet<String> {
    findings.iter().flat_map(|finding| &finding.places).map(ToString::to_string).collect()
}

#[test]
fn what_a_site_file_lacks_is_what_check_lists_no_more_and_no_less() {
    let seeds = ["mazoon", "mjpro", "nanoflux", "mediux", "quillhaven"];
    let seeds = seeds.map(|name| fixture(&format!("www/sites/{name}/site.json")));
    for file in seeds.into_iter().chain([shop(), flawless()]) {
        for regimes in
            [file["regimes"].clone(), json!(["gdpr"]), json!(["uk-gdpr", "ccpa"]), json!(["ccpa"]), json!([])]
        {
            let file = merged(Some(&file), &json!({ "regimes": regimes }));
            let gaps = find_gaps(&parsed(&file), &[]);
            assert_eq!(places(&gaps), absent(&file), "{} under {regimes}", file["name"]);
            let all: Vec<_> = gaps.iter().flat_map(|finding| &finding.places).collect();
            assert_eq!(all.len(), facts(&gaps), "{} under {regimes}: each place once", file["name"]);
        }
    }
}

#[test]
fn a_shop_that_fixes_what_check_lists_has_no_gap() {
    let missing = [
        "lastUpdated",
        "purposes[essential].legalBasis",
        "transfers",
        "retention",
        "complaint",
        "controller.address",
        "collected",
        "purposes[essential].description",
        "services[0].policyUrl",
        "services[0].country",
        "sells",
        "shares",
        "changes",
    ];
    assert_eq!(places(&find_gaps(&parsed(&shop()), &[])), missing.map(str::to_owned).into());
    let mut fixed = merged(
        Some(&shop()),
        &json!({
            "lastUpdated": "2026-11-20", "controller": { "address": ["2 Mill Road"] }, "transfers": { "to": ["US"], "safeguard": "adequacy" },
            "retention": [{ "what": "Orders", "period": "P10Y" }], "complaint": "To the authority.", "sells": false, "shares": false,
            "collected": [{ "group": "Orders", "data": ["name"], "source": "given", "purposes": ["essential"] }],
            "changes": { "channels": ["page"] }
        }),
    );
    fixed["purposes"].as_array_mut().expect("purposes").push(json!({ "id": "essential", "description": "Delivers orders.", "legalBasis": "contract", "exemption": "strictly-necessary" }));
    fixed["services"][0]["policyUrl"] = json!("https://parcel.example/privacy");
    fixed["services"][0]["country"] = json!("DE");
    assert_eq!(gaps(&fixed), [""; 0]);
}
