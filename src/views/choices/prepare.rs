//! The choices as the build prepares them: a row for each purpose that stores something, in the site's order, with what it is
//! for, who takes part, what is stored and how long (GDPR Recital 42; CJEU C-673/17: durations, and who has access).

use serde_json::{Value, json};

use crate::policy::{basis_word, signal};
use crate::site::{Exemption, Item, Purpose, Service, Setter};
use crate::views::builder::{Declared, Place, text, within};
use crate::views::details::definition_list::facts;
use crate::views::details::items::{LONG, declared_entry, duration, list};
use crate::views::details::services;
use crate::views::element::{ACT, Element};
use crate::words::Word;

/// What the view of choices is sent: the fields that [`Choices`](super::Choices) reads.
pub fn choices(declared: &Declared) -> Value {
    let said = |word| declared.say(word);
    let shown = declared.site.stated_purposes().filter(|purpose| purpose.exemption != Some(Exemption::NoStorage));
    json!({
        "title": declared.of_site(Word::ChoicesTitle),
        "intro": said(Word::ChoicesIntro),
        "gpc": signal(&declared.site, &declared.words),
        "rows": shown.map(|purpose| row(declared, purpose)).collect::<Vec<_>>(),
        "always": said(Word::ChoicesAlways),
        "uk": said(Word::ChoicesUk),
        "signal": said(Word::ChoicesSignal),
        "optedOut": said(Word::ChoicesOptedOut),
        "sure": said(Word::ChoicesSure),
        "save": said(Word::ChoicesSave),
        "accept": said(Word::ChoicesAccept),
        "refuse": said(Word::ChoicesRefuse),
        "receipt": said(Word::ChoicesReceipt),
    })
}

/// A purpose. Its services are rows within it where there are several; one alone shares the purpose's answer.
fn row(declared: &Declared, purpose: &Purpose) -> Value {
    let takes_part = |service: &&Service| service.purposes.contains(&purpose.id);
    let services: Vec<&Service> = declared.site.services.iter().filter(takes_part).collect();
    let items: Vec<&Item> = declared.site.items.iter().filter(|item| item.purpose == purpose.id).collect();
    let is_asked = !purpose.is_exempt();
    let (apart, together) =
        if is_asked && services.len() > 1 { (services, Vec::new()) } else { (Vec::new(), services) };
    let is_theirs = |item: &Item| apart.iter().any(|service| is_set_by(item, service));
    let ours: Vec<&Item> = items.iter().copied().filter(|item| !is_theirs(item)).collect();
    let who = apart.is_empty().then(|| (Word::DetailsServices, names(declared, &together)));
    let stored = items.is_empty().then_some((Word::DetailsItems, None)).or_else(|| how_long(declared, &ours));
    let title = declared.purpose(&purpose.id);
    json!({
        "id": purpose.id,
        "title": title,
        "always": purpose.is_exempt().then_some(true),
        "about": about(declared, purpose),
        "elements": told(declared, who.into_iter().chain(stored).collect(), &together, &ours),
        "each": (!apart.is_empty()).then(|| declared.words.fill(Word::ChoicesEach, &[("purpose", &title)])),
        "services": apart.iter().map(|service| part(declared, service, &items)).collect::<Vec<_>>(),
    })
}

/// A service that is chosen by itself.
fn part(declared: &Declared, service: &Service, items: &[&Item]) -> Value {
    let items: Vec<&Item> = items.iter().copied().filter(|item| is_set_by(item, service)).collect();
    let title = names(declared, &[service]);
    let role = service.role.as_ref().filter(|_| service.name.is_some());
    json!({
        "id": service.id,
        "title": title.unwrap_or_else(|| declared.say(Word::DetailsUnnamed).to_owned()),
        "about": role.map(|role| vec![text("p", role)]).unwrap_or_default(),
        "elements": told(declared, how_long(declared, &items).into_iter().collect(), &[service], &items),
    })
}

fn is_set_by(item: &Item, service: &Service) -> bool {
    matches!(&item.set_by, Some(Setter::Service(id)) if *id == service.id)
}

/// What a purpose is for, and why it is not asked for, where it is not; all that describes its box.
pub(crate) fn about(declared: &Declared, purpose: &Purpose) -> Vec<Element> {
    let unstated = Element { to: Some("unstated".into()), ..text("span", declared.say(Word::DetailsNotStated)) };
    let what = match &purpose.description {
        Some(stated) => text("p", stated),
        None => Element { text: format!("{}: ", declared.say(Word::DetailsPurpose)), ..within("p", vec![unstated]) },
    };
    let why = match purpose.exemption {
        Some(Exemption::StrictlyNecessary) => Some(Word::WhyStrictlyNecessary),
        Some(Exemption::Transmission) => Some(Word::WhyTransmission),
        Some(Exemption::UkStatistical) => Some(Word::WhyUkStatistical),
        Some(Exemption::UkAppearance) => Some(Word::WhyUkAppearance),
        Some(Exemption::NoStorage) | None => None,
    };
    let basis = purpose.legal_basis.map(basis_word);
    let sale = (purpose.sale_or_share == Some(true)).then_some(Word::PolicyIsSale);
    let further = [why, basis, sale].into_iter().flatten().map(|word| text("p", declared.of_site(word)));
    [what].into_iter().chain(further).collect()
}

/// A fact of a purpose or a service: what it is called, and its value where that is stated.
pub(crate) type Fact = (Word, Option<String>);

/// Some facts, and folded below them every service and item. Where those are many, the details have them: the choices are drawn
/// whole, and again at each tick.
pub(crate) fn told(declared: &Declared, known: Vec<Fact>, services: &[&Service], items: &[&Item]) -> Vec<Element> {
    let facts = (!known.is_empty()).then(|| facts(declared, known));
    if services.len() + items.len() > LONG {
        let details = Element { to: Some("details".into()), ..text(ACT, declared.say(Word::NoticeDetails)) };
        return facts.into_iter().chain([details]).collect();
    }
    let list = |entries: Vec<Element>| (!entries.is_empty()).then(|| list("entries", entries));
    let services = services.iter().map(|service| services::entry(declared, Place::Dialog, service));
    let items = items.iter().map(|item| declared_entry(declared, Place::Dialog, item));
    let lists: Vec<_> = [list(services.collect()), list(items.collect())].into_iter().flatten().collect();
    let summary = text("summary", declared.say(Word::ChoicesMore));
    let folded = (!lists.is_empty()).then(|| within("details", [summary].into_iter().chain(lists).collect()));
    facts.into_iter().chain(folded).collect()
}

/// Their names, else their roles.
pub(crate) fn names(declared: &Declared, services: &[&Service]) -> Option<String> {
    let name = |service: &&Service| service.name.clone().or_else(|| service.role.clone());
    joined(declared, services.iter().filter_map(name))
}

/// Every duration that is stated of some items, each once; nothing where there are no items.
pub(crate) fn how_long(declared: &Declared, items: &[&Item]) -> Option<Fact> {
    let mut periods: Vec<Option<String>> = Vec::new();
    for item in items {
        let period = item.lasts().map(|stated| duration(declared, stated));
        if !periods.contains(&period) {
            periods.push(period);
        }
    }
    let is_stated = periods.iter().any(Option::is_some);
    let unstated = || declared.say(Word::DetailsNotStated).to_owned();
    let said = joined(declared, periods.into_iter().map(|period| period.unwrap_or_else(unstated)));
    said.map(|said| (Word::DetailsDuration, is_stated.then_some(said)))
}

/// Some texts, with commas.
pub(crate) fn joined(declared: &Declared, texts: impl Iterator<Item = String>) -> Option<String> {
    let join =
        |first: String, next: String| declared.words.fill(Word::UnitComma, &[("first", &first), ("second", &next)]);
    texts.reduce(join)
}
