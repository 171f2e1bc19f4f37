//! Telephone numbers: written for people, and dialled by machines (RFC 3966, ITU-T E.164).

use super::checked_text::{Malformed, checked_text};

checked_text! {
    /// A telephone number with its country code, such as `+1 555 010 0199`; an extension may follow, as in `+1 555 010 0199 ext. 12`.
    Phone, check = phone, pattern = "^(tel:)?\\+[0-9 .()/-]+(;?\\s*(ext\\.?|x)\\s*=?\\s*[0-9]+)?$", example = "+1 555 010 0199"
}

/// How many digits a number has, with its country code (E.164); none is shorter than seven.
const DIGITS: std::ops::RangeInclusive<usize> = 7..=15;

impl Phone {
    /// The link that dials it (RFC 3966).
    pub fn link(&self) -> String {
        let (number, extension) = split(&self.0);
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        let extension = extension.map(|text| format!(";ext={}", digits(text))).unwrap_or_default();
        format!("tel:+{}{extension}", digits(number))
    }

    /// The number as visitors read it.
    pub fn shown(&self) -> String {
        match split(&self.0) {
            (number, Some(extension)) => format!("{number} ext. {extension}"),
            (number, None) => number.to_owned(),
        }
    }
}

/// The number, and its extension where it has one.
fn split(text: &str) -> (&str, Option<&str>) {
    let text = text.strip_prefix("tel:").unwrap_or(text);
    let end = text.find(|c: char| c == ';' || c.is_ascii_alphabetic());
    let (number, rest) = end.map_or((text, ""), |end| text.split_at(end));
    let rest = rest.strip_prefix(';').unwrap_or(rest).trim_start();
    let extension = ["extension", "ext.", "ext", "x"].iter().find_map(|word| rest.strip_prefix(word));
    (number.trim_end(), extension.map(|text| text.trim_start_matches([' ', '=', ':'])))
}

fn phone(text: &str) -> Result<(), Malformed> {
    let wrong = |what, fix| Err(Malformed { what, fix });
    let (number, extension) = split(text);
    let Some(rest) = number.strip_prefix('+') else {
        return wrong(
            "a telephone number with its country code",
            "begin with \"+\" and the country code, as in \"+1 555 010 0199\"; callers from abroad need it",
        );
    };
    if rest.replace(' ', "").contains("(0)") {
        return wrong(
            "a number that can be dialled as written",
            "remove \"(0)\": nobody dials it after a country code",
        );
    }
    let is_plain = rest.chars().all(|c| c.is_ascii_digit() || " .()/-\u{a0}\u{2011}".contains(c));
    let is_whole = is_plain && text.len() - text.trim_end().len() == 0;
    let digits = rest.chars().filter(char::is_ascii_digit).count();
    let is_extension =
        |text: &str| !text.is_empty() && text.len() <= 15 && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_known = extension.is_some() || text.strip_prefix("tel:").unwrap_or(text) == number;
    if !is_whole || rest.starts_with('0') || !is_known || !extension.is_none_or(is_extension) {
        return wrong(
            "a telephone number",
            "write digits, spaces and \"-\" only, letters as the digits they stand for, as in \"+1 555 010 0199\" or \"+1 555 010 0199 ext. 12\"",
        );
    }
    if !DIGITS.contains(&digits) {
        return wrong("a whole telephone number", "write all its digits: 7 to 15 with the country code (ITU-T E.164)");
    }
    Ok(())
}
