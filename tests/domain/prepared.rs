//! What the build prepares for the app: elements that say what is declared, in pieces that a turn of the browser can draw.

use courtesy::policy::{Pages, composed};
use courtesy::site::{Language, SiteFile};
use courtesy::views::builder::Declared;
use courtesy::views::{Element, cut, details, policy};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::fixtures::{in_english, seed, site};

/// The smallest site in English, with a patch on it.
pub fn declared(patch: Value) -> Declared {
    of(&site(patch))
}

/// A site in English.
pub fn of(file: &SiteFile) -> Declared {
    let language = Language::english();
    let (site, words) = in_english(file);
    Declared { site, words, pages: Pages::of(file, "privacy.html", "request.html"), language }
}

/// The elements of that name, wherever they stand.
pub fn all<'a>(elements: &'a [Element], name: &'a str) -> Vec<&'a Element> {
    let within = |element: &'a Element| {
        let itself = (element.name == name).then_some(element);
        itself.into_iter().chain(all(&element.inside, name))
    };
    elements.iter().flat_map(within).collect()
}

fn size(element: &Element) -> usize {
    1 + element.inside.iter().map(size).sum::<usize>()
}

fn items(count: usize) -> Value {
    (0..count).map(|place| json!({ "purpose": "essential", "description": format!("Item {place}") })).collect()
}

#[test]
fn each_item_is_listed_once_in_lists_of_twenty_and_the_own_record_is_found() {
    for count in [1, 20, 21, 95] {
        let (pieces, own) = details::prepare::chunks(&declared(json!({ "items": items(count) })));
        let titles: Vec<_> = all(&pieces, "h4").into_iter().map(|title| title.text.clone()).collect();
        let wanted: Vec<_> = (0..count).map(|place| format!("Item {place}")).collect();
        assert_eq!(titles.len(), count + 2, "then the widget's own two");
        assert_eq!(titles[..count], wanted);
        let lists: Vec<_> = all(&pieces, "ul").into_iter().map(|list| list.inside.len()).collect();
        assert_eq!(
            lists,
            match count {
                1 | 20 => vec![count + 2],
                21 => vec![20, 1, 2],
                _ => vec![20, 20, 20, 20, 15, 2],
            }
        );
        let place = own.expect("the widget's own record");
        assert_eq!(all(&pieces[place..=place], "record-controls").len(), 1, "{count}");
        assert_eq!(all(&pieces, "record-controls").len(), 1);
    }
}

#[test]
fn a_policy_has_no_button_for_the_own_record() {
    let declared = declared(json!({}));
    let pieces = policy::prepare::chunks(&declared, &composed(&declared.site, &declared.words));
    let names = all(&pieces, "code").into_iter().filter(|value| value.text == "courtesy:a");
    assert_eq!((all(&pieces, "record-controls").len(), names.count()), (0, 1), "the record itself is listed");
}

#[test]
fn a_long_table_of_items_is_cut_into_tables_of_twenty_rows_with_the_same_columns() {
    for (count, tables) in [(19, vec![20]), (20, vec![20, 1]), (45, vec![20, 20, 6])] {
        let declared = declared(json!({ "items": items(count) }));
        let pieces = policy::prepare::chunks(&declared, &composed(&declared.site, &declared.words));
        let found = all(&pieces, "table");
        let rows: Vec<_> = found.iter().map(|table| all(&table.inside, "tr").len() - 1).collect();
        assert_eq!(rows, tables, "{count} items, and the widget's record");
        assert!(found.iter().all(|table| table.inside[0] == found[0].inside[0]));
    }
}

#[test]
fn what_was_written_is_read_as_it_was() {
    for name in ["mazoon", "mediux"] {
        let (pieces, _) = details::prepare::chunks(&of(&seed(name)));
        let read: Vec<_> = pieces.iter().map(|piece| Element::read(&json!(piece))).collect();
        assert!(read == pieces, "{name}");
    }
    assert_eq!(Element::read(&json!(["another version's"])), Element::default());
}

proptest! {
    /// Nothing is lost, no order is changed, and a turn has little to do.
    #[test]
    fn pieces_hold_everything_in_order(weights in prop::collection::vec(0..150_usize, 0..60)) {
        let element = |place: usize, inside: usize| Element {
            name: "p".into(),
            text: place.to_string(),
            inside: vec![Element { name: "b".into(), ..Element::default() }; inside],
            ..Element::default()
        };
        let elements: Vec<_> = weights.iter().enumerate().map(|(place, inside)| element(place, *inside)).collect();
        let pieces = cut(elements.clone());
        prop_assert_eq!(pieces.iter().flat_map(|piece| piece.inside.clone()).collect::<Vec<_>>(), elements);
        prop_assert!(pieces.iter().all(|piece| piece.name.is_empty() && size(piece) <= 201));
        prop_assert!(pieces.windows(2).all(|two| size(&two[0]) + size(&two[1]) > 201), "no fewer would do");
    }
}
