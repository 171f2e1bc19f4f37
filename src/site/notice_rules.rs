//! What an owner's own words in the notice, and how long items last, must keep to.

use serde_json::Value;

use super::problem::Problem;
use super::raw::entries;

/// The longest heading, label and title of a link, in characters: the notice is read on a telephone.
const LONGEST: [(&str, usize); 5] = [
    ("notice.title", 60),
    ("notice.labels.accept", 30),
    ("notice.labels.reject", 30),
    ("notice.labels.choose", 30),
    ("notice.labels.ok", 30),
];
const LONGEST_TITLE: usize = 40;

pub(super) fn problems(file: &Value, found: &mut Vec<Problem>) {
    for (path, most) in LONGEST {
        let value = path.split('.').fold(file, |value, field| &value[field]);
        long(path.to_owned(), value, most, found);
    }
    for (index, link) in entries(file, "links") {
        long(format!("links[{index}].title"), &link["title"], LONGEST_TITLE, found);
    }
    let labels = &file["notice"]["labels"];
    for [given, other] in [["accept", "reject"], ["reject", "accept"]] {
        if !labels[given].is_null() && labels[other].is_null() {
            let fix = format!("add \"{other}\"");
            found.push(Problem::new(
                "missing-field",
                format!("notice.labels.{other}"),
                "required field is missing",
                fix,
            ));
        }
    }
    if let Some(language) = same(&labels["accept"], &labels["reject"]) {
        let sentence = format!("\"accept\" and \"reject\" have the same words{language}");
        let fix = "say in each what the button does";
        found.push(Problem::new("bad-value", "notice.labels.reject", sentence, fix));
    }
    lasting(file, found);
}

/// The texts of a field, each with the language that it is for.
fn texts(value: &Value) -> Vec<(Option<&str>, &str)> {
    match value {
        Value::String(text) => vec![(None, text)],
        Value::Object(texts) => {
            texts.iter().filter_map(|(language, text)| Some((Some(language.as_str()), text.as_str()?))).collect()
        }
        _ => Vec::new(),
    }
}

fn long(path: String, value: &Value, most: usize, found: &mut Vec<Problem>) {
    let longest = texts(value).into_iter().map(|(_, text)| text.trim().chars().count()).max().unwrap_or(0);
    if longest > most {
        let sentence = format!("expected at most {most} characters, found {longest}");
        found.push(Problem::new("bad-value", path, sentence, "shorten the text"));
    }
}

/// In which language two texts are the same; nothing where they differ.
fn same(first: &Value, second: &Value) -> Option<String> {
    let key = |text: &str| text.trim().to_lowercase();
    let second = texts(second);
    texts(first).into_iter().find_map(|(language, text)| {
        let other = second.iter().find(|(of, _)| *of == language || of.is_none() || language.is_none())?.1;
        let named = language.map(|language| format!(" in \"{language}\"")).unwrap_or_default();
        (!text.trim().is_empty() && key(text) == key(other)).then_some(named)
    })
}

/// A cookie has an end, and so has what is stored for a session.
fn lasting(file: &Value, found: &mut Vec<Problem>) {
    for (index, item) in entries(file, "items").filter(|(_, item)| item["duration"] == "until-erased") {
        let (sentence, fix) = match item["kind"].as_str() {
            Some("cookie") => (
                "browsers delete every cookie after 400 days at most",
                "write how long it is set for, such as \"P400D\", or \"session\"",
            ),
            Some("session-storage") => ("session storage ends with its tab", "write \"session\", or leave this out"),
            _ => continue,
        };
        found.push(Problem::new("bad-value", format!("items[{index}].duration"), sentence, fix));
    }
}
