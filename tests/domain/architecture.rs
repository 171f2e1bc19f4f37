//! The house keeps its shape: pure rooms, shallow folders, short files, a first line that says what a file is, no attic.

use std::fs;
use std::path::{Path, PathBuf};

use crate::fixtures::{path, text};

/// What a pure room must not name: the browser, the framework, the clock, files.
const IMPURE: [&str; 8] = ["yew", "web_sys", "js_sys", "wasm_bindgen", "std::time", "std::fs", "std::env", "std::io"];

pub fn files(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(path(folder)).unwrap_or_else(|error| panic!("{folder}: {error}"));
    let mut files = Vec::new();
    for entry in entries.flatten() {
        let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() && !name.ends_with("node_modules") {
            files.extend(self::files(&name));
        } else {
            files.push(name.into());
        }
    }
    files
}

pub fn source(file: &Path) -> String {
    text(&file.to_string_lossy())
}

#[test]
fn pure_rooms_know_no_browser_no_clock_and_no_files() {
    for room in ["site", "consent", "rights", "policy", "words", "check"] {
        for file in files(&format!("src/{room}")) {
            let code: String = source(&file).lines().filter(|line| !line.trim_start().starts_with("//")).collect();
            let named: Vec<_> = IMPURE
                .iter()
                .filter(|name| code.contains(&format!("{name}::")) || code.contains(&format!("use {name}")))
                .collect();
            assert!(named.is_empty(), "{}: {named:?}", file.display());
        }
    }
}

#[test]
fn a_file_is_short_and_its_first_line_says_what_it_is() {
    let starts = ["//! ", "// ", "/* ", "# ", "<!-- ", "#!"];
    for folder in ["src", "www/app", "www/loader", "www/npm", "www/styles", "www/preview", "tests", "xtask/src"] {
        for file in files(folder).into_iter().filter(|file| {
            file.extension()
                .is_some_and(|ending| ["rs", "js", "mjs", "css", "html"].iter().any(|known| ending == *known))
        }) {
            let text = source(&file);
            let first = text.lines().next().unwrap_or_default();
            assert!(
                starts.iter().any(|start| first.starts_with(start)),
                "{}: the first line says what it is",
                file.display()
            );
            assert!(text.lines().count() <= 250, "{}: over 250 lines; does it answer one question?", file.display());
        }
    }
}

#[test]
fn folders_are_shallow_and_there_is_no_attic() {
    let all = [("src", 4), ("www/loader", 4), ("xtask/src", 3)];
    for (folder, deepest) in all {
        for file in files(folder) {
            let depth = file.components().count();
            // A view has a folder of its own, and nothing else has a third level (decision 023).
            let deepest = if folder != "src" || file.starts_with("src/views") { deepest } else { 3 };
            assert!(depth <= deepest, "{}: too deep", file.display());
            let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let attic = [
                "util", "utils", "helper", "helpers", "common", "misc", "manager", "category", "vendor", "banner",
                "modal",
            ];
            assert!(!attic.contains(&name.as_str()), "{}: a name of its own", file.display());
        }
    }
}

#[test]
fn programs_are_short_and_mount_nothing_by_path() {
    for file in files("src") {
        let text = source(&file);
        assert!(!text.contains("#[path"), "{}: a module has its place by its name", file.display());
        let is_program = file.starts_with("src/bin");
        assert!(
            !is_program || text.lines().count() <= 40,
            "{}: a program only starts what a room holds",
            file.display()
        );
    }
}
