//! The owner's own words: what would be shown in another way than it was meant.

use super::context::{Context, Violation};
use crate::policy::is_fragment;
use crate::site::Translated;

/// The notice shows text to the letter: a tag would be read as one, and a line break is a space.
pub(super) fn markup(context: &Context) -> Vec<Violation> {
    let notice = &context.site.notice;
    let fields = [("notice.title", &notice.title), ("notice.text", &notice.text)];
    let marked = fields.into_iter().filter(|(_, text)| text.iter().flat_map(all).any(is_marked));
    Violation::of(
        marked.map(|(field, _)| (field.into(), format!("\"{field}\""))),
        |fields| format!("visitors see HTML, Markdown and line breaks as plain text: {fields}"),
        "write one plain text, and add further pages to \"links\"",
    )
}

fn is_marked(text: &str) -> bool {
    let is_tag =
        |rest: &str| rest.trim_start_matches('/').starts_with(|c: char| c.is_ascii_alphabetic()) && rest.contains('>');
    text.split('<').skip(1).any(is_tag)
        || text.trim().contains('\n')
        || text.contains("](")
        || ["&nbsp;", "&amp;", "&lt;", "&gt;", "&quot;"].iter().any(|entity| text.contains(entity))
}

/// Accepting and rejecting have the same weight also in words.
pub(super) fn labels(context: &Context) -> Vec<Violation> {
    let Some(labels) = &context.site.notice.labels else { return Vec::new() };
    let (Some(accept), Some(reject)) = (&labels.accept, &labels.reject) else { return Vec::new() };
    let lengths = |text| all(text).map(|text| text.trim().chars().count()).collect::<Vec<_>>();
    let (accept, reject) = (lengths(accept), lengths(reject));
    let is_uneven = |(accept, reject): (&usize, &usize)| {
        accept.abs_diff(*reject) > 6 && (accept > &(reject * 2) || reject > &(accept * 2))
    };
    if !accept.iter().zip(&reject).any(is_uneven) {
        return Vec::new();
    }
    vec![Violation::at(
        vec!["notice.labels".into()],
        "\"accept\" and \"reject\" have different weight: one is more than twice as long",
        "word both alike, such as \"Accept all\" and \"Reject all\"",
    )]
}

/// A rule that is the end of a sentence is joined to its period, or set in brackets after it.
pub(super) fn fragment(context: &Context) -> Vec<Violation> {
    let kinds = context.site.retention.iter().enumerate();
    let cut = kinds.filter_map(|(index, kind)| {
        let rule = kind.rule.as_ref().filter(|_| kind.period.is_some())?;
        all(rule).any(is_fragment).then(|| (format!("retention[{index}].rule"), format!("\"{}\"", context.say(rule))))
    });
    Violation::of(
        cut,
        |rules| format!("a retention rule after a period is not a sentence: {rules}"),
        "write the start in \"from\", the reason in \"because\", or a whole sentence",
    )
}

pub(super) fn all(text: &Translated) -> impl Iterator<Item = &str> {
    let (one, each) = match text {
        Translated::Same(text) => (Some(text.as_str()), None),
        Translated::Each(texts) => (None, Some(texts.values().map(String::as_str))),
    };
    one.into_iter().chain(each.into_iter().flatten())
}
