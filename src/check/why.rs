//! Why a finding matters: the law or the reason behind a rule, named as the site's own laws are.

use super::context::{Law, gdpr};
use crate::site::SiteFile;

/// The reason of a rule.
pub(super) enum Why {
    /// The sentence says it.
    Nothing,
    /// The same for every site: a law by its whole name, or a reason.
    Law(&'static str),
    /// A place in the GDPR: the UK's, where the site names no other.
    Gdpr(&'static str),
    /// A place in the GDPR, and what California has instead for a site that names the CCPA and no GDPR.
    Either(&'static str, &'static str),
}

impl Why {
    /// The reason for this site; no law where the site names only others.
    pub fn of(&self, site: &SiteFile) -> Option<String> {
        let named = &site.regimes;
        let is_under_gdpr = named.is_empty() || Law::Gdpr.is_among(named);
        match self {
            Self::Law(reason) => Some((*reason).into()),
            Self::Gdpr(place) | Self::Either(place, _) if is_under_gdpr => Some(format!("{} {place}", gdpr(site))),
            Self::Either(_, california) if Law::Ccpa.is_among(named) => Some((*california).into()),
            Self::Nothing | Self::Gdpr(_) | Self::Either(..) => None,
        }
    }
}
