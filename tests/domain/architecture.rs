//! The house keeps its shape: the arrows between the rooms, two levels, a first line that says what a file is, no attic.

use std::fs;
use std::path::{Path, PathBuf};

use crate::fixtures::{path, text};

/// What each room may name of the others (design.md section 5).
const ARROWS: [(&str, &[&str]); 9] = [
    ("site", &["words"]),
    ("words", &["site"]),
    ("consent", &["site"]),
    ("rights", &["site", "words"]),
    ("policy", &["site", "rights", "words"]),
    ("check", &["site", "policy", "words"]),
    ("views", &["site", "consent", "rights", "policy", "words"]),
    ("browser", &["site", "consent", "rights", "policy", "words"]),
    ("compile", &["site", "consent", "rights", "policy", "words", "check", "views"]),
];

/// What a pure room must not name: the browser, the framework, the clock, files.
const IMPURE: [&str; 8] = ["yew", "web_sys", "js_sys", "wasm_bindgen", "std::time", "std::fs", "std::env", "std::io"];

fn files(folder: &str) -> Vec<PathBuf> {
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

fn source(file: &Path) -> String {
    text(&file.to_string_lossy())
}

#[test]
fn the_arrows_point_one_way() {
    let mut wrong = Vec::new();
    for (room, allowed) in ARROWS {
        for file in files(&format!("src/{room}")) {
            for (line, code) in source(&file).lines().enumerate() {
                let named = code
                    .split("crate::")
                    .skip(1)
                    .map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next());
                for other in named.flatten().filter(|other| ARROWS.iter().any(|(known, _)| known == other)) {
                    if other != room && !allowed.contains(&other) {
                        wrong.push(format!("{}:{}: {room} must not know {other}", file.display(), line + 1));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
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
fn there_are_two_levels_under_src_and_no_attic() {
    for file in files("src").into_iter().chain(files("www/loader")).chain(files("xtask/src")) {
        let depth = file.components().count();
        // The loader is inside www, and has a folder for each of its rooms.
        let deepest = if file.starts_with("www") { 4 } else { 3 };
        assert!(depth <= deepest, "{}: deeper than two levels", file.display());
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let attic = [
            "util", "utils", "helper", "helpers", "common", "misc", "manager", "category", "vendor", "banner", "modal",
        ];
        assert!(!attic.contains(&name.as_str()), "{}: a name of its own", file.display());
    }
}
