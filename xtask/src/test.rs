//! Every test, by kind, and one summary at the end.

use std::cell::OnceCell;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use serde_json::json;

use crate::browsers::{self, Browser};
use crate::{build, compiler, node_tests, run, tools};

/// What one kind of tests came to.
struct Outcome {
    kind: String,
    result: Result<Count, String>,
    took: String,
}

/// How many tests there were.
#[derive(Default)]
pub struct Count {
    /// Well.
    pub passed: usize,
    /// Not well.
    pub failed: usize,
    /// Why something of it was not run.
    pub not_run: Option<String>,
}

/// The kinds of tests, in the order in which they are run.
pub const KINDS: [&str; 10] =
    ["style", "domain", "browser", "budgets", "loader", "packages", "serving", "frameworks", "e2e", "preview"];

/// Runs the tests of the kinds that are asked for, all where none is.
pub fn test(root: &Path, only: &[String]) -> Result<(), String> {
    let mut outcomes = Vec::new();
    let mut run_kind = |kind: &str, tests: &mut dyn FnMut() -> Result<Count, String>| {
        if only.is_empty() || only.iter().any(|wanted| kind.starts_with(wanted.as_str())) {
            let begun = Instant::now();
            println!("\n{kind}");
            let result = tests();
            if let Err(sentence) = &result {
                eprintln!("  {sentence}");
            }
            outcomes.push(Outcome { kind: kind.into(), result, took: run::took(begun) });
        }
    };
    let browsers = browsers::all(root);
    run_kind("style", &mut || style(root));
    run_kind("domain", &mut || domain(root));
    for browser in browsers.iter().filter(|browser| browser.name != "webkit") {
        // wasm-bindgen's runner has no driver for WebKitGTK; the end-to-end tests go through there.
        run_kind(&format!("browser ({})", browser.name), &mut || in_browser(root, browser));
    }
    let once = OnceCell::new();
    run_kind("budgets", &mut || {
        let files = build::build(root)?;
        // It is set for the first time.
        let _ = once.set(Ok(()));
        files.check(root, false).map(|()| Count { passed: 1, ..Count::default() })
    });
    let built = || once.get_or_init(|| build::build(root).map(drop)).clone();
    run_kind("loader", &mut || node_tests::of(root, "loader", &[]));
    run_kind("packages", &mut || built().and_then(|()| node_tests::packages(root, &browsers)));
    run_kind("serving", &mut || built().and_then(|()| node_tests::serving(root)));
    run_kind("frameworks", &mut || built().and_then(|()| node_tests::frameworks(root, &browsers)));
    run_kind("e2e", &mut || built().and_then(|()| node_tests::end_to_end(root, &browsers, "built")));
    run_kind("preview", &mut || {
        built()?;
        // What the engines do differently they do in both forms, and the built one has been through all of them.
        node_tests::end_to_end(root, &browsers[..1], "generic")
    });
    summary(&outcomes, &browsers)
}

fn style(root: &Path) -> Result<Count, String> {
    if let Err(missing) = tools::lints() {
        return not_run(&missing);
    }
    let compiler = compiler::any(root)?;
    let mut count = Count::default();
    let mut check = |what: &str, arguments: &[&str]| {
        let done = run::run(what, Command::new("cargo").args(arguments).current_dir(root));
        if done.is_ok() { count.passed += 1 } else { count.failed += 1 }
    };
    check("cargo fmt", &["fmt", "--all", "--check"]);
    let denied = ["--", "-D", "warnings"];
    let clippy = |features: &[&'static str]| [&["clippy"], features, &denied].concat();
    check("clippy: the command, and xtask", &clippy(&["--all-targets", "--workspace"]));
    check("clippy: the pure rooms alone", &["clippy", "--lib", "--no-default-features", "--", "-D", "warnings"]);
    check("clippy: the command for Node", &clippy(&["--no-default-features", "--features", "node", "--bin", "node"]));
    // Debian's compiler has no clippy of its own: there the app is looked at as far as it compiles natively.
    let target: &[&str] = if compiler.path.is_none() { &["--target", compiler::TARGET] } else { &[] };
    check(
        "clippy: the app",
        &clippy(&[&["--all-targets", "--no-default-features", "--features", "app,read"], target].concat()),
    );
    Ok(count)
}

fn domain(root: &Path) -> Result<Count, String> {
    let mut cargo = Command::new("cargo");
    cargo.args(["test", "--workspace", "--color", "never"]).current_dir(root);
    count_cargo(run::stream("cargo test", &mut cargo)?)
}

fn in_browser(root: &Path, browser: &Browser) -> Result<Count, String> {
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

/// What `cargo test` counted, over all its programs. One that did not compile, or died, counts as a failure.
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
        return Err("cargo test did not come to its end; what it said is above".into());
    }
    if well && count.passed == 0 {
        return Err("cargo test ran no test".into());
    }
    Ok(count)
}

/// Something that cannot be run here: listed, and in CI a failure.
pub fn not_run(why: &str) -> Result<Count, String> {
    if run::in_ci() {
        return Err(format!("required in CI: {why}"));
    }
    Ok(Count { not_run: Some(why.into()), ..Count::default() })
}

fn summary(outcomes: &[Outcome], browsers: &[Browser]) -> Result<(), String> {
    println!("\n  {:<20}{:>8}{:>8}   time", "tests", "passed", "failed");
    let mut faults = Vec::new();
    for Outcome { kind, result, took } in outcomes {
        match result {
            Ok(Count { not_run: Some(why), .. }) => println!("  {kind:<20} not run: {why}"),
            Ok(Count { passed, failed, .. }) => println!("  {kind:<20}{passed:>8}{failed:>8}   {took}"),
            Err(sentence) => println!("  {kind:<20} failed: {sentence}"),
        }
        if result.as_ref().map_or(true, |count| count.failed > 0) {
            faults.push(kind.as_str());
        }
    }
    let missing = browsers.iter().filter_map(|browser| Some((browser.name, browser.found.as_ref().err()?)));
    for (name, why) in missing {
        println!("  not run in {name}: {why}");
        if run::in_ci() {
            faults.push(name);
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(format!("these failed: {}", faults.join(", "))) }
}
