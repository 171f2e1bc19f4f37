//! Lives of a record: random acts on changing sites, with signals and a clock that goes both ways, held against what a visitor said.

use std::collections::{BTreeMap, BTreeSet};

use courtesy::consent::{Current, Moment, OrderedMap, Record, Signals, Status};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use crate::fixtures::{json as file, path};
use crate::records::stored;
use crate::tables::{Stored, acted, current, moment, readable, signals};
use crate::visits::{Page, life, names, purpose_of};

/// A yes, as somebody who stands by remembers it.
#[derive(Debug)]
struct Yes {
    version: String,
    hash: String,
    until: Moment,
    /// It was said in two steps, in view of the signal.
    in_view: bool,
}

/// What a visitor said, told by nothing but the acts.
#[derive(Default)]
struct Witness(BTreeMap<String, Yes>);

impl Witness {
    fn hears(&mut self, site: &Value, current: &Current, act: &Value, now: Moment) {
        if site["mode"] != "consent" {
            return;
        }
        for (key, hash) in &current.facts.0 {
            let is_off = act["gpc"] == true && current.sale_or_share.iter().any(|sold| sold == purpose_of(key));
            let answers = &act["answers"];
            let answer = answers.get(key).or(answers.get(purpose_of(key))).and_then(Value::as_bool);
            let in_view = self.0.get(key).is_some_and(|yes| yes.in_view);
            let (until, version) = (now.plus(current.expires_after).expect("near"), current.version.clone());
            let yes = |in_view| Yes { version, hash: hash.clone(), until, in_view };
            match answer {
                Some(false) => drop(self.0.remove(key)),
                Some(true) if act["explicit"] == true || !is_off => {
                    self.0.insert(key.clone(), yes(is_off));
                }
                Some(true) if self.allows(key, current, act["gpc"] == true, now) => {
                    self.0.insert(key.clone(), yes(in_view));
                }
                // The signal turns what was granted without it into an objection, whatever the act is about.
                _ if is_off && !in_view => drop(self.0.remove(key)),
                // Without the signal, what was said in view of it is a yes like any other.
                _ if act["gpc"] != true => {
                    self.0.get_mut(key).into_iter().for_each(|yes| yes.in_view = false);
                }
                _ => {}
            }
        }
    }

    fn allows(&self, key: &str, current: &Current, gpc: bool, now: Moment) -> bool {
        self.0.get(key).is_some_and(|yes| {
            let is_off = gpc && current.sale_or_share.iter().any(|sold| sold == purpose_of(key));
            yes.version == current.version
                && current.facts.get(key) == Some(&yes.hash)
                && now < yes.until
                && (yes.in_view || !is_off)
        })
    }
}

fn statuses(stored: &Stored, current: &Current, signals: Signals, now: Moment) -> BTreeMap<String, Status> {
    let choices = current.valid_choices(readable(stored), signals, now);
    names().into_iter().map(|name| (name.clone(), current.status(&name, &choices, signals))).collect()
}

/// The acts of a life at their times, each with the text that it leaves in storage.
pub fn lived(sites: &[Value], pages: Vec<Page>, mut look: impl FnMut(&Value, &Stored, &Value, Option<&Record>)) {
    let (mut text, mut seconds) = (None::<String>, moment(&json!("2026-11-21T20:00:00Z")).seconds_since_1970());
    for (site, jump, mut act) in pages {
        seconds += jump;
        act["now"] = Moment::from_seconds_since_1970(seconds).expect("near").to_string().into();
        let (site, before) = (&sites[site], stored(text.as_deref()));
        let is_look = act["method"] == "";
        let after = if is_look { None } else { acted(before.clone(), &(current(site), "en".into()), &act) };
        look(site, &before, &act, after.as_ref());
        text = after.map(|record| json!(record).to_string()).or(text);
    }
}

/// Lives that nobody thought of, kept, so that the loader is held against the same ones. `UPDATE_CORPUS=1 cargo test` makes others.
#[test]
fn the_corpus_of_lives_ends_with_the_same_bytes_everywhere() {
    const CORPUS: &str = "tests/fixtures/lives.json";
    if let Some(count) = std::env::var("UPDATE_CORPUS").ok().map(|count| count.parse::<usize>().unwrap_or(1).max(40)) {
        let mut runner = TestRunner::deterministic();
        let lives = (0..count).map(|_| {
            let (sites, pages) = life(6).new_tree(&mut runner).expect("a life").current();
            let (asked, written) = answers(&sites, pages.clone());
            json!({ "sites": sites, "pages": pages, "asked": asked, "written": written })
        });
        let lines: Vec<String> = lives.map(|life| format!("    {life}")).collect();
        let about = "Lives of a record: on which of the sites, how many seconds later, which act (as in decisions.json; without a method none, and `gpc` only where a signal meets a grant), which keys each page asks for before its act, and the text in storage at the end; made by UPDATE_CORPUS=1 cargo test.";
        let text = format!("{{\n  \"about\": {},\n  \"rows\": [\n{}\n  ]\n}}\n", json!(about), lines.join(",\n"));
        std::fs::write(path(CORPUS), text).expect("the fixtures can be written");
    }
    for row in file(CORPUS)["rows"].as_array().expect("rows") {
        let sites: Vec<Value> = row["sites"].as_array().expect("sites").clone();
        let pages = serde_json::from_value(row["pages"].clone()).expect("pages");
        let (asked, written) = answers(&sites, pages);
        assert_eq!((&asked, &json!(written)), (&row["asked"], &row["written"]), "{row}");
    }
}

/// The keys that each page of a life asks for, and the text in storage at its end.
fn answers(sites: &[Value], pages: Vec<Page>) -> (Value, Option<String>) {
    let (mut asked, mut text) = (Vec::new(), None);
    lived(sites, pages, |site, before, act, after| {
        asked.push(current(site).unanswered(readable(before), signals(act), moment(&act["now"])));
        text = after.map(|record| json!(record).to_string()).or(text.take());
    });
    (asked.into(), text)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    /// A grant needs a yes of the visitor's, under these very facts and this version, within its time; a no ends it; and while the
    /// signal is sent, a sale needs a yes in two steps, in view of it.
    #[test]
    fn nothing_is_granted_but_by_a_yes_that_still_stands((sites, pages) in life(12)) {
        let mut witness = Witness::default();
        lived(&sites, pages, |site, before, act, after| {
            let (current, signals, now) = (current(site), signals(act), moment(&act["now"]));
            let check = |stored: &Stored, witness: &Witness| {
                for (name, status) in statuses(stored, &current, signals, now) {
                    if status == Status::Granted {
                        assert!(witness.allows(&name, &current, signals.gpc == Some(true), now), "{name}: {:?} {act} {site}", witness.0);
                    }
                    if status == Status::NotRequired {
                        let (purpose, is_uk) = (purpose_of(&name).to_owned(), site["jurisdiction"] == "uk");
                        let is_known = current.exempt.contains(&purpose) || is_uk && current.facts.get(&name).is_some() && current.uk_exempt.contains(&purpose);
                        assert!(is_known, "{name} {site}");
                    }
                }
            };
            check(before, &witness);
            if let Some(after) = after {
                witness.hears(site, &current, act, now);
                check(&Some(Ok(after.clone())), &witness);
            }
        });
    }

    /// What was answered is so, what was not is as it was, and lasts no longer.
    #[test]
    fn an_act_does_what_was_answered_and_nothing_else((sites, pages) in life(12)) {
        lived(&sites, pages, |site, before, act, after| {
            let Some(after) = after else { return };
            let (current, signals, now) = (current(site), signals(act), moment(&act["now"]));
            let was = statuses(before, &current, signals, now);
            let written = Some(Ok(after.clone()));
            for (name, is) in statuses(&written, &current, signals, now) {
                let answers = &act["answers"];
                let is_asked = current.mode == courtesy::site::Mode::Consent && current.facts.get(&name).is_some();
                match answers.get(&name).or(answers.get(purpose_of(&name))).filter(|_| is_asked) {
                    // What is on in the United Kingdom without being asked for is not granted by a yes.
                    Some(Value::Bool(true)) if was[&name] == Status::NotRequired => assert_eq!(is, Status::NotRequired, "{name} {act}"),
                    Some(Value::Bool(true)) => assert!(is == Status::Granted || is == was[&name] && signals.gpc == Some(true), "{name} {act}"),
                    Some(_) => assert!(matches!(is, Status::Refused | Status::Withdrawn | Status::Objected), "{name} {act}"),
                    None => assert_eq!(is, was[&name], "{name} {act}"),
                }
            }
            let is_answered = |key: &str| act["answers"].get(key).or(act["answers"].get(purpose_of(key))).is_some();
            let is_carried = was.iter().any(|(key, status)| *status == Status::Granted && !is_answered(key));
            if let Some(Ok(before)) = before && is_carried {
                assert!(after.expires <= before.expires, "{act}");
            }
            assert!(after.expires <= now.plus(current.expires_after).expect("near"));
            assert!(current.mode == courtesy::site::Mode::Consent || after.choices == OrderedMap::default());
            let order: Vec<_> = current.facts.0.iter().map(|(key, _)| key).filter(|key| after.choices.get(key).is_some()).collect();
            assert_eq!(after.choices.0.iter().map(|(key, _)| key).collect::<Vec<_>>(), order);
        });
    }

    /// A no counts until a yes, on every site that asks for the key, whatever the time, the version and the facts. What an act on
    /// another site does not carry on is over.
    #[test]
    fn a_no_counts_until_a_yes((sites, pages) in life(12)) {
        let mut noes = BTreeSet::new();
        lived(&sites, pages, |site, before, act, after| {
            let (current, signals, now) = (current(site), signals(act), moment(&act["now"]));
            let asks = |key: &String| site["mode"] == "consent" && current.facts.get(key).is_some();
            let was = statuses(before, &current, signals, now);
            for key in noes.iter().filter(|key| asks(key)) {
                assert!(matches!(was[key], Status::Refused | Status::Withdrawn | Status::Objected), "{key} {act} {site}");
            }
            let Some(after) = after else { return };
            noes.retain(asks);
            let is = statuses(&Some(Ok(after.clone())), &current, signals, now);
            for (key, _) in current.facts.0.iter().filter(|(key, _)| asks(key)) {
                match act["answers"].get(key).or(act["answers"].get(purpose_of(key))) {
                    Some(Value::Bool(false)) => drop(noes.insert(key.clone())),
                    _ if is[key] == Status::Granted => drop(noes.remove(key)),
                    _ => {}
                }
            }
        });
    }
}
