//! Measures two ordinary sites: the README's first figure is one of the seeds, and other kinds of sites differ.

use std::path::Path;
use std::process::Command;

use crate::{files, run};

/// A site that only informs, in two languages; and one with consent mode, Global Privacy Control and four purposes.
pub const SITES: [&str; 2] = ["portfolio", "shop"];

/// Where they are built.
pub const FOLDER: &str = "target/ordinary";

/// Builds them.
pub fn build(root: &Path, command: &Path, parts: &Path) -> Result<(), String> {
    for site in SITES {
        let out = root.join(FOLDER).join(site);
        files::empty(&out)?;
        let mut build = Command::new(command);
        build.args(["build", "--quiet"]).arg(root.join("xtask/ordinary").join(site).with_extension("json"));
        build.arg("--parts").arg(parts).arg("--out").arg(&out);
        run::run(&format!("building an ordinary site: {site}"), &mut build)?;
    }
    Ok(())
}
