//! What tests came to: how `cargo test` and `node --test` say it, counted.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::{run, tools};

/// How many.
#[derive(Default)]
pub struct Count {
    pub passed: usize,
    pub failed: usize,
    /// Why something of it was not run.
    pub not_run: Option<String>,
}

/// Runs the tests of a folder of `tests` in Node, and counts them.
pub fn node_tests(root: &Path, kind: &str, settings: &[(&str, &str)]) -> Result<Count, String> {
    tools::node()?;
    let folder = root.join("tests").join(kind);
    let entries = fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let files = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut files: Vec<_> = files.filter(|path| path.to_string_lossy().ends_with(".test.mjs")).collect();
    files.sort();
    let mut node = Command::new("node");
    // One file at a time: each drives the same browsers.
    node.args(["--test", "--test-reporter=spec", "--test-concurrency=1"]).args(files).current_dir(root);
    node.envs(settings.iter().copied()).env("NO_COLOR", "1").env_remove("FORCE_COLOR");
    let (well, lines) = run::aloud("node --test", &mut node)?;
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

/// What `cargo test` counted, over all its programs. One that did not compile, or died, counts as a failure.
pub fn count_cargo((well, lines): (bool, Vec<String>)) -> Result<Count, String> {
    let mut count = Count::default();
    for line in lines.iter().filter(|line| line.starts_with("test result: ")) {
        let number = |name: &str| {
            let before = line.split_once(&format!(" {name};")).map(|(before, _)| before);
            before.and_then(|before| before.rsplit(' ').next()?.parse::<usize>().ok()).unwrap_or_default()
        };
        count.passed += number("passed");
        count.failed += number("failed");
    }
    if !well && count.failed == 0 {
        return Err("cargo test did not come to its end; what it said is above".into());
    }
    if well && count.passed == 0 {
        return Err("cargo test ran no test".into());
    }
    Ok(count)
}

/// Something that cannot be run here: listed, and in CI a failure.
pub fn not_run(why: &str) -> Result<Count, String> {
    if run::in_ci() {
        return Err(format!("required in CI: {why}"));
    }
    Ok(Count { not_run: Some(why.into()), ..Count::default() })
}
