//! What the notice tells of changes: the newest of them, each with the day from which it is told.

use std::cmp::Reverse;

use serde_json::{Value, json};

use crate::site::{Change, Day, Period, Site, StatedDate};
use crate::words::{Word, Words};

/// How many changes the notice lists; the policy has them all.
const LISTED: usize = 5;

/// Those told last come first, each as the day it was published, the day from which it is told, and the sentence.
pub(super) fn news(site: &Site, words: &Words) -> Value {
    let Some(changes) = &site.changes else { return json!([]) };
    let mut log: Vec<(Day, &Change)> =
        changes.log.iter().map(|change| (told_from(change, changes.lead_time), change)).collect();
    log.sort_by_key(|(from, change)| Reverse((*from, change.on)));
    let told = log.into_iter().take(LISTED).map(|(from, change)| {
        let (word, date) =
            change.effective.map_or((Word::PolicyChangePublished, change.on), |day| (Word::PolicyChangeFrom, day));
        let date = words.date(StatedDate::Day(date));
        json!([change.on, from, words.fill(word, &[("date", &date), ("what", &change.what)])])
    });
    told.collect()
}

/// That long before a change takes effect as the site promises, but not before it is published.
fn told_from(change: &Change, lead_time: Option<Period>) -> Day {
    let ahead = change.effective.zip(lead_time).and_then(|(effective, lead)| effective.minus(lead));
    ahead.map_or(change.on, |ahead| ahead.max(change.on))
}
