//! The id of a site whose file has none: made from its address, or else its name, and the same in every build.

use serde_json::Value;

use super::SiteId;
use super::id::{LONGEST_SITE_ID, is_of_site_id};

/// The id that a site file has, as far as it can be read: its own, or one made from `url`, or else from `name`.
pub fn derived_id(file: &Value) -> String {
    if let Some(id) = file["id"].as_str().filter(|id| id.parse::<SiteId>().is_ok()) {
        return id.to_owned();
    }
    let address = file["url"].as_str().and_then(|url| ::url::Url::parse(url).ok());
    let place = address.and_then(|address| Some(plain(&format!("{}{}", address.host_str()?, address.path()))));
    if let Some(place) = place.filter(|place| !place.is_empty()) {
        return place;
    }
    let name = name(file);
    Some(plain(name)).filter(|plain| !plain.is_empty()).unwrap_or_else(|| hash(name))
}

/// The site's name in the first of its languages.
fn name(file: &Value) -> &str {
    let first = file["languages"][0].as_str().unwrap_or("en");
    file["name"].as_str().or_else(|| file["name"][first].as_str()).unwrap_or_default()
}

/// The text in characters that an id may hold. Two long texts that begin alike still differ at the end.
fn plain(text: &str) -> String {
    let plain: String = text.to_lowercase().chars().map(|c| if is_of_site_id(c) { c } else { '-' }).collect();
    let plain = plain.trim_matches('-');
    if plain.len() <= LONGEST_SITE_ID {
        return plain.to_owned();
    }
    let hash = hash(text);
    format!("{}-{hash}", &plain[..LONGEST_SITE_ID - 1 - hash.len()])
}

/// A hash that no version of a library changes (32-bit FNV-1a).
fn hash(text: &str) -> String {
    let hash = text.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("{hash:08x}")
}
