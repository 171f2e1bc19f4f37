//! What is written of a purpose in the choices and in the receipt: what it is for, who takes part, what is stored and how long.

use crate::policy::{basis_word, exemption_word};
use crate::site::{Item, Purpose, Service};
use crate::views::builder::{Declared, text, within};
use crate::views::details::definition_list::{Fact, definition_list};
use crate::views::details::item_facts::duration;
use crate::views::details::items::{LONG, declared_entry, list};
use crate::views::details::services;
use crate::views::element::{Attribute, Element};
use crate::words::Word;

/// What a purpose is for, and why it is not asked for, where it is not; all that describes its box.
pub(crate) fn about(declared: &Declared, purpose: &Purpose) -> Vec<Element> {
    let what = purpose.description.as_ref().map(|what| text("p", what));
    let why = purpose.exemption.and_then(exemption_word);
    let basis = purpose.legal_basis.map(basis_word);
    let sale = (purpose.sale_or_share == Some(true)).then_some(Word::PolicyIsSale);
    let further = [why, basis, sale].into_iter().flatten().map(|word| text("p", declared.of_site(word)));
    what.into_iter().chain(further).collect()
}

/// Some facts, and folded below them every service and item. Where those are many, the details have them: the choices are drawn
/// whole, and again at each tick.
pub(crate) fn facts_and_lists(
    declared: &Declared,
    name: &str,
    facts: impl IntoIterator<Item = Fact>,
    services: &[&Service],
    items: &[&Item],
) -> Vec<Element> {
    let facts = definition_list(declared, facts);
    if services.len() + items.len() > LONG {
        let details = text("button", declared.say(Word::NoticeDetails)).with(Attribute::View, "details");
        return facts.into_iter().chain([details]).collect();
    }
    let list = |entries: Vec<Element>| (!entries.is_empty()).then(|| list("entries", entries));
    let services = services.iter().map(|service| services::entry(declared, service));
    let items = items.iter().map(|item| declared_entry(declared, item));
    let lists: Vec<_> = [list(services.collect()), list(items.collect())].into_iter().flatten().collect();
    // Screen readers list links and buttons without their surroundings, so each summary names its purpose (WCAG 2.4.4).
    let summary = text("summary", declared.words.fill(Word::ChoicesMore, &[("name", name)]));
    let folded = (!lists.is_empty()).then(|| within("details", [summary].into_iter().chain(lists).collect()));
    facts.into_iter().chain(folded).collect()
}

/// Who receives data: their names, else what they do.
pub(crate) fn recipients(declared: &Declared, services: &[&Service]) -> Option<String> {
    let recipients = services.iter().filter(|service| service.receives_data());
    declared.joined(recipients.map(|service| services::called(declared, service)))
}

/// Every known duration of some items, each once.
pub(crate) fn how_long(declared: &Declared, items: &[&Item]) -> Fact {
    let mut periods: Vec<String> = Vec::new();
    for period in items.iter().filter_map(|item| duration(declared, item)) {
        if !periods.contains(&period) {
            periods.push(period);
        }
    }
    (Word::DetailsDuration, declared.joined(periods.into_iter()))
}
