//! What a site claims, against what it declares elsewhere: of two facts that contradict each other, one is not true.

use super::context::{Context, Violation};
use crate::site::{Claim, Contradiction};

/// The field of the claim.
fn claimed(context: &Context, claim: Claim) -> Option<Vec<String>> {
    let index = context.site.claims.iter().position(|stated| *stated == claim)?;
    Some(vec![format!("claims[{index}]")])
}

/// What contradicts a claim: the places and the names.
fn against(context: &Context, claim: Claim) -> impl Iterator<Item = (String, String)> {
    context.site.contradictions(claim).into_iter().map(|found| match found {
        Contradiction::Purpose(purpose, field) => {
            (format!("purposes[{}].{field}", purpose.id), format!("\"{}\"", purpose.id))
        }
        Contradiction::Service(index, service, field) => {
            (format!("services[{index}].{field}"), context.service(service))
        }
        Contradiction::Field(field) => (field.into(), format!("\"{field}\"")),
    })
}

/// What says that data is sold or shared: the places and the names of the fields.
pub(super) fn sold(context: &Context) -> impl Iterator<Item = (String, String)> {
    let stated = [("sells", context.site.sells), ("shares", context.site.shares)].into_iter();
    stated.filter(|(_, stated)| *stated == Some(true)).map(|(field, _)| (field.into(), format!("\"{field}\"")))
}

/// The purposes that are a sale or sharing: the places and the ids.
pub(super) fn for_sale(context: &Context) -> impl Iterator<Item = (String, String)> {
    let found = context.site.stated_purposes().filter(|purpose| purpose.sale_or_share == Some(true));
    found.map(|purpose| (format!("purposes[{}].saleOrShare", purpose.id), format!("\"{}\"", purpose.id)))
}

pub(super) fn not_shared(context: &Context) -> Vec<Violation> {
    let Some(claim) = claimed(context, Claim::NotShared) else { return Vec::new() };
    let found = context.site.contradictions(Claim::NotShared);
    let services = found.iter().filter(|found| matches!(found, Contradiction::Service(..))).count();
    let is_sold = services < found.len();
    Violation::contradicting(
        claim,
        against(context, Claim::NotShared),
        |_| match (services, is_sold) {
            (0, _) => "you say data is not shared, but you sell or share it".into(),
            (1, false) => "you say data is not shared, but one service receives it".into(),
            (_, false) => format!("you say data is not shared, but {} services receive it", count(services)),
            (1, true) => "you say data is not shared, but one service receives it and you sell or share it".into(),
            (_, true) => format!(
                "you say data is not shared, but {} services receive it and you sell or share it",
                count(services)
            ),
        },
        "remove the claim, or remove \"data\", \"sells\", \"shares\" and \"saleOrShare\" where they are wrong",
    )
}

/// A small number as a word.
fn count(number: usize) -> String {
    const WORDS: [&str; 8] = ["two", "three", "four", "five", "six", "seven", "eight", "nine"];
    number.checked_sub(2).and_then(|index| WORDS.get(index)).map_or_else(|| number.to_string(), |word| (*word).into())
}

pub(super) fn no_analytics(context: &Context) -> Vec<Violation> {
    let Some(claim) = claimed(context, Claim::NoAnalytics) else { return Vec::new() };
    Violation::contradicting(
        claim,
        against(context, Claim::NoAnalytics),
        |_| "you say there is no analytics, but a purpose is analytics".into(),
        "remove the claim, or correct the \"nature\" of the purpose",
    )
}

pub(super) fn no_tracking(context: &Context) -> Vec<Violation> {
    let Some(claim) = claimed(context, Claim::NoTracking) else { return Vec::new() };
    Violation::contradicting(
        claim,
        against(context, Claim::NoTracking),
        |_| "you say there is no tracking, but you advertise, sell or share data".into(),
        "remove the claim, or correct what contradicts it",
    )
}

pub(super) fn only_necessary(context: &Context) -> Vec<Violation> {
    let Some(claim) = claimed(context, Claim::OnlyNecessary) else { return Vec::new() };
    Violation::contradicting(
        claim,
        against(context, Claim::OnlyNecessary),
        |_| "you say that you store only what the site needs, but visitors can turn this off".into(),
        "remove the claim, or declare why the purpose needs no consent in \"exemption\"",
    )
}

pub(super) fn no_ads(context: &Context) -> Vec<Violation> {
    let Some(claim) = claimed(context, Claim::NoAds) else { return Vec::new() };
    Violation::contradicting(
        claim,
        against(context, Claim::NoAds),
        |_| "you say there are no ads, but you advertise, sell or share data".into(),
        "remove the claim, or correct what contradicts it",
    )
}

/// `saleOrShare` says that it is one of the two, so it contradicts only a site that denies both.
pub(super) fn sale_denied(context: &Context) -> Vec<Violation> {
    if (context.site.sells, context.site.shares) != (Some(false), Some(false)) {
        return Vec::new();
    }
    Violation::contradicting(
        vec!["sells".into(), "shares".into()],
        for_sale(context),
        |_| "you say that you neither sell nor share data, but a purpose does".into(),
        "correct \"sells\" or \"shares\", or \"saleOrShare\" of the purpose",
    )
}
