//! How the parts of a site file fit together. It reads the JSON itself, so that a file whose form is wrong hears of these too.

use std::collections::HashSet;

use serde_json::Value;

use super::languages::{BUILT_IN, is_built_in};
use super::problem::Problem;
use super::problem_phrases::suggestion;
use super::raw::{entries, exemption, ids, is_exempt};
use super::shared_domain::{MOST, longest_shared};
use super::{Period, derived_id, name_overlap, notice_rules};

/// Everything that does not fit, as far as the file can be understood.
pub(super) fn problems(file: &Value) -> Vec<Problem> {
    let mut found = Vec::new();
    duplicates(file, &mut found);
    purposes(file, &mut found);
    essential(file, &mut found);
    setters(file, &mut found);
    name_overlap::problems(file, &mut found);
    expiry(file, &mut found);
    languages(file, &mut found);
    own_words(file, &mut found);
    reopen(file, &mut found);
    notice_rules::problems(file, &mut found);
    shared(file, &mut found);
    found
}

fn duplicates(file: &Value, found: &mut Vec<Problem>) {
    for list in ["purposes", "services"] {
        let mut seen = HashSet::new();
        for (index, entry) in entries(file, list) {
            let Some(id) = entry["id"].as_str() else { continue };
            if !seen.insert(id) {
                let sentence = format!("another entry in this list has the id \"{id}\"");
                found.push(Problem::new(
                    "repeated-entry",
                    format!("{list}[{index}].id"),
                    sentence,
                    "give each its own id",
                ));
            }
        }
    }
    for (index, language) in entries(file, "languages") {
        if entries(file, "languages").any(|(other, earlier)| other < index && earlier == language) {
            let path = format!("languages[{index}]");
            found.push(Problem::new("repeated-entry", path, "you list this language twice", "remove one"));
        }
    }
    for (index, service) in entries(file, "services").filter(|(_, service)| service["id"] == "site") {
        let sentence = "the id \"site\" is reserved for the site itself";
        found.push(Problem::new(
            "bad-value",
            format!("services[{index}].id"),
            sentence,
            format!("give {} another id", service["id"]),
        ));
    }
}

/// Every purpose that is named is declared, and storage never names one that says it stores nothing.
fn purposes(file: &Value, found: &mut Vec<Problem>) {
    let mut known = ids(file, "purposes");
    if !known.contains(&"essential") {
        known.push("essential");
    }
    let mut named = |path: String, purpose: Option<&str>| {
        if let Some(id) = purpose.filter(|id| !known.contains(id)) {
            let fix = suggestion(id, known.iter().copied());
            found.push(Problem::new("unknown-purpose", path, format!("unknown purpose \"{id}\""), fix));
        }
    };
    for (index, item) in entries(file, "items") {
        named(format!("items[{index}].purpose"), item["purpose"].as_str());
    }
    for list in ["services", "collected"] {
        for (index, entry) in entries(file, list) {
            for (position, purpose) in entries(entry, "purposes") {
                named(format!("{list}[{index}].purposes[{position}]"), purpose.as_str());
            }
        }
    }
    for field in ["consentMode", "microsoftConsentMode"] {
        for purpose in file[field].as_object().into_iter().flat_map(|map| map.keys()) {
            named(format!("{field}.{purpose}"), Some(purpose));
        }
    }
    for (index, item) in entries(file, "items") {
        let Some(id) = item["purpose"].as_str().filter(|id| exemption(file, id) == Some("no-storage")) else {
            continue;
        };
        let sentence = format!("you say that the purpose \"{id}\" stores nothing, but this item is stored for it");
        let fix = "name another purpose, or remove the exemption of that one";
        found.push(Problem::new("stores-nothing", format!("items[{index}].purpose"), sentence, fix));
    }
}

fn essential(file: &Value, found: &mut Vec<Problem>) {
    for (index, purpose) in entries(file, "purposes").filter(|(_, purpose)| purpose["id"] == "essential") {
        if !matches!(purpose["exemption"].as_str(), None | Some("strictly-necessary")) {
            let sentence = "the purpose \"essential\" is always strictly necessary";
            let fix = "remove the exemption, or give the purpose another id";
            found.push(Problem::new("bad-value", format!("purposes[{index}].exemption"), sentence, fix));
        }
    }
}

fn setters(file: &Value, found: &mut Vec<Problem>) {
    let known = ids(file, "services");
    let ids: HashSet<&str> = known.iter().copied().collect();
    for (index, item) in entries(file, "items") {
        let Some(id) = item["setBy"].as_str() else { continue };
        if id != "site" && !ids.contains(id) {
            let fix = suggestion(id, known.iter().copied().chain(["site"]));
            let sentence = format!("unknown service \"{id}\"");
            found.push(Problem::new("unknown-service", format!("items[{index}].setBy"), sentence, fix));
        }
    }
}

/// Longer than ten years is for ever, and past what calendars write.
fn expiry(file: &Value, found: &mut Vec<Problem>) {
    let stated = file["notice"]["expiresAfter"].as_str().and_then(|text| text.parse::<Period>().ok());
    let Some(period) = stated else { return };
    let (months, days) = period.calendar();
    if months * 30 + days + period.clock() / 86_400 > 3660 {
        let sentence = format!("\"{period}\" is longer than ten years");
        found.push(Problem::new(
            "bad-value",
            "notice.expiresAfter",
            sentence,
            "write a shorter period; \"P6M\" is usual",
        ));
    }
}

fn languages(file: &Value, found: &mut Vec<Problem>) {
    if file["languages"].as_array().is_some_and(Vec::is_empty) {
        found.push(Problem::new(
            "empty-value",
            "languages",
            "expected at least one language, found none",
            "add one, or remove the field",
        ));
    }
    let known = BUILT_IN.join(", ");
    for (index, language) in entries(file, "languages") {
        let Some(language) = language.as_str().filter(|language| !is_built_in(language)) else {
            continue;
        };
        if words_for(file, language).is_some() {
            continue;
        }
        let fix = format!(
            "expected one of {known}, or your own words: \"words\": {{\"{language}\": \"words.{language}.json\"}}, a file that `courtesy words {language}` creates"
        );
        let sentence = format!("unknown language \"{language}\"");
        found.push(Problem::new("unknown-language", format!("languages[{index}]"), sentence, fix));
    }
}

/// The file of the owner's words for a language: its own, else that of the language without the region.
fn words_for<'a>(file: &'a Value, tag: &str) -> Option<&'a Value> {
    let files = file["words"].as_object()?;
    files.get(tag).or_else(|| files.get(tag.split('-').next()?))
}

/// Own words are for languages that are not built in, and that the site declares.
fn own_words(file: &Value, found: &mut Vec<Problem>) {
    let Some(files) = file["words"].as_object() else { return };
    for tag in files.keys() {
        let path = format!("words.{tag}");
        if is_built_in(tag) {
            let sentence = format!("\"{tag}\" is built in");
            found.push(Problem::new("bad-value", path, sentence, "remove this entry"));
        } else if !entries(file, "languages").filter_map(|(_, language)| language.as_str()).any(|language| {
            language == tag || (!files.contains_key(language) && language.split('-').next() == Some(tag))
        }) {
            let sentence = format!("\"{tag}\" is not one of the site's languages");
            let fix = format!("add \"{tag}\" to \"languages\", or remove this entry");
            found.push(Problem::new("unknown-language", path, sentence, fix));
        }
    }
}

/// Withdrawing must be as easy as consenting (GDPR Article 7(3)): a site that asks keeps a way back.
fn reopen(file: &Value, found: &mut Vec<Problem>) {
    let asks = ids(file, "purposes").into_iter().any(|id| !is_exempt(file, id));
    if asks && file["notice"]["reopen"] == "never" {
        let sentence = "you ask for consent, but hide the way to change the answer";
        found.push(Problem::new("no-way-back", "notice.reopen", sentence, "write \"auto\" or \"always\""));
    }
}

/// The cookie that several hosts share has to stay short, whatever is answered.
fn shared(file: &Value, found: &mut Vec<Problem>) {
    if !file["sharedAcross"].is_string() {
        return;
    }
    let asked = ids(file, "purposes").into_iter().filter(|id| !is_exempt(file, id));
    let keys: Vec<String> = asked
        .flat_map(|id| {
            let serves = |service: &Value| entries(service, "purposes").any(|(_, purpose)| purpose == id);
            let services = entries(file, "services").filter(|(_, service)| serves(service));
            let services = services.filter_map(|(_, service)| service["id"].as_str()).map(|of| format!("{id}/{of}"));
            [id.to_owned()].into_iter().chain(services.collect::<Vec<_>>())
        })
        .collect();
    let version = file["notice"]["version"].as_str().unwrap_or("1");
    let longest = longest_shared(&derived_id(file), version, keys.iter().map(String::as_str));
    if longest > MOST {
        let sentence = format!("the shared cookie would have up to {longest} bytes; the limit is {MOST}");
        let fix = "ask about fewer purposes and services, shorten their ids, or remove this field";
        found.push(Problem::new("bad-value", "sharedAcross", sentence, fix));
    }
}
