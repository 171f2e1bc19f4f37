//! Where each value of a JSON file is in its text, by the paths that problems and findings have.

use std::ops::Range;

use jsonc_parser::ast::{Array, Object, ObjectProp, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

/// The values of one file.
pub(crate) struct SourceMap<'a> {
    root: Value<'a>,
}

/// A place in the text of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// The bytes that a reader should look at: a value of one line, or the key of a list or an object.
    pub range: Range<usize>,
    /// The field that is missing there, where the path leads further than the file.
    pub missing: Option<String>,
    /// Whether it is the file as a whole.
    pub is_root: bool,
}

impl<'a> SourceMap<'a> {
    /// Reads a text without its byte order mark; nothing where it is not JSON.
    pub fn new(text: &'a str) -> Option<Self> {
        let parsed = parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default()).ok()?;
        Some(Self { root: parsed.value? })
    }

    /// The place of a path such as `services[2].data` or `purposes[analytics].legalBasis`, or of its nearest parent that the file
    /// has. Nothing for an entry that exists undeclared, as the purpose `essential` can.
    pub fn find(&self, path: &str) -> Option<Found> {
        let mut here = Place { key: None, value: &self.root, is_root: true };
        let mut rest = path;
        while !rest.is_empty() {
            match here.step(rest) {
                Step::To(next, after) => (here, rest) = (next, after),
                Step::Missing(name) => return Some(Found { missing: Some(name.into()), ..here.found() }),
                Step::Undeclared => return None,
            }
        }
        Some(here.found())
    }
}

/// A value, with its key where it has one.
struct Place<'a, 'b> {
    key: Option<&'b ObjectProp<'a>>,
    value: &'b Value<'a>,
    is_root: bool,
}

/// Where the next part of a path leads, and what is left of it.
enum Step<'a, 'b, 'c> {
    To(Place<'a, 'b>, &'c str),
    Missing(&'c str),
    Undeclared,
}

impl<'a, 'b> Place<'a, 'b> {
    fn step<'c>(&self, path: &'c str) -> Step<'a, 'b, 'c> {
        let path = path.strip_prefix('.').unwrap_or(path);
        let name = path.strip_prefix('[').and_then(|rest| rest.split_once(']'));
        match (self.value, name) {
            (Value::Array(list), Some((entry, after))) => match entry_of(list, entry) {
                Some(value) => Step::To(Self { key: None, value, is_root: false }, after),
                None => Step::Undeclared,
            },
            (Value::Object(fields), None) => match field_of(fields, path) {
                Some((property, after)) => {
                    Step::To(Self { key: Some(property), value: &property.value, is_root: false }, after)
                }
                None => Step::Missing(&path[..path.find(['.', '[']).unwrap_or(path.len())]),
            },
            // A whole list, such as the purposes, is undeclared.
            (_, Some(_)) => Step::Undeclared,
            _ => Step::Missing(&path[..path.find(['.', '[']).unwrap_or(path.len())]),
        }
    }

    fn found(&self) -> Found {
        let range = match (self.value, self.key) {
            (Value::Array(_) | Value::Object(_), Some(property)) => property.name.range(),
            (Value::Object(fields), None) if !self.is_root => {
                let id = fields.properties.iter().find(|property| property.name.as_str() == "id");
                match id.map(|property| &property.value) {
                    Some(Value::StringLit(id)) => id.range,
                    _ => opening(fields.range.start),
                }
            }
            (Value::Array(list), None) => opening(list.range.start),
            (Value::Object(fields), None) => opening(fields.range.start),
            (value, _) => value.range(),
        };
        Found { range: range.start..range.end, missing: None, is_root: self.is_root }
    }
}

/// A bracket.
fn opening(start: usize) -> jsonc_parser::common::Range {
    jsonc_parser::common::Range::new(start, start + 1)
}

/// An entry by its number, or by its id.
fn entry_of<'a, 'b>(list: &'b Array<'a>, entry: &str) -> Option<&'b Value<'a>> {
    if let Ok(index) = entry.parse::<usize>() {
        return list.elements.get(index);
    }
    list.elements.iter().find(|value| {
        let id = value.as_object().and_then(|fields| fields.get_string("id"));
        id.is_some_and(|id| id.value == entry)
    })
}

/// The field that a path begins with, and the rest of the path. Names can have a dot: the longest one fits.
fn field_of<'a, 'b, 'c>(fields: &'b Object<'a>, path: &'c str) -> Option<(&'b ObjectProp<'a>, &'c str)> {
    let fits = fields.properties.iter().filter_map(|property| {
        let rest = path.strip_prefix(property.name.as_str())?;
        (rest.is_empty() || rest.starts_with(['.', '['])).then_some((property, rest))
    });
    fits.min_by_key(|(_, rest)| rest.len())
}
