//! The release files: the parts that are the same for every site, `dist/`, and their sizes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::files::{self, name_of};
use crate::sizes::{self, Row};
use crate::tools::NodeTools;
use crate::{compiler, glue, languages, loader, ordinary, readme, run, tools};

/// The wasm features of the supported browsers; `--all-features` makes modules that they refuse.
pub const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-reference-types",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-multivalue",
];
/// Inlining for speed compresses worse (docs/bytes.md).
const WASM_OPT: [&str; 7] = [
    "-Oz",
    "--converge",
    "--low-memory-unused",
    "--flexible-inline-max-function-size=0",
    "--one-caller-inline-max-function-size=0",
    "--strip-debug",
    "--strip-producers",
];

/// The result of a build.
pub struct Built {
    rows: Vec<Row>,
    /// The compiler could not leave out the panic code, so the app is larger and its budget does not apply.
    larger: bool,
}

impl Built {
    /// Prints the sizes; fails if one is over its budget or if the README quotes another.
    pub fn check(self, root: &Path, write_readme: bool) -> Result<(), String> {
        sizes::print(&self.rows);
        if self.larger {
            println!(
                "  This compiler has no source of the standard library, so the app is about 10 kB larger than a release."
            );
        }
        let over =
            self.rows.iter().filter(|row| row.is_over() && !(self.larger && row.of_app)).map(|row| row.name.as_str());
        let over: Vec<_> = over.collect();
        if !over.is_empty() {
            return Err(format!("over budget: {}", over.join(", ")));
        }
        readme::check(root, &self.rows, write_readme, self.larger)
    }
}

/// Builds the parts into `target/parts`, the release files into `dist/`, and the seed sites into `target/sites`.
pub fn build(root: &Path) -> Result<Built, String> {
    let compiler = compiler::for_release(root)?;
    let wasm_bindgen = tools::wasm_bindgen(root)?;
    let node = tools::node_tools(root)?;
    let command = command(root)?;
    let parts = root.join("target/parts");
    files::empty(&parts)?;

    run::run("copying the styles", Command::new(&command).arg("parts").arg("--out").arg(&parts).current_dir(root))?;
    run::run("building the app", compiler.build_app().current_dir(root))?;
    let glue = root.join("target/glue");
    let mut bind = Command::new(wasm_bindgen);
    bind.args(["--target", "web", "--no-typescript", "--omit-default-module-path", "--out-name", "app", "--out-dir"]);
    bind.arg(&glue).arg(root.join("target/wasm32-unknown-unknown/release/app.wasm"));
    run::run("binding the app", &mut bind)?;
    let mut optimise = Command::new(&node.wasm_opt);
    optimise.args(FEATURES).args(WASM_OPT).arg(glue.join("app_bg.wasm")).arg("-o").arg(glue.join("app.wasm"));
    run::run("making the wasm smaller", &mut optimise)?;
    // A separate run: with `--converge`, wasm-opt would shorten the short names again.
    let mut shorten = Command::new(&node.wasm_opt);
    shorten.args(FEATURES).arg(glue::SHORT_NAMES).arg(glue.join("app.wasm")).arg("-o").arg(parts.join("app.wasm"));
    glue::rename(&glue, &run::capture("shortening the names in it", &mut shorten)?)?;
    loader::one(&node, &glue.join("entry.js"), &glue, &parts.join("app.js"), &[], "esm")?;
    loader::minify(root, &node, &parts)?;
    for name in ["request.js", "notice.css", "position.css", "app.css", "page.css"] {
        let path = parts.join(name);
        minify(&node, &path, &path, &["--allow-overwrite"])?;
        if name.ends_with(".css") {
            tighten(&path)?;
        }
    }

    let dist = root.join("dist");
    files::empty(&dist)?;
    let mut generic = Command::new(&command);
    generic.arg("generic").arg("--parts").arg(&parts).arg("--out").arg(&dist);
    run::run("writing dist/", &mut generic)?;
    for published in [
        "courtesy.d.ts",
        "site.schema.json",
        "check.schema.json",
        "request.schema.json",
        "receipt.schema.json",
        "record.schema.json",
    ] {
        fs::copy(root.join("www").join(published), dist.join(published)).map_err(|error| error.to_string())?;
    }
    let sites = sites(root)?;
    for site in &sites {
        let name = name_of(site);
        let out = root.join("target/sites").join(&name);
        files::empty(&out)?;
        let mut build = Command::new(&command);
        build.arg("build").arg(site.join("site.json")).arg("--parts").arg(&parts).arg("--out").arg(&out);
        build.arg("--quiet");
        run::run(&format!("building the site {name}"), &mut build)?;
    }
    languages::build(root, &command, &parts)?;
    ordinary::build(root, &command, &parts)?;
    Ok(Built { rows: sizes::rows(root, &sites)?, larger: !compiler.has_source })
}

/// The native command, built for this machine.
pub fn command(root: &Path) -> Result<PathBuf, String> {
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--bin", "courtesy"]).current_dir(root);
    run::run("building the command `courtesy`", &mut cargo)?;
    Ok(root.join("target/debug").join(format!("courtesy{}", std::env::consts::EXE_SUFFIX)))
}

/// A copy of the command that tests may run while cargo builds the command anew.
pub fn copy_command(root: &Path) -> Result<(), String> {
    let copy = command_copy(root);
    fs::copy(command(root)?, &copy).map(drop).map_err(|error| format!("{}: {error}", copy.display()))
}

/// Where that copy is.
pub fn command_copy(root: &Path) -> PathBuf {
    root.join("target").join(format!("courtesy{}", std::env::consts::EXE_SUFFIX))
}

/// The folders of `www/sites` that have a site file, sorted.
pub fn sites(root: &Path) -> Result<Vec<PathBuf>, String> {
    let sites = files::list(&root.join("www/sites"))?.into_iter();
    Ok(sites.filter(|path| path.join("site.json").is_file()).collect())
}

fn minify(node: &NodeTools, from: &Path, to: &Path, further: &[&str]) -> Result<(), String> {
    let mut esbuild = Command::new(&node.esbuild);
    esbuild.arg(from).args(["--minify", loader::TARGET, "--log-level=warning"]).args(further);
    esbuild.arg(format!("--outfile={}", to.display()));
    run::run(&format!("minifying {}", name_of(to)), &mut esbuild)
}

/// esbuild leaves spaces in the values of custom properties and in `var()`, 7 bytes of a first visit. No string in the styles has
/// such a space.
fn tighten(styles: &Path) -> Result<(), String> {
    let about = |error: std::io::Error| format!("{}: {error}", styles.display());
    let text = fs::read_to_string(styles).map_err(about)?;
    fs::write(styles, text.replace(", ", ",").replace(": ", ":")).map_err(about)
}
