//! `cargo xtask test`: every kind of tests, and one summary at the end.
//!
//! After the build, cargo's tests and Node's tests run at the same time: the latter often wait for a browser. Both read `target/parts`,
//! `target/sites` and `target/preview-built`, which nothing writes meanwhile.

use std::path::Path;
use std::thread;
use std::time::Instant;

use crate::browsers::{self, Browser};
use crate::build::{self, Built};
use crate::count::Count;
use crate::node_tests::{self, Ran};
use crate::plan::Plan;
use crate::summary::{self, Outcome, Timed};
use crate::{cargo_tests, preview, run, tools};

/// Runs what the plan names.
pub fn test(root: &Path, plan: &Plan) -> Result<(), String> {
    let begun = Instant::now();
    let browsers = browsers::all(root);
    let mut results = Results::default();
    if plan.needs_build() {
        let built = prepare(root, plan)?;
        results.run(plan, "budgets", || built.check(root, false).map(|()| Count { passed: 1, ..Count::default() }));
    }
    let (of_cargo, of_node) = thread::scope(|scope| {
        let of_node = scope.spawn(|| in_node(root, plan, &browsers));
        (with_cargo(root, plan, &browsers), of_node.join())
    });
    let of_node = of_node.map_err(|_| "the thread of Node's tests panicked")?;
    for Results { outcomes, timed } in [of_cargo, of_node] {
        results.outcomes.extend(outcomes);
        results.timed.extend(timed);
    }
    summary::print(&results.outcomes, results.timed, &browsers, begun.elapsed())
}

/// Builds everything that several kinds read, so that none of them writes it while another reads it.
fn prepare(root: &Path, plan: &Plan) -> Result<Built, String> {
    let built = build::build(root)?;
    build::copy_command(root)?;
    tools::test_packages(root)?;
    if plan.has("e2e") {
        preview::build(root)?;
    }
    Ok(built)
}

fn with_cargo(root: &Path, plan: &Plan, browsers: &[Browser]) -> Results {
    let mut results = Results::default();
    results.run(plan, "style", || cargo_tests::style(root));
    results.run(plan, "domain", || cargo_tests::domain(root));
    // wasm-bindgen's runner has no driver for WebKitGTK; the end-to-end tests run there.
    let engines =
        browsers.iter().filter(|browser| browser.name == "chromium" || (plan.all && browser.name == "firefox"));
    for browser in engines {
        results.run_as(plan, "browser", &format!("browser ({})", browser.name), || cargo_tests::browser(root, browser));
    }
    results.run(plan, "packages", || node_tests::packages(root, plan, browsers));
    results
}

fn in_node(root: &Path, plan: &Plan, browsers: &[Browser]) -> Results {
    let mut results = Results::default();
    results.run(plan, "loader", || node_tests::loader(root, plan));
    results.run(plan, "serving", || node_tests::serving(root, plan));
    let begun = Instant::now();
    let kinds: Vec<_> = ["e2e", "frameworks"].into_iter().filter(|kind| plan.has(kind)).collect();
    if kinds.is_empty() {
        return results;
    }
    match node_tests::in_engines(root, plan, &kinds, browsers) {
        Ok(Ran { counts, timed }) => {
            for (place, (kind, count)) in counts.into_iter().enumerate() {
                let time = (place == 0).then(|| begun.elapsed());
                results.outcomes.push(Outcome { kind, result: Ok(count), time });
            }
            results.timed.extend(timed);
        }
        Err(sentence) => results.outcomes.push(Outcome { kind: kinds.join(", "), result: Err(sentence), time: None }),
    }
    results
}

#[derive(Default)]
struct Results {
    outcomes: Vec<Outcome>,
    timed: Vec<Timed>,
}

impl Results {
    fn run(&mut self, plan: &Plan, kind: &str, tests: impl FnOnce() -> Result<Count, String>) {
        self.run_as(plan, kind, kind, tests);
    }

    fn run_as(&mut self, plan: &Plan, kind: &str, title: &str, tests: impl FnOnce() -> Result<Count, String>) {
        if !plan.has(kind) {
            return;
        }
        let begun = Instant::now();
        run::print(&format!("\n{title}"));
        let result = tests();
        if let Err(sentence) = &result {
            run::print(&format!("  {sentence}"));
        }
        self.outcomes.push(Outcome { kind: title.into(), result, time: Some(begun.elapsed()) });
    }
}
