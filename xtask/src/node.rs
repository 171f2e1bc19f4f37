//! The command's wasm for Node: what the npm package runs.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{build, compiler, files, package, run, tools};

/// Higher levels take a minute for two percent. The names are stripped, panic messages are not.
const WASM_OPT: [&str; 3] = ["-O1", "--strip-debug", "--strip-producers"];

/// Where the wasm for Node is made.
pub const FOLDER: &str = "target/node-wasm";

/// Makes `courtesy.js` (CommonJS; exports `run(args: string[]): number`), `courtesy_bg.wasm` and `parts`; returns their folder.
/// `target/parts` must have been built.
pub fn build(root: &Path) -> Result<PathBuf, String> {
    let compiler = compiler::any(root)?;
    let wasm_bindgen = tools::wasm_bindgen(root)?;
    let node = tools::node_tools(root)?;
    run::run("building the command for Node", compiler.build_node().current_dir(root))?;
    let folder = root.join(FOLDER);
    files::empty(&folder)?;
    let mut bind = Command::new(wasm_bindgen);
    bind.args(["--target", "nodejs", "--no-typescript", "--out-name", "courtesy", "--out-dir"]).arg(&folder);
    bind.arg(root.join("target").join(compiler::TARGET).join("node/node.wasm"));
    run::run("binding the command for Node", &mut bind)?;
    let wasm = folder.join("courtesy_bg.wasm");
    let mut optimise = Command::new(&node.wasm_opt);
    optimise.args(build::FEATURES).args(WASM_OPT).arg(&wasm).arg("-o").arg(&wasm);
    run::run("making the command's wasm smaller", &mut optimise)?;
    files::copy(&root.join("target/parts"), &folder.join("parts"))?;
    Ok(folder)
}

/// Fails unless the wasm in Node builds the same files as the native command.
pub fn prove(root: &Path) -> Result<(), String> {
    let program = run::on_path("node").ok_or("Node.js is needed here")?;
    let script = root.join(FOLDER).join("courtesy.js");
    let call = "process.exit(require(process.argv[1]).run(process.argv.slice(2)))";
    package::prove(root, "Node's command", &[program.into(), "-e".into(), call.into(), script.into()])
}
