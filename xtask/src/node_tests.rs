//! The tests that Node runs: of the loader, of the language, of what is published, in frameworks, and end to end in the engines; and the README's picture.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use serde_json::{Map, Value, json};

use crate::browsers::{self, Browser};
use crate::count::{Count, not_run};
use crate::plan::Plan;
use crate::summary::Timed;
use crate::{build, node, npm, package, preview, run, servers, tools};

/// How many tests of a kind passed, and the slowest of them.
pub struct Ran {
    pub count: Count,
    pub timed: Vec<Timed>,
}

/// The loader's modules, without a browser.
pub fn loader(root: &Path, plan: &Plan) -> Result<Count, String> {
    count(root, plan, "loader", &[])
}

/// The language of what visitors read.
pub fn voice(root: &Path, plan: &Plan) -> Result<Count, String> {
    count(root, plan, "voice", &[])
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

/// The tests in engines: end to end, or in real frameworks, whose packages and apps are installed and built once, into
/// `target/frameworks`.
pub fn in_engines(root: &Path, plan: &Plan, kind: &str, browsers: &[Browser]) -> Result<Ran, String> {
    let Some(engines) = engines(browsers) else {
        return Ok(Ran { count: not_run("no engine found")?, timed: Vec::new() });
    };
    let esbuild = tools::node_tools(root)?.esbuild;
    let esbuild = esbuild.to_string_lossy();
    let cells = if plan.all { "all" } else { "change" };
    let settings =
        [("COURTESY_ENGINES", engines.as_str()), ("COURTESY_ESBUILD", esbuild.as_ref()), ("COURTESY_CELLS", cells)];
    node_tests(root, plan, kind, &settings)
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

/// Runs the tests of a folder of tests/ that need no engine, or whose times do not matter.
fn count(root: &Path, plan: &Plan, kind: &str, settings: &[(&str, &str)]) -> Result<Count, String> {
    node_tests(root, plan, kind, settings).map(|ran| ran.count)
}

/// Runs the tests of a folder of tests/.
fn node_tests(root: &Path, plan: &Plan, kind: &str, settings: &[(&str, &str)]) -> Result<Ran, String> {
    tools::node()?;
    let report = root.join("target").join(format!("tests-{kind}.json"));
    let mut files = plan.files(root, kind)?;
    slowest_first(&mut files, &report);
    // The report of an earlier run must not be taken for this one's.
    let _ = fs::remove_file(&report);
    let mut node = Command::new("node");
    node.arg("tests/run.mjs").args(files).current_dir(root);
    node.envs(settings.iter().copied()).env("COURTESY_COMMAND", build::command_copy(root));
    node.env("COURTESY_REPORT", &report).env("NO_COLOR", "1").env_remove("FORCE_COLOR");
    let (is_success, _) = run::stream("node tests/run.mjs", &mut node)?;
    let text = fs::read_to_string(&report).map_err(|_| "the tests ended without a report; their output is above")?;
    let report: Value = serde_json::from_str(&text).map_err(|error| format!("the report of the tests: {error}"))?;
    let ran = read_report(&report);
    if ran.count.passed + ran.count.failed == 0 {
        return Err(format!("no test of {kind} ran; the output is above"));
    }
    if is_success == (ran.count.failed == 0) { Ok(ran) } else { Err("the tests failed; their output is above".into()) }
}

/// What took long in the last run begins first; without one, the files stay as they are.
fn slowest_first(files: &mut [PathBuf], report: &Path) {
    let last: Value =
        fs::read_to_string(report).ok().and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
    let seconds = |path: &PathBuf| {
        let mut names = path.iter().rev().filter_map(|part| part.to_str());
        let name = names.next().zip(names.next()).map(|(file, folder)| format!("{folder}/{file}"));
        name.and_then(|name| last["files"][name]["seconds"].as_f64()).map_or(0, |seconds| seconds as u64)
    };
    files.sort_by_key(|path| std::cmp::Reverse(seconds(path)));
}

/// Reads what tests/reporter.mjs wrote.
fn read_report(report: &Value) -> Ran {
    let number =
        |count: &Value, name: &str| count[name].as_u64().and_then(|number| number.try_into().ok()).unwrap_or(0);
    let files = report["files"].as_object().into_iter().flatten();
    let count = files.fold(Count::default(), |sum, (_, count)| Count {
        passed: sum.passed + number(count, "passed"),
        failed: sum.failed + number(count, "failed"),
        not_run: None,
    });
    let timed = report["slowest"].as_array().into_iter().flatten().filter_map(|test| {
        let (file, name) = (test["file"].as_str()?, test["name"].as_str()?);
        Some(Timed { name: format!("{file}: {name}"), time: Duration::from_secs_f64(test["took"].as_f64()? / 1000.0) })
    });
    Ran { count, timed: timed.collect() }
}
