//! The preview: Trunk serves the page and the app, and calls `stage` for the loader and the sites' files.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::build::{command, sites};
use crate::files::name_of;
use crate::{compiler, loader, run, tools};

/// Added to a site's pages in the preview: letters are shown instead of opening a mail program.
const LETTERS: &str = "<script src=\"/preview/letters.js\"></script>\n</body>";

/// Serves the preview until it is stopped.
pub fn serve(root: &Path, port: u16, further: &[String]) -> Result<(), String> {
    println!(
        "The preview needs a wasm compiler, Trunk, wasm-bindgen, wasm-opt and esbuild; missing tools are installed first."
    );
    let mut trunk = trunk(root, "serve")?;
    println!(
        "The preview will be at http://127.0.0.1:{port}/ once the app is built (about two minutes the first time)."
    );
    let status = trunk.arg("--port").arg(port.to_string()).args(further).stdin(Stdio::null()).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("Trunk ended with {status}; its output is above")),
        Err(error) => Err(format!("Trunk could not be started: {error}")),
    }
}

/// Builds the preview once, for the tests, into a separate folder: the other may be in use by `serve`.
pub fn build(root: &Path) -> Result<(), String> {
    run::run("building the preview", trunk(root, "build")?.args(["--dist", "target/preview-built"]))
}

/// Trunk with every tool that it needs on its path, so that it downloads nothing.
fn trunk(root: &Path, command: &str) -> Result<Command, String> {
    let compiler = compiler::any(root)?;
    let program = tools::trunk(root)?;
    let wasm_bindgen = tools::wasm_bindgen(root)?;
    let mut folders: Vec<PathBuf> = compiler.path.into_iter().collect();
    folders.extend(wasm_bindgen.parent().map(Path::to_owned));
    folders.extend(tools::node_tools(root)?.wasm_opt.parent().map(Path::to_owned));
    let folders: Vec<&Path> = folders.iter().map(PathBuf::as_path).collect();
    let mut trunk = Command::new(program);
    trunk
        .args([command, "--release"])
        .current_dir(root)
        .env("PATH", run::path_with(&folders))
        .env("TRUNK_SKIP_VERSION_CHECK", "true");
    // Trunk reads NO_COLOR as its own option and rejects the usual values.
    trunk.env_remove("NO_COLOR");
    Ok(trunk)
}

/// Writes the loader in its generic form, unminified, and every site's files into Trunk's staging folder.
pub fn stage(root: &Path) -> Result<(), String> {
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging = staging.ok_or("TRUNK_STAGING_DIR is not set: Trunk calls this, see Trunk.toml")?;
    let courtesy = command(root)?;
    let parts = root.join("target/preview-parts");
    let call = |what: &str, arguments: &[&dyn AsRef<std::ffi::OsStr>]| {
        let mut command = Command::new(&courtesy);
        command.args(arguments.iter().map(AsRef::as_ref)).current_dir(root);
        run::run(what, &mut command)
    };
    call("copying the styles", &[&"parts", &"--out", &parts])?;
    loader::readable(root, &tools::node_tools(root)?, &parts)?;
    let names = ["app.js", "app_bg.wasm", "app.css"];
    call(
        "writing courtesy.js",
        &[&"generic", &"--parts", &parts, &"--out", &staging, &"--served-as", &names[0], &names[1], &names[2]],
    )?;
    let io = |error: std::io::Error| format!("{}: {error}", staging.display());
    fs::copy(parts.join("app.css"), staging.join("app.css")).map_err(io)?;
    for site in sites(root)? {
        let (file, out) = (site.join("site.json"), staging.join("sites").join(name_of(&site)));
        call(
            &format!("building {}", name_of(&site)),
            &[&"build", &file, &"--quiet", &"--site-only", &"--parts", &parts, &"--out", &out],
        )?;
        show_letters(&out).map_err(io)?;
        write_gaps(root, &courtesy, &file, &out)?;
    }
    Ok(())
}

/// Writes what `check` finds next to a site's files: the panel lists the gaps.
fn write_gaps(root: &Path, courtesy: &Path, site: &Path, out: &Path) -> Result<(), String> {
    let mut check = Command::new(courtesy);
    check.arg("check").arg(site).args(["--format", "json"]).current_dir(root).stdin(Stdio::null());
    let done = check.output().map_err(|error| format!("checking {}: {error}", site.display()))?;
    // It ends with 1 where it finds an error, and prints the report all the same.
    if !matches!(done.status.code(), Some(0 | 1)) {
        return Err(format!("checking {} ended with {}", site.display(), done.status));
    }
    let file = out.join("gaps.json");
    fs::write(&file, done.stdout).map_err(|error| format!("{}: {error}", file.display()))
}

fn show_letters(folder: &Path) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "html") {
            let text = fs::read_to_string(&path)?;
            fs::write(&path, text.replace("</body>", LETTERS))?;
        }
    }
    Ok(())
}
