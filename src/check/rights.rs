//! Rights: whether each has a way to use it, and only one.

use std::collections::{BTreeMap, BTreeSet};

use super::context::{Context, Violation, listed};
use crate::site::{Right, RightKind, Route, Translated};

/// The title that the site gives it, or its kind as the file writes it.
pub(super) fn titled(context: &Context, right: &Right<Translated>) -> String {
    right
        .title
        .as_ref()
        .map_or_else(|| format!("\"{}\"", word(&right.kind)), |title| format!("\"{}\"", context.say(title)))
}

/// The word that the site file has for something.
pub(super) fn word<T: serde::Serialize>(kind: &T) -> String {
    serde_json::to_value(kind).ok().and_then(|word| word.as_str().map(str::to_owned)).unwrap_or_default()
}

/// A visitor must be able to use a right (GDPR Article 12(2), 11 CCR 7020).
pub(super) fn without_route(context: &Context) -> Vec<Violation> {
    // `requests` is a way for all.
    if context.site.requests.is_some() {
        return Vec::new();
    }
    let rights = context.site.rights.iter().enumerate();
    let closed = rights.filter(|(_, right)| right.routes.is_empty() && right.needs_route());
    Violation::of(
        closed.map(|(index, right)| (format!("rights[{index}].routes"), titled(context, right))),
        |names| format!("visitors have no way to use a right: {names}"),
        "add a route: an email address, a page, or the place in the account",
    )
}

/// A visitor who wants one thing should not have to guess which subject line it needs.
pub(super) fn subjects(context: &Context) -> Vec<Violation> {
    let mut requests: BTreeMap<_, Vec<(String, String)>> = BTreeMap::new();
    for (index, right) in context.site.rights.iter().enumerate().filter(|(_, right)| right.kind != RightKind::Other) {
        let mut regimes: Vec<_> = right.regimes.iter().map(word).collect();
        regimes.sort();
        for (step, route) in right.routes.iter().enumerate() {
            let Route::Email { email, subject: Some(subject) } = route else { continue };
            let field = format!("rights[{index}].routes[{step}].subject");
            let request = requests.entry((word(&right.kind), regimes.clone(), email)).or_default();
            request.push((field, format!("\"{}\"", context.say(subject))));
        }
    }
    let found = requests.into_iter().filter_map(|((kind, _, email), stated)| {
        let (places, subjects): (Vec<_>, BTreeSet<_>) = stated.into_iter().unzip();
        (subjects.len() > 1).then(|| {
            let subjects = listed(&subjects.into_iter().collect::<Vec<_>>());
            let sentence =
                format!("you ask for different subject lines in letters to {email} about \"{kind}\": {subjects}");
            let fix = "use one subject, or say in \"notes\" which is for what";
            Violation::at(places, sentence, fix)
        })
    });
    found.collect()
}
