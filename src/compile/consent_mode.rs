//! Google's consent mode, version 2, for a site that declares it: a few lines before the loader, which say `default` before any tag.
//!
//! "If your consent code is called out of order, consent defaults won't work" (Google, "Set up consent mode on websites"): hence
//! in courtesy.js itself, which such a site loads first in `<head>` and without `async`.

use serde_json::{Value, json};

use super::loader::fill;
use super::parts::{MissingPart, Parts};
use crate::site::{ConsentSignal, SiteFile};

/// The signals that version 2 asks for; what is not mapped stays denied.
const ALWAYS: [ConsentSignal; 4] = [
    ConsentSignal::AdStorage,
    ConsentSignal::AdUserData,
    ConsentSignal::AdPersonalization,
    ConsentSignal::AnalyticsStorage,
];

/// What stands before the loader: nothing, where the site does not declare it.
pub(super) fn prefix(site: &SiteFile, parts: &Parts) -> Result<String, MissingPart> {
    if site.consent_mode.is_empty() {
        return Ok(String::new());
    }
    // By signal, the purposes that it stands for: it is granted where all of them are.
    let purposes = |signal: &ConsentSignal| -> Vec<_> {
        site.consent_mode.iter().filter(|(_, signals)| signals.contains(signal)).map(|(purpose, _)| purpose).collect()
    };
    let mapped = site.consent_mode.values().flatten();
    let signals: serde_json::Map<String, Value> = ALWAYS
        .iter()
        .chain(mapped)
        .filter_map(|signal| Some((json!(signal).as_str()?.to_owned(), json!(purposes(signal)))))
        .collect();
    Ok(fill(&parts.text("consent-mode.js")?, &[("__COURTESY_SIGNALS__", &signals.into())]))
}
