//! The tests that Node runs: of the loader, of what is published, in frameworks, and end to end in the engines; and the README's picture.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use serde_json::{Map, Value, json};

use crate::browsers::{self, Browser};
use crate::count::{Count, not_run};
use crate::plan::Plan;
use crate::summary::Timed;
use crate::{build, node, npm, package, preview, run, servers, tools};

/// How many test files run at the same time; three engines are enough to occupy two cores.
const AT_ONCE: &str = "--test-concurrency=3";

/// The counts of each kind, and the slowest tests.
pub struct Ran {
    pub counts: Vec<(String, Count)>,
    pub timed: Vec<Timed>,
}

/// The loader's modules, without a browser.
pub fn loader(root: &Path, plan: &Plan) -> Result<Count, String> {
    count(root, plan, "loader", &[])
}

/// What is published: the crate and Node's command, which must build the same sites; and the npm package, installed from its tarball.
pub fn packages(root: &Path, plan: &Plan, browsers: &[Browser]) -> Result<Count, String> {
    package::package(root, false)?;
    // Packing has overwritten the command that the tests run.
    build::command(root)?;
    npm::pack(root)?;
    node::prove(root)?;
    let hosts = count(root, plan, "hosts", &[])?;
    tools::package_tools(root)?;
    let Some(engines) = engines(browsers) else {
        return not_run("no engine found");
    };
    let npm = count(root, plan, "packages", &[("COURTESY_ENGINES", engines.as_str())])?;
    Ok(Count { passed: hosts.passed + npm.passed + 2, failed: hosts.failed + npm.failed, not_run: None })
}

/// The configurations of examples/serving, in the real web servers.
pub fn serving(root: &Path, plan: &Plan) -> Result<Count, String> {
    match servers::all() {
        Ok(()) => count(root, plan, "serving", &[]),
        Err(missing) => not_run(&missing),
    }
}

/// The tests in engines: end to end and in real frameworks, whose packages and apps are installed and built once, into
/// `target/frameworks`.
pub fn in_engines(root: &Path, plan: &Plan, kinds: &[&str], browsers: &[Browser]) -> Result<Ran, String> {
    let Some(engines) = engines(browsers) else {
        let count = not_run("no engine found")?;
        return Ok(Ran {
            counts: kinds.iter().map(|kind| ((*kind).to_owned(), count.clone())).collect(),
            timed: vec![],
        });
    };
    let esbuild = tools::node_tools(root)?.esbuild;
    let esbuild = esbuild.to_string_lossy();
    let cells = if plan.all { "all" } else { "change" };
    run::print(&format!("\n{}", kinds.join(", ")));
    node_tests(
        root,
        plan,
        kinds,
        &[("COURTESY_ENGINES", engines.as_str()), ("COURTESY_ESBUILD", esbuild.as_ref()), ("COURTESY_CELLS", cells)],
    )
}

/// The engines of this machine, in the form that the tests read.
fn engines(browsers: &[Browser]) -> Option<String> {
    let found: Map<String, Value> = browsers
        .iter()
        .filter_map(|browser| Some((browser.name.to_owned(), browser.found.as_ref().ok()?.json())))
        .collect();
    (!found.is_empty()).then(|| Value::from(found).to_string())
}

/// Makes the README's picture.
pub fn screenshot(root: &Path) -> Result<(), String> {
    tools::test_packages(root)?;
    preview::build(root)?;
    let [chromium, ..] = browsers::all(root);
    let engines = json!({ "chromium": chromium.found?.json() }).to_string();
    let mut node = Command::new("node");
    node.arg("tests/e2e/screenshot.mjs").current_dir(root).env("COURTESY_ENGINES", engines);
    run::run("making docs/preview.png", &mut node)
}

/// Runs the tests of one folder of tests/.
fn count(root: &Path, plan: &Plan, kind: &str, settings: &[(&str, &str)]) -> Result<Count, String> {
    let Ran { counts, .. } = node_tests(root, plan, &[kind], settings)?;
    counts.into_iter().next().map(|(_, count)| count).ok_or_else(|| format!("no test of {kind} ran"))
}

/// Runs the tests of folders of tests/ in one pool of files.
fn node_tests(root: &Path, plan: &Plan, kinds: &[&str], settings: &[(&str, &str)]) -> Result<Ran, String> {
    tools::node()?;
    let report = root.join("target").join(format!("tests-{}.json", kinds.join("-")));
    // The report of an earlier run must not be taken for this one's.
    let _ = fs::remove_file(&report);
    let mut node = Command::new("node");
    node.args(["--test", "--test-reporter=./tests/reporter.mjs", AT_ONCE]).current_dir(root);
    for kind in kinds {
        node.args(plan.files(root, kind)?);
    }
    node.envs(settings.iter().copied()).env("COURTESY_COMMAND", build::command_copy(root));
    node.env("COURTESY_REPORT", &report).env("NO_COLOR", "1").env_remove("FORCE_COLOR");
    let (is_success, _) = run::stream("node --test", &mut node)?;
    let text = fs::read_to_string(&report).map_err(|_| "node --test ended without a report; its output is above")?;
    let report: Value = serde_json::from_str(&text).map_err(|error| format!("the report of node --test: {error}"))?;
    let ran = read_report(&report, kinds);
    let failed: usize = ran.counts.iter().map(|(_, count)| count.failed).sum();
    if let Some((kind, _)) = ran.counts.iter().find(|(_, count)| count.passed + count.failed == 0) {
        return Err(format!("no test of {kind} ran; the output of node --test is above"));
    }
    if is_success == (failed == 0) { Ok(ran) } else { Err("node --test failed; its output is above".into()) }
}

/// Reads what tests/reporter.mjs wrote.
fn read_report(report: &Value, kinds: &[&str]) -> Ran {
    let files = report["files"].as_object();
    let counts = kinds.iter().map(|kind| {
        let of_kind = files.into_iter().flatten().filter(|(file, _)| file.starts_with(&format!("{kind}/")));
        let number =
            |count: &Value, name: &str| count[name].as_u64().and_then(|number| number.try_into().ok()).unwrap_or(0);
        let sum = of_kind.fold(Count::default(), |sum, (_, count)| Count {
            passed: sum.passed + number(count, "passed"),
            failed: sum.failed + number(count, "failed"),
            not_run: None,
        });
        ((*kind).to_owned(), sum)
    });
    let timed = report["slowest"].as_array().into_iter().flatten().filter_map(|test| {
        let (file, name) = (test["file"].as_str()?, test["name"].as_str()?);
        Some(Timed { name: format!("{file}: {name}"), time: Duration::from_secs_f64(test["took"].as_f64()? / 1000.0) })
    });
    Ran { counts: counts.collect(), timed: timed.collect() }
}
