//! The output folder: builds replace builds, and nothing of the owner's is lost.

use std::cell::Cell;
use std::fs;
use std::path::{Path, PathBuf};

use courtesy::compile::file_system::{FileError, FileSystem, Native};
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
        "{} already exists and no earlier build wrote it; move it away, or choose another --out",
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
    assert!(refused.contains("manifest.json already exists"), "{refused}");
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

/// A disk on which some steps do not work: renames after the first few, and perhaps those of putting back, too.
struct Failing {
    renames: Cell<usize>,
    puts_back: bool,
    is_full: bool,
}

impl FileSystem for Failing {
    fn read(&self, path: &Path) -> Result<Vec<u8>, FileError> {
        Native.read(path)
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), FileError> {
        if self.is_full && path.ends_with("privacy.html") {
            Err(FileError::DiskFull)
        } else {
            Native.write(path, bytes)
        }
    }

    fn make_folder(&self, path: &Path) -> Result<(), FileError> {
        Native.make_folder(path)
    }

    fn rename(&self, from: &Path, to: &Path) -> Result<(), FileError> {
        let puts_back = from.file_name().is_some_and(|name| name.to_string_lossy().starts_with("before-"));
        if puts_back {
            return if self.puts_back { Native.rename(from, to) } else { Err(FileError::PermissionDenied) };
        }
        let left = self.renames.get().checked_sub(1).ok_or(FileError::PermissionDenied)?;
        self.renames.set(left);
        Native.rename(from, to)
    }

    fn remove(&self, path: &Path) -> Result<(), FileError> {
        Native.remove(path)
    }

    fn remove_folder(&self, path: &Path) -> Result<(), FileError> {
        Native.remove_folder(path)
    }

    fn list(&self, folder: &Path) -> Result<Vec<String>, FileError> {
        Native.list(folder)
    }

    fn canonicalize(&self, path: &Path) -> Result<PathBuf, FileError> {
        Native.canonicalize(path)
    }

    fn is_folder(&self, path: &Path) -> bool {
        Native.is_folder(path)
    }

    fn process_id(&self) -> u32 {
        1
    }
}

/// Every file of a folder with what it holds.
fn held(folder: &PathBuf) -> Vec<(String, Vec<u8>)> {
    names(folder).into_iter().map(|name| (name.clone(), fs::read(folder.join(name)).unwrap_or_default())).collect()
}

#[test]
fn a_build_that_fails_anywhere_leaves_every_file_of_the_one_before() {
    let first = build(&[("app-abcdefgh.js", "1"), ("courtesy.js", "1"), ("privacy.html", "1")]);
    let second = build(&[("app-hgfed-_a.js", "2"), ("courtesy.js", "2"), ("privacy.html", "2"), ("request.html", "2")]);
    let out = folder("failing");
    output::write(&Native, &out, &first).expect("it can be written");
    let before = held(&out);
    // Five files change: the manifest, one with a hash, three that name it.
    for renames in 0..5 {
        let disk = Failing { renames: Cell::new(renames), puts_back: true, is_full: false };
        let fault = output::write(&disk, &out, &second).expect_err("a rename fails");
        assert!(fault.ends_with(": Permission denied"), "{fault}");
        assert_eq!(held(&out), before, "after {renames} renames");
    }
    let full = Failing { renames: Cell::new(9), puts_back: true, is_full: true };
    let fault = output::write(&full, &out, &second).expect_err("the disk is full");
    assert_eq!(fault, format!("{}: No space left on the disk", out.join("privacy.html").display()));
    assert_eq!(held(&out), before);
    assert_eq!(output::write(&Native, &out, &second), Ok(vec![]));
}

#[test]
fn what_could_not_even_be_put_back_is_named_with_where_the_files_of_before_are() {
    let out = folder("mixed");
    let (first, second) =
        (build(&[("courtesy.js", "1"), ("privacy.html", "1")]), build(&[("courtesy.js", "2"), ("privacy.html", "2")]));
    output::write(&Native, &out, &first).expect("it can be written");
    let disk = Failing { renames: Cell::new(1), puts_back: false, is_full: false };
    let fault = output::write(&disk, &out, &second).expect_err("a rename fails");
    let [courtesy, privacy, aside] = ["courtesy.js", "privacy.html", ".courtesy-1"].map(|name| out.join(name));
    let sentence = format!(
        "{}: Permission denied, and {} could not be restored, so the folder holds files of two builds; build again, or restore the previous files from {}",
        privacy.display(),
        courtesy.display(),
        aside.display()
    );
    assert_eq!(fault, sentence);
    assert_eq!(fs::read(aside.join("before-courtesy.js")).expect("it is kept"), b"1");
}

#[test]
fn a_file_that_would_not_change_is_not_touched() {
    let out = folder("untouched");
    let files = build(&[("courtesy.js", "1")]);
    output::write(&Native, &out, &files).expect("it can be written");
    let none = Failing { renames: Cell::new(0), puts_back: false, is_full: false };
    assert_eq!(output::write(&none, &out, &files), Ok(vec![]));
}

#[test]
fn what_names_other_files_is_changed_after_them_and_the_manifest_first() {
    let out = folder("order");
    output::write(&Native, &out, &build(&[("courtesy.js", "1")])).expect("it can be written");
    let second = build(&[("courtesy.js", "2"), ("later-abcdefgh.js", "2")]);
    // Two of three: as if the program were killed then, nothing is put back.
    let disk = Failing { renames: Cell::new(2), puts_back: false, is_full: false };
    output::write(&disk, &out, &second).expect_err("a rename fails");
    let text = |name: &str| fs::read_to_string(out.join(name)).expect("a file");
    assert_eq!(text("courtesy.js"), "1");
    assert!(text("manifest.json").contains("later-abcdefgh.js"));
}
