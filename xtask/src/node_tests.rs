//! The tests that Node runs: of the loader, of what is published, in frameworks, and end to end in the engines; and the README's picture.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Map, Value, json};

use crate::browsers::{self, Browser};
use crate::test::{Count, not_run};
use crate::{build, node, npm, package, preview, run, servers, tools};

/// What is published: the crate and Node's command, which build what was built here; and the npm package, as its users have it.
pub fn packages(root: &Path, browsers: &[Browser]) -> Result<Count, String> {
    package::package(root, false)?;
    // The packed command stood where the tests look for the one of this folder.
    build::command(root)?;
    npm::pack(root)?;
    node::prove(root)?;
    let hosts = of(root, "hosts", &[])?;
    tools::test_packages(root)?;
    tools::package_tools(root)?;
    let Some(engines) = engines(browsers) else {
        return not_run("no engine is here");
    };
    let npm = of(root, "packages", &[("COURTESY_ENGINES", engines.as_str())])?;
    Ok(Count { passed: hosts.passed + npm.passed + 2, failed: hosts.failed + npm.failed, not_run: None })
}

/// The configurations of examples/serving, in the real web servers.
pub fn serving(root: &Path) -> Result<Count, String> {
    match servers::all() {
        Ok(()) => of(root, "serving", &[]),
        Err(missing) => not_run(&missing),
    }
}

/// Courtesy in real frameworks. What those need, and the apps, the tests install and build themselves, once, into
/// `target/frameworks`.
pub fn frameworks(root: &Path, browsers: &[Browser]) -> Result<Count, String> {
    tools::test_packages(root)?;
    let Some(engines) = engines(browsers) else {
        return not_run("no engine is here");
    };
    of(root, "frameworks", &[("COURTESY_ENGINES", engines.as_str())])
}

/// The end-to-end tests, with the widget as built for each site or in the preview's generic form.
pub fn end_to_end(root: &Path, browsers: &[Browser], form: &str) -> Result<Count, String> {
    tools::test_packages(root)?;
    let Some(engines) = engines(browsers) else {
        return not_run("no engine is here");
    };
    preview::build(root)?;
    let esbuild = tools::node_tools(root)?.esbuild;
    let esbuild = esbuild.to_string_lossy();
    let settings =
        [("COURTESY_ENGINES", engines.as_str()), ("COURTESY_ESBUILD", esbuild.as_ref()), ("COURTESY_FORM", form)];
    of(root, "e2e", &settings)
}

/// The engines of this machine as the tests are told of them.
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

/// The tests of a folder of tests/, three files at a time.
pub fn of(root: &Path, kind: &str, settings: &[(&str, &str)]) -> Result<Count, String> {
    tools::node()?;
    let folder = root.join("tests").join(kind);
    let entries = fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let files = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut files: Vec<_> = files.filter(|path| path.to_string_lossy().ends_with(".test.mjs")).collect();
    files.sort();
    let mut node = Command::new("node");
    // Each file starts engines and servers of its own, and waits for them much of its time.
    node.args(["--test", "--test-reporter=spec", "--test-concurrency=3"]).args(files).current_dir(root);
    node.envs(settings.iter().copied()).env("NO_COLOR", "1").env_remove("FORCE_COLOR");
    let (well, lines) = run::stream("node --test", &mut node)?;
    let number = |name: &str| {
        let line = lines
            .iter()
            .rev()
            .find_map(|line| line.trim_start_matches('ℹ').trim().strip_prefix(name)?.strip_prefix(' '));
        line.and_then(|number| number.trim().parse().ok())
    };
    // What never began, because an engine did not start or time ran out, is cancelled: that is no pass.
    match (number("pass"), number("fail"), number("cancelled")) {
        (Some(passed), Some(failed), Some(cancelled)) if passed > 0 && (well || failed + cancelled > 0) => {
            Ok(Count { passed, failed: failed + cancelled, not_run: None })
        }
        _ => Err("node --test ended without a count; what it said is above".into()),
    }
}
