//! Composed: the three lines below the title, which say what most visitors come for; an owner's own summary takes their place.

use super::Block;
use super::phrases::{Phrases, bullets};
use super::storage::waits;
use crate::site::{Claim, Policy, RightKind, Route, ServiceKind, Site, Source};
use crate::words::Word;

/// How many kinds of data the first line names.
const NAMED: usize = 3;
/// How many characters a kind of data has at most there: what is longer is read in its section.
const SHORT: usize = 28;

pub(super) fn summary(phrases: &Phrases) -> Option<Block> {
    let lines: Vec<String> = match &phrases.site.policy {
        Some(Policy::Composed { summary }) => {
            summary.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
        }
        _ => [given(phrases), sale(phrases).or_else(|| tracking(phrases)), choice(phrases)]
            .into_iter()
            .flatten()
            .collect(),
    };
    match lines.as_slice() {
        [] => None,
        [only] => Some(Block::text(only)),
        lines => Some(bullets(lines)),
    }
}

/// What visitors give: some of each group, in the order of the declaration.
fn given(phrases: &Phrases) -> Option<String> {
    let groups: Vec<_> = phrases
        .site
        .collected
        .iter()
        .filter(|group| group.source == Some(Source::Given))
        .map(|group| &group.data)
        .collect();
    // An "and" of its own would read as a part of the list.
    let and = phrases.joined(["", ""].into_iter(), Word::PolicyAnd, Word::PolicyAnd);
    let is_short =
        |data: &str| data.chars().count() <= SHORT && !data.contains([',', '،', ';', '(']) && !data.contains(&and);
    let longest = groups.iter().map(|data| data.len()).max()?;
    // The first of each group comes before the second of any.
    let candidates = (0..longest).flat_map(|place| {
        groups.iter().enumerate().filter_map(move |(group, data)| Some((group, place, data.get(place)?.as_str())))
    });
    let mut chosen: Vec<(usize, usize, &str)> = Vec::new();
    for candidate @ (.., data) in candidates.filter(|(.., data)| is_short(data)) {
        // After "name", "billing name" says little.
        if chosen.len() < NAMED && !chosen.iter().any(|(.., named)| data.contains(named)) {
            chosen.push(candidate);
        }
    }
    chosen.sort_unstable();
    let named = chosen.iter().map(|(_, _, data)| *data);
    let data = phrases.joined(named, Word::PolicySummaryNext, Word::PolicyAnd);
    (!data.is_empty()).then(|| phrases.fill(Word::PolicySummaryGiven, &[("data", &data)]))
}

/// Whether data is sold or shared (CCPA 1798.120). "We don't share your data" is not for a site that lists who receives it.
fn sale(phrases: &Phrases) -> Option<String> {
    let site = phrases.site;
    let words = match (site.sells, site.shares) {
        (Some(true), Some(true)) => vec![Word::PolicySells, Word::PolicyShares],
        (Some(true), _) => vec![Word::PolicySells],
        (_, Some(true)) => vec![Word::PolicyShares],
        _ if site.sells_or_shares() => return None,
        (Some(false), Some(false)) if has_recipients(site) => vec![Word::PolicySummaryNeitherForAds],
        (Some(false), Some(false)) => vec![Word::PolicySummaryNeither],
        (Some(false), None) => vec![Word::PolicySummarySellsNot],
        (None, Some(false)) => vec![Word::PolicySharesNot],
        (None, None) => return None,
    };
    Some(words.into_iter().map(|word| phrases.say(word)).collect::<Vec<_>>().join(" "))
}

/// What is claimed of tracking, for a site that declares nothing about sale.
fn tracking(phrases: &Phrases) -> Option<String> {
    phrases.site.holds(Claim::NoTracking).then(|| phrases.say(Word::PolicyClaimNoTracking))
}

/// Whether somebody else receives data: software that the site runs itself, and sources, do not.
fn has_recipients(site: &Site) -> bool {
    site.services.iter().any(|service| !matches!(service.kind, Some(ServiceKind::Library | ServiceKind::Source)))
}

/// What visitors can do: have their data deleted, whichever law is theirs, or leave optional storage off.
fn choice(phrases: &Phrases) -> Option<String> {
    let site = phrases.site;
    let deletion = site.rights.iter().find(|right| right.kind == RightKind::Deletion && right.regimes.is_empty());
    let word = match deletion {
        Some(right) if right.routes.iter().any(|route| matches!(route, Route::Account(_) | Route::InApp(_))) => {
            Word::PolicySummaryDeleteAccount
        }
        Some(_) => Word::PolicySummaryDelete,
        None if waits(site) => Word::PolicySummaryOptional,
        None => return None,
    };
    Some(phrases.say(word))
}
