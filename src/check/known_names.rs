//! Names of cookies and storage entries that a reader would know, whose they are, and what they are for.
//!
//! Each is a fact that its vendor documents. A common name (`fr`, `uid`) is not in the list, because it says nothing. A site can use
//! one of these names for another reason, so the finding is a doubt and no error.

use std::collections::BTreeMap;

use super::context::{Context, Violation};
use crate::site::{Exemption, Item, Match, Nature, Translated};

use Nature::{Advertising, Analytics, Communication, Media};

/// The beginning of a name, whether it is the whole name, whose it is, and what it is for.
type Known = (&'static str, bool, &'static str, Nature);

const WHOLE: bool = true;
const BEGINNING: bool = false;

const KNOWN: [Known; 87] = [
    ("_ga", WHOLE, "Google Analytics", Analytics),
    ("_ga_", BEGINNING, "Google Analytics", Analytics),
    ("_gid", WHOLE, "Google Analytics", Analytics),
    ("_gat", BEGINNING, "Google Analytics", Analytics),
    ("_gali", WHOLE, "Google Analytics", Analytics),
    ("__utm", BEGINNING, "Google Analytics", Analytics),
    ("FPLC", WHOLE, "Google Analytics", Analytics),
    ("_gac_", BEGINNING, "Google Ads", Advertising),
    ("_gcl_", BEGINNING, "Google Ads", Advertising),
    ("__gads", WHOLE, "Google Ads", Advertising),
    ("__gpi", BEGINNING, "Google Ads", Advertising),
    ("IDE", WHOLE, "Google Ads", Advertising),
    ("DSID", WHOLE, "Google Ads", Advertising),
    ("NID", WHOLE, "Google", Advertising),
    ("ANID", WHOLE, "Google", Advertising),
    ("1P_JAR", WHOLE, "Google", Advertising),
    ("YSC", WHOLE, "YouTube", Media),
    ("VISITOR_INFO1_LIVE", WHOLE, "YouTube", Media),
    ("vuid", WHOLE, "Vimeo", Media),
    ("_fbp", WHOLE, "Meta", Advertising),
    ("_fbc", WHOLE, "Meta", Advertising),
    ("_hj", BEGINNING, "Hotjar", Analytics),
    ("_clck", WHOLE, "Microsoft Clarity", Analytics),
    ("_clsk", WHOLE, "Microsoft Clarity", Analytics),
    ("CLID", WHOLE, "Microsoft Clarity", Analytics),
    ("_uet", BEGINNING, "Microsoft Advertising", Advertising),
    ("MUID", BEGINNING, "Microsoft", Advertising),
    ("_pk_", BEGINNING, "Matomo", Analytics),
    ("mtm_", BEGINNING, "Matomo", Analytics),
    ("plausible_", BEGINNING, "Plausible", Analytics),
    ("intercom-", BEGINNING, "Intercom", Communication),
    ("crisp-client", BEGINNING, "Crisp", Communication),
    ("__tawkuuid", WHOLE, "Tawk.to", Communication),
    ("twk_", BEGINNING, "Tawk.to", Communication),
    ("drift_", BEGINNING, "Drift", Communication),
    ("driftt_", BEGINNING, "Drift", Communication),
    ("ajs_", BEGINNING, "Segment", Analytics),
    ("mp_", BEGINNING, "Mixpanel", Analytics),
    ("amplitude", BEGINNING, "Amplitude", Analytics),
    ("AMP_", BEGINNING, "Amplitude", Analytics),
    ("amp_", BEGINNING, "Amplitude", Analytics),
    ("ph_", BEGINNING, "PostHog", Analytics),
    ("hubspotutk", WHOLE, "HubSpot", Advertising),
    ("__hstc", WHOLE, "HubSpot", Analytics),
    ("__hssc", WHOLE, "HubSpot", Analytics),
    ("__hssrc", WHOLE, "HubSpot", Analytics),
    ("li_at", WHOLE, "LinkedIn", Advertising),
    ("li_sugr", WHOLE, "LinkedIn", Advertising),
    ("li_fat_id", WHOLE, "LinkedIn", Advertising),
    ("li_giant", WHOLE, "LinkedIn", Advertising),
    ("bcookie", WHOLE, "LinkedIn", Advertising),
    ("lidc", WHOLE, "LinkedIn", Advertising),
    ("UserMatchHistory", WHOLE, "LinkedIn", Advertising),
    ("AnalyticsSyncHistory", WHOLE, "LinkedIn", Advertising),
    ("ln_or", WHOLE, "LinkedIn", Analytics),
    ("_ttp", WHOLE, "TikTok", Advertising),
    ("_tt_", BEGINNING, "TikTok", Advertising),
    ("ttclid", WHOLE, "TikTok", Advertising),
    ("_scid", BEGINNING, "Snapchat", Advertising),
    ("_pin_unauth", WHOLE, "Pinterest", Advertising),
    ("_pinterest_", BEGINNING, "Pinterest", Advertising),
    ("_derived_epik", WHOLE, "Pinterest", Advertising),
    ("_rdt_", BEGINNING, "Reddit", Advertising),
    ("personalization_id", WHOLE, "X", Advertising),
    ("guest_id_ads", WHOLE, "X", Advertising),
    ("muc_ads", WHOLE, "X", Advertising),
    ("_twclid", WHOLE, "X", Advertising),
    ("optimizely", BEGINNING, "Optimizely", Analytics),
    ("_vwo_", BEGINNING, "VWO", Analytics),
    ("_vis_opt_", BEGINNING, "VWO", Analytics),
    ("_ym_", BEGINNING, "Yandex Metrica", Analytics),
    ("__qca", WHOLE, "Quantcast", Advertising),
    ("cto_", BEGINNING, "Criteo", Advertising),
    ("uuid2", WHOLE, "Xandr", Advertising),
    ("_parsely_", BEGINNING, "Parse.ly", Analytics),
    ("_chartbeat", BEGINNING, "Chartbeat", Analytics),
    ("_cb", WHOLE, "Chartbeat", Analytics),
    ("s_vi", WHOLE, "Adobe Analytics", Analytics),
    ("AMCV", BEGINNING, "Adobe Experience Cloud", Analytics),
    ("demdex", WHOLE, "Adobe Audience Manager", Advertising),
    ("_sp_", BEGINNING, "Snowplow", Analytics),
    ("_ce.", BEGINNING, "Crazy Egg", Analytics),
    ("sbjs_", BEGINNING, "Sourcebuster", Analytics),
    ("_lfa", WHOLE, "Leadfeeder", Advertising),
    ("_mkto_trk", WHOLE, "Marketo", Advertising),
    ("__kla_id", WHOLE, "Klaviyo", Advertising),
    ("fs_uid", WHOLE, "FullStory", Analytics),
];

/// Whose a name is known to be, and what it is for. A name that is a pattern goes by its beginning.
pub fn known_name(name: &str) -> Option<(&'static str, Nature)> {
    let fits = |(known, whole, ..): &&Known| if *whole { name == *known } else { name.starts_with(known) };
    let longest = KNOWN.iter().filter(fits).max_by_key(|(known, ..)| known.len());
    longest.map(|(_, _, owner, nature)| (*owner, *nature))
}

fn known_item(item: &Item<Translated>) -> Option<(&'static str, Nature)> {
    let name = item.name.as_deref()?.trim();
    // "_hj*", "ph_<key>" and "_pk_{id}" are patterns, whatever their form.
    let plain = name.split(['*', '<', '{', '[']).next().filter(|plain| !plain.is_empty())?;
    let known = known_name(name).or_else(|| known_name(plain));
    // A beginning also stands for the known names that it begins.
    let begun = || KNOWN.iter().find(|(known, ..)| plain.len() > 2 && known.starts_with(plain));
    match item.matches() {
        Match::Prefix => known.or_else(|| begun().map(|(_, _, owner, nature)| (*owner, *nature))),
        _ => known,
    }
}

/// What is known to be for analytics or advertising is not what a visitor asked for (ePrivacy Directive Article 5(3)).
pub(super) fn exempt(context: &Context) -> Vec<Violation> {
    let mut doubtful: BTreeMap<&str, Vec<(String, String)>> = BTreeMap::new();
    for (index, item) in context.site.items.iter().enumerate() {
        let Some((owner, nature)) = known_item(item) else { continue };
        let exemption = context.site.purpose(&item.purpose).and_then(|purpose| purpose.exemption);
        let is_doubtful = match exemption {
            Some(Exemption::StrictlyNecessary | Exemption::Transmission) => true,
            Some(Exemption::UkStatistical) => nature != Analytics,
            Some(Exemption::UkAppearance) => true,
            Some(Exemption::NoStorage) | None => false,
        };
        if is_doubtful {
            let named = format!("\"{}\" ({owner})", item.name.as_deref().unwrap_or_default());
            doubtful.entry(kind(nature)).or_default().push((format!("items[{index}].purpose"), named));
        }
    }
    let faults = doubtful.into_iter().flat_map(|(kind, found)| {
        Violation::of(
            found.into_iter(),
            |names| format!("you exempt a name that is known for {kind} from consent: {names}"),
            "give it a purpose that visitors are asked about",
        )
    });
    faults.collect()
}

fn kind(nature: Nature) -> &'static str {
    match nature {
        Advertising => "advertising",
        Media => "embedded media",
        Communication => "chat",
        _ => "analytics",
    }
}
