//! The output folder: builds replace builds, and nothing of the owner's is lost.

use std::fs;
use std::path::PathBuf;

use courtesy::compile::disk::Native;
use courtesy::compile::{File, output};
use serde_json::json;

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("output").join(name);
    let _ = fs::remove_dir_all(&folder);
    folder
}

/// Files as a build makes them, with a manifest that lists them.
fn build(files: &[(&str, &str)]) -> Vec<File> {
    let file = |name: &str, text: &str| File { name: name.into(), bytes: text.into() };
    let names: Vec<_> = files.iter().map(|(name, _)| json!({ "name": name })).collect();
    let manifest = json!({ "courtesy": "0.1.0", "files": names }).to_string();
    files.iter().map(|(name, text)| file(name, text)).chain([file("manifest.json", &manifest)]).collect()
}

fn names(folder: &PathBuf) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder").flatten();
    let mut names: Vec<_> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_build_replaces_the_one_before_and_keeps_its_hashed_files() {
    let out = folder("again");
    let first = build(&[("app-abcdefgh.js", "1"), ("privacy.html", "old"), ("privacy.de.html", "old")]);
    assert_eq!(output::write(&Native, &out, &first), Ok(vec![]));
    let second = build(&[("app-hgfed-_a.js", "2"), ("privacy.html", "new")]);
    assert_eq!(output::write(&Native, &out, &second), Ok(vec![out.join("privacy.de.html")]));
    assert_eq!(names(&out), ["app-abcdefgh.js", "app-hgfed-_a.js", "manifest.json", "privacy.html"]);
    assert_eq!(fs::read_to_string(out.join("privacy.html")).expect("a page"), "new");
    // Back to the first: its hashed file is there still, in no manifest.
    assert_eq!(output::write(&Native, &out, &first), Ok(vec![]));
}

#[test]
fn a_file_of_the_owners_is_never_overwritten() {
    let out = folder("owners");
    fs::create_dir_all(&out).expect("a folder");
    fs::write(out.join("site.json"), "the owner's own").expect("a file");
    let refused = output::write(&Native, &out, &build(&[("courtesy.js", "1"), ("site.json", "built")]));
    let sentence = format!(
        "{} is there already and no earlier build wrote it; move it away, or choose another --out",
        out.join("site.json").display()
    );
    assert_eq!(refused, Err(sentence));
    assert_eq!(names(&out), ["site.json"]);
    assert_eq!(fs::read_to_string(out.join("site.json")).expect("a file"), "the owner's own");
}

#[test]
fn a_manifest_of_another_program_is_the_owners() {
    let out = folder("manifest");
    fs::create_dir_all(&out).expect("a folder");
    fs::write(out.join("manifest.json"), r#"{"name":"my web app","files":[{"name":"privacy.html"}]}"#).expect("a file");
    let refused = output::write(&Native, &out, &build(&[("courtesy.js", "1")])).expect_err("it is not ours");
    assert!(refused.contains("manifest.json is there already"), "{refused}");
}

#[test]
fn a_manifest_that_names_places_elsewhere_removes_nothing_there() {
    let out = folder("elsewhere");
    fs::create_dir_all(&out).expect("a folder");
    let precious = out.with_file_name("precious.html");
    fs::write(&precious, "1").expect("a file");
    fs::write(out.join("manifest.json"), r#"{"courtesy":"0.1.0","files":[{"name":"../precious.html"}]}"#)
        .expect("a file");
    assert_eq!(output::write(&Native, &out, &build(&[("courtesy.js", "1")])), Ok(vec![]));
    assert!(precious.is_file());
}
