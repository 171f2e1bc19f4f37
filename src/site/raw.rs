//! Parts of a site file as JSON: the rules read them before the types can, so that a malformed file still gets every problem.

use serde_json::Value;

pub(super) fn entries<'a>(file: &'a Value, list: &str) -> impl Iterator<Item = (usize, &'a Value)> {
    file[list].as_array().into_iter().flatten().enumerate()
}

pub(super) fn ids<'a>(file: &'a Value, list: &str) -> Vec<&'a str> {
    entries(file, list).filter_map(|(_, entry)| entry["id"].as_str()).collect()
}

/// What the file says of a purpose's exemption; `essential` needs no word about it.
pub(super) fn exemption<'a>(file: &'a Value, id: &str) -> Option<&'a str> {
    let declared = entries(file, "purposes").find(|(_, purpose)| purpose["id"] == id);
    declared
        .and_then(|(_, purpose)| purpose["exemption"].as_str())
        .or((id == "essential").then_some("strictly-necessary"))
}

pub(super) fn is_exempt(file: &Value, id: &str) -> bool {
    matches!(exemption(file, id), Some("strictly-necessary" | "transmission" | "no-storage"))
}
