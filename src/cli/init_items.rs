//! The items that `courtesy init` understands: where something is stored, its name, and its purpose if the owner gives one.
//!
//! Only what the owner calls essential is essential: an item without a purpose needs consent.

use std::fmt::Write as _;

use crate::check::known_name;
use crate::site::{Claim, ItemKind, Nature};
use serde::Deserialize;
use serde_json::{Value, json};

/// The purposes by the word for each, which becomes its id, and their nature. `essential` needs no consent.
const PURPOSES: [(&str, Option<Nature>); 9] = [
    ("essential", None),
    ("optional", None),
    ("preferences", Some(Nature::Preference)),
    ("analytics", Some(Nature::Analytics)),
    ("advertising", Some(Nature::Advertising)),
    ("media", Some(Nature::Media)),
    ("communication", Some(Nature::Communication)),
    ("function", Some(Nature::Function)),
    ("security", Some(Nature::Security)),
];

/// Other words for some of them.
const ALIASES: [(&str, &str); 14] = [
    ("necessary", "essential"),
    ("strictly-necessary", "essential"),
    ("preference", "preferences"),
    ("settings", "preferences"),
    ("statistics", "analytics"),
    ("stats", "analytics"),
    ("tracking", "analytics"),
    ("marketing", "advertising"),
    ("ads", "advertising"),
    ("video", "media"),
    ("videos", "media"),
    ("chat", "communication"),
    ("functional", "function"),
    ("functionality", "function"),
];

pub(super) const KINDS: &str = "cookie, local-storage, session-storage, indexed-db";

/// A claim from its keyword.
pub(super) fn claim(text: &str) -> Result<Claim, String> {
    const CLAIMS: &str = "only-necessary, no-tracking, no-analytics, no-ads, not-shared";
    let text = text.trim();
    Claim::deserialize(&json!(text)).map_err(|_| format!("unknown claim \"{text}\"; expected one of {CLAIMS}"))
}

/// Something that the site stores.
#[derive(Clone, Debug)]
pub(super) struct StoredItem {
    pub kind: ItemKind,
    pub name: String,
    /// The word for its purpose, if it was given.
    pub purpose: Option<&'static str>,
    pub description: Option<String>,
}

/// The words for all purposes, for messages.
pub(super) fn purposes() -> String {
    PURPOSES.map(|(word, _)| word).join(", ")
}

/// The words for the purposes that need consent and have a nature, for messages.
pub(super) fn natures() -> String {
    PURPOSES[2..].iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", ")
}

/// The word for a purpose, also from another word for it.
pub(super) fn purpose(text: &str) -> Result<&'static str, String> {
    let text = text.trim().to_lowercase();
    let word = ALIASES.iter().find(|(alias, _)| *alias == text).map_or(text.as_str(), |(_, word)| *word);
    let found = PURPOSES.iter().find(|(known, _)| *known == word).map(|(known, _)| *known);
    found.ok_or_else(|| format!("unknown purpose \"{text}\"; expected one of {}", purposes()))
}

pub(super) fn kind(text: &str) -> Result<ItemKind, String> {
    let text = text.trim().to_lowercase().replace([' ', '_'], "-");
    let text = match text.as_str() {
        "cookies" => "cookie",
        "localstorage" => "local-storage",
        "sessionstorage" => "session-storage",
        "indexeddb" | "database" => "indexed-db",
        other => other,
    };
    ItemKind::deserialize(&json!(text))
        .map_err(|_| format!("unknown kind of storage \"{text}\"; expected one of {KINDS}"))
}

/// An item as the flag gives it: `cookie=basket:essential`.
pub(super) fn item(text: &str) -> Result<StoredItem, String> {
    let usage = || {
        format!(
            "expected KIND=NAME:PURPOSE, e.g. cookie=basket:essential; kinds are {KINDS}; purposes are {}",
            purposes()
        )
    };
    let (kind, name) = text.split_once('=').ok_or_else(usage)?;
    let kind = self::kind(kind).map_err(|_| usage())?;
    let (name, purpose) = split(kind, name)?;
    if name.is_empty() {
        return Err(usage());
    }
    Ok(StoredItem { kind, name: name.into(), purpose, description: None })
}

/// A name and the purpose after its last colon. A cookie's name has no colon; that of another item may have one.
fn split(kind: ItemKind, text: &str) -> Result<(&str, Option<&'static str>), String> {
    let text = text.trim();
    let Some((name, last)) = text.rsplit_once(':') else { return Ok((text, None)) };
    match purpose(last) {
        Ok(purpose) => Ok((name.trim(), Some(purpose))),
        Err(unknown) if kind == ItemKind::Cookie => Err(unknown),
        Err(_) => {
            let near = PURPOSES.iter().find(|(word, _)| strsim::damerau_levenshtein(word, last) <= 2);
            match near {
                Some((word, _)) => Err(format!(
                    "did you mean {name}:{word}? If the name itself is {text}, write {text}:essential, or another purpose"
                )),
                None => Ok((text, None)),
            }
        }
    }
}

impl StoredItem {
    /// The word for its purpose: the owner's, else the one that its name is known for, else `optional`.
    pub fn purpose_id(&self) -> &'static str {
        let known = || {
            let (_, nature) = known_name(&self.name)?;
            PURPOSES.iter().find(|(_, of)| *of == Some(nature)).map(|(word, _)| *word)
        };
        self.purpose.or_else(known).unwrap_or("optional")
    }

    /// The item in the site file.
    pub fn json(&self) -> Value {
        let mut item = json!({ "kind": self.kind, "name": self.name, "purpose": self.purpose_id(), "setBy": "site" });
        if let Some(description) = &self.description {
            item["description"] = json!(description);
        }
        item
    }

    /// The item as the value of `--item`.
    pub fn flag(&self) -> String {
        let kind = json!(self.kind);
        let mut flag = format!("{}={}", kind.as_str().unwrap_or_default(), self.name);
        if let Some(purpose) = self.purpose {
            let _ = write!(flag, ":{purpose}");
        }
        flag
    }
}

/// The purposes to declare for these items, each once; `title` returns the title that the owner gave one.
pub(super) fn declared_purposes(items: &[StoredItem], title: impl Fn(&str) -> Option<String>) -> Vec<Value> {
    let used = |word: &str| items.iter().any(|item| item.purpose_id() == word);
    let wanted = PURPOSES.iter().filter(|(word, _)| *word != "essential" && used(word));
    let purpose = wanted.map(|(word, nature)| {
        let mut purpose = json!({ "id": word });
        if let Some(title) = title(word) {
            purpose["title"] = json!(title);
        }
        if let Some(nature) = nature {
            purpose["nature"] = json!(nature);
        }
        purpose
    });
    purpose.collect()
}
