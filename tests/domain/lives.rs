//! Lives of a record: random acts on changing sites, with signals and a clock that goes both ways, held against what a visitor said.

use std::collections::BTreeMap;

use courtesy::consent::{Choice, Current, Entries, Moment, Record, Signals, Status};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::records::stored;
use crate::tables::{Stored, acted, current, lent, met, moment, signals};

const PURPOSES: [&str; 4] = ["analytics", "ads", "stats", "constructor"];
const SERVICES: [&str; 2] = ["x", "__proto__"];

/// Every name that is ever asked about, and some that never are.
fn names() -> Vec<String> {
    let services = PURPOSES.iter().flat_map(|purpose| SERVICES.map(|service| format!("{purpose}/{service}")));
    let never = ["", "/", "site", "__proto__", "analytics/", "social", "essential", "essential/x"];
    services.chain(PURPOSES.into_iter().chain(never).map(str::to_owned)).collect()
}

fn purpose_of(key: &str) -> &str {
    key.split('/').next().unwrap_or_default()
}

/// A site. As the build makes it, a hash says whether a purpose is sold and whether the United Kingdom exempts it.
pub fn site() -> impl Strategy<Value = Value> {
    let purpose = (0..6_u8, 0..2_u8, prop::bool::weighted(0.4), prop::bool::weighted(0.3), 0..4_usize);
    let lasts = prop::sample::select(vec![("P6M", 6, 0), ("P1M", 1, 0), ("P1MT1H", 1, 3600)]);
    let places = prop::sample::select(vec![json!(null), json!("uk"), json!("uk"), json!("eu")]);
    let rest = (prop::bool::weighted(0.9), prop::bool::weighted(0.9), places, lasts, any::<bool>());
    (prop::array::uniform4(purpose), rest).prop_map(|(purposes, (asks, is_first, place, lasts, has_news))| {
        let mut facts = json!({});
        let (mut exempt, mut uk, mut sold) = (vec!["essential"], Vec::new(), Vec::new());
        for (name, (kind, variant, is_sold, is_uk, services)) in PURPOSES.into_iter().zip(purposes) {
            match kind {
                0 => continue,
                1 => exempt.push(name),
                _ => {
                    let hash = format!("{variant}{is_sold}{is_uk}");
                    for (bit, service) in SERVICES.into_iter().enumerate().filter(|(bit, _)| services >> bit & 1 == 1) {
                        facts[format!("{name}/{service}")] = format!("{hash}{bit}").into();
                    }
                    facts[name] = hash.into();
                    sold.extend(is_sold.then_some(name));
                    uk.extend(is_uk.then_some(name));
                }
            }
        }
        let (mode, facts) = if asks { ("consent", facts) } else { ("notice", json!({ "site": "0" })) };
        let news = if has_news { json!([["2027-01-01", "2027-01-05", ""]]) } else { json!([]) };
        json!({
            "mode": mode, "version": if is_first { "1" } else { "2" }, "facts": facts, "news": news, "language": "en",
            "exempt": exempt, "uk": uk, "sold": sold, "jurisdiction": place,
            "expiresAfter": lasts.0, "lasts": [lasts.1, lasts.2],
        })
    })
}

/// What happens on a page: an act, as the tables have them, at a time; or, without a method, a look.
pub fn page(sites: usize) -> impl Strategy<Value = (usize, i64, Value)> {
    const HOUR: i64 = 3_600;
    let jump = prop::sample::select(vec![1, HOUR, 20 * HOUR, 48 * HOUR, 700 * HOUR, 4_000 * HOUR]);
    let jump =
        (jump, prop::bool::weighted(0.25)).prop_map(|(jump, back)| if back { -jump.min(1_000 * HOUR) } else { jump });
    let answers = prop::collection::btree_map(prop::sample::select(names()), prop::bool::weighted(0.7), 0..5);
    let all = any::<bool>().prop_map(|yes| PURPOSES.map(|purpose| (purpose.to_owned(), yes)).into_iter().collect());
    let methods = prop::sample::select(vec!["dismiss", "choices", "choices", "choices", "api", "gpc", "gpc", ""]);
    let gpc = prop::sample::select(vec![json!(null), json!(false), json!(true), json!(true)]);
    (0..sites, jump, prop_oneof![2 => answers, 1 => all], methods, gpc, any::<bool>()).prop_map(
        |(site, jump, answers, method, gpc, explicit)| {
            let answers = if matches!(method, "dismiss" | "gpc" | "") { json!({}) } else { json!(answers) };
            (site, jump, json!({ "method": method, "answers": answers, "explicit": explicit, "gpc": gpc }))
        },
    )
}

/// Some sites of one origin, and the pages that a visitor sees one after the other.
pub fn life(pages: usize) -> impl Strategy<Value = (Vec<Value>, Vec<(usize, i64, Value)>)> {
    (prop::collection::vec(site(), 3), prop::collection::vec(page(3), 1..=pages))
}

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
            let is_off = act["gpc"] == true && current.sold.iter().any(|sold| sold == purpose_of(key));
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
            let is_off = gpc && current.sold.iter().any(|sold| sold == purpose_of(key));
            yes.version == current.version
                && current.facts.get(key) == Some(&yes.hash)
                && now < yes.until
                && (yes.in_view || !is_off)
        })
    }
}

fn statuses(stored: &Stored, current: &Current, signals: Signals, now: Moment) -> BTreeMap<String, Status> {
    let choices = current.counting(lent(stored), signals, now);
    names().into_iter().map(|name| (name.clone(), current.status(&name, &choices, signals))).collect()
}

/// The acts of a life at their times, each with the text that it leaves in storage.
pub fn lived(
    sites: &[Value],
    pages: Vec<(usize, i64, Value)>,
    mut look: impl FnMut(&Value, &Stored, &Value, Option<&Record>),
) {
    let (mut text, mut seconds) = (None::<String>, moment(&json!("2026-11-21T20:00:00Z")).seconds_since_1970());
    for (site, jump, mut act) in pages {
        seconds += jump;
        act["now"] = Moment::from_seconds_since_1970(seconds).expect("near").to_string().into();
        let (site, before) = (&sites[site], stored(text.as_deref()));
        let current = current(site);
        let kept = current.counting(lent(&before), signals(&act), moment(&act["now"]));
        let nothing =
            act["method"] == "gpc" && met(&kept, before.as_ref().and_then(|read| read.as_ref().ok())).0.is_empty();
        let after =
            if act["method"] == "" || nothing { None } else { acted(before.clone(), &(current, "en".into()), &act) };
        look(site, &before, &act, after.as_ref());
        text = after.map(|record| json!(record).to_string()).or(text);
    }
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
                        let is_known = current.exempt.contains(&purpose) || is_uk && current.facts.get(&name).is_some() && current.uk.contains(&purpose);
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
            let counted = current.counting(lent(before), signals, now);
            let written = Some(Ok(after.clone()));
            for (name, is) in statuses(&written, &current, signals, now) {
                let answers = &act["answers"];
                let is_asked = current.mode == courtesy::site::Mode::Consent && current.facts.get(&name).is_some();
                match answers.get(&name).or(answers.get(purpose_of(&name))).filter(|_| is_asked) {
                    Some(Value::Bool(true)) => assert!(is == Status::Granted || is == was[&name] && signals.gpc == Some(true), "{name} {act}"),
                    Some(_) => assert!(matches!(is, Status::Refused | Status::Withdrawn | Status::Objected), "{name} {act}"),
                    None => assert_eq!(is, was[&name], "{name} {act}"),
                }
            }
            let is_answered = |(key, _): &(String, Choice)| act["answers"].get(key).or(act["answers"].get(purpose_of(key))).is_some();
            if let Some(Ok(before)) = before && !counted.0.iter().all(is_answered) {
                assert!(after.expires <= before.expires, "{act}");
            }
            assert!(after.expires <= now.plus(current.expires_after).expect("near"));
            assert!(current.mode == courtesy::site::Mode::Consent || after.choices == Entries::default());
            let order: Vec<_> = current.facts.0.iter().map(|(key, _)| key).filter(|key| after.choices.get(key).is_some()).collect();
            assert_eq!(after.choices.0.iter().map(|(key, _)| key).collect::<Vec<_>>(), order);
        });
    }
}
