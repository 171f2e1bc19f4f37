//! The part of the present site that a record depends on.

use super::json_fields::{mode, optional, ordered_map, texts};
use super::keys::has_purpose_of;
use super::{Json, Moment, OrderedMap};
use crate::site::{Day, Mode, Period};

/// The part of the present site that a record depends on.
#[derive(Clone, Debug, PartialEq)]
pub struct Current {
    /// Whether it asks for anything.
    pub mode: Mode,
    /// `notice.version` of the site file; visitors are asked again when it changes.
    pub version: String,
    /// Hashes of the material facts, made by the build: `site` in notice mode, else one for each optional purpose and its services.
    pub facts: OrderedMap<String>,
    /// The changes of the policy that the notice announces.
    pub policy_changes: Vec<PolicyChange>,
    /// How long a decision counts.
    pub expires_after: Period,
    /// The purposes that need no decision anywhere.
    pub exempt: Vec<String>,
    /// The purposes that are on in the United Kingdom and in Switzerland until the visitor objects.
    pub uk_exempt: Vec<String>,
    /// The purposes that are a sale of personal information, or sharing, which Global Privacy Control is about.
    pub sale_or_share: Vec<String>,
    /// Where the visitor is, if a server knows.
    pub jurisdiction: Option<String>,
}

/// A change of the policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PolicyChange {
    /// The day it was published; the record holds the newest one that was shown.
    pub published: Day,
    /// The day from which the notice shows it.
    pub shown_from: Day,
}

impl Current {
    /// Reads the site as it is sent to visitors; `None` if another version of Courtesy wrote it.
    pub fn read(json: &impl Json) -> Option<Self> {
        Some(Self {
            mode: mode(json)?,
            version: json.field("notice")?.field("version")?.text()?,
            facts: ordered_map(&json.field("facts")?, Json::text)?,
            policy_changes: json.listed("news").iter().filter_map(policy_change).collect(),
            expires_after: json.stated("expiresAfter")?.parse().ok()?,
            exempt: purposes(json.field("exempt"))?,
            uk_exempt: purposes(json.field("uk"))?,
            sale_or_share: purposes(json.field("sold"))?,
            jurisdiction: optional(json.field("jurisdiction"), Json::text)?,
        })
    }

    /// The day on which the newest change was published that the notice shows by now.
    pub(super) fn newest_change(&self, now: Moment) -> Option<Day> {
        self.policy_changes.iter().filter(|change| change.shown_from <= now.day()).map(|change| change.published).max()
    }

    /// The keys that a visitor can decide about: none where the site only informs.
    pub(super) fn askable(&self) -> impl Iterator<Item = &String> {
        self.facts.keys().filter(|_| self.mode == Mode::Consent)
    }

    /// Whether a key is on until the visitor objects: in the United Kingdom (PECR Schedule A1), and in Switzerland, whose law requires
    /// information and a way to refuse (Telecommunications Act, Article 45c).
    pub fn is_on_until_objection(&self, key: &str) -> bool {
        matches!(self.jurisdiction.as_deref(), Some("uk" | "ch")) && has_purpose_of(&self.uk_exempt, key)
    }
}

/// A list of names that may be absent.
fn purposes(json: Option<impl Json>) -> Option<Vec<String>> {
    optional(json, texts).map(Option::unwrap_or_default)
}

/// A change as the build writes it: its two days, then the sentence that the loader shows.
fn policy_change(json: &impl Json) -> Option<PolicyChange> {
    let entries = json.list()?;
    let day = |index: usize| entries.get(index)?.text()?.parse().ok();
    Some(PolicyChange { published: day(0)?, shown_from: day(1)? })
}
