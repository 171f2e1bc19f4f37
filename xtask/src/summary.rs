//! The end of `cargo xtask test`: one table of what ran, the slowest ten tests, and the time that all of it took.

use std::time::Duration;

use crate::browsers::Browser;
use crate::count::Count;
use crate::run;

/// The result of one kind of tests.
pub struct Outcome {
    pub kind: String,
    pub result: Result<Count, String>,
    /// How long it took; `None` where it crashed.
    pub time: Option<Duration>,
}

/// A test that Node ran.
pub struct Timed {
    pub name: String,
    pub time: Duration,
}

/// How many of the slowest tests are named.
const SLOWEST: usize = 10;

/// Prints the summary; fails if any test failed or, in CI, if an engine is missing.
pub fn print(outcomes: &[Outcome], mut timed: Vec<Timed>, browsers: &[Browser], time: Duration) -> Result<(), String> {
    timed.sort_by_key(|test| std::cmp::Reverse(test.time));
    timed.truncate(SLOWEST);
    if !timed.is_empty() {
        println!("\n  the slowest tests");
    }
    for Timed { name, time } in &timed {
        println!("  {:>8}   {name}", format!("{:.1} s", time.as_secs_f64()));
    }
    println!("\n  {:<20}{:>8}{:>8}   time", "tests", "passed", "failed");
    let mut failed = Vec::new();
    for Outcome { kind, result, time } in outcomes {
        let time = time.map_or(String::new(), run::spoken);
        match result {
            Ok(Count { not_run: Some(why), .. }) => println!("  {kind:<20} not run: {why}"),
            Ok(Count { passed, failed, .. }) => println!("  {kind:<20}{passed:>8}{failed:>8}   {time}"),
            Err(sentence) => println!("  {kind:<20} failed: {sentence}"),
        }
        if result.as_ref().map_or(true, |count| count.failed > 0) {
            failed.push(kind.as_str());
        }
    }
    println!("  {:<20}{:>16}   {}", "all of it", "", run::spoken(time));
    let missing = browsers.iter().filter_map(|browser| Some((browser.name, browser.found.as_ref().err()?)));
    for (name, why) in missing {
        println!("  not run in {name}: {why}");
        if run::in_ci() {
            failed.push(name);
        }
    }
    if failed.is_empty() { Ok(()) } else { Err(format!("these failed: {}", failed.join(", "))) }
}
