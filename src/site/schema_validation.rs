//! The form of a site file, held against the schema: unknown fields, missing ones, wrong kinds of value.

use serde_json::{Map, Value};

use super::Malformed;
use super::address::without_password;
use super::problem::Problem;
use super::problem_phrases::{list, meant, named, suggestion, wanted};
use super::schema::schema;
use super::string_formats::malformed;

/// Everything in which the file's form differs from the schema.
pub(super) fn problems(file: &Value) -> Vec<Problem> {
    let schema = schema();
    let mut walk = Walk { types: &schema["$defs"], languages: languages(file), problems: Vec::new() };
    walk.value(&schema, file, "");
    walk.problems
}

/// The languages that the file declares, as far as they can be read; English where it declares none.
fn languages(file: &Value) -> Vec<&str> {
    match file.get("languages").and_then(Value::as_array) {
        Some(list) => list.iter().filter_map(Value::as_str).collect(),
        None => vec!["en"],
    }
}

struct Walk<'a> {
    types: &'a Value,
    languages: Vec<&'a str>,
    problems: Vec<Problem>,
}

impl Walk<'_> {
    fn report(&mut self, code: &'static str, path: &str, sentence: impl Into<String>, fix: impl Into<String>) {
        self.problems.push(Problem::new(code, path, sentence, fix));
    }

    fn value(&mut self, schema: &Value, value: &Value, path: &str) {
        if let Some(name) = schema["$ref"].as_str().and_then(|address| address.strip_prefix("#/$defs/")) {
            return match (name, malformed(name), value) {
                ("Text", ..) => self.text(value, path),
                (_, Some(malformed), Value::String(text)) => self.written(malformed(text), text, path),
                _ => self.value(&self.types[name].clone(), value, path),
            };
        }
        if let Some(options) = schema["anyOf"].as_array().filter(|_| schema["type"].is_null()) {
            // What may be left out may also be null.
            if !value.is_null() {
                self.value(&options[0], value, path);
            }
            return;
        }
        if value.is_null() && kinds(schema).contains(&"null") {
            return;
        }
        let options = options(schema);
        if !options.is_empty() {
            return self.one_of(&options, value, path);
        }
        match (kinds(schema)[0], value) {
            ("object", Value::Object(fields)) => self.object(schema, fields, path),
            ("array", Value::Array(entries)) => self.array(schema, entries, path),
            ("string", Value::String(text)) => self.string(schema, text, path),
            ("integer", Value::Number(number)) => self.number(schema, number.as_i64(), path),
            ("boolean", Value::Bool(_)) => {}
            (kind, _) => {
                let sentence = format!("expected {}, found {}", wanted(kind), named(value));
                self.report("wrong-type", path, sentence, format!("write {}", wanted(kind)));
            }
        }
    }

    fn object(&mut self, schema: &Value, fields: &Map<String, Value>, path: &str) {
        let empty = Map::new();
        let known = schema["properties"].as_object().unwrap_or(&empty);
        let entries = schema["patternProperties"].as_object().and_then(|patterns| patterns.values().next());
        let at = |field: &str| if path.is_empty() { field.to_owned() } else { format!("{path}.{field}") };
        for (field, value) in fields {
            match known.get(field).or(entries) {
                Some(schema) => self.value(schema, value, &at(field)),
                None => {
                    let fix =
                        meant(field, known).unwrap_or_else(|| suggestion(field, known.keys().map(String::as_str)));
                    self.report("unknown-field", &at(field), format!("unknown field \"{field}\""), fix);
                }
            }
        }
        let stated = |field: &str| fields.get(field).is_some_and(|value| !value.is_null());
        for field in texts(&schema["required"]).filter(|field| !stated(field)) {
            self.report(
                "missing-field",
                &at(field),
                format!("required field \"{field}\" is missing"),
                format!("add \"{field}\""),
            );
        }
        let ways: Vec<_> =
            schema["oneOf"].as_array().into_iter().flatten().flat_map(|way| texts(&way["required"])).collect();
        if !ways.is_empty() && ways.iter().filter(|way| stated(way)).count() != 1 {
            self.report(
                "bad-value",
                path,
                "expected exactly one of these fields",
                format!("keep one of {}", list(&ways)),
            );
        }
        let any: Vec<_> =
            schema["anyOf"].as_array().into_iter().flatten().flat_map(|way| texts(&way["required"])).collect();
        let is_filled = |field: &&str| {
            fields.get(*field).is_some_and(|value| !value.is_null() && *value != Value::Array(Vec::new()))
        };
        if !any.is_empty() && !any.iter().any(is_filled) {
            self.report(
                "missing-field",
                path,
                "a way to contact you is missing",
                format!("add at least one of {}", list(&any)),
            );
        }
        for (field, needed) in schema["dependentRequired"].as_object().into_iter().flatten() {
            for needed in texts(needed).filter(|needed| stated(field) && !stated(needed)) {
                let sentence = format!("\"{field}\" requires \"{needed}\"");
                self.report("missing-field", &at(field), sentence, format!("add \"{needed}\", or remove \"{field}\""));
            }
        }
    }

    fn array(&mut self, schema: &Value, entries: &[Value], path: &str) {
        if entries.len() < schema["minItems"].as_u64().unwrap_or(0) as usize {
            self.report("empty-value", path, "expected at least one entry, found none", "add one");
        }
        if let Some(most) = schema["maxItems"].as_u64().filter(|most| entries.len() as u64 > *most) {
            self.report(
                "bad-value",
                path,
                format!("expected at most {most} entries, found {}", entries.len()),
                "remove some",
            );
        }
        for (index, entry) in entries.iter().enumerate() {
            self.value(&schema["items"], entry, &format!("{path}[{index}]"));
        }
    }

    fn string(&mut self, schema: &Value, text: &str, path: &str) {
        let length = text.chars().count() as u64;
        if length < schema["minLength"].as_u64().unwrap_or(0) {
            self.report("empty-value", path, "this text is empty", "write something, or remove the entry");
        } else if let Some(most) = schema["maxLength"].as_u64().filter(|most| length > *most) {
            self.report(
                "bad-value",
                path,
                format!("expected at most {most} characters, found {length}"),
                "shorten the text",
            );
        }
    }

    fn number(&mut self, schema: &Value, number: Option<i64>, path: &str) {
        let (least, most) = (schema["minimum"].as_i64().unwrap_or(0), schema["maximum"].as_i64().unwrap_or(i64::MAX));
        if !number.is_some_and(|number| (least..=most).contains(&number)) {
            self.report(
                "bad-value",
                path,
                format!("expected a whole number from {least} to {most}"),
                "correct the number",
            );
        }
    }

    fn one_of(&mut self, options: &[&str], value: &Value, path: &str) {
        match value.as_str() {
            Some(text) if options.contains(&text) => {}
            Some(text) => {
                let fix = suggestion(text, options.iter().copied());
                self.report("bad-value", path, format!("unknown value \"{text}\""), fix);
            }
            None => {
                let fix = format!("write one of {}", list(options));
                self.report("wrong-type", path, format!("expected a string, found {}", named(value)), fix);
            }
        }
    }

    fn written(&mut self, malformed: Option<Malformed>, text: &str, path: &str) {
        if let Some(Malformed { what, fix }) = malformed {
            self.report("bad-value", path, format!("\"{}\" is not {what}", without_password(text)), fix);
        }
    }

    /// A text of the owner's: one for all languages, or one for each that is declared and none besides.
    fn text(&mut self, value: &Value, path: &str) {
        let Value::Object(texts) = value else {
            return match value.as_str().map(str::trim) {
                Some("") => {
                    self.report("empty-value", path, "this text is empty", "write something, or remove the entry")
                }
                Some(_) => {}
                None => self.report(
                    "wrong-type",
                    path,
                    format!("expected a string, found {}", named(value)),
                    "write a string, or one per language as in {\"en\": \"…\", \"de\": \"…\"}",
                ),
            };
        };
        for language in self.languages.clone() {
            if texts.get(language).and_then(Value::as_str).is_none_or(|text| text.trim().is_empty()) {
                self.report(
                    "missing-language",
                    path,
                    format!("the text in \"{language}\" is missing"),
                    format!("add \"{language}\""),
                );
            }
        }
        for language in texts.keys().filter(|language| !self.languages.contains(&language.as_str())) {
            let sentence = format!("\"{language}\" is not one of the site's languages");
            self.problems.push(Problem::new(
                "unknown-language",
                path,
                sentence,
                format!("declare it in \"languages\", or remove \"{language}\""),
            ));
        }
    }
}

fn kinds(schema: &Value) -> Vec<&str> {
    schema["type"].as_str().map_or_else(|| texts(&schema["type"]).collect(), |kind| vec![kind])
}

/// The words that a schema lets one choose from: an `enum`, or a `oneOf` of constants.
fn options(schema: &Value) -> Vec<&str> {
    let constants = schema["oneOf"].as_array().into_iter().flatten().filter_map(|option| option["const"].as_str());
    texts(&schema["enum"]).chain(constants).collect()
}

fn texts(value: &Value) -> impl Iterator<Item = &str> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str)
}
