//! The changes of the policy that the notice announces: the newest, each with the day from which it is announced.

use std::cmp::Reverse;

use serde_json::{Value, json};

use crate::site::{Change, Day, Period, Site, StatedDate};
use crate::words::{Word, Words};

/// How many changes the notice lists; the policy lists all.
const LISTED: usize = 5;

/// The changes, newest first: the day it was published, the day from which it is announced, and the sentence.
pub(super) fn policy_changes(site: &Site, words: &Words) -> Vec<Value> {
    let Some(changes) = &site.changes else { return Vec::new() };
    let mut log: Vec<(Day, &Change)> =
        changes.log.iter().map(|change| (announced_from(change, changes.lead_time), change)).collect();
    log.sort_by_key(|(from, change)| Reverse((*from, change.on)));
    let announced = log.into_iter().take(LISTED).map(|(from, change)| {
        let (word, date) =
            change.effective.map_or((Word::PolicyChangePublished, change.on), |day| (Word::PolicyChangeFrom, day));
        let date = words.date(StatedDate::Day(date));
        json!([change.on, from, words.fill(word, &[("date", &date), ("what", &change.what)])])
    });
    announced.collect()
}

/// As long before a change takes effect as the site promises, but not before it is published.
fn announced_from(change: &Change, lead_time: Option<Period>) -> Day {
    let ahead = change.effective.zip(lead_time).and_then(|(effective, lead)| effective.minus(lead));
    ahead.map_or(change.on, |ahead| ahead.max(change.on))
}
