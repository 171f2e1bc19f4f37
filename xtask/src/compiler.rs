//! The compiler for wasm: rustup's if it has or can add the target, otherwise Debian's with the standard library built from source.
//!
//! On a machine that needs Debian's compiler, `target/tools/wasm/cargo` comes first on the path of everything that is run for wasm. It
//! changes builds for wasm32 only, so tools that call cargo, such as Trunk, need no settings.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::run;
use crate::tools::tools_folder;

pub const TARGET: &str = "wasm32-unknown-unknown";
const DEBIAN: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-22"];

/// How wasm is compiled here.
#[derive(Clone, Debug)]
pub struct Compiler {
    /// A folder to put first on the path.
    pub path: Option<PathBuf>,
    /// Whether the standard library can be built from source, for the smallest files.
    pub has_source: bool,
}

/// A compiler for the preview and the tests: an installed one, otherwise rustup's, otherwise Debian's.
pub fn any(root: &Path) -> Result<Compiler, String> {
    if let Some(compiler) = of_rustup() {
        return Ok(compiler);
    }
    if !debian_is_there() && run::on_path("rustup").is_some() {
        let what = format!("adding the target {TARGET} with rustup");
        run::try_run(&what, Command::new("rustup").args(["target", "add", TARGET]));
    }
    of_rustup().map_or_else(|| debian(root), Ok)
}

/// A compiler for releases: the smallest files need the standard library's source.
pub fn for_release(root: &Path) -> Result<Compiler, String> {
    let compiler = any(root)?;
    if compiler.has_source || run::on_path("rustup").is_none() {
        return Ok(compiler);
    }
    let what = "adding the standard library's source with rustup";
    run::try_run(what, Command::new("rustup").args(["component", "add", "rust-src"]));
    // Without it the files are larger; the build says so.
    any(root)
}

fn of_rustup() -> Option<Compiler> {
    let sysroot = sysroot()?;
    let has_target = sysroot.join("lib/rustlib").join(TARGET).is_dir();
    has_target.then(|| Compiler { path: None, has_source: source_in(&sysroot) })
}

fn sysroot() -> Option<PathBuf> {
    run::output(Command::new("rustc").args(["--print", "sysroot"])).map(PathBuf::from)
}

fn source_in(sysroot: &Path) -> bool {
    sysroot.join("lib/rustlib/src/rust/library/Cargo.lock").is_file()
}

fn debian_is_there() -> bool {
    Path::new("/usr/bin/rustc").is_file() && source_in(Path::new("/usr")) && run::on_path("wasm-ld-22").is_some()
}

/// Debian's compiler, which is installed where that is allowed.
fn debian(root: &Path) -> Result<Compiler, String> {
    let missing =
        |why: &str| format!("no compiler for {TARGET} found; add the target with `rustup target add {TARGET}`; {why}");
    if !debian_is_there() {
        apt_install("Debian's compiler for wasm", &DEBIAN).map_err(|why| missing(&why))?;
    }
    if !debian_is_there() {
        return Err(missing("Debian's packages for it are incomplete"));
    }
    let folder = tools_folder(root).join("wasm");
    write_shim(&folder)?;
    Ok(Compiler { path: Some(folder), has_source: true })
}

/// Installs Debian packages as root or in CI; otherwise the error has the command to paste.
pub fn apt_install(what: &str, packages: &[&str]) -> Result<(), String> {
    let line = format!("apt-get install --no-install-recommends -y {}", packages.join(" "));
    if run::on_path("apt-get").is_none() || !run::may_install() {
        return Err(format!("{what} is missing; on Debian: sudo {line}"));
    }
    let mut update = Command::new("apt-get");
    run::run("reading the list of Debian's packages", update.arg("update"))?;
    let mut install = Command::new("apt-get");
    install.env("DEBIAN_FRONTEND", "noninteractive").args(["install", "--no-install-recommends", "-y"]).args(packages);
    run::run(&format!("installing {what} ({})", packages.join(" ")), &mut install)
}

/// `cargo` for wasm32 is Debian's; for everything else it stays the one that was there.
fn write_shim(folder: &Path) -> Result<(), String> {
    let cargo = env::var("CARGO").unwrap_or("cargo".into());
    let script = format!(
        "#!/bin/sh\n# Written by cargo xtask: on this machine rustup has no {TARGET}, so builds for it go to Debian's cargo.\n\
         case \" $* \" in\n*{TARGET}*)\n  export RUSTC=/usr/bin/rustc RUSTDOC=/usr/bin/rustdoc RUSTC_BOOTSTRAP=1\n  \
         export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld-22\n  \
         export CARGO_UNSTABLE_BUILD_STD=\"${{CARGO_UNSTABLE_BUILD_STD:-std,panic_abort}}\"\n  \
         exec /usr/bin/cargo \"$@\" ;;\nesac\nexec \"{cargo}\" \"$@\"\n"
    );
    let path = folder.join("cargo");
    let written = fs::create_dir_all(folder).and_then(|()| fs::write(&path, script)).and_then(|()| executable(&path));
    written.map_err(|error| format!("{} could not be written: {error}", path.display()))
}

/// Makes a file executable.
#[cfg(unix)]
pub fn executable(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755))
}

/// Makes a file executable.
#[cfg(not(unix))]
pub fn executable(_: &Path) -> std::io::Result<()> {
    Ok(())
}

impl Compiler {
    /// cargo, for a build whose arguments name the target.
    pub fn cargo(&self) -> Command {
        let program = self.path.as_ref().map_or("cargo".into(), |folder| folder.join("cargo"));
        Command::new(program)
    }

    /// Builds the app as it ships: without unwinding, and with a standard library made for it where there is its source.
    pub fn build_app(&self) -> Command {
        let mut cargo = self.cargo();
        cargo.args([
            "build",
            "--release",
            "--target",
            TARGET,
            "--no-default-features",
            "--features",
            "app",
            "--bin",
            "app",
        ]);
        if self.has_source {
            cargo
                .env("RUSTC_BOOTSTRAP", "1")
                .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
                .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", "-Zunstable-options -Cpanic=immediate-abort");
        }
        cargo
    }

    /// Builds the command's wasm for Node, which keeps its panic messages.
    pub fn build_node(&self) -> Command {
        let mut cargo = self.cargo();
        let node = ["--profile", "node", "--no-default-features", "--features", "node", "--bin", "node"];
        cargo.args(["build", "--target", TARGET]).args(node);
        cargo
    }

    /// Runs the tests that need a browser, with wasm-bindgen's runner.
    pub fn test_in_browser(&self, runner: &Path) -> Command {
        let mut cargo = self.cargo();
        cargo
            .args(["test", "--target", TARGET, "--no-default-features", "--features", "app,read"])
            .args(["--test", "views", "--test", "browser", "--no-fail-fast"])
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner);
        if self.path.is_some() {
            cargo.env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort,test");
        }
        cargo
    }
}
