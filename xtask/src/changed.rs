//! `cargo xtask test --changed`: which tests a change affects, by the paths that git names.
//!
//! The changes are those since the merge base with main, uncommitted and untracked files included. A path without a row in `ROWS`
//! affects everything; so does a repository in which git finds no merge base.

use std::path::Path;
use std::process::Command;

use crate::run;

/// What a change affects.
#[derive(Debug, PartialEq)]
pub enum Affected {
    Everything,
    Some {
        kinds: Vec<&'static str>,
        /// The files of the end-to-end tests; an empty list means all of them.
        e2e: Vec<String>,
    },
}

/// The beginning of a path, and the kinds of tests that it affects; the first match counts.
const ROWS: &[(&str, &[&str])] = &[
    ("tests/domain/", &["domain"]),
    ("tests/snapshots/", &["domain"]),
    ("tests/proptest-regressions/", &["domain"]),
    ("tests/fixtures/", &["domain", "loader", "voice"]),
    ("tests/views/", &["browser"]),
    ("tests/browser/", &["browser"]),
    ("tests/loader/", &["loader"]),
    ("tests/voice/", &["voice"]),
    ("tests/hosts/", &["packages"]),
    ("tests/packages/", &["packages"]),
    ("tests/frameworks/", &["frameworks"]),
    ("tests/serving/", &["serving"]),
    ("tests/e2e/", &["e2e"]),
    ("tests/bench/", &[]),
    ("xtask/", &["domain", "budgets"]),
    ("www/preview/", &["e2e"]),
    ("www/npm/", &["packages"]),
    ("examples/serving/", &["serving"]),
    ("examples/", &["packages"]),
    ("docs/", &["domain", "voice", "serving"]),
    ("README.md", &["domain", "voice", "budgets"]),
    ("CHANGELOG.md", &["domain"]),
    ("ARCHITECTURE.md", &["domain", "voice"]),
    ("CODE_OF_CONDUCT.md", &["domain"]),
    ("CONTRIBUTING.md", &["domain", "voice"]),
    ("RELEASING.md", &["domain", "voice"]),
    ("SECURITY.md", &["domain", "voice"]),
    (".github/", &["domain"]),
];

/// What the changes since the merge base with main affect.
pub fn affected(root: &Path) -> Affected {
    let git = |arguments: &[&str]| run::output(Command::new("git").args(arguments).current_dir(root));
    let base = ["origin/main", "main"].iter().find_map(|main| git(&["merge-base", "HEAD", main]));
    let paths = base.and_then(|base| {
        let changed = git(&["diff", "--name-only", &base])?;
        Some(format!("{changed}\n{}", git(&["ls-files", "--others", "--exclude-standard"])?))
    });
    match paths {
        Some(paths) => of_paths(paths.lines().filter(|path| !path.is_empty())),
        None => Affected::Everything,
    }
}

fn of_paths<'a>(paths: impl Iterator<Item = &'a str>) -> Affected {
    let (mut found, mut e2e, mut is_whole) = (vec!["style"], Vec::new(), false);
    for path in paths {
        let Some((_, kinds)) = ROWS.iter().find(|(start, _)| path.starts_with(start)) else {
            return Affected::Everything;
        };
        found.extend_from_slice(kinds);
        if let Some(file) = e2e_file(path) {
            e2e.push(file);
        } else if kinds.contains(&"e2e") {
            is_whole = true;
        }
    }
    found.sort_unstable();
    found.dedup();
    Affected::Some { kinds: found, e2e: if is_whole { Vec::new() } else { e2e } }
}

/// The end-to-end file that a path affects, if it affects only one.
fn e2e_file(path: &str) -> Option<String> {
    for (folder, file) in [("www/preview/", "preview.test.mjs"), ("tests/e2e/hostile/", "hostile-table.test.mjs")] {
        if path.starts_with(folder) {
            return Some(file.into());
        }
    }
    path.strip_prefix("tests/e2e/").filter(|name| name.ends_with(".test.mjs")).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Affected, ROWS, of_paths};

    #[test]
    fn every_row_has_a_path_that_exists() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let stale: Vec<_> = ROWS.iter().map(|(start, _)| *start).filter(|start| !root.join(start).exists()).collect();
        assert!(stale.is_empty(), "no such path: {stale:?}");
    }

    #[test]
    fn a_test_file_affects_itself_and_a_helper_affects_all_of_them() {
        let one = Affected::Some { kinds: vec!["e2e", "style"], e2e: vec!["gates.test.mjs".into()] };
        assert_eq!(of_paths(["tests/e2e/gates.test.mjs"].into_iter()), one);
        let all = Affected::Some { kinds: vec!["e2e", "style"], e2e: vec![] };
        assert_eq!(of_paths(["tests/e2e/gates.test.mjs", "tests/e2e/suite.mjs"].into_iter()), all);
    }

    #[test]
    fn a_path_that_no_row_begins_affects_everything() {
        assert_eq!(of_paths(["tests/e2e/gates.test.mjs", "src/lib.rs"].into_iter()), Affected::Everything);
        assert_eq!(of_paths(["Cargo.lock"].into_iter()), Affected::Everything);
    }

    #[test]
    fn no_change_is_tested_for_style_alone() {
        assert_eq!(of_paths([].into_iter()), Affected::Some { kinds: vec!["style"], e2e: vec![] });
    }
}
