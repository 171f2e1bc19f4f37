//! The brand of a site on the pages that the build writes: colours, radius and font, as CSS.
//!
//! These texts go into a style sheet, so each is a closed form: nothing that could end a declaration or name an address.

use serde::{Deserialize, Serialize};

use super::checked_text::{Malformed, checked_text};

/// The brand tokens of `privacy.html` and `request.html`, which do not load the style sheets of your site.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "read",
    derive(schemars::JsonSchema),
    schemars(rename = "Tokens", deny_unknown_fields, extend("dependentRequired" = pairs()))
)]
#[serde(default)]
pub struct Tokens {
    /// The colour of underlines, focus and hovered buttons: `--courtesy-accent`.
    pub accent: Option<Colour>,
    /// The background: `--courtesy-surface`. Requires `text`, so that both can be read together.
    pub surface: Option<Colour>,
    /// The colour of text: `--courtesy-text`. Requires `surface`.
    pub text: Option<Colour>,
    /// The radius of corners: `--courtesy-radius`.
    pub radius: Option<Length>,
    /// The font: `--courtesy-font`. No font is loaded.
    pub font: Option<FontFamilies>,
    /// The colours for visitors whose system is dark; absent, the same as above.
    pub dark: Option<DarkTokens>,
}

/// The colours that differ for visitors whose system is dark.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "read",
    derive(schemars::JsonSchema),
    schemars(rename = "DarkTokens", deny_unknown_fields, extend("dependentRequired" = pairs()))
)]
#[serde(default)]
pub struct DarkTokens {
    /// The colour of underlines, focus and hovered buttons.
    pub accent: Option<Colour>,
    /// The background. Requires `text`.
    pub surface: Option<Colour>,
    /// The colour of text. Requires `surface`.
    pub text: Option<Colour>,
}

#[cfg(feature = "read")]
fn pairs() -> serde_json::Value {
    serde_json::json!({ "surface": ["text"], "text": ["surface"] })
}

checked_text! {
    /// A CSS colour: hexadecimal, or one of the functions `rgb`, `hsl`, `hwb`, `lab`, `lch`, `oklab` and `oklch`.
    Colour, check = colour, pattern = "^(#([0-9A-Fa-f]{3,4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})|(rgba?|hsla?|hwb|lab|lch|oklab|oklch)\\([0-9a-z .,%/+-]+\\))$", example = "#3b63d3"
}

checked_text! {
    /// A CSS length in `px`, `rem` or `em`, or `0`.
    Length, check = length, pattern = "^(0|[0-9]{1,3}(\\.[0-9]{1,3})?(px|rem|em))$", example = "8px"
}

checked_text! {
    /// Font families as in CSS, with commas between them; names with other signs than letters, digits, spaces and hyphens need quotation marks.
    FontFamilies, check = families, pattern = "^[^;:{}<>()/\\\\@!*]+$", example = "Georgia, serif"
}

const FUNCTIONS: [&str; 9] = ["rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch"];

fn colour(text: &str) -> Result<(), Malformed> {
    let is_hex = text.strip_prefix('#').is_some_and(|digits| {
        [3, 4, 6, 8].contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
    });
    let is_value = |c: char| c.is_ascii_digit() || c.is_ascii_lowercase() || " .,%/+-".contains(c);
    let is_function = text.strip_suffix(')').and_then(|text| text.split_once('(')).is_some_and(|(name, values)| {
        FUNCTIONS.contains(&name) && !values.trim().is_empty() && values.chars().all(is_value)
    });
    if is_hex || is_function {
        return Ok(());
    }
    Err(Malformed { what: "a colour", fix: "write one such as \"#3b63d3\" or \"oklch(55% 0.17 264)\"" })
}

fn length(text: &str) -> Result<(), Malformed> {
    let number = ["px", "rem", "em"].iter().find_map(|unit| text.strip_suffix(unit));
    let is_digits = |text: &str| (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_number = |number: &str| match number.split_once('.') {
        Some((whole, part)) => is_digits(whole) && is_digits(part),
        None => is_digits(number),
    };
    if text == "0" || number.is_some_and(is_number) {
        return Ok(());
    }
    Err(Malformed { what: "a length", fix: "write one such as \"8px\" or \"0.5rem\"" })
}

fn families(text: &str) -> Result<(), Malformed> {
    let is_name =
        |name: &str| !name.trim().is_empty() && name.chars().all(|c| c.is_alphanumeric() || " -_".contains(c));
    let is_family = |family: &str| {
        let family = family.trim();
        let quoted = ['"', '\''].iter().find_map(|mark| family.strip_prefix(*mark)?.strip_suffix(*mark));
        is_name(quoted.unwrap_or(family)) && (quoted.is_some() || family.starts_with(char::is_alphabetic))
    };
    if text.split(',').all(is_family) {
        return Ok(());
    }
    Err(Malformed { what: "a list of fonts", fix: "write names with commas between them, such as \"Georgia, serif\"" })
}
