//! Composed: how visitors hear of changes of the policy, and the log of them.

use super::phrases::{Phrases, about};
use super::{Block, Section, anchor};
use crate::site::{Acceptance, Change, Changes, Channel, ChannelsMean, StatedDate};
use crate::words::Word;

pub(super) fn changes(said: &Phrases) -> Vec<Section> {
    let blocks = match &said.site.changes {
        None => vec![said.unstated(Word::PolicyChangesUntold)],
        Some(changes) => [told(said, changes), log(said, &changes.log)].concat(),
    };
    vec![said.section(anchor::CHANGES, Word::PolicyChanges, blocks)]
}

fn told(said: &Phrases, changes: &Changes) -> Vec<Block> {
    let channels = changes.channels.iter().map(|channel| match channel {
        Channel::Email => said.words.say(Word::PolicyChannelEmail),
        Channel::InApp => said.words.say(Word::PolicyChannelInApp),
        Channel::Page => said.words.say(Word::PolicyChannelPage),
    });
    let joint = match changes.channels_mean {
        Some(ChannelsMean::Any) => Word::PolicyOr,
        Some(ChannelsMean::AnyOrAll) => Word::PolicyAndOr,
        Some(ChannelsMean::All) | None => Word::PolicyAnd,
    };
    let channels = said.joined(channels, Word::UnitComma, joint);
    let told = match channels.as_str() {
        "" if changes.lead_time.is_some() => None,
        "" => Some(said.unstated(Word::PolicyChangesUntold)),
        channels => Some(Block::text(said.fill(Word::PolicyChangesTold, &[("channels", channels)]))),
    };
    let ahead =
        changes.lead_time.map(|period| said.fill(Word::PolicyLeadTime, &[("period", &said.words.period(period))]));
    let acceptance = changes.acceptance.map(|Acceptance::ContinuedUse| said.say(Word::PolicyAcceptance));
    told.into_iter().chain([ahead, acceptance].into_iter().flatten().map(Block::text)).collect()
}

/// The changes themselves, newest first; nothing where there is none.
pub(super) fn log(said: &Phrases, log: &[Change]) -> Vec<Block> {
    let mut log: Vec<&Change> = log.iter().collect();
    log.sort_by_key(|change| std::cmp::Reverse(change.on));
    let entries: Vec<_> = log
        .into_iter()
        .map(|change| {
            let date = said.words.date(StatedDate::Day(change.on));
            let effective = change.effective.map(|day| said.words.date(StatedDate::Day(day)));
            let when = match &effective {
                Some(day) => said.fill(Word::PolicyLogEffective, &[("date", &date), ("effective", day)]),
                None => said.fill(Word::PolicyLogPublished, &[("date", &date)]),
            };
            about(when, [change.what.clone()])
        })
        .collect();
    if entries.is_empty() { Vec::new() } else { vec![said.paragraph(Word::PolicyLog), Block::List(entries)] }
}
