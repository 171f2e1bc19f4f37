//! What is written of a purpose in the choices and in the receipt: what it is for, who takes part, what is stored and how long.

use crate::policy::basis_word;
use crate::site::{Exemption, Item, Purpose, Service};
use crate::views::builder::{Declared, Surface, text, within};
use crate::views::details::definition_list::{Fact, definition_list};
use crate::views::details::items::{LONG, declared_entry, duration, list};
use crate::views::details::services;
use crate::views::element::{Attribute, Element};
use crate::words::Word;

/// What a purpose is for, and why it is not asked for, where it is not; all that describes its box.
pub(crate) fn about(declared: &Declared, purpose: &Purpose) -> Vec<Element> {
    let unstated = text("span", declared.say(Word::DetailsNotStated)).with(Attribute::Class, "unstated");
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

/// Some facts, and folded below them every service and item. Where those are many, the details have them: the choices are drawn
/// whole, and again at each tick.
pub(crate) fn facts_and_lists(
    declared: &Declared,
    facts: Vec<Fact>,
    services: &[&Service],
    items: &[&Item],
) -> Vec<Element> {
    let facts = (!facts.is_empty()).then(|| definition_list(declared, facts));
    if services.len() + items.len() > LONG {
        let details = text("button", declared.say(Word::NoticeDetails)).with(Attribute::View, "details");
        return facts.into_iter().chain([details]).collect();
    }
    let list = |entries: Vec<Element>| (!entries.is_empty()).then(|| list("entries", entries));
    let services = services.iter().map(|service| services::entry(declared, Surface::Dialog, service));
    let items = items.iter().map(|item| declared_entry(declared, Surface::Dialog, item));
    let lists: Vec<_> = [list(services.collect()), list(items.collect())].into_iter().flatten().collect();
    let summary = text("summary", declared.say(Word::ChoicesMore));
    let folded = (!lists.is_empty()).then(|| within("details", [summary].into_iter().chain(lists).collect()));
    facts.into_iter().chain(folded).collect()
}

/// Their names, else their roles.
pub(crate) fn names(declared: &Declared, services: &[&Service]) -> Option<String> {
    let name = |service: &&Service| service.name.clone().or_else(|| service.role.clone());
    declared.joined(services.iter().filter_map(name))
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
    let periods = declared.joined(periods.into_iter().map(|period| period.unwrap_or_else(unstated)));
    periods.map(|periods| (Word::DetailsDuration, is_stated.then_some(periods)))
}
