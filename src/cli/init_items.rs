//! What `courtesy init` understands of an item: where it is stored, its name, and what it is for, as far as the owner says.
//!
//! Nothing is essential unless the owner says so: an item without a purpose waits for a yes.

use std::fmt::Write as _;

use crate::check::known_name;
use crate::site::{ItemKind, Nature};
use serde::Deserialize;
use serde_json::{Value, json};

/// The purposes that can be named: the word, which becomes the id, and the nature. `essential` needs no consent.
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

/// Other words for the same.
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

/// Something that the site stores.
#[derive(Clone, Debug)]
pub(super) struct Stored {
    pub kind: ItemKind,
    pub name: String,
    /// The word for its purpose; `None` where nobody said it.
    pub purpose: Option<&'static str>,
    pub description: Option<String>,
}

/// The purposes that can be named, in words.
pub(super) fn purposes() -> String {
    PURPOSES.map(|(word, _)| word).join(", ")
}

/// The purposes that visitors are asked for and that say what they are.
pub(super) fn natures() -> String {
    PURPOSES[2..].iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", ")
}

/// A purpose, by its word or another one for the same.
pub(super) fn purpose(text: &str) -> Result<&'static str, String> {
    let text = text.trim().to_lowercase();
    let word = ALIASES.iter().find(|(alias, _)| *alias == text).map_or(text.as_str(), |(_, word)| *word);
    let found = PURPOSES.iter().find(|(known, _)| *known == word).map(|(known, _)| *known);
    found.ok_or_else(|| format!("\"{text}\" is no purpose that I know; write one of {}", purposes()))
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
    ItemKind::deserialize(&json!(text)).map_err(|_| format!("\"{text}\" is no place that I know; write one of {KINDS}"))
}

/// An item of a flag: `cookie=basket:essential`.
pub(super) fn item(text: &str) -> Result<Stored, String> {
    let fault = || {
        format!(
            "write what it is, its name and what it is for, such as cookie=basket:essential; kinds are {KINDS}; purposes are {}",
            purposes()
        )
    };
    let (kind, name) = text.split_once('=').ok_or_else(fault)?;
    let kind = self::kind(kind).map_err(|_| fault())?;
    let (name, purpose) = split(kind, name)?;
    if name.is_empty() {
        return Err(fault());
    }
    Ok(Stored { kind, name: name.into(), purpose, description: None })
}

/// A name and the purpose behind its last colon. The name of a cookie has no colon; that of another entry may have one.
fn split(kind: ItemKind, text: &str) -> Result<(&str, Option<&'static str>), String> {
    let text = text.trim();
    let Some((name, last)) = text.rsplit_once(':') else { return Ok((text, None)) };
    match purpose(last) {
        Ok(purpose) => Ok((name.trim(), Some(purpose))),
        Err(fault) if kind == ItemKind::Cookie => Err(fault),
        Err(_) => {
            let near = PURPOSES.iter().find(|(word, _)| strsim::damerau_levenshtein(word, last) <= 2);
            match near {
                Some((word, _)) => Err(format!(
                    "did you mean {name}:{word}? If the name is {text}, write {text}:essential or another purpose"
                )),
                None => Ok((text, None)),
            }
        }
    }
}

impl Stored {
    /// The word for its purpose: what the owner says, else what its name is known for, else only that it waits.
    pub fn purpose_id(&self) -> &'static str {
        let known = || {
            let (_, nature) = known_name(&self.name)?;
            PURPOSES.iter().find(|(_, of)| *of == Some(nature)).map(|(word, _)| *word)
        };
        self.purpose.or_else(known).unwrap_or("optional")
    }

    /// The item as the site file has it.
    pub fn json(&self) -> Value {
        let mut item = json!({ "kind": self.kind, "name": self.name, "purpose": self.purpose_id(), "setBy": "site" });
        if let Some(description) = &self.description {
            item["description"] = json!(description);
        }
        item
    }

    /// The flag that says the same.
    pub fn flag(&self) -> String {
        let kind = json!(self.kind);
        let mut flag = format!("{}={}", kind.as_str().unwrap_or_default(), self.name);
        if let Some(purpose) = self.purpose {
            let _ = write!(flag, ":{purpose}");
        }
        flag
    }
}

/// The purposes to declare for these items, each once; `title` gives what visitors read, where somebody said it.
pub(super) fn declared(items: &[Stored], title: impl Fn(&str) -> Option<String>) -> Vec<Value> {
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
