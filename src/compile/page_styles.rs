//! The style sheet of the pages: `page.css`, and the owner's brand tokens as custom properties after it.

use super::file::File;
use crate::site::{Colour, DarkTokens, FontFamilies, Length, Tokens};

/// `page-<hash>.css`. A file and no inline style, so that a strict Content-Security-Policy allows it.
pub(super) fn styles(page: &str, tokens: Option<&Tokens>) -> File {
    let tokens = tokens.map(properties).unwrap_or_default();
    File::hashed("page", "css", format!("{page}{tokens}").into_bytes())
}

fn properties(tokens: &Tokens) -> String {
    let Tokens { accent, surface, text, radius, font, dark } = tokens;
    let light = rule(&[
        ("accent", accent.as_ref().map(Colour::as_str)),
        ("surface", surface.as_ref().map(Colour::as_str)),
        ("text", text.as_ref().map(Colour::as_str)),
        ("radius", radius.as_ref().map(Length::as_str)),
        ("font", font.as_ref().map(FontFamilies::as_str)),
    ]);
    let dark = dark.as_ref().map(|DarkTokens { accent, surface, text }| {
        rule(&[
            ("accent", accent.as_ref().map(Colour::as_str)),
            ("surface", surface.as_ref().map(Colour::as_str)),
            ("text", text.as_ref().map(Colour::as_str)),
        ])
    });
    let dark = dark.filter(|rule| !rule.is_empty()).map(|rule| format!("@media (prefers-color-scheme:dark){{{rule}}}"));
    light + &dark.unwrap_or_default()
}

fn rule(values: &[(&str, Option<&str>)]) -> String {
    let declarations: Vec<String> =
        values.iter().filter_map(|(name, value)| value.map(|value| format!("--courtesy-{name}:{value}"))).collect();
    if declarations.is_empty() { String::new() } else { format!(":root{{{}}}", declarations.join(";")) }
}
