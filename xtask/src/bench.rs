//! Benchmarks: how the build grows with the site, and how the views of a very large site open and scroll in a real Chromium.
//!
//! Figures of one machine and one run: to be read as ratios, and never a test.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::json;

use crate::{browsers, build, run, tools};

/// Runs the benchmarks, prints their tables and writes them to docs/speed.md.
pub fn bench(root: &Path) -> Result<(), String> {
    tools::test_packages(root)?;
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--release", "--bin", "courtesy"]).current_dir(root);
    run::quietly("building the command `courtesy`, optimised", &mut cargo)?;
    build::build(root)?;
    let [chromium, ..] = browsers::all(root);
    let engines = json!({ "chromium": chromium.found?.json() }).to_string();
    let command = root.join(format!("target/release/courtesy{}", std::env::consts::EXE_SUFFIX));
    let table = |name: &str| {
        println!("  … {name}");
        let mut node = Command::new("node");
        node.arg(format!("tests/bench/{name}.mjs")).current_dir(root);
        node.env("COURTESY_COMMAND", &command).env("COURTESY_ENGINES", &engines);
        let table = run::output(&mut node).ok_or_else(|| format!("tests/bench/{name}.mjs did not end well"))?;
        println!("{table}");
        Ok::<_, String>(table)
    };
    let (growth, views) = (table("growth")?, table("views")?);
    let path = root.join("docs/speed.md");
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let text = ["growth", "views"].iter().zip([growth, views]).try_fold(text, |text, (name, table)| {
        let (begin, end) = (format!("<!-- {name} -->\n"), format!("\n<!-- /{name} -->"));
        let (before, rest) = text.split_once(&begin).ok_or(format!("docs/speed.md has no {begin}"))?;
        let (_, after) = rest.split_once(&end).ok_or(format!("docs/speed.md has no {end}"))?;
        Ok::<_, String>(format!("{before}{begin}{}{end}{after}", table.trim_end()))
    })?;
    fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))
}
