//! Global Privacy Control: whether a visitor's signal turns off what it is about (11 CCR 7025), and whether there is anything.

use super::claims::{for_sale, sold};
use super::consent_questions::asked;
use super::context::{Context, Violation};

/// The signal turns off the purposes with `saleOrShare` that are asked for, and nothing else.
pub(super) fn idle(context: &Context) -> Vec<Violation> {
    if asked(context).any(|purpose| purpose.sale_or_share == Some(true)) {
        return Vec::new();
    }
    Violation::of(
        sold(context),
        |fields| format!("you have {fields}, but Global Privacy Control turns nothing off"),
        "add \"saleOrShare\": true to each purpose that sells or shares, and heed the header Sec-GPC on your servers",
    )
}

/// Harmless, and yet a promise about nothing.
pub(super) fn nothing_sold(context: &Context) -> Vec<Violation> {
    if context.site.honours_gpc != Some(true) || sold(context).chain(for_sale(context)).next().is_some() {
        return Vec::new();
    }
    let sentence = "you honour Global Privacy Control, but sell and share nothing";
    let fix = "check that \"sells\", \"shares\" and \"saleOrShare\" are right; otherwise leave it, it does no harm";
    vec![Violation::at(vec!["honoursGpc".into()], sentence, fix)]
}
