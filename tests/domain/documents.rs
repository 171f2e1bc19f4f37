//! The documents of the repository: every path, link, heading, test and symbol that they name exists.

use std::collections::BTreeSet;
use std::fs;

use crate::fixtures::{path, text};

/// The documents that describe the repository as it is; decision records describe it as it was.
fn documents() -> Vec<String> {
    let top = ["ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md", "README.md", "RELEASING.md", "SECURITY.md"];
    let docs = fs::read_dir(path("docs")).expect("docs").flatten().map(|entry| entry.file_name());
    let docs = docs.map(|name| format!("docs/{}", name.to_string_lossy())).filter(|name| name.ends_with(".md"));
    top.map(str::to_owned).into_iter().chain(docs).collect()
}

/// The lines of a document outside its blocks of code.
fn lines(document: &str) -> Vec<String> {
    text(document).split("```").step_by(2).flat_map(str::lines).map(str::to_owned).collect()
}

/// What a document has in backticks, with the line.
fn code_spans(document: &str) -> Vec<(String, String)> {
    let lines = lines(document);
    lines
        .iter()
        .flat_map(|line| line.split('`').skip(1).step_by(2).map(|span| (span.to_owned(), line.to_owned())))
        .collect()
}

const ROOTS: [&str; 7] = ["src/", "www/", "tests/", "xtask/", "docs/", "examples/", ".github/"];

/// Whether a path exists; `*` in its last part stands for anything, `<…>` for what a contributor adds.
fn exists(named: &str) -> bool {
    let (folder, name) = named.rsplit_once('/').unwrap_or((".", named));
    if folder.contains('<') {
        return folder.split_once("/<").is_some_and(|(parent, _)| exists(parent));
    }
    let Some((start, end)) = name.split_once(['*', '<']) else { return path(named).exists() };
    let end = end.split_once('>').map_or(end, |(_, end)| end);
    let entries = fs::read_dir(path(folder)).into_iter().flatten().flatten();
    entries
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .any(|name| name.starts_with(start) && name.ends_with(end))
}

#[test]
fn every_path_that_a_document_names_exists() {
    let missing: Vec<_> = documents()
        .iter()
        .flat_map(|document| code_spans(document).into_iter().map(move |(span, _)| (document, span)))
        .filter(|(_, span)| {
            ROOTS.iter().any(|root| span.starts_with(root)) && !span.contains([' ', '…']) && !exists(span)
        })
        .map(|(document, span)| format!("{document}: {span}"))
        .collect();
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

/// Code and comments name files of the other language, of tests and of fixtures; these must exist, too.
#[test]
fn every_file_that_code_names_exists() {
    let mut missing = Vec::new();
    for file in ["src", "www/loader", "www/app", "www/npm", "tests/domain", "tests/loader", "tests/e2e", "xtask/src"]
        .into_iter()
        .flat_map(crate::architecture::files)
        // These two test themselves with files that do not exist.
        .filter(|file| !["imports.rs", "circles.rs"].iter().any(|name| file.ends_with(name)))
    {
        let text = crate::architecture::source(&file);
        let names = text.split(|c: char| !(c.is_ascii_alphanumeric() || ['/', '.', '_', '-'].contains(&c)));
        let named = names.map(|name| name.trim_end_matches('.')).filter(|name| {
            ["src/", "www/", "tests/", "xtask/"].iter().any(|root| name.starts_with(root))
                && [".rs", ".js", ".mjs", ".css", ".json"].iter().any(|ending| name.ends_with(ending))
        });
        missing.extend(named.filter(|name| !path(name).exists()).map(|name| format!("{}: {name}", file.display())));
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

/// A heading's anchor, as GitHub makes it.
fn anchor(heading: &str) -> String {
    let kept = heading.trim().to_lowercase();
    kept.chars()
        .filter(|c| c.is_alphanumeric() || [' ', '-', '_'].contains(c))
        .map(|c| if c == ' ' { '-' } else { c })
        .collect()
}

#[test]
fn every_link_of_a_document_leads_to_a_file_and_a_heading() {
    let mut broken = Vec::new();
    for document in documents() {
        let text: String = lines(&document).iter().flat_map(|line| line.split('`').step_by(2)).collect();
        let links = text.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(link, _)| link);
        for link in links.filter(|link| !link.contains("://") && !link.contains([' ', '<'])) {
            let (file, heading) = link.split_once('#').unwrap_or((link, ""));
            let folder = path(&document).parent().expect("a folder").to_owned();
            let target = if file.is_empty() { path(&document) } else { folder.join(file) };
            let has_heading = || {
                let target = fs::read_to_string(&target).unwrap_or_default();
                target.lines().any(|line| line.starts_with('#') && anchor(line.trim_start_matches('#')) == heading)
            };
            if !target.exists() || !(heading.is_empty() || has_heading()) {
                broken.push(format!("{document}: {link}"));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// Code spans that are names: of a test (snake case of four words or more), or of something in the file that the line names first.
#[test]
fn every_test_and_symbol_that_contributing_names_is_there() {
    let spans = code_spans("CONTRIBUTING.md");
    let sources: String = crate::fixtures::sources("tests/domain").concat();
    for (span, line) in &spans {
        if span.contains(|c: char| !(c.is_ascii_alphanumeric() || c == '_')) {
            continue;
        }
        if span.matches('_').count() >= 3 {
            assert!(sources.contains(&format!("fn {span}()")), "no test is called {span}");
        } else if span.starts_with(char::is_uppercase) && span.len() > 1 {
            let file = line.split('`').nth(1).unwrap_or_default();
            if ROOTS.iter().any(|root| file.starts_with(root)) && path(file).is_file() {
                assert!(text(file).contains(span.as_str()), "{file} has no {span}");
            }
        }
    }
}

#[test]
fn releasing_lists_every_file_with_the_placeholder() {
    let listed =
        code_spans("RELEASING.md").into_iter().filter(|(_, line)| line.starts_with("| `")).map(|(span, _)| span);
    let listed: BTreeSet<_> = listed.filter(|span| path(span).is_file()).collect();
    let candidates =
        [".", "docs", "src", "www/npm", ".github", ".github/ISSUE_TEMPLATE", ".github/workflows", "examples"];
    let files = candidates.into_iter().flat_map(|folder| {
        let entries = fs::read_dir(path(folder)).into_iter().flatten().flatten();
        entries.map(move |entry| format!("{folder}/{}", entry.file_name().to_string_lossy()))
    });
    let found: BTreeSet<_> = files
        .map(|file| file.trim_start_matches("./").to_owned())
        .filter(|file| file != "RELEASING.md" && path(file).is_file())
        .filter(|file| fs::read_to_string(path(file)).is_ok_and(|text| text.contains("courtesy.example")))
        .collect();
    assert_eq!(found, listed);
}
