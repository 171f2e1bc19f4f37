//! Visits that nobody thought of: sites of one origin, and what happens on their pages, by a clock that goes both ways.

use proptest::prelude::*;
use serde_json::{Value, json};

const PURPOSES: [&str; 4] = ["analytics", "ads", "stats", "constructor"];
const SERVICES: [&str; 2] = ["x", "__proto__"];

/// Every name that is ever asked about, and some that never are.
pub fn names() -> Vec<String> {
    let services = PURPOSES.iter().flat_map(|purpose| SERVICES.map(|service| format!("{purpose}/{service}")));
    let never = ["", "/", "site", "__proto__", "analytics/", "social", "essential", "essential/x"];
    services.chain(PURPOSES.into_iter().chain(never).map(str::to_owned)).collect()
}

/// The purpose of a key, as anybody would read it.
pub fn purpose_of(key: &str) -> &str {
    key.split('/').next().unwrap_or_default()
}

/// A site. As the build makes it, a hash says whether a purpose is sold and whether the United Kingdom exempts it.
fn site() -> impl Strategy<Value = Value> {
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

/// What happens on a page: on which site, how many seconds later, and an act as the tables have them; without a method, a look.
pub type Page = (usize, i64, Value);

/// Any page of one of some sites.
fn page(sites: usize) -> impl Strategy<Value = Page> {
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
pub fn life(pages: usize) -> impl Strategy<Value = (Vec<Value>, Vec<Page>)> {
    (prop::collection::vec(site(), 3), prop::collection::vec(page(3), 1..=pages))
}
