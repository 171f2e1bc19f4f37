//! The crate as it is published: with the parts inside, so that its command needs neither a wasm toolchain nor a network.

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::build::sites;
use crate::files::{self, name_of};
use crate::{notices, run};

/// Packs the crate with `target/parts` inside, compiles the packed crate and builds every site with it; publishes it on request.
pub fn package(root: &Path, publish: bool) -> Result<(), String> {
    let parts = root.join("parts");
    if parts.exists() {
        return Err(format!("{} already exists; remove it: this command makes and removes it", parts.display()));
    }
    let notices = root.join(notices::FILE);
    let done = notices::write(root, &notices).and_then(|()| packed(root, &parts, publish));
    let removed = fs::remove_dir_all(&parts).map_err(|error| format!("{}: {error}", parts.display()));
    let _ = fs::remove_file(&notices);
    done.and(removed)
}

fn packed(root: &Path, parts: &Path, publish: bool) -> Result<(), String> {
    files::copy(&root.join("target/parts"), parts)?;
    let cargo = |what: &str, command: &str| {
        let mut cargo = Command::new("cargo");
        // The parts are not committed; and this target folder has the compiled dependencies.
        cargo.args([command, "--package", "courtesy", "--allow-dirty", "--target-dir"]).arg(root.join("target"));
        run::run(what, cargo.current_dir(root))
    };
    cargo("packing the crate and compiling what was packed", "package")?;
    let command = root.join("target/debug").join(format!("courtesy{}", std::env::consts::EXE_SUFFIX));
    prove(root, "the packed command", &[command.into()])?;
    if publish { cargo("publishing the crate", "publish") } else { Ok(()) }
}

/// Builds every site with a command that has only the site's files: no environment and, if the system can isolate it, no network. The
/// result must equal `target/sites`, byte for byte.
pub fn prove(root: &Path, what: &str, command: &[OsString]) -> Result<(), String> {
    let alone = run::on_path("unshare")
        .filter(|unshare| run::output(Command::new(unshare).args(["--map-root-user", "--net", "true"])).is_some());
    let alone: Vec<OsString> =
        alone.map_or(Vec::new(), |unshare| vec![unshare.into(), "--map-root-user".into(), "--net".into()]);
    let words: Vec<&OsString> = alone.iter().chain(command).collect();
    let Some((program, before)) = words.split_first() else { return Ok(()) };
    for site in sites(root)? {
        let name = name_of(&site);
        let empty = std::env::temp_dir().join(format!("courtesy-proof-{}-{name}", std::process::id()));
        files::copy(&site, &empty)?;
        let mut build = Command::new(program);
        build.args(before).args(["build", "site.json", "--out", "out", "--quiet"]).current_dir(&empty).env_clear();
        let built = run::run(&format!("building {name} with {what} alone"), &mut build)
            .and_then(|()| same(&empty.join("out"), &root.join("target/sites").join(&name)));
        let _ = fs::remove_dir_all(&empty);
        built?;
    }
    Ok(())
}

/// Fails where two folders do not hold the same files.
fn same(one: &Path, other: &Path) -> Result<(), String> {
    let contents = |folder: &Path| -> Result<Vec<_>, String> {
        let paths = files::list(folder)?.into_iter();
        Ok(paths.map(|path| (name_of(&path), fs::read(&path).unwrap_or_default())).collect())
    };
    let (ours, theirs) = (contents(one)?, contents(other)?);
    let differs = ours.iter().find(|file| !theirs.contains(file)).or(theirs.iter().find(|file| !ours.contains(file)));
    differs.map_or(Ok(()), |(name, _)| {
        Err(format!(
            "{name} differs between {} and {}; run `cargo xtask build` and try again",
            one.display(),
            other.display()
        ))
    })
}
