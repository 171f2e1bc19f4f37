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
use crate::node_tests;
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
    results.add(of_cargo);
    results.add(of_node);
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
    results.run(plan, "voice", || node_tests::voice(root, plan));
    results.run(plan, "serving", || node_tests::serving(root, plan));
    // The frameworks are one long file, which node would begin last.
    let in_engines = |kind: &'static str| {
        let mut results = Results::default();
        let mut timed = Vec::new();
        results.run(plan, kind, || {
            let ran = node_tests::in_engines(root, plan, kind, browsers)?;
            timed = ran.timed;
            Ok(ran.count)
        });
        results.timed = timed;
        results
    };
    let (e2e, frameworks) = thread::scope(|scope| {
        let frameworks = scope.spawn(|| in_engines("frameworks"));
        (in_engines("e2e"), frameworks.join())
    });
    results.add(e2e);
    match frameworks {
        Ok(frameworks) => results.add(frameworks),
        Err(_) => results.outcomes.push(Outcome {
            kind: "frameworks".into(),
            result: Err("the thread of its tests panicked".into()),
            time: None,
        }),
    }
    results
}

#[derive(Default)]
struct Results {
    outcomes: Vec<Outcome>,
    timed: Vec<Timed>,
}

impl Results {
    fn add(&mut self, more: Self) {
        self.outcomes.extend(more.outcomes);
        self.timed.extend(more.timed);
    }

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
