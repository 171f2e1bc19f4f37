//! The services as the policy has them: tables, where a reader scans, with the columns that a service fills.

use super::items::LONG;
use super::services::{called, data_word, groups, policy_link, relation, role};
use crate::site::{Service, ServiceKind};
use crate::views::builder::{Declared, element, text, within};
use crate::views::element::{Attribute, Element};
use crate::words::{Word, country};

/// The columns after the first.
const COLUMNS: [Word; 3] = [Word::DetailsRole, Word::DetailsData, Word::DetailsPurpose];

/// Those that data is shared with, the platforms, then the others.
pub(crate) fn services_table(declared: &Declared) -> Vec<Element> {
    let tables =
        |(line, services): (Option<Element>, Vec<&Service>)| line.into_iter().chain(tables(declared, &services));
    groups(declared).into_iter().flat_map(tables).collect()
}

fn tables(declared: &Declared, services: &[&Service]) -> Vec<Element> {
    let is_filled = |word: &Word| services.iter().any(|service| fact(declared, service, *word).is_some());
    let columns: Vec<Word> = COLUMNS.into_iter().filter(is_filled).collect();
    let mut data_words = services.iter().filter(|service| service.data.is_some()).map(|service| data_word(service));
    let data = data_words.next().filter(|first| data_words.all(|word| word == *first)).unwrap_or(Word::DetailsData);
    let titled = |word| if word == Word::DetailsData { data } else { word };
    let titles = [Word::DetailsName].into_iter().chain(columns.iter().map(|word| titled(*word)));
    let head = within("tr", titles.map(|word| text("th", declared.say(word))).collect());
    let row = |service: &&Service| {
        let cells = columns.iter().map(|word| match fact(declared, service, *word) {
            // On a narrow screen the cell is a line of its own, with its column's title before it.
            Some(fact) => text("td", fact).with(Attribute::Term, declared.say(titled(*word))),
            None => element("td"),
        });
        within("tr", [first_cell(declared, service)].into_iter().chain(cells).collect())
    };
    let table = |some: &[&Service]| {
        let rows = [head.clone()].into_iter().chain(some.iter().map(row)).collect();
        within("table", rows).with(Attribute::Class, "items")
    };
    match services.len() {
        0 => Vec::new(),
        1..=LONG => vec![table(services)],
        _ => {
            services.chunks(LONG).map(|some| within("div", vec![table(some)]).with(Attribute::Class, "piece")).collect()
        }
    }
}

fn fact(declared: &Declared, service: &Service, column: Word) -> Option<String> {
    match column {
        Word::DetailsRole => role(service),
        Word::DetailsData => service.data.clone(),
        _ => declared.joined(service.purposes.iter().map(|id| declared.purpose(id))),
    }
}

/// Who it is, what it is to the site where the line above does not say it, where it is, and where its policy is.
fn first_cell(declared: &Declared, service: &Service) -> Element {
    let title = called(declared, service);
    let country = service.country.as_ref().map(|code| country(code.as_str(), declared.language.as_str()));
    let address = declared.joined(service.address.iter().cloned().chain(country));
    let relation = relation(declared, service).filter(|_| service.kind != Some(ServiceKind::Platform));
    let lines = [relation, address];
    let lines = lines.into_iter().flatten().map(|line| text("p", line));
    let link = policy_link(declared, service, &title);
    within("td", [text("strong", &title)].into_iter().chain(lines).chain(link).collect())
}
