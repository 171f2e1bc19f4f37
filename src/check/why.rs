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
    /// The reason for this site.
    pub fn of(&self, site: &SiteFile) -> Option<String> {
        let gdpr = |place: &str| format!("{} {place}", gdpr(site));
        match self {
            Self::Nothing => None,
            Self::Law(reason) => Some((*reason).into()),
            Self::Gdpr(place) => Some(gdpr(place)),
            Self::Either(place, california) => {
                let named = &site.regimes;
                let is_of_california = Law::Ccpa.is_among(named) && !Law::Gdpr.is_among(named);
                Some(if is_of_california { (*california).into() } else { gdpr(place) })
            }
        }
    }
}
