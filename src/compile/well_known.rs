//! `gpc.json`: a site's support of Global Privacy Control, for programs that fetch `/.well-known/gpc.json` (w3c.github.io/gpc).

use serde_json::json;

use super::file::File;
use crate::site::{SiteFile, StatedDate};

/// Only for a site that states that it honours the signal. `lastUpdate`, the day of that statement, is the policy's date if it is a
/// full date, and absent otherwise: the log of changes is about other things.
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
