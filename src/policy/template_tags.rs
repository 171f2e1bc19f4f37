//! The tags of template languages (Liquid, Jinja, Hugo, Handlebars, PHP): what they compute is not known here. Their comments are
//! left out; so are tags that only do something, each named; a value stays as it is written, where a reader would miss it.

use super::remarks::{Remarks, Treatment};

/// How a tag begins and ends, and what becomes of it.
const TAGS: [(&str, &str, Treatment); 10] = [
    ("{{/*", "*/}}", Treatment::LeftOut),
    ("{{!--", "--}}", Treatment::LeftOut),
    ("{{!", "}}", Treatment::LeftOut),
    ("{# ", "#}", Treatment::LeftOut),
    ("{#-", "#}", Treatment::LeftOut),
    ("{{<", ">}}", Treatment::Unfilled),
    ("{{%", "%}}", Treatment::Unfilled),
    ("{%", "%}", Treatment::Unfilled),
    ("<?php", "?>", Treatment::Unfilled),
    ("<%", "%>", Treatment::Unfilled),
];

/// What is between two tags is a comment as well.
const COMMENTS: [(&str, &str); 2] = [("{%comment%}", "endcomment"), ("{::comment}", "{:/comment}")];

/// The text without them; its lines stay where they were.
pub(super) fn templates(source: &str, marks: &mut Remarks) -> String {
    let mut text = String::with_capacity(source.len());
    let mut rest = source;
    while let Some((start, (open, close, treatment))) = next(rest) {
        let Some(end) = rest[start + open.len()..].find(close).map(|end| start + open.len() + end + close.len()) else {
            text.push_str(&rest[..start + open.len()]);
            rest = &rest[start + open.len()..];
            continue;
        };
        let (end, treatment) = comment(rest, start, end).map_or((end, treatment), |end| (end, Treatment::LeftOut));
        let tag = &rest[start..end];
        text.push_str(&rest[..start]);
        // In a line of code it is an example.
        let line = text.rsplit('\n').next().unwrap_or_default();
        if line.matches('`').count() % 2 == 1 {
            text.push_str(tag);
        } else {
            marks.add(text.matches('\n').count() + 1, treatment, tag);
            text.push_str(&"\n".repeat(tag.matches('\n').count()));
        }
        rest = &rest[end..];
    }
    text + rest
}

/// The first tag in a text.
fn next(text: &str) -> Option<(usize, (&'static str, &'static str, Treatment))> {
    let block = ("{::comment}", "{:/comment}", Treatment::LeftOut);
    let all = TAGS.into_iter().chain([block]).filter_map(|tag| Some((text.find(tag.0)?, tag)));
    // Where several begin at one place, the first of the list is meant.
    all.min_by_key(|(start, _)| *start)
}

/// Where a comment ends that a tag from `start` to `end` opens.
fn comment(text: &str, start: usize, end: usize) -> Option<usize> {
    let tag: String = text[start..end].chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    let (_, close) = COMMENTS.iter().find(|(open, _)| tag == *open)?;
    let after = end + text[end..].find(close)?;
    Some(after + text[after..].find('}')? + 1)
}
