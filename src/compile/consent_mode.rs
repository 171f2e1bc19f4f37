//! Google's and Microsoft's consent modes, for a site that declares them: a few lines before the loader, which set the default before
//! any tag runs.
//!
//! "If your consent code is called out of order, consent defaults won't work" (Google, "Set up consent mode on websites"): hence
//! in courtesy.js itself, which such a site loads first in `<head>` and without `async`.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::loader::fill;
use super::parts::{MissingPart, Parts};
use crate::consent::OrderedMap;
use crate::site::{ConsentSignal, Id, MicrosoftSignal, Mode, SiteFile};

/// The signals that version 2 of Google's consent mode requires; one that is not mapped stays denied.
const ALWAYS: [ConsentSignal; 4] = [
    ConsentSignal::AdStorage,
    ConsentSignal::AdUserData,
    ConsentSignal::AdPersonalization,
    ConsentSignal::AnalyticsStorage,
];

/// The signal that both of Microsoft's services require. Clarity gets analytics_storage only if a purpose is mapped to it.
const ALWAYS_MICROSOFT: [MicrosoftSignal; 1] = [MicrosoftSignal::AdStorage];

/// The lines before the loader, none if the site declares no signals. `material` has the keys that visitors decide on.
pub(super) fn prefix(site: &SiteFile, material: &OrderedMap<String>, parts: &Parts) -> Result<String, MissingPart> {
    let mut before = String::new();
    if !site.consent_mode.is_empty() {
        let choices = material.0.iter().filter(|_| site.mode() == Mode::Consent);
        let keys: Vec<&String> = choices.map(|(key, _)| key).collect();
        let signals = by_signal(&site.consent_mode, &ALWAYS);
        let slots = [("__COURTESY_SIGNALS__", &signals), ("__COURTESY_KEYS__", &json!(keys))];
        before += &fill(&parts.text("consent-mode.js")?, &slots);
    }
    if !site.microsoft_consent_mode.is_empty() {
        let signals = by_signal(&site.microsoft_consent_mode, &ALWAYS_MICROSOFT);
        before += &fill(&parts.text("microsoft-consent.js")?, &[("__COURTESY_MICROSOFT__", &signals)]);
    }
    Ok(before)
}

/// The purposes that each signal is mapped to: it is granted if all of them are.
fn by_signal<S: Serialize + PartialEq>(mapped: &BTreeMap<Id, Vec<S>>, always: &[S]) -> Value {
    let purposes = |signal: &S| -> Vec<_> {
        mapped.iter().filter(|(_, signals)| signals.contains(signal)).map(|(purpose, _)| purpose).collect()
    };
    let all = always.iter().chain(mapped.values().flatten());
    let named = all.filter_map(|signal| Some((json!(signal).as_str()?.to_owned(), json!(purposes(signal)))));
    named.collect::<Map<_, _>>().into()
}
