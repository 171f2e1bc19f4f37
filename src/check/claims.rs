//! What a site claims, against what it declares elsewhere: of two facts that contradict each other, one is not true.

use super::context::{Context, Violation};
use crate::site::{Claim, Contradiction, ServiceKind};

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
        Contradiction::Service(index, service) => (format!("services[{index}].purposes"), context.service(service)),
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
    let services = context.site.services.iter().enumerate();
    let given = services.filter(|(_, service)| {
        let receives = !matches!(service.kind, None | Some(ServiceKind::Library | ServiceKind::Source));
        service.data.is_some() && receives
    });
    let given = given.map(|(index, service)| (format!("services[{index}].data"), context.service(service)));
    Violation::contradicting(
        claim,
        given.chain(sold(context)).chain(for_sale(context)),
        |names| format!("the site claims that data is not shared, but lists recipients, sale or sharing: {names}"),
        "remove the claim and say who receives what, or correct what contradicts it",
    )
}

pub(super) fn no_analytics(context: &Context) -> Vec<Violation> {
    let Some(claim) = claimed(context, Claim::NoAnalytics) else { return Vec::new() };
    Violation::contradicting(
        claim,
        against(context, Claim::NoAnalytics),
        |ids| format!("the site claims to use no analytics, but has analytics: {ids}"),
        "remove the claim, or correct the nature of the purpose",
    )
}

pub(super) fn no_tracking(context: &Context) -> Vec<Violation> {
    let Some(claim) = claimed(context, Claim::NoTracking) else { return Vec::new() };
    Violation::contradicting(
        claim,
        against(context, Claim::NoTracking),
        |names| format!("the site claims not to track visitors, but has advertising, sale or sharing: {names}"),
        "remove the claim, or correct what contradicts it",
    )
}

pub(super) fn only_necessary(context: &Context) -> Vec<Violation> {
    let Some(claim) = claimed(context, Claim::OnlyNecessary) else { return Vec::new() };
    Violation::contradicting(
        claim,
        against(context, Claim::OnlyNecessary),
        |ids| format!("the site claims to store only what it needs to work, but visitors can turn this off: {ids}"),
        "remove the claim, or declare why the purpose needs no consent in \"exemption\"",
    )
}

pub(super) fn no_ads(context: &Context) -> Vec<Violation> {
    let Some(claim) = claimed(context, Claim::NoAds) else { return Vec::new() };
    Violation::contradicting(
        claim,
        against(context, Claim::NoAds),
        |names| format!("the site claims to have no advertising, but has advertising, sale or sharing: {names}"),
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
        |ids| format!("the site says that it neither sells nor shares data, but this purpose does: {ids}"),
        "correct \"sells\" or \"shares\", or \"saleOrShare\" of the purpose",
    )
}
