//! The list of stored items in the dialog, the widget's own among them.

use super::definition_list::definition_list;
use super::item_facts::ItemFacts;
use crate::site::Item;
use crate::views::builder::{Declared, Surface, text, within};
use crate::views::element::{Attribute, Element, SAVED_REQUESTS};
use crate::words::Word;

/// How many entries a list has at most: what is out of sight need not be laid out (content-visibility), list by list.
pub(crate) const LONG: usize = 20;

/// Every declared item, then the widget's own record with `controls`, and what else the widget may store.
pub(crate) fn items(declared: &Declared, controls: Element) -> Vec<Element> {
    let mut entries: Vec<_> = declared.site.items.iter().map(|item| declared_entry(declared, item)).collect();
    let record = entry(declared, ItemFacts::record(declared), Some(controls));
    let shared = declared.site.shares_choices().map(|domain| ItemFacts::shared_choices(declared, domain));
    let shared = shared.map(|facts| entry(declared, facts, None));
    let saved = within(SAVED_REQUESTS, vec![entry(declared, ItemFacts::saved_requests(declared), None)]);
    let of_widget = [record].into_iter().chain(shared).chain([saved]);
    if entries.len() > LONG {
        return lists(entries).into_iter().chain([list("entries", of_widget.collect())]).collect();
    }
    entries.extend(of_widget);
    vec![list("entries", entries)]
}

/// So many entries as lists of their own.
pub(crate) fn lists(entries: Vec<Element>) -> Vec<Element> {
    entries.chunks(LONG).map(|some| list("entries piece", some.to_vec())).collect()
}

pub(crate) fn list(class: &str, entries: Vec<Element>) -> Element {
    within("ul", entries).with(Attribute::Class, class)
}

/// A declared item.
pub(crate) fn declared_entry(declared: &Declared, item: &Item) -> Element {
    entry(declared, ItemFacts::declared(declared, item), None)
}

fn entry(declared: &Declared, facts: ItemFacts, controls: Option<Element>) -> Element {
    let rows = [
        (Word::DetailsName, facts.name),
        (Word::DetailsKind, facts.kind),
        (Word::DetailsSetBy, facts.set_by),
        (Word::DetailsWhen, facts.when),
        (Word::DetailsPurpose, facts.purpose),
        (Word::DetailsDuration, facts.duration),
        (Word::DetailsWithout, facts.without),
        facts.why,
    ];
    let title = text(Surface::Dialog.of_entry(), facts.title);
    let about = facts.about.map(|about| text("p", about));
    within("li", [title].into_iter().chain(about).chain(definition_list(declared, rows)).chain(controls).collect())
}
