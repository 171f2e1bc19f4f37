//! The phrases of problems: what was found, what was expected, which name was probably meant.

use serde_json::{Map, Value};

/// What a value is, with its article.
pub(super) fn named(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// What a kind of the schema is, with its article.
pub(super) fn wanted(kind: &str) -> &'static str {
    match kind {
        "object" => "an object ({ })",
        "array" => "a list ([ ])",
        "integer" => "a whole number",
        "boolean" => "true or false",
        _ => "a string",
    }
}

/// Names in quotation marks.
pub(super) fn list(options: &[&str]) -> String {
    options.iter().map(|option| format!("\"{option}\"")).collect::<Vec<_>>().join(", ")
}

/// No name is longer; what is was not meant as one, and comparing it would take for ever.
const LONGEST: usize = 64;

/// The nearest of the known names where one is near, else all of them.
pub(super) fn suggestion<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> String {
    let known: Vec<&str> = known.collect();
    let compared = known.iter().filter(|_| name.len() <= LONGEST);
    let near = compared.map(|option| (strsim::damerau_levenshtein(name, option), option)).min();
    match near {
        Some((distance, nearest)) if distance * 2 < name.chars().count() => format!("did you mean \"{nearest}\"?"),
        _ if known.is_empty() => "remove it".into(),
        _ => format!("expected one of {}", list(&known)),
    }
}

/// What owners often call a thing that has a field of another name here.
pub(super) fn meant(field: &str, known: &Map<String, Value>) -> Option<String> {
    let name: String = field.chars().filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_lowercase()).collect();
    let (field, how) = match name.trim_end_matches("url") {
        "imprint" | "impressum" | "legalnotice" | "terms" | "termsofservice" | "agb" | "tos" => {
            ("links", "add it to \"links\", as in {\"title\": \"Imprint\", \"url\": \"/imprint\"}")
        }
        "tel" | "telephone" | "phonenumber" | "tollfree" | "call" => {
            ("phone", "write \"phone\", with the country code")
        }
        "mail" | "postal" | "postaladdress" | "letter" | "street" | "address" => {
            ("post", "write \"post\": a list with one text for each line of the address")
        }
        "form" | "webform" | "page" | "web" | "website" | "contactform" => {
            ("url", "write \"url\": the address of the page")
        }
        "expires" | "expiry" | "maxage" | "lifetime" | "retention" => ("duration", "write \"duration\""),
        _ => return None,
    };
    known.contains_key(field).then(|| how.to_owned())
}
