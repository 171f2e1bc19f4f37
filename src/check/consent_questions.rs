//! What visitors are asked for: whether it is explained, whether a refusal can undo it, and which consent signals it sends.

use std::collections::HashSet;

use super::context::{Context, Violation, listed};
use super::rights::word;
use crate::site::{Id, Nature, Purpose, Translated};

const OF_ADVERTISING: [&str; 3] = ["ad_storage", "ad_user_data", "ad_personalization"];

/// What a visitor decides on, in the UK or elsewhere.
pub(super) fn asked<'a>(context: &Context<'a>) -> impl Iterator<Item = &'a Purpose<Translated>> {
    context.site.purposes.iter().filter(|purpose| !purpose.is_exempt())
}

/// Those of which nothing but the id is declared.
pub(super) fn unexplained_purposes<'a>(context: &Context<'a>) -> impl Iterator<Item = &'a Purpose<Translated>> {
    asked(context).filter(|purpose| purpose.title.is_none() && purpose.description.is_none())
}

/// Consent is informed or it is none (GDPR Article 4(11), Recital 42), and an id informs nobody.
pub(super) fn unexplained(context: &Context) -> Vec<Violation> {
    let ids: Vec<_> = unexplained_purposes(context).map(|purpose| purpose.id.to_string()).collect();
    let places = ids.iter().map(|id| [format!("purposes[{id}].title"), format!("purposes[{id}].description")]);
    let names: Vec<_> = ids.iter().map(|id| format!("\"{id}\"")).collect();
    let sentence = format!("you ask visitors without an explanation: {}", listed(&names));
    let fix = "add \"title\" and \"description\": what you do, and what for";
    if ids.is_empty() { Vec::new() } else { vec![Violation::at(places.flatten().collect(), sentence, fix)] }
}

/// What has no name stays on the device when consent is withdrawn.
pub(super) fn unremovable(context: &Context) -> Vec<Violation> {
    let asked: HashSet<&Id> = asked(context).map(|purpose| &purpose.id).collect();
    let items = context.site.items.iter().enumerate();
    let nameless = items.filter(|(_, item)| item.name.is_none() && asked.contains(&item.purpose));
    let named = nameless.map(|(index, item)| {
        let kind = item.kind.map(|kind| format!("{}, ", word(&kind))).unwrap_or_default();
        (format!("items[{index}].name"), format!("items[{index}] ({kind}for \"{}\")", item.purpose))
    });
    Violation::of(
        named,
        |names| format!("you cannot remove an item without a name when consent is withdrawn: {names}"),
        "add \"name\", or the beginning of the names with \"match\": \"prefix\"",
    )
}

/// The purposes that a vendor's consent signals are tied to: the field, the purpose and the signals.
fn tied<'a>(context: &Context<'a>) -> impl Iterator<Item = (&'static str, &'a Id, Vec<String>)> {
    let site = context.site;
    let of_google =
        site.consent_mode.iter().map(|(id, signals)| ("consentMode", id, signals.iter().map(word).collect()));
    let of_microsoft = site
        .microsoft_consent_mode
        .iter()
        .map(|(id, signals)| ("microsoftConsentMode", id, signals.iter().map(word).collect()));
    of_google.chain(of_microsoft)
}

/// No choice is behind a signal of what nobody is asked for.
pub(super) fn signal_exempt(context: &Context) -> Vec<Violation> {
    let exempt = tied(context).filter(|(_, id, _)| context.site.purpose(id).is_some_and(Purpose::is_exempt));
    Violation::of(
        exempt.map(|(field, id, _)| (format!("{field}.{id}"), format!("\"{id}\""))),
        |ids| format!("you send consent signals for a purpose that visitors are not asked about: {ids}"),
        "move the signals to a purpose that visitors decide on, or remove them",
    )
}

/// A visitor who accepts statistics has not accepted advertising, and these signals alone let a vendor use data for it.
pub(super) fn signal_nature(context: &Context) -> Vec<Violation> {
    let other = tied(context).filter_map(|(field, id, signals)| {
        let is_other = context.site.purpose(id)?.nature != Some(Nature::Advertising);
        let of_advertising: Vec<_> =
            signals.into_iter().filter(|signal| is_other && OF_ADVERTISING.contains(&signal.as_str())).collect();
        let names = listed(&of_advertising);
        (!of_advertising.is_empty()).then(|| (format!("{field}.{id}"), format!("\"{id}\" ({names})")))
    });
    Violation::of(
        other,
        |ids| format!("you send advertising signals for a purpose that is not advertising: {ids}"),
        "move the signals to a purpose of the nature \"advertising\", or correct the nature",
    )
}
