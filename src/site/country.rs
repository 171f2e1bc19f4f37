//! Countries by their codes (ISO 3166-1 alpha-2); visitors read their names in the language of the page.

use super::checked_text::{Malformed, checked_text};

checked_text! {
    /// The code of a country: two capital letters (ISO 3166-1 alpha-2), such as `DE`, `GB` or `US`.
    Country, check = country, pattern = "^[A-Z]{2}$", example = "DE"
}

fn country(text: &str) -> Result<(), Malformed> {
    let wrong = |fix| Err(Malformed { what: "the code of a country", fix });
    match text {
        "UK" => return wrong("write \"GB\": that is the code of the United Kingdom"),
        "EL" => return wrong("write \"GR\": that is the code of Greece"),
        "EU" => {
            return wrong("name the country in which it is established, such as \"IE\"; the European Union is none");
        }
        _ => {}
    }
    if is_known(text) {
        return Ok(());
    }
    wrong("write its two capital letters (ISO 3166-1), such as \"DE\" for Germany or \"US\" for the United States")
}

fn is_known(text: &str) -> bool {
    #[cfg(feature = "read")]
    return super::regions::is_country(text);
    // Asked when the site file is read, not again in the browser.
    #[cfg(not(feature = "read"))]
    (text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase()))
}
