//! What a site claims, against what it declares elsewhere: of two facts that contradict each other, one is not true.

use super::context::{Facts, Fault};
use crate::site::{Claim, Nature, ServiceKind};

/// Where the claim stands.
fn claimed(facts: &Facts, claim: Claim) -> Option<Vec<String>> {
    let place = facts.site.claims.iter().position(|stated| *stated == claim)?;
    Some(vec![format!("claims[{place}]")])
}

/// The purposes of that nature: the places and the ids.
fn of_nature(facts: &Facts, nature: Nature) -> impl Iterator<Item = (String, String)> {
    let found = facts.site.stated_purposes().filter(move |purpose| purpose.nature == Some(nature));
    found.map(|purpose| (format!("purposes[{}].nature", purpose.id), format!("\"{}\"", purpose.id)))
}

/// What says that data is sold or shared: the places and the names of the fields.
pub(super) fn sold(facts: &Facts) -> impl Iterator<Item = (String, String)> {
    let stated = [("sells", facts.site.sells), ("shares", facts.site.shares)].into_iter();
    stated.filter(|(_, stated)| *stated == Some(true)).map(|(field, _)| (field.into(), format!("\"{field}\"")))
}

/// The purposes that are a sale or sharing: the places and the ids.
pub(super) fn for_sale(facts: &Facts) -> impl Iterator<Item = (String, String)> {
    let found = facts.site.stated_purposes().filter(|purpose| purpose.sale_or_share == Some(true));
    found.map(|purpose| (format!("purposes[{}].saleOrShare", purpose.id), format!("\"{}\"", purpose.id)))
}

pub(super) fn not_shared(facts: &Facts) -> Vec<Fault> {
    let Some(claim) = claimed(facts, Claim::NotShared) else { return Vec::new() };
    let services = facts.site.services.iter().enumerate();
    let given = services.filter(|(_, service)| {
        let receives = !matches!(service.kind, None | Some(ServiceKind::Library | ServiceKind::Source));
        service.data.is_some() && receives
    });
    let given = given.map(|(place, service)| (format!("services[{place}].data"), facts.service(service)));
    Fault::against(
        claim,
        given.chain(sold(facts)).chain(for_sale(facts)),
        |names| {
            format!(
                "the site claims that data is not shared, and declares recipients of data, sale or sharing: {names}"
            )
        },
        "take the claim out and say who gets what, or correct what stands against it",
    )
}

pub(super) fn no_analytics(facts: &Facts) -> Vec<Fault> {
    let Some(claim) = claimed(facts, Claim::NoAnalytics) else { return Vec::new() };
    Fault::against(
        claim,
        of_nature(facts, Nature::Analytics),
        |ids| format!("the site claims to use no analytics, and declares analytics: {ids}"),
        "take the claim out, or correct the nature of the purpose",
    )
}

pub(super) fn no_tracking(facts: &Facts) -> Vec<Fault> {
    let Some(claim) = claimed(facts, Claim::NoTracking) else { return Vec::new() };
    Fault::against(
        claim,
        of_nature(facts, Nature::Advertising).chain(sold(facts)),
        |names| {
            format!("the site claims that nothing tracks visitors, and declares advertising, sale or sharing: {names}")
        },
        "take the claim out, or correct what stands against it",
    )
}

/// `saleOrShare` says that it is one of the two, so it contradicts only a site that denies both.
pub(super) fn sale_denied(facts: &Facts) -> Vec<Fault> {
    if (facts.site.sells, facts.site.shares) != (Some(false), Some(false)) {
        return Vec::new();
    }
    Fault::against(
        vec!["sells".into(), "shares".into()],
        for_sale(facts),
        |ids| format!("the site says that it neither sells nor shares data, and that this purpose does: {ids}"),
        "correct \"sells\" or \"shares\", or \"saleOrShare\" of the purpose",
    )
}
