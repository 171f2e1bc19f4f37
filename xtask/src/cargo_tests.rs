//! Formatting, lints and types; and the tests that cargo runs: the domain, and the app in browsers.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::json;

use crate::browsers::Browser;
use crate::count::{Count, not_run};
use crate::{compiler, run, tools};

/// Formatting and lints.
pub fn style(root: &Path) -> Result<Count, String> {
    if let Err(missing) = tools::lints() {
        return not_run(&missing);
    }
    let compiler = compiler::any(root)?;
    let biome = tools::node_tools(root)?.biome;
    tools::test_packages(root)?;
    let mut count = Count::default();
    let mut check_with = |program: &Path, what: &str, arguments: &[&str]| {
        let mut command = Command::new(program);
        command.args(arguments).env("RUSTDOCFLAGS", "-D warnings").current_dir(root);
        let done = run::run(what, &mut command);
        if done.is_ok() { count.passed += 1 } else { count.failed += 1 }
    };
    let scripts = ["www/loader", "www/app", "www/npm", "www/preview"];
    check_with(&biome, "biome: the scripts", &[&["check", "--error-on-warnings"], &scripts[..]].concat());
    check_with(&root.join("tests/node_modules/.bin/tsc"), "tsc: the scripts' types", &["-p", "www/tsconfig.json"]);
    let mut check = |what: &str, arguments: &[&str]| check_with(Path::new("cargo"), what, arguments);
    check("cargo fmt", &["fmt", "--all", "--check"]);
    check("cargo doc", &["doc", "--no-deps", "--package", "courtesy"]);
    let denied = ["--", "-D", "warnings"];
    let clippy = |features: &[&'static str]| [&["clippy"], features, &denied].concat();
    check("clippy: the command, and xtask", &clippy(&["--all-targets", "--workspace"]));
    check("clippy: the pure rooms alone", &["clippy", "--lib", "--no-default-features", "--", "-D", "warnings"]);
    check("clippy: the command for Node", &clippy(&["--no-default-features", "--features", "node", "--bin", "node"]));
    // Debian's compiler comes without clippy: there, clippy checks the app as far as it compiles natively.
    let target: &[&str] = if compiler.path.is_none() { &["--target", compiler::TARGET] } else { &[] };
    check(
        "clippy: the app",
        &clippy(&[&["--all-targets", "--no-default-features", "--features", "app,read"], target].concat()),
    );
    Ok(count)
}

/// The tests of the workspace, on this machine.
pub fn domain(root: &Path) -> Result<Count, String> {
    let mut cargo = Command::new("cargo");
    cargo.args(["test", "--workspace", "--color", "never"]).current_dir(root);
    count_cargo(run::stream("cargo test", &mut cargo)?)
}

/// The components and the app's use of the browser, in a real one.
pub fn browser(root: &Path, browser: &Browser) -> Result<Count, String> {
    let engine = match &browser.found {
        Ok(engine) => engine,
        Err(missing) => return not_run(missing),
    };
    let compiler = compiler::any(root)?;
    let runner = tools::wasm_bindgen(root)?.with_file_name("wasm-bindgen-test-runner");
    let settings = root.join("target/tools").join(format!("webdriver-{}.json", browser.name));
    let as_root = run::output(Command::new("id").arg("-u")).is_some_and(|id| id == "0");
    let sandbox: &[&str] = if as_root { &["--no-sandbox"] } else { &[] };
    let chromium = [&["--headless", "--disable-gpu", "--disable-background-networking"], sandbox].concat();
    let (driver, capabilities) = match browser.name {
        "firefox" => {
            ("GECKODRIVER", json!({ "moz:firefoxOptions": { "binary": engine.binary, "args": ["-headless"] } }))
        }
        _ => ("CHROMEDRIVER", json!({ "goog:chromeOptions": { "binary": engine.binary, "args": chromium } })),
    };
    fs::write(&settings, capabilities.to_string()).map_err(|error| format!("{}: {error}", settings.display()))?;
    let mut cargo = compiler.test_in_browser(&runner);
    cargo.current_dir(root).env(driver, &engine.driver).env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &settings);
    count_cargo(run::stream(&format!("cargo test in {}", browser.name), &mut cargo)?)
}

/// The count of all the programs that `cargo test` ran. One that did not compile, or crashed, is a failure.
fn count_cargo((well, lines): (bool, Vec<String>)) -> Result<Count, String> {
    let mut count = Count::default();
    for line in lines.iter().filter(|line| line.starts_with("test result: ")) {
        let number = |name: &str| {
            let before = line.split_once(&format!(" {name};")).map(|(before, _)| before);
            before.and_then(|before| before.rsplit(' ').next()?.parse::<usize>().ok()).unwrap_or_default()
        };
        count.passed += number("passed");
        count.failed += number("failed");
    }
    if !well && count.failed == 0 {
        return Err("cargo test did not finish; its output is above".into());
    }
    if well && count.passed == 0 {
        return Err("cargo test ran no test".into());
    }
    Ok(count)
}
