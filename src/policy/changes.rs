//! Composed: how visitors hear of changes of the policy, and the log of them.

use super::phrases::{Phrases, about};
use super::{Block, Section, anchor};
use crate::site::{Acceptance, Change, Changes, Channel, ChannelsMean, StatedDate};
use crate::words::Word;

pub(super) fn changes(phrases: &Phrases) -> Vec<Section> {
    let Some(changes) = &phrases.site.changes else { return Vec::new() };
    let blocks = [announced(phrases, changes), log(phrases, &changes.log)].concat();
    if blocks.is_empty() { Vec::new() } else { vec![phrases.section(anchor::CHANGES, Word::PolicyChanges, blocks)] }
}

fn announced(phrases: &Phrases, changes: &Changes) -> Vec<Block> {
    let channels = changes.channels.iter().map(|channel| match channel {
        Channel::Email => phrases.words.say(Word::PolicyChannelEmail),
        Channel::InApp => phrases.words.say(Word::PolicyChannelInApp),
        Channel::Page => phrases.words.say(Word::PolicyChannelPage),
    });
    let joint = match changes.channels_mean {
        Some(ChannelsMean::Any) => Word::PolicyOr,
        Some(ChannelsMean::AnyOrAll) => Word::PolicyAndOr,
        Some(ChannelsMean::All) | None => Word::PolicyAnd,
    };
    let channels = phrases.joined(channels, Word::UnitComma, joint);
    let by = (!channels.is_empty()).then(|| phrases.fill(Word::PolicyChangesTold, &[("channels", &channels)]));
    let ahead = changes.lead_time.map(|period| {
        phrases.fill(Word::PolicyLeadTime, &[("period", &phrases.words.period_after_preposition(period))])
    });
    let acceptance = changes.acceptance.map(|Acceptance::ContinuedUse| phrases.say(Word::PolicyAcceptance));
    [by, ahead, acceptance].into_iter().flatten().map(Block::text).collect()
}

/// The changes themselves, newest first; nothing where there is none.
pub(super) fn log(phrases: &Phrases, log: &[Change]) -> Vec<Block> {
    let mut log: Vec<&Change> = log.iter().collect();
    log.sort_by_key(|change| std::cmp::Reverse(change.on));
    let entries: Vec<_> = log
        .into_iter()
        .map(|change| {
            let date = phrases.words.date(StatedDate::Day(change.on));
            let effective = change.effective.map(|day| phrases.words.date(StatedDate::Day(day)));
            let when = match &effective {
                Some(day) => phrases.fill(Word::PolicyLogEffective, &[("date", &date), ("effective", day)]),
                None => phrases.fill(Word::PolicyLogPublished, &[("date", &date)]),
            };
            about(when, [change.what.clone()])
        })
        .collect();
    if entries.is_empty() { Vec::new() } else { vec![phrases.paragraph(Word::PolicyLog), Block::List(entries)] }
}
