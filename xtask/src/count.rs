//! The result of one kind of tests, as the summary shows it.

use crate::run;

/// How many tests passed and failed.
#[derive(Clone, Default)]
pub struct Count {
    pub passed: usize,
    pub failed: usize,
    /// Why some of them could not run.
    pub not_run: Option<String>,
}

/// For tests that cannot run on this machine: listed, and in CI a failure.
pub fn not_run(why: &str) -> Result<Count, String> {
    if run::in_ci() {
        return Err(format!("required in CI: {why}"));
    }
    Ok(Count { not_run: Some(why.into()), ..Count::default() })
}
