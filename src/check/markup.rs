//! What of the owner's text visitors see as markup, and what they do not see at all.

use super::context::{Context, Violation, listed};
use crate::policy::{Remark, TextDate, Treatment, dates};
use crate::site::Policy;

pub(super) fn shown(context: &Context) -> Vec<Violation> {
    let advice = "write it as Markdown in a .md file or as HTML in a .html file, or remove it";
    about(context, Treatment::Shown, "visitors see this markup as plain text", advice)
}

pub(super) fn unfilled(context: &Context) -> Vec<Violation> {
    let advice = "write the text that the template would put there";
    about(context, Treatment::Unfilled, "a template tag is left out, with the text that it stands for", advice)
}

pub(super) fn left_out(context: &Context) -> Vec<Violation> {
    about(context, Treatment::LeftOut, "your page leaves this out", "write it as text, if visitors should read it")
}

fn about(context: &Context, fate: Treatment, sentence: &str, advice: &str) -> Vec<Violation> {
    let Some(text) = context.text else { return Vec::new() };
    let marks: Vec<&Remark> = text.parsed.remarks.iter().filter(|mark| mark.treatment == fate).collect();
    let mut names: Vec<String> = marks.iter().map(|mark| format!("`{}`", mark.what)).collect();
    let mut lines: Vec<usize> = marks.iter().map(|mark| mark.line).collect();
    let mut seen = std::collections::HashSet::new();
    names.retain(|name| seen.insert(name.clone()));
    lines.dedup();
    Violation::in_text(text, lines, format!("{sentence}: {}", listed(&names)), advice)
}

/// "03/04/2026" is in March for some visitors, and in April for others.
pub(super) fn unclear(context: &Context) -> Vec<Violation> {
    let Some(text) = context.text else { return Vec::new() };
    let dates = dates(&text.source).into_iter();
    let unclear = dates.filter_map(|(line, date)| match date {
        TextDate::Unclear(written) => Some((line, format!("\"{written}\""))),
        TextDate::Known(_) => None,
    });
    let (lines, names): (Vec<_>, Vec<_>) = unclear.unzip();
    let sentence = format!("visitors can read this date in two ways: {}", listed(&names));
    Violation::in_text(text, lines, sentence, "write the month as a word, as in \"3 April 2026\"")
}

/// The parts that links lead to and that no heading of the text is about: the page adds them.
pub(super) fn added(context: &Context) -> Vec<Violation> {
    let (Some(text), Some(Policy::Source { sections, .. })) = (context.text, &context.site.policy) else {
        return Vec::new();
    };
    let parts = crate::policy::added_sections(&text.parsed.document, sections, &context.site.languages);
    let known = text.parsed.document.sections.iter().map(|section| format!("#{}", section.anchor)).collect::<Vec<_>>();
    let advice = match &known[..] {
        [] => "write \"##\" before each heading of the text".to_owned(),
        known => format!("if a heading is about it, name it in \"policy.sections\": {}", known.join(", ")),
    };
    let sentence = |names: &str| {
        format!("{} has no known heading for these parts, so the page adds them at its end: {names}", text.file)
    };
    Violation::of(parts.into_iter().map(|part| (format!("policy.sections.{part}"), part.to_owned())), sentence, advice)
}
