//! The stored items as the policy has them: a table, where a reader scans, with the columns that at least one item fills.

use super::item_facts::ItemFacts;
use super::items::LONG;
use crate::views::builder::{Declared, element, text, within};
use crate::views::element::{Attribute, Element};
use crate::words::Word;

/// A column after the first, and the fact in it.
type Column = (Word, fn(&ItemFacts) -> Option<&String>);

const COLUMNS: [Column; 3] = [
    (Word::DetailsPurpose, |facts| facts.purpose.as_ref()),
    (Word::DetailsDuration, |facts| facts.duration.as_ref()),
    (Word::DetailsSetBy, |facts| facts.set_by.as_ref()),
];

/// Every declared item, then what the widget itself stores. The page cannot know whether this visitor has saved requests.
pub(crate) fn items_table(declared: &Declared) -> Vec<Element> {
    let items = declared.site.items.iter().map(|item| ItemFacts::declared(declared, item));
    let shared = declared.site.shares_choices().map(|domain| ItemFacts::shared_choices(declared, domain));
    let rows: Vec<_> = items.chain([ItemFacts::record(declared)]).chain(shared).collect();
    let columns: Vec<_> = COLUMNS.into_iter().filter(|(_, of)| rows.iter().any(|row| of(row).is_some())).collect();
    let titles = [Word::DetailsItems].into_iter().chain(columns.iter().map(|(word, _)| *word));
    let head = within("tr", titles.map(|word| text("th", declared.say(word))).collect());
    let row = |facts: &ItemFacts| {
        let cells = columns.iter().map(|(word, of)| match of(facts) {
            // On a narrow screen the cell is a line of its own, with its column's title before it.
            Some(fact) => text("td", fact).with(Attribute::Term, declared.say(*word)),
            None => element("td"),
        });
        within("tr", [first_cell(declared, facts)].into_iter().chain(cells).collect())
    };
    let table = |rows: &[ItemFacts]| {
        let rows = [head.clone()].into_iter().chain(rows.iter().map(row)).collect();
        within("table", rows).with(Attribute::Class, "items")
    };
    rows.chunks(LONG).map(table).collect()
}

/// What the item is, with its name and kind, and what else is known of it.
fn first_cell(declared: &Declared, facts: &ItemFacts) -> Element {
    let mut known: Vec<_> = facts.name.iter().map(|name| text("code", name)).collect();
    if let Some(kind) = &facts.kind {
        let kind = if known.is_empty() { kind.clone() } else { format!(" · {kind}") };
        known.push(text("", kind));
    }
    let known = (!known.is_empty()).then(|| within("p", known));
    let about = facts.about.as_ref().map(|about| text("p", about));
    let more = [(Word::DetailsWhen, &facts.when), (Word::DetailsWithout, &facts.without)];
    let more = more.into_iter().filter_map(|(word, fact)| {
        let fact = fact.as_ref()?;
        Some(text("p", format!("{}: {fact}", declared.say(word))))
    });
    let title = text("strong", &facts.title);
    within("td", [title].into_iter().chain(about).chain(known).chain(more).collect())
}
