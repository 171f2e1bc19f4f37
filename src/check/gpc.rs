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
        |fields| {
            format!(
                "the site states {fields}, and no purpose that is asked for has \"saleOrShare\": \
                 Global Privacy Control turns nothing off"
            )
        },
        "write \"saleOrShare\": true in each purpose that does it, and let your servers heed the header Sec-GPC for \
         what they do themselves (11 CCR 7025)",
    )
}

/// Harmless, and yet a promise about nothing.
pub(super) fn nothing_sold(context: &Context) -> Vec<Violation> {
    if context.site.honours_gpc != Some(true) || sold(context).chain(for_sale(context)).next().is_some() {
        return Vec::new();
    }
    let sentence = "the site says that it honours Global Privacy Control, and declares nothing that is sold or shared";
    let fix = "this does no harm; see that \"sells\", \"shares\" and \"saleOrShare\" are true to what the site does";
    vec![Violation::at(vec!["honoursGpc".into()], sentence, fix)]
}
