//! What is material and changed since the site was last built: who is asked again about what, and that no new version is needed for it.
//!
//! A decision counts as long as its hash is the site's (ARCHITECTURE.md, "The record"), so that the right visitors are asked again by
//! themselves. The owner should know it before they do.

use super::finding::{Finding, Location, Severity};
use crate::site::Mode;

/// What can be found here.
pub(super) const CODES: [&str; 2] = ["asked-again", "told-again"];

const LEAVE: &str = "leave \"notice.version\" as it is";

/// What a build tells of its notice, and a decision is held against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MaterialFacts {
    /// Whether the site asks for something.
    pub mode: Mode,
    /// `notice.version`.
    pub version: String,
    /// A hash of what is material to the site (`site`), or to each purpose and service that is asked for.
    pub facts: Vec<(String, String)>,
}

impl MaterialFacts {
    fn keys(&self) -> impl Iterator<Item = &String> {
        self.facts.iter().map(|(key, _)| key)
    }

    fn hash(&self, key: &str) -> Option<&str> {
        self.facts.iter().find(|(known, _)| known == key).map(|(_, hash)| hash.as_str())
    }
}

/// What visitors will notice of a change of the facts that `notice.version` does not tell of; nothing, where it does.
pub fn reprompts(before: &MaterialFacts, now: &MaterialFacts) -> Option<Finding> {
    if before.version != now.version || (before.mode, &before.facts) == (now.mode, &now.facts) {
        return None;
    }
    let seen_again = |sentence: &str, fix: &str| Some(finding("told-again", Vec::new(), sentence, fix));
    match (before.mode, now.mode) {
        (Mode::Notice, Mode::Notice) => {
            seen_again("material facts changed since the last build, so every visitor sees the notice again", LEAVE)
        }
        (Mode::Consent, Mode::Notice) => seen_again(
            "you no longer ask for consent, so every visitor sees the notice again and no earlier choice counts",
            LEAVE,
        ),
        (Mode::Notice, Mode::Consent) => Some(finding(
            "asked-again",
            places(now.keys()),
            "you now ask for consent, so every visitor is asked",
            LEAVE,
        )),
        (Mode::Consent, Mode::Consent) => keys(before, now),
    }
}

/// Which keys are new, changed or gone. The same ones in another order are the same.
fn keys(before: &MaterialFacts, now: &MaterialFacts) -> Option<Finding> {
    let new: Vec<_> = now.keys().filter(|key| before.hash(key).is_none()).collect();
    let is_changed = |key: &&String| before.hash(key).is_some_and(|hash| now.hash(key) != Some(hash));
    let changed: Vec<_> = now.keys().filter(is_changed).collect();
    let gone: Vec<_> = before.keys().filter(|key| now.hash(key).is_none()).collect();
    let named: Vec<_> = [("new", &new), ("changed", &changed), ("gone", &gone)]
        .into_iter()
        .filter(|(_, keys)| !keys.is_empty())
        .map(|(word, keys)| format!("{word}: {}", quoted(keys)))
        .collect();
    if named.is_empty() {
        return None;
    }
    let who = match (new.is_empty() && changed.is_empty(), new.len() + changed.len() == now.facts.len()) {
        (true, _) => "no visitor is asked again",
        (_, true) => "every visitor is asked again about everything",
        (_, false) => "visitors are asked again about these, and their other choices stay valid",
    };
    let sentence = format!("material facts changed since the last build ({}): {who}", named.join("; "));
    let fix = match now.facts.len() - new.len() - changed.len() {
        0 => LEAVE,
        _ => "leave \"notice.version\" as it is, unless you want to ask every visitor about everything again",
    };
    Some(finding("asked-again", places(new.into_iter().chain(changed)), &sentence, fix))
}

fn quoted(keys: &[&String]) -> String {
    keys.iter().map(|key| format!("\"{key}\"")).collect::<Vec<_>>().join(", ")
}

/// The purposes of some keys, each once.
fn places<'a>(keys: impl Iterator<Item = &'a String>) -> Vec<Location> {
    let mut places: Vec<Location> = Vec::new();
    for key in keys {
        let purpose = Location::field(format!("purposes[{}]", key.split('/').next().unwrap_or(key)));
        if !places.contains(&purpose) {
            places.push(purpose);
        }
    }
    places
}

fn finding(code: &'static str, mut places: Vec<Location>, sentence: &str, fix: &str) -> Finding {
    places.push(Location::field("notice.version"));
    Finding {
        code,
        severity: Severity::Note,
        places,
        sentence: sentence.into(),
        fix: fix.into(),
        why: Some("a choice counts only for the facts that a visitor was shown".into()),
        label: None,
        gap: false,
        group: None,
    }
}
