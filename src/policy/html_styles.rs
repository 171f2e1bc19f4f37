//! How an element of HTML looked on the page that it was written for, as far as that says something.

use super::Style;
use super::html_tokens::Tag;

/// How an element sets its text; word processors write all of it as attributes.
pub(super) fn style(tag: &Tag) -> Option<Style> {
    let looks = tag.get("style").unwrap_or_default().to_lowercase().replace(' ', "");
    let is_bold = ["font-weight:bold", "font-weight:6", "font-weight:7", "font-weight:8", "font-weight:9"];
    match tag.name.as_str() {
        "b" | "strong" | "u" | "big" | "dt" | "summary" | "caption" | "legend" => Some(Style::Strong),
        "i" | "em" | "cite" | "dfn" | "var" => Some(Style::Emphasis),
        "code" | "kbd" | "samp" | "tt" => Some(Style::Code),
        "span" | "font" | "p" | "div" if is_bold.iter().any(|bold| looks.contains(bold)) => Some(Style::Strong),
        "span" if looks.contains("font-style:italic") => Some(Style::Emphasis),
        _ => None,
    }
}

/// Whether visitors of the page that it was written for did not see it.
pub(super) fn is_hidden(tag: &Tag) -> bool {
    let looks = tag.get("style").unwrap_or_default().to_lowercase().replace(' ', "");
    tag.get("hidden").is_some() || looks.contains("display:none") || looks.contains("visibility:hidden")
}
