//! `gpc.json`: what a site says of Global Privacy Control to programs, which ask for it at `/.well-known/gpc.json` (w3c.github.io/gpc).

use serde_json::json;

use super::File;
use crate::site::{SiteFile, StatedDate};

/// Only for a site that states that it honours the signal. `lastUpdate` is the day on which the statement was made, and that is the
/// policy's where one is stated; a month has no day, the log of changes tells of other things, and no date is no claim at all.
pub(super) fn gpc(site: &SiteFile) -> Option<File> {
    if site.honours_gpc != Some(true) {
        return None;
    }
    let support = match site.last_updated {
        Some(StatedDate::Day(day)) => json!({ "gpc": true, "lastUpdate": day }),
        Some(StatedDate::Month { .. }) | None => json!({ "gpc": true }),
    };
    Some(File::new("gpc.json".into(), format!("{support:#}\n")))
}
