//! The four seed sites: every fact of their policies is in its field, row by row, and nothing is invented.
//!
//! The tables in tests/fixtures/facts are made from the owners' own policies, not from the site files: each row names its source, and a
//! quarter of them hold that something is absent. `policies.rs` looks for the same facts on the page.

use courtesy::site::Mode;
use serde_json::Value;

use crate::fixtures::{SEEDS, json as file, seed};

#[test]
fn every_fact_of_the_seeds_stands_in_its_field() {
    let mut wrong = Vec::new();
    for name in SEEDS {
        let site = file(&format!("www/sites/{name}/site.json"));
        let table = file(&format!("tests/fixtures/facts/{name}.json"));
        let rows = table["rows"].as_array().expect("rows");
        assert!(rows.len() > 100, "{name}: the table is whole");
        for row in rows {
            let at = row["at"].as_str().expect("a path");
            let found = at_path(&site, at);
            if found != row["is"] {
                wrong.push(format!("{name} {at}: {} ({} is {found})", row["fact"], row["source"]));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What stands at a path: fields by dots, entries by id or by place, a list's length; null for what is not there.
fn at_path(site: &Value, path: &str) -> Value {
    let steps = path.replace('[', ".[").replace(']', "");
    steps.split('.').fold(site.clone(), |value, step| match step.strip_prefix('[') {
        Some(place) if place.bytes().all(|byte| byte.is_ascii_digit()) => {
            place.parse::<usize>().ok().and_then(|place| value.get(place).cloned()).unwrap_or_default()
        }
        Some(id) => {
            value.as_array().and_then(|list| list.iter().find(|entry| entry["id"] == id).cloned()).unwrap_or_default()
        }
        None if step == "length" => value.as_array().map(Vec::len).unwrap_or_default().into(),
        None => value.get(step).cloned().unwrap_or_default(),
    })
}

#[test]
fn three_seeds_ask_for_nothing_and_one_has_something_to_ask() {
    let modes = SEEDS.map(|name| seed(name).mode());
    assert_eq!(modes, [Mode::Notice, Mode::Notice, Mode::Notice, Mode::Consent]);
}

#[test]
fn no_seed_states_an_items_name_or_duration() {
    for name in SEEDS {
        assert!(seed(name).items.iter().all(|item| item.name.is_none() && item.duration.is_none()), "{name}");
    }
}
