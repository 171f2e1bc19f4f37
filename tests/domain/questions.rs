//! Twenty plain questions per policy, each answered from the page alone, at the place that stands beside it.

use std::collections::BTreeSet;

use crate::compiling::parts;
use crate::fixtures::{SEEDS, json as file, seed};
use crate::page::policy_page;

#[test]
fn plain_questions_are_answered_from_the_page_alone() {
    let (mut wrong, mut places) = (Vec::new(), BTreeSet::new());
    let mut anchors = BTreeSet::new();
    for name in SEEDS {
        let page = policy_page(&seed(name), &parts(), 0, |_| unreachable!("composed"));
        anchors.extend(page.anchors().into_iter().map(str::to_owned));
        let table = file(&format!("tests/snapshots/{name}.questions.json"));
        let questions = table["questions"].as_array().expect("questions");
        assert_eq!(questions.len(), 20, "{name}");
        for question in questions {
            let (ask, at) = (&question["ask"], question["at"].as_str().expect("an anchor"));
            places.insert(at.to_owned());
            for says in question["says"].as_array().expect("phrases").iter().filter_map(|says| says.as_str()) {
                if !page.under(at).contains(says) {
                    wrong.push(format!("{name}: {ask} says {says:?}, which is not under #{at}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(places, anchors, "every part of a policy answers some question");
}

#[test]
fn each_purpose_has_its_data_in_its_own_row() {
    for name in SEEDS {
        let site = file(&format!("www/sites/{name}/site.json"));
        let page = policy_page(&seed(name), &parts(), 0, |_| unreachable!("composed"));
        let purposes = site["purposes"].as_array().expect("purposes");
        for group in site["collected"].as_array().expect("collected") {
            for id in group["purposes"].as_array().into_iter().flatten() {
                let purpose = purposes.iter().find(|purpose| purpose["id"] == *id).expect("a purpose");
                let begins = format!("{} | ", purpose["title"].as_str().expect("a title"));
                let group = group["group"].as_str().expect("a name");
                let row = page.lines.iter().find(|line| line.starts_with(&begins));
                assert!(row.is_some_and(|row| row.contains(group)), "{name}: {group} for {id}: {row:?}");
            }
        }
    }
}
