//! Gaps: each fact that visitors look for is either declared, or a finding with its place; and what keeps a site from being published.

use std::collections::BTreeSet;

use courtesy::check::{Finding, Group, Severity, check, facts, find_gaps, not_ready};
use courtesy::site::SiteFile;
use courtesy::site::read::read;
use serde_json::{Value, json};

use crate::checking::{flawless, headline, today};
use crate::fixtures::json as fixture;
use crate::tables::merged;

/// The rules that say nothing but that a fact is missing, which other tests leave out.
pub const ONLY_GAPS: [&str; 20] = [
    "gdpr-contact",
    "collected-source",
    "item-duration",
    "item-setter",
    "controller-address",
    "collected-missing",
    "collected-data",
    "purpose-title",
    "purpose-description",
    "item-name",
    "item-kind",
    "item-description",
    "service-name",
    "service-role",
    "service-data",
    "service-policy",
    "service-country",
    "sale-missing",
    "right-answer-time",
    "changes-missing",
];

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

pub fn parsed(file: &Value) -> SiteFile {
    read(&file.to_string()).unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// The gaps of a site as "severity code first-place".
fn gaps(file: &Value) -> Vec<String> {
    find_gaps(&parsed(file), &[]).iter().map(headline).collect()
}

/// A site without what a JSON pointer names.
fn without(file: &Value, pointer: &str) -> Value {
    let mut file = file.clone();
    let (parent, field) = pointer.rsplit_once('/').expect("a pointer");
    let parent = file.pointer_mut(parent).and_then(Value::as_object_mut).expect("an object");
    parent.remove(field).unwrap_or_else(|| panic!("{pointer} is there"));
    file
}

#[test]
fn each_fact_that_is_missing_is_one_finding_with_its_place() {
    assert_eq!(gaps(&flawless()), [""; 0]);
    for (pointer, expected) in [
        ("/controller/legalName", "warning gdpr-identity controller.legalName"),
        ("/controller/address", "note controller-address controller.address"),
        ("/purposes/1/title", "note purpose-title purposes[counting].title"),
        ("/purposes/0/description", "note purpose-description purposes[essential].description"),
        ("/purposes/1/description", "warning gdpr-interests purposes[counting].description"),
        ("/purposes/1/legalBasis", "warning gdpr-legal-basis purposes[counting].legalBasis"),
        ("/services/0/name", "note gdpr-recipients services[0].name"),
        ("/services/0/role", "note service-role services[0].role"),
        ("/services/0/data", "note service-data services[0].data"),
        ("/services/0/policyUrl", "note service-policy services[0].policyUrl"),
        ("/services/0/country", "note service-country services[0].country"),
        ("/items/0/name", "note item-name items[0].name"),
        ("/items/0/kind", "note item-kind items[0].kind"),
        ("/items/0/duration", "warning item-duration items[0].duration"),
        ("/items/0/setBy", "warning item-setter items[0].setBy"),
        ("/items/0/description", "note item-description items[0].description"),
        ("/collected", "warning ccpa-collected collected"),
        ("/collected/0/data", "note collected-data collected[0].data"),
        ("/collected/0/source", "warning collected-source collected[0].source"),
        ("/collected/0/purposes", "warning gdpr-purposes collected[0].purposes"),
        ("/sells", "warning ccpa-sale-statement sells"),
        ("/transfers", "note gdpr-transfers transfers"),
        ("/transfers/to", "note gdpr-transfers transfers.to"),
        ("/transfers/safeguard", "warning gdpr-safeguard transfers.safeguard"),
        ("/retention", "warning gdpr-retention retention"),
        ("/retention/0/period", "warning gdpr-retention retention[0].period"),
        ("/rights/0/respondWithin", "note right-answer-time rights[0].respondWithin"),
        ("/rights/0/routes", "warning right-without-route rights[0].routes"),
        ("/complaint", "warning gdpr-complaint complaint"),
        ("/changes", "note changes-missing changes"),
        ("/changes/channels", "note changes-missing changes.channels"),
        ("/lastUpdated", "warning policy-undated lastUpdated"),
    ] {
        assert_eq!(gaps(&without(&flawless(), pointer)), [expected], "{pointer}");
    }
    let officer =
        json!({ "controller": { "address": null, "contacts": [{ "role": "dpo", "email": "dpo@plum.example" }] } });
    let expected = ["warning gdpr-contact controller.contacts", "note controller-address controller.address"];
    assert_eq!(gaps(&merged(Some(&flawless()), &officer)), expected);
    let post = json!({ "controller": { "address": null, "contacts": [{ "post": ["1 Orchard Lane"] }] } });
    assert_eq!(gaps(&merged(Some(&flawless()), &post)), [""; 0]);
}

#[test]
fn one_finding_has_every_place_and_a_fact_is_counted_once() {
    let mut file = without(&without(&flawless(), "/items/0/setBy"), "/retention");
    let again = file["items"][0].clone();
    file["items"].as_array_mut().expect("items").push(again);
    let found = find_gaps(&parsed(&file), &[]);
    let places: Vec<Vec<String>> =
        found.iter().map(|finding| finding.places.iter().map(ToString::to_string).collect()).collect();
    assert_eq!(places, [vec!["retention"], vec!["items[0].setBy", "items[1].setBy"]]);
    assert_eq!(facts(&found), 3);
    let both = check(&parsed(&without(&flawless(), "/retention")), &[], today());
    let marks: Vec<_> = both.iter().map(|finding| (finding.code, finding.gap)).collect();
    assert_eq!(marks, [("gdpr-retention", true), ("ccpa-retention", false)], "two laws ask for one fact");
}

#[test]
fn what_other_facts_answer_is_no_gap() {
    for patch in [
        // Where it is stored says how long it lasts.
        json!({ "items": [{ "kind": "local-storage", "name": "a", "purpose": "essential", "setBy": "site", "description": "x" }] }),
        // A library receives nothing.
        json!({ "services": [{ "id": "code", "name": "Code", "role": "Drawing", "kind": "library", "purposes": ["counting"] }] }),
        json!({ "changes": { "channels": [], "leadTime": "P14D" } }),
        json!({ "retention": [{ "what": "Visits", "rule": "As long as the account." }, { "what": "Letters", "ends": "on-request" }] }),
    ] {
        assert_eq!(gaps(&merged(Some(&flawless()), &patch)), [""; 0], "{patch}");
    }
    let library =
        json!({ "services": [{ "id": "code", "role": "Drawing", "kind": "library", "purposes": ["counting"] }] });
    assert_eq!(gaps(&merged(Some(&flawless()), &library)), ["note service-name services[0].name"]);
    // What keeps an item from being removed, and a purpose from being explained, are findings of their rules.
    let mut file = flawless();
    file["purposes"].as_array_mut().expect("purposes").push(json!({ "id": "more", "legalBasis": "consent" }));
    file["items"][0]["purpose"] = json!("more");
    let file = without(&file, "/items/0/name");
    assert_eq!(
        gaps(&file),
        ["warning asked-unexplained purposes[more].title", "warning item-unremovable items[0].name"]
    );
    assert_eq!(find_gaps(&parsed(&file), &[])[0].places.len(), 2, "the title and the description");
}

#[test]
fn the_laws_that_a_site_names_decide_which_gaps_there_are_and_how_much_they_matter() {
    let under = |regimes: Value, pointer: &str| {
        gaps(&merged(Some(&without(&flawless(), pointer)), &json!({ "regimes": regimes })))
    };
    for (pointer, gdpr, none, ccpa) in [
        ("/controller/legalName", "warning gdpr-identity", "note gdpr-identity", "note gdpr-identity"),
        ("/items/0/duration", "warning item-duration", "note item-duration", "note item-duration"),
        ("/items/0/setBy", "warning item-setter", "note item-setter", "note item-setter"),
        ("/collected/0/source", "warning collected-source", "note collected-source", "note collected-source"),
        ("/collected/0/purposes", "warning gdpr-purposes", "note gdpr-purposes", "note gdpr-purposes"),
        ("/services/0/name", "note gdpr-recipients", "note gdpr-recipients", "note gdpr-recipients"),
        ("/purposes/1/legalBasis", "warning gdpr-legal-basis", "note gdpr-legal-basis", ""),
        ("/purposes/1/description", "warning gdpr-interests", "note gdpr-interests", "note purpose-description"),
        ("/complaint", "warning gdpr-complaint", "note gdpr-complaint", ""),
        ("/transfers/safeguard", "warning gdpr-safeguard", "note gdpr-safeguard", ""),
        ("/collected", "note collected-missing", "note collected-missing", "warning ccpa-collected"),
        ("/sells", "note sale-missing", "note sale-missing", "warning ccpa-sale-statement"),
        ("/retention/0/period", "warning gdpr-retention", "note gdpr-retention", "warning ccpa-retention"),
        ("/lastUpdated", "warning policy-undated", "warning policy-undated", "warning policy-undated"),
    ] {
        for (regimes, expected) in
            [(json!(["gdpr"]), gdpr), (json!(["uk-gdpr"]), gdpr), (json!([]), none), (json!(["ccpa"]), ccpa)]
        {
            let found = under(regimes.clone(), pointer);
            let codes: Vec<_> = found.iter().filter_map(|line| line.rsplit_once(' ')).map(|(code, _)| code).collect();
            let expected: Vec<_> = Some(expected).filter(|code| !code.is_empty()).into_iter().collect();
            assert_eq!(codes, expected, "{regimes} {pointer}");
        }
    }
}

#[test]
fn a_policy_of_the_owners_own_may_have_what_belongs_into_a_policy() {
    let own = |pointer: &str| {
        let file = merged(Some(&without(&flawless(), pointer)), &json!({ "policy": { "url": "/privacy" } }));
        (gaps(&file), check(&parsed(&file), &[], today()).iter().map(headline).collect::<Vec<_>>())
    };
    for pointer in ["/controller/address", "/changes", "/rights/0/respondWithin", "/collected/0/data"] {
        assert_eq!(own(pointer), (Vec::new(), Vec::new()), "{pointer}");
    }
    let note = "note gdpr-identity controller.legalName".to_owned();
    assert_eq!(own("/controller/legalName"), (Vec::new(), vec![note]), "a note, as before, and no gap");
    let detail = vec!["note item-kind items[0].kind".to_owned()];
    assert_eq!(own("/items/0/kind"), (detail.clone(), detail), "the details are not the policy");
}

/// The codes of what keeps a site from being published.
fn blocking(file: &Value) -> Vec<&'static str> {
    let found = check(&parsed(file), &[], today());
    let group: Vec<_> = found.iter().take_while(|finding| finding.group == Some(Group::NotReady)).collect();
    assert!(found[group.len()..].iter().all(|finding| finding.group.is_none()), "the group comes first");
    assert!(group.iter().all(|finding| finding.severity == Severity::Warning && finding.gap));
    group.iter().map(|finding| finding.code).collect()
}

#[test]
fn what_article_13_requires_is_the_first_group() {
    let bare = json!({
        "controller": { "legalName": null, "address": null, "contacts": [{ "role": "dpo", "email": "dpo@plum.example" }] },
        "collected": [{ "group": "Visits", "data": ["pages"], "source": "automatic" }],
        "purposes": [{ "id": "counting", "exemption": "no-storage", "description": "Counts." }],
        "claims": ["not-shared"]
    });
    let bare = merged(Some(&flawless()), &bare);
    let four = ["gdpr-identity", "gdpr-contact", "gdpr-purposes", "gdpr-legal-basis"];
    let asking = merged(
        Some(&bare),
        &json!({ "purposes": [{ "id": "counting", "title": "Statistics", "description": "Counts." }] }),
    );
    let set = |file: &Value, patch: Value| merged(Some(file), &patch);
    for (regimes, informs, asks) in [
        (json!(["gdpr"]), &four[..], &four[..]),
        (json!(["uk-gdpr", "ccpa"]), &four[..], &four[..]),
        (json!([]), &[][..], &four[..1]),
        (json!(["ccpa"]), &[][..], &[][..]),
    ] {
        assert_eq!(blocking(&set(&bare, json!({ "regimes": regimes }))), informs, "{regimes}");
        assert_eq!(blocking(&set(&asking, json!({ "regimes": regimes }))), asks, "{regimes}, and it asks");
        let own = json!({ "regimes": regimes, "policy": { "url": "/privacy" } });
        assert_eq!(blocking(&set(&asking, own)), [""; 0], "{regimes}, and a policy of the owner's own");
    }
    assert_eq!(blocking(&flawless()), [""; 0]);
    let said = |file: &Value| not_ready(&check(&parsed(file), &[], today())).expect("it is not ready");
    let (sentence, lines) = said(&bare);
    assert_eq!(sentence, "not ready to publish: 5 facts that Article 13 requires");
    assert_eq!(
        lines,
        [
            "your legal name: controller.legalName",
            "a way to reach you: controller.contacts",
            "what collected data is for: collected[0].purposes",
            "the legal basis: purposes[essential].legalBasis, purposes[counting].legalBasis",
        ]
    );
    let (sentence, lines) = said(&set(&asking, json!({ "regimes": [] })));
    assert_eq!(sentence, "not ready to publish: 1 fact that consent requires");
    assert_eq!(lines, ["your legal name: controller.legalName"]);
    let of_consent = &check(&parsed(&set(&asking, json!({ "regimes": [] }))), &[], today())[0];
    assert!(of_consent.why.as_ref().is_some_and(|why| why.starts_with("GDPR Recital 42")));
    assert_eq!(not_ready(&check(&parsed(&flawless()), &[], today())), None);
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
