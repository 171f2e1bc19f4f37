//! The crate as it is published: with the parts inside, so that its command needs neither a wasm toolchain nor a network.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::build::{name_of, sites};
use crate::{build, node, run};

/// Packs the crate with `target/parts` inside, compiles what was packed, and builds every site with it in an empty folder: the
/// files must be those of `target/sites`.
pub fn package(root: &Path) -> Result<(), String> {
    let parts = root.join("parts");
    if parts.exists() {
        return Err(format!("{} is there already; remove it, it is made and removed by this command", parts.display()));
    }
    let packed = node::copy(&root.join("target/parts"), &parts).and_then(|()| {
        let mut cargo = Command::new("cargo");
        // The dependencies that were compiled before serve again.
        cargo.args(["package", "--package", "courtesy", "--allow-dirty", "--target-dir"]).arg(root.join("target"));
        run::quietly("packing the crate and compiling what was packed", cargo.current_dir(root))
    });
    let removed = fs::remove_dir_all(&parts).map_err(|error| format!("{}: {error}", parts.display()));
    packed.and(removed)?;
    try_it(root)
}

/// The packed command, where there is nothing but a site file.
fn try_it(root: &Path) -> Result<(), String> {
    let command = root.join("target/debug").join(format!("courtesy{}", std::env::consts::EXE_SUFFIX));
    for site in sites(root)? {
        let name = name_of(&site);
        let empty = std::env::temp_dir().join(format!("courtesy-packed-{}-{name}", std::process::id()));
        node::copy(&site, &empty)?;
        let mut build = Command::new(&command);
        build.args(["build", "site.json", "--out", "out", "--quiet"]).current_dir(&empty).env_clear();
        let built = run::quietly(&format!("building {name} with the packed command alone"), &mut build)
            .and_then(|()| same(&empty.join("out"), &root.join("target/sites").join(&name)));
        let _ = fs::remove_dir_all(&empty);
        built?;
    }
    Ok(())
}

/// That two folders hold the same files.
fn same(one: &Path, other: &Path) -> Result<(), String> {
    let [ours, theirs] = [one, other].map(|folder| -> Result<Vec<_>, String> {
        let say = |error: std::io::Error| format!("{}: {error}", folder.display());
        let paths = fs::read_dir(folder).map_err(say)?.filter_map(|entry| Some(entry.ok()?.path()));
        let mut files: Vec<_> = paths.map(|path| (name_of(&path), fs::read(&path).unwrap_or_default())).collect();
        files.sort();
        Ok(files)
    });
    if ours? == theirs? { Ok(()) } else { Err(format!("{} and {} differ", one.display(), other.display())) }
}
