//! The stored items as the policy has them: a table, where a reader scans, with the columns that a declared item fills.

use super::item_facts::ItemFacts;
use super::items::LONG;
use crate::views::builder::{Declared, element, text, within};
use crate::views::element::{Attribute, Element};
use crate::words::Word;

/// What a fact is called, and how it is found.
type Fact = (Word, fn(&ItemFacts) -> Option<&String>);

/// The columns after the first.
const COLUMNS: [Fact; 3] = [
    (Word::DetailsPurpose, |facts| facts.purpose.as_ref()),
    (Word::DetailsDuration, |facts| facts.duration.as_ref()),
    (Word::DetailsSetBy, |facts| facts.set_by.as_ref()),
];

/// The lines of the first cell, before the facts that have no column.
const LINES: [Fact; 2] =
    [(Word::DetailsWhen, |facts| facts.when.as_ref()), (Word::DetailsWithout, |facts| facts.without.as_ref())];

/// Every declared item, then what the widget itself stores. The page cannot know whether this visitor has saved requests.
pub(crate) fn items_table(declared: &Declared) -> Vec<Element> {
    let items = declared.site.items.iter().map(|item| ItemFacts::declared(declared, item));
    let mut rows: Vec<_> = items.collect();
    let (columns, others): (Vec<_>, Vec<_>) =
        COLUMNS.into_iter().partition(|(_, of)| rows.iter().any(|row| of(row).is_some()));
    let lines = [&LINES[..], &others].concat();
    rows.push(ItemFacts::record(declared));
    rows.extend(declared.site.shares_choices().map(|domain| ItemFacts::shared_choices(declared, domain)));
    let titles = [Word::DetailsItems].into_iter().chain(columns.iter().map(|(word, _)| *word));
    let head = within("tr", titles.map(|word| text("th", declared.say(word))).collect());
    let row = |facts: &ItemFacts| {
        let cells = columns.iter().map(|(word, of)| match of(facts) {
            // On a narrow screen the cell is a line of its own, with its column's title before it.
            Some(fact) => text("td", fact).with(Attribute::Term, declared.say(*word)),
            None => element("td"),
        });
        within("tr", [first_cell(declared, facts, &lines)].into_iter().chain(cells).collect())
    };
    let table = |rows: &[ItemFacts]| {
        let rows = [head.clone()].into_iter().chain(rows.iter().map(row)).collect();
        within("table", rows).with(Attribute::Class, "items")
    };
    if rows.len() <= LONG {
        return vec![table(&rows)];
    }
    // A table itself cannot be left out of the layout (content-visibility), a block around it can.
    rows.chunks(LONG).map(|some| within("div", vec![table(some)]).with(Attribute::Class, "piece")).collect()
}

/// What the item is, with its name and kind, and a line for each further fact.
fn first_cell(declared: &Declared, facts: &ItemFacts, lines: &[Fact]) -> Element {
    let mut known: Vec<_> = facts.name.iter().map(|name| text("code", name)).collect();
    if let Some(kind) = &facts.kind {
        let kind = if known.is_empty() { kind.clone() } else { format!(" · {kind}") };
        known.push(text("", kind));
    }
    let known = (!known.is_empty()).then(|| within("p", known));
    let about = facts.about.as_ref().map(|about| text("p", about));
    let line = |(word, of): &Fact| Some(text("p", format!("{}: {}", declared.say(*word), of(facts)?)));
    let title = text("strong", &facts.title);
    within("td", [title].into_iter().chain(about).chain(known).chain(lines.iter().filter_map(line)).collect())
}
