//! Data: what gathers it, why nobody is asked, how long it is kept.

use std::collections::{HashMap, HashSet};

use super::context::{Context, Violation, listed};
use crate::site::{Ends, Exemption, Kept, Nature, Retention, Source, Translated};

/// Neither analytics nor advertising is what a visitor asked for (ePrivacy Directive Article 5(3)).
pub(super) fn exemption(context: &Context) -> Vec<Violation> {
    let doubtful = context.site.stated_purposes().filter(|purpose| {
        matches!(purpose.nature, Some(Nature::Analytics | Nature::Advertising))
            && matches!(purpose.exemption, Some(Exemption::StrictlyNecessary | Exemption::Transmission))
    });
    Violation::of(
        doubtful.map(|purpose| (format!("purposes[{}].exemption", purpose.id), format!("\"{}\"", purpose.id))),
        |ids| format!("you exempt analytics or advertising from consent: {ids}"),
        "remove \"exemption\", so that visitors are asked, or correct \"nature\"",
    )
}

/// Data that arises by itself comes from somewhere: an item on the device, or a service.
pub(super) fn unserved(context: &Context) -> Vec<Violation> {
    let by_items = context.site.items.iter().map(|item| &item.purpose);
    let by_services = context.site.services.iter().flat_map(|service| &service.purposes);
    let served: HashSet<_> = by_items.chain(by_services).collect();
    let groups = context.site.collected.iter().enumerate().filter(|(_, group)| {
        group.source == Some(Source::Automatic)
            && !group.purposes.is_empty()
            && !group.purposes.iter().any(|purpose| served.contains(purpose))
    });
    let named = groups.map(|(index, group)| {
        let purposes = listed(&group.purposes.iter().map(|id| id.as_str()).collect::<Vec<_>>());
        (format!("collected[{index}].purposes"), format!("{} (for {purposes})", context.group(group)))
    });
    Violation::of(
        named,
        |names| format!("you collect data automatically, but no item or service collects it: {names}"),
        "add the item or the service that collects it; if your own server does, give its host that purpose",
    )
}

/// A time that ends only when somebody asks is not a time (GDPR Article 5(1)(e)).
pub(super) fn on_request(context: &Context) -> Vec<Violation> {
    let found = context.site.retention.iter().enumerate().filter_map(|(index, kept)| match (kept.period, kept.ends) {
        (Some(Kept::For(period)), Some(Ends::OnRequest)) => {
            let what = context.say(&kept.what);
            let period = context.period(period);
            let sentence = format!("you keep \"{what}\" for {period}, but then delete it only on request");
            let fix = "write \"by-itself\" if you delete it at the end, or remove \"period\"";
            Some(Violation::at(period_and_end(index), sentence, fix))
        }
        _ => None,
    });
    found.collect()
}

/// What is kept without end is not deleted by itself; "until you ask" is no contradiction.
pub(super) fn endless(context: &Context) -> Vec<Violation> {
    let is_endless =
        |kept: &Retention<Translated>| (kept.period, kept.ends) == (Some(Kept::Indefinitely), Some(Ends::ByItself));
    let found = context.site.retention.iter().enumerate().filter(|(_, kept)| is_endless(kept)).map(|(index, kept)| {
        let sentence =
            format!("you keep \"{}\" indefinitely, but it is also deleted by itself", context.say(&kept.what));
        let fix = "write the period after which you delete it, or remove \"ends\"";
        Violation::at(period_and_end(index), sentence, fix)
    });
    found.collect()
}

fn period_and_end(index: usize) -> Vec<String> {
    vec![format!("retention[{index}].period"), format!("retention[{index}].ends")]
}

/// The same data has one time.
pub(super) fn two_periods(context: &Context) -> Vec<Violation> {
    let mut first: HashMap<String, (usize, Kept)> = HashMap::new();
    let mut found = Vec::new();
    for (index, kept) in context.site.retention.iter().enumerate() {
        let Some(period) = kept.period else { continue };
        let what = context.say(&kept.what);
        let (earlier, other) = *first.entry(what.trim().to_lowercase()).or_insert((index, period));
        if length(other) != length(period) {
            let places = vec![format!("retention[{earlier}].period"), format!("retention[{index}].period")];
            let shown = |kept| match kept {
                Kept::Indefinitely => "\"indefinite\"".into(),
                Kept::For(period) => context.period(period),
            };
            let sentence = format!("you keep \"{what}\" for two periods: {} and {}", shown(other), shown(period));
            found.push(Violation::at(
                places,
                sentence,
                "remove the one that is wrong, or say which data each is about",
            ));
        }
    }
    found
}

/// What is compared: 12 months are a year, and 2 weeks 14 days.
fn length(kept: Kept) -> Option<((u32, u32), u32)> {
    match kept {
        Kept::Indefinitely => None,
        Kept::For(period) => Some((period.calendar(), period.clock())),
    }
}
