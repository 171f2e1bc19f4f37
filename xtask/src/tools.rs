//! The tools: each is found, or installed once into `target/tools`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::prebuilt::Release;
use crate::run;

const TRUNK: &str = "0.21.14";
const OLDEST_NODE: u32 = 20;

/// Where tools are installed.
pub fn tools_folder(root: &Path) -> PathBuf {
    root.join("target").join("tools")
}

/// The folder of the tools that cargo installs.
pub fn bin_folder(root: &Path) -> PathBuf {
    tools_folder(root).join("bin")
}

/// Trunk, which serves the preview.
pub fn trunk(root: &Path) -> Result<PathBuf, String> {
    let install = ["trunk", "--version", TRUNK, "--locked", "--no-default-features"];
    let fits = |found: &str| found.starts_with("trunk 0.21.");
    cargo_tool(root, "trunk", fits, Release::trunk(TRUNK), &install, "about 3 minutes")
}

/// wasm-bindgen and its test runner, in exactly the version of Cargo.lock.
pub fn wasm_bindgen(root: &Path) -> Result<PathBuf, String> {
    let version = locked(root, "wasm-bindgen")?;
    let same = |found: &str| found.split_whitespace().nth(1) == Some(version.as_str());
    let install = ["wasm-bindgen-cli", "--version", &version];
    cargo_tool(root, "wasm-bindgen", same, Release::wasm_bindgen(&version), &install, "about 2 minutes")
}

/// The driver of Firefox.
pub fn geckodriver(root: &Path) -> Result<PathBuf, String> {
    let install = ["geckodriver", "--locked"];
    // Its releases have no checksums.
    cargo_tool(root, "geckodriver", |_| true, None, &install, "about 2 minutes")
}

/// How cargo compiles tools: their release profiles optimise for minutes, more than they save here.
const FAST: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
];

/// Finds a tool; otherwise installs its release and, if that cannot be had, compiles it.
fn cargo_tool(
    root: &Path,
    name: &str,
    fits: impl Fn(&str) -> bool,
    release: Option<Release>,
    install: &[&str],
    time: &str,
) -> Result<PathBuf, String> {
    let installed = bin_folder(root).join(name);
    let is_usable = |path: &Path| {
        let version = run::output(Command::new(path).arg("--version"));
        version.is_some_and(|found| fits(found.lines().next().unwrap_or_default()))
    };
    if let Some(path) = [Some(installed.clone()), run::on_path(name)].into_iter().flatten().find(|path| is_usable(path))
    {
        return Ok(path);
    }
    if let Some(release) = release {
        match release.install(&bin_folder(root)) {
            Ok(()) if is_usable(&installed) => {
                println!("  ✓ installed {name} as its project published it");
                return Ok(installed);
            }
            Ok(()) => println!("  – {name} as published does not run here; compiling it"),
            Err(why) => println!("  – {name} is not downloaded: {why}; compiling it"),
        }
    }
    let mut cargo = Command::new("cargo");
    cargo.arg("install").args(install).arg("--root").arg(tools_folder(root)).arg("--force").envs(FAST);
    run::run(&format!("installing {name} into target/tools ({time})"), &mut cargo)?;
    Ok(installed)
}

/// The version that Cargo.lock has of a package.
pub fn locked(root: &Path, package: &str) -> Result<String, String> {
    let lock = fs::read_to_string(root.join("Cargo.lock")).map_err(|error| format!("Cargo.lock: {error}"))?;
    let mut lines = lock.lines().skip_while(|line| *line != format!("name = \"{package}\""));
    let version = lines.nth(1).and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'));
    version.map(str::to_owned).ok_or_else(|| format!("Cargo.lock has no {package}; run `cargo update`"))
}

/// The build tools that come from npm.
#[derive(Debug)]
pub struct NodeTools {
    /// Lints scripts and holds their format.
    pub biome: PathBuf,
    /// Makes wasm smaller.
    pub wasm_opt: PathBuf,
    /// Makes scripts and styles smaller.
    pub esbuild: PathBuf,
    /// Makes the loader smaller still.
    pub terser: PathBuf,
}

/// The tools that come from npm.
pub fn node_tools(root: &Path) -> Result<NodeTools, String> {
    let folder = tools_folder(root).join("npm");
    npm_install(root, &root.join("xtask"), &folder, "wasm-opt, esbuild, terser and Biome")?;
    let bin = folder.join("node_modules").join(".bin");
    let [biome, wasm_opt, esbuild, terser] = ["biome", "wasm-opt", "esbuild", "terser"].map(|name| bin.join(name));
    Ok(NodeTools { biome, wasm_opt, esbuild, terser })
}

/// The packages of the end-to-end tests, where Node finds them from the tests.
pub fn test_packages(root: &Path) -> Result<(), String> {
    let folder = root.join("tests");
    npm_install(root, &folder, &folder, "the packages of the end-to-end tests")
}

/// The tools that check and bundle the npm package in its tests.
pub fn package_tools(root: &Path) -> Result<(), String> {
    let folder = root.join("tests/packages");
    npm_install(root, &folder, &folder, "publint, attw and webpack")
}

/// The peers of the comparison, in fixed versions.
pub fn peers(root: &Path) -> Result<(), String> {
    let folder = root.join("tests").join("bench");
    npm_install(root, &folder, &folder, "the peers")
}

/// Installs the packages of a `package-lock.json`, unless they are already installed.
fn npm_install(root: &Path, from: &Path, into: &Path, what: &str) -> Result<(), String> {
    node()?;
    let lock = fs::read(from.join("package-lock.json")).map_err(|error| format!("package-lock.json: {error}"))?;
    let mark = into.join("node_modules").join(".installed");
    if fs::read(&mark).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let io = |error: std::io::Error| format!("{}: {error}", into.display());
    if from != into {
        fs::create_dir_all(into).map_err(io)?;
        for file in ["package.json", "package-lock.json"] {
            fs::copy(from.join(file), into.join(file)).map_err(io)?;
        }
    }
    let mut npm = Command::new("npm");
    npm.args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]).current_dir(into);
    let shown = into.strip_prefix(root).unwrap_or(into).display().to_string();
    run::run(&format!("installing {what} into {shown}"), &mut npm)?;
    fs::write(mark, lock).map_err(io)
}

/// rustfmt and clippy, which rustup's minimal profile leaves out.
pub fn lints() -> Result<(), String> {
    let are_installed =
        || ["fmt", "clippy"].iter().all(|tool| run::output(Command::new("cargo").args([*tool, "--version"])).is_some());
    if !are_installed() && run::on_path("rustup").is_some() {
        run::try_run(
            "adding rustfmt and clippy with rustup",
            Command::new("rustup").args(["component", "add", "rustfmt", "clippy"]),
        );
    }
    if are_installed() {
        return Ok(());
    }
    Err("rustfmt and clippy are required; add them with `rustup component add rustfmt clippy`, or as Debian's rustfmt and rust-clippy".into())
}

/// Node, new enough for the tools.
pub fn node() -> Result<(), String> {
    let version = run::output(Command::new("node").arg("--version"));
    let major = version.as_ref().and_then(|text| text.trim_start_matches('v').split('.').next()?.parse::<u32>().ok());
    match major {
        Some(major) if major >= OLDEST_NODE && run::on_path("npm").is_some() => Ok(()),
        _ => Err(format!(
            "Node.js {OLDEST_NODE} or later with npm is required; install it from nodejs.org or with your system's packages"
        )),
    }
}
