//! The values of a built script, which are JavaScript: JSON but for the quotes around names.

use serde_json::Value;

/// The first value of a text.
pub fn first(text: &str) -> Value {
    let json = quoted(text);
    serde_json::Deserializer::from_str(&json).into_iter().next().expect("a value").expect("JSON")
}

/// The text with quotes around each name that has none.
fn quoted(text: &str) -> String {
    let (mut json, mut rest) = (String::new(), text);
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '"' => rest[1..]
                .match_indices('"')
                .find(|(at, _)| !escapes(&rest[1..1 + at]))
                .map_or(rest.len(), |(at, _)| at + 2),
            _ if first.is_ascii_alphabetic() => {
                rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len())
            }
            _ => first.len_utf8(),
        };
        let (part, after) = rest.split_at(length);
        let is_name = first.is_ascii_alphabetic() && after.starts_with(':');
        json += &if is_name { format!("\"{part}\"") } else { part.to_owned() };
        rest = after;
    }
    json
}

/// Whether a text ends with a backslash that no other one escapes.
fn escapes(text: &str) -> bool {
    (text.len() - text.trim_end_matches('\\').len()) % 2 == 1
}
