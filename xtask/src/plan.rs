//! What one call of `cargo xtask test` runs: which kinds, which files of the end-to-end tests, and how many of their cells.

use std::path::{Path, PathBuf};

use crate::changed::{self, Affected};
use crate::files::{self, name_of};

/// The kinds of tests.
pub const KINDS: [&str; 10] =
    ["style", "domain", "browser", "budgets", "loader", "voice", "packages", "serving", "frameworks", "e2e"];

/// The kinds that need the release files of a build.
const OF_BUILT: [&str; 6] = ["budgets", "voice", "packages", "serving", "frameworks", "e2e"];

/// What to run.
pub struct Plan {
    kinds: Vec<String>,
    /// The end-to-end files, where not all of them are to run.
    e2e: Option<Vec<String>>,
    /// Every test in every engine and form, not only what a change needs.
    pub all: bool,
    shard: Option<Shard>,
}

impl Plan {
    /// Everything, `only` these kinds, or what the changes since the merge base with main affect.
    pub fn new(root: &Path, only: &[String], changed: bool, all: bool, shard: Option<Shard>) -> Self {
        let of_changes = if changed { changed::affected(root) } else { Affected::Everything };
        let (kinds, e2e) = match of_changes {
            Affected::Some { kinds, e2e } => (kinds.iter().map(|kind| (*kind).to_owned()).collect(), Some(e2e)),
            Affected::Everything if only.is_empty() => (KINDS.map(str::to_owned).to_vec(), None),
            Affected::Everything => (only.to_vec(), None),
        };
        // A kind whose every file is affected names none.
        let e2e = e2e.filter(|files| !files.is_empty());
        Self { kinds, e2e, all, shard }
    }

    /// Whether a kind is to run.
    pub fn has(&self, kind: &str) -> bool {
        self.kinds.iter().any(|wanted| wanted == kind)
    }

    /// Whether anything needs the release files.
    pub fn needs_build(&self) -> bool {
        OF_BUILT.iter().any(|kind| self.has(kind))
    }

    /// The test files of a folder of tests/, the largest first: they take the longest, and must not begin last.
    pub fn files(&self, root: &Path, kind: &str) -> Result<Vec<PathBuf>, String> {
        let files = files::list(&root.join("tests").join(kind))?.into_iter();
        let mut files: Vec<_> = files.filter(|path| name_of(path).ends_with(".test.mjs")).collect();
        if let Some(affected) = self.e2e.as_ref().filter(|_| kind == "e2e") {
            files.retain(|path| affected.contains(&name_of(path)));
        }
        files.sort_by_key(|path| std::cmp::Reverse(path.metadata().map_or(0, |found| found.len())));
        match self.shard.filter(|_| kind == "e2e") {
            Some(Shard { number, of }) => Ok(files.into_iter().skip(number - 1).step_by(of).collect()),
            None => Ok(files),
        }
    }
}

/// One of several equal parts of the end-to-end files: `2/3`.
#[derive(Clone, Copy)]
pub struct Shard {
    number: usize,
    of: usize,
}

impl std::str::FromStr for Shard {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let numbers = text.split_once('/').and_then(|(number, of)| Some((number.parse().ok()?, of.parse().ok()?)));
        match numbers {
            Some((number, of)) if (1..=of).contains(&number) => Ok(Self { number, of }),
            _ => Err("expected a number and how many there are, such as 1/3".into()),
        }
    }
}
