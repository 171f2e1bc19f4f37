//! Benchmarks: this widget and its peers in a real Chromium, how build time grows with the site, and how fast large views open.
//!
//! The figures are of one machine and one run: read them as ratios. None of them is a test.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::json;

use crate::{browsers, build, run, tools};

/// What can be measured: the growth of the build, the views of a large site, the comparison with the peers.
pub const KINDS: [&str; 3] = ["growth", "views", "peers"];

/// Runs the benchmarks, prints their tables and writes them to docs/speed.md, and the comparison's short table to the README.
pub fn bench(root: &Path, only: &[String], rounds: u32) -> Result<(), String> {
    let wanted = |kind: &str| only.is_empty() || only.iter().any(|one| one == kind);
    tools::test_packages(root)?;
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--release", "--bin", "courtesy"]).current_dir(root);
    run::run("building the command `courtesy`, optimised", &mut cargo)?;
    build::build(root)?;
    let [chromium, ..] = browsers::all(root);
    let scripts = Scripts { root, engines: json!({ "chromium": chromium.found?.json() }).to_string() };
    let speed = root.join("docs/speed.md");
    for kind in ["growth", "views"].into_iter().filter(|kind| wanted(kind)) {
        println!("  … {kind}");
        put(&speed, kind, &scripts.table(kind, &[])?)?;
    }
    if wanted("peers") {
        tools::peers(root)?;
        let mut compare = scripts.node("compare", &[]);
        compare.env("COURTESY_ROUNDS", rounds.to_string());
        if !run::stream("comparing with the peers, visit by visit", &mut compare)?.0 {
            return Err("tests/bench/compare.mjs failed; its output is above".into());
        }
        put(&speed, "peers", &scripts.table("report", &["speed"])?)?;
        let (readme, short) = (root.join("README.md"), scripts.table("report", &["readme"])?);
        if read(&readme)?.contains("<!-- peers -->") {
            put(&readme, "peers", &short)?;
        }
    }
    Ok(())
}

/// The scripts of tests/bench, with their settings.
struct Scripts<'a> {
    root: &'a Path,
    engines: String,
}

impl Scripts<'_> {
    fn node(&self, name: &str, arguments: &[&str]) -> Command {
        let command = self.root.join(format!("target/release/courtesy{}", std::env::consts::EXE_SUFFIX));
        let mut node = Command::new("node");
        node.arg(format!("tests/bench/{name}.mjs")).args(arguments).current_dir(self.root);
        node.env("COURTESY_COMMAND", command).env("COURTESY_ENGINES", &self.engines);
        node
    }

    /// Runs one, prints its tables and returns them.
    fn table(&self, name: &str, arguments: &[&str]) -> Result<String, String> {
        let table = run::output(&mut self.node(name, arguments));
        let table = table.ok_or_else(|| format!("tests/bench/{name}.mjs failed"))?;
        println!("{table}\n");
        Ok(table)
    }
}

/// Replaces the text between two marks.
fn put(path: &PathBuf, name: &str, text: &str) -> Result<(), String> {
    let shown = path.file_name().unwrap_or_default().to_string_lossy();
    let (begin, end) = (format!("<!-- {name} -->\n"), format!("\n<!-- /{name} -->"));
    let old = read(path)?;
    let (before, rest) = old.split_once(&begin).ok_or_else(|| format!("{shown} has no {begin}"))?;
    // Empty marks share one line break.
    let after = rest.split_once(&end).map(|(_, after)| after).or_else(|| rest.strip_prefix(&end[1..]));
    let after = after.ok_or_else(|| format!("{shown} has no{end}"))?;
    fs::write(path, format!("{before}{begin}{}{end}{after}", text.trim_end()))
        .map_err(|error| format!("{shown}: {error}"))
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}
