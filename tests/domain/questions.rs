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
