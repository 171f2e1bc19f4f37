//! How the time of `check` grows with a site: `cargo bench --bench check`. Twice the size should take about twice the time.

use std::time::Instant;

use courtesy::check::check;
use courtesy::site::read::read;
use serde_json::{Value, json};

/// A site file with that many items, and in proportion of everything else.
fn site(items: usize) -> String {
    let purposes = items / 15;
    let many = |count: usize, entry: &dyn Fn(usize) -> Value| (0..count).map(entry).collect::<Vec<_>>();
    json!({
        "name": "Large",
        "languages": ["en"],
        "controller": { "contacts": [{ "email": "a@b.example" }] },
        "purposes": many(purposes, &|n| json!({ "id": format!("p{n}") })),
        "services": many(items / 10, &|n| json!({ "id": format!("s{n}"), "name": format!("Service {n}"), "purposes": [format!("p{}", n % purposes)] })),
        "items": many(items, &|n| json!({ "purpose": format!("p{}", n % purposes), "kind": "cookie" })),
        "collected": many(items / 2, &|n| json!({ "source": "automatic", "purposes": [format!("p{}", n % purposes)] })),
        "retention": many(items / 2, &|n| json!({ "what": format!("kind {n}"), "period": "P1Y" })),
    })
    .to_string()
}

fn main() {
    let today = "2026-12-01".parse().expect("a day");
    for items in [1250, 2500, 5000, 10_000] {
        let site = read(&site(items)).expect("the site file is valid");
        let start = Instant::now();
        let findings = check(&site, &[], today).len();
        println!("{items:>6} items: {:>6} ms, {findings} findings", start.elapsed().as_millis());
    }
}
