//! The npm package: `target/npm/courtesy`, a folder ready for `npm publish`, and its tarball, made from the files of the last build.
//!
//! Everything comes from one build, because the package's module fetches files by the names that its command writes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{build, files, loader, node, notices, run, tools};

/// The schemas that editors and receivers read.
const SCHEMAS: [&str; 5] =
    ["site.schema.json", "check.schema.json", "receipt.schema.json", "record.schema.json", "request.schema.json"];

/// Packs the package; returns its tarball.
pub fn pack(root: &Path) -> Result<PathBuf, String> {
    let tools = tools::node_tools(root)?;
    let (target, www, parts) = (root.join("target/npm"), root.join("www"), root.join("target/parts"));
    let package = target.join("courtesy");
    files::empty(&target)?;
    for folder in ["bin", "command", "script", "example"] {
        files::empty(&package.join(folder))?;
    }
    let from_npm = ["start.js", "start.d.ts", "README.md", "bin/courtesy.js"].map(|name| (www.join("npm"), name));
    let from_www = SCHEMAS.into_iter().chain(["courtesy.d.ts"]).map(|name| (www.clone(), name));
    let licences = ["LICENSE-MIT", "LICENSE-APACHE"].map(|name| (root.to_owned(), name));
    for (from, name) in from_npm.into_iter().chain(from_www).chain(licences) {
        copy(&from.join(name), &package.join(name))?;
    }
    notices::write(root, &package.join(notices::FILE))?;
    // The invented site: the others in this repository belong to real companies.
    write_changed(
        &www.join("sites/quillhaven/site.json"),
        &package.join("example/site.json"),
        "../../site.s",
        "../site.s",
    )?;
    // In a package of modules, CommonJS files end in .cjs.
    let node_wasm = node::build(root)?;
    copy(&node_wasm.join("courtesy.js"), &package.join("command/courtesy.cjs"))?;
    copy(&node_wasm.join("courtesy_bg.wasm"), &package.join("command/courtesy_bg.wasm"))?;
    files::copy(&node_wasm.join("parts"), &package.join("command/parts"))?;

    // The command fills the module's slots as it fills the script's, from parts in which the module is the loader.
    let command = build::command(root)?;
    let fill = |parts: &Path, out: &Path| {
        let mut fill = Command::new(&command);
        fill.arg("generic").arg("--parts").arg(parts).arg("--out").arg(out);
        run::run("filling the package's loaders", &mut fill)
    };
    fill(&parts, &package.join("script"))?;
    let [as_module, filled] = ["parts", "filled"].map(|name| root.join("target/loader").join(name));
    files::copy(&parts, &as_module)?;
    loader::module(root, &tools, &as_module.join("loader.js"))?;
    fill(&as_module, &filled)?;
    copy(&filled.join("courtesy.js"), &package.join("loader.js"))?;

    // The version is Cargo.toml's.
    let version = tools::locked(root, "courtesy")?;
    let stated = format!("\"version\": \"{version}\"");
    write_changed(&www.join("npm/package.json"), &package.join("package.json"), "\"version\": \"\"", &stated)?;
    let mut npm = Command::new("npm");
    npm.args(["pack", "--silent", "--ignore-scripts", "--pack-destination", ".."]).current_dir(&package);
    run::run("packing the npm package", &mut npm)?;
    let tarball = target.join(format!("courtesy-{version}.tgz"));
    println!("  {}", tarball.strip_prefix(root).unwrap_or(&tarball).display());
    Ok(tarball)
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    fs::copy(from, to).map(drop).map_err(|error| format!("{}: {error}", from.display()))
}

/// Writes a text with one change.
fn write_changed(from: &Path, to: &Path, what: &str, by: &str) -> Result<(), String> {
    let text = fs::read_to_string(from).map_err(|error| format!("{}: {error}", from.display()))?;
    fs::write(to, text.replacen(what, by, 1)).map_err(|error| format!("{}: {error}", to.display()))
}
