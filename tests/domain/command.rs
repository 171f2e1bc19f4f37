//! The native command: what `build` says and leaves alone, `--check`, `--watch`, and when it is in colour.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use courtesy::compile::{Form, Parts, Policies, compile};
use serde_json::{Value, json};

use crate::compiling::parts;
use crate::fixtures::{site, smallest};

/// An empty folder of that name.
pub fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("command").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// The command in a folder, with no environment but what is given.
pub fn courtesy(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_courtesy"));
    command.args(arguments).current_dir(folder).env_clear().stdin(Stdio::null());
    command
}

pub fn run(folder: &Path, arguments: &[&str]) -> (String, String, Option<i32>) {
    let Output { stdout, stderr, status } = courtesy(folder, arguments).output().expect("it runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (text(stdout), text(stderr), status.code())
}

pub const BUILD: [&str; 6] = ["build", "site.json", "--out", "out", "--parts", "../../parts"];

/// A folder with a site file, and with the parts that a build needs.
pub fn with_site(name: &str, site: &Value) -> PathBuf {
    parts();
    let folder = folder(name);
    fs::write(folder.join("site.json"), site.to_string()).expect("a file");
    folder
}

fn and(further: &'static str) -> Vec<&'static str> {
    [&BUILD[..], &[further]].concat()
}

#[test]
fn a_build_ends_with_every_file_and_what_a_first_visit_fetches() {
    let folder = with_site("table", &smallest());
    let (said, wrong, code) = run(&folder, &BUILD);
    assert_eq!((&*wrong, code), ("", Some(0)));
    let script = fs::read(folder.join("out/courtesy.js")).expect("it was built").len();
    assert!(said.starts_with("    bytes    brotli  out\n"), "{said}");
    assert!(
        said.lines().any(|line| line.starts_with(&format!("{script:>9} ")) && line.ends_with("  courtesy.js")),
        "{said}"
    );
    let listed = said.lines().take_while(|line| !line.is_empty()).filter(|line| line.contains('.')).count();
    assert_eq!(listed, fs::read_dir(folder.join("out")).expect("a folder").count(), "{said}");
    assert!(said.contains("\na first visit: ") && said.contains(" bytes (brotli) in one request\n"), "{said}");
    assert!(!said.contains("in another language"), "{said}");
    assert!(said.contains("a visitor opens them: ") && said.contains(" in 7 requests\n"), "{said}");
    let end = "\nserve out at /courtesy/ and paste this into your pages, ideally in <head>:\n  <script async src=\"/courtesy/courtesy.js\"></script>\nin out, embed.html has the tag with integrity and the Content-Security-Policy; privacy.html is your policy; request.html is the request form\n17 facts that visitors look for are missing; list them: courtesy check site.json\n";
    assert!(said.ends_with(end), "{said}");
    let embed = fs::read_to_string(folder.join("out/embed.html")).expect("it was built");
    assert!(embed.contains("&lt;script async src=\"/courtesy/courtesy.js\">&lt;/script>"), "one tag in both");
    let (said, _, code) = run(&folder, &and("--quiet"));
    assert_eq!((&*said, code), ("", Some(0)));
}

#[test]
fn another_language_is_a_request_more() {
    let mut site = smallest();
    site["languages"] = json!(["en", "de", "de-AT"]);
    let (said, ..) = run(&with_site("languages", &site), &BUILD);
    assert!(
        said.contains("\nin another language (de, de-AT): at most ") && said.contains(" in 2 requests\n"),
        "{said}"
    );
    assert!(said.contains("a visitor opens them: ") && said.contains(" in 7 requests\n"), "{said}");
}

#[test]
fn a_command_without_parts_names_what_makes_them() {
    let folder = with_site("no-parts", &smallest());
    let (_, wrong, code) = run(&folder, &["build", "site.json", "--out", "out"]);
    assert_eq!(code, Some(1));
    assert_eq!(
        wrong,
        "error: the loader and the app are missing, both in this program and in target/parts\n = help: run `cargo xtask build`, or name their folder with --parts DIR\n"
    );
    assert!(!folder.join("out").exists());
}

#[test]
fn without_a_site_file_it_says_how_to_begin_one() {
    let (_, wrong, code) = run(&folder("no-site"), &BUILD);
    let sentence = "error: site.json cannot be read: No such file or directory\n = help: name your site file, or create one with `init`\n";
    assert_eq!((&*wrong, code), (sentence, Some(1)));
}

#[test]
fn parts_inside_a_program_give_the_files_that_a_folder_gives() {
    parts();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("parts");
    let entries = fs::read_dir(&folder).expect("a folder").flatten();
    let inside = Parts::inside(entries.map(|entry| {
        let bytes = fs::read(entry.path()).expect("a file");
        (entry.file_name().to_string_lossy().into_owned(), bytes.into())
    }));
    let site = site(json!({ "languages": ["en", "de"] }));
    let policies = Policies::of(&site, |_| Err(String::new())).expect("no text of the owner's");
    let built = |parts: &Parts| compile(&site, &policies, parts, Form::Built).expect("every part is there");
    assert_eq!(built(&inside), built(&Parts::in_folder(folder)));
}

#[test]
fn check_writes_nothing_and_lists_what_a_build_would_change() {
    let folder = with_site("check", &smallest());
    let out = folder.join("out");
    let (_, wrong, code) = run(&folder, &and("--check"));
    assert_eq!(code, Some(1));
    assert!(wrong.contains("\n = missing: courtesy.js\n") && !out.exists(), "{wrong}");
    run(&folder, &BUILD);
    let (said, wrong, code) = run(&folder, &and("--check"));
    assert_eq!((&*said, &*wrong, code), ("ok: out is up to date with site.json\n", "", Some(0)));
    fs::write(out.join("privacy.html"), "another").expect("a file");
    fs::remove_file(out.join("request.html")).expect("it was there");
    let (_, wrong, code) = run(&folder, &and("--check"));
    let list = "error: out is not up to date with site.json\n = missing: request.html\n = changed: privacy.html\n = help: build it again\n";
    assert_eq!((&*wrong, code), (list, Some(1)));
    assert_eq!(fs::read_to_string(out.join("privacy.html")).expect("a file"), "another");
}

#[test]
fn check_names_what_is_left_over_and_keeps_quiet_about_hashed_files() {
    let folder = with_site(
        "left",
        &json!({ "name": "A", "languages": ["en", "de"], "controller": { "contacts": [{ "email": "a@b.example" }] }, "items": [{ "purpose": "essential" }] }),
    );
    run(&folder, &BUILD);
    fs::write(folder.join("site.json"), smallest().to_string()).expect("a file");
    let (_, wrong, _) = run(&folder, &and("--check"));
    assert!(wrong.contains("\n = left over: courtesy.de.js\n") && !wrong.contains("words-de-"), "{wrong}");
}

#[test]
fn check_says_when_another_version_built_the_folder() {
    let folder = with_site("version", &smallest());
    run(&folder, &BUILD);
    let manifest = folder.join("out/manifest.json");
    let text = fs::read_to_string(&manifest).expect("a manifest");
    fs::write(&manifest, text.replacen(env!("CARGO_PKG_VERSION"), "0.0.1", 1)).expect("a file");
    let (_, wrong, code) = run(&folder, &and("--check"));
    let why = format!(
        "out is not up to date with site.json\n = changed: manifest.json\n = help: build it again\n = why: courtesy 0.0.1 built it and this is {}, so files can differ even if the site has not changed\n",
        env!("CARGO_PKG_VERSION")
    );
    assert_eq!((wrong, code), (format!("error: {why}"), Some(1)));
}

/// A program that ends with its test.
struct Watching(Child);

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[track_caller]
fn until(what: impl Fn() -> bool) {
    let begun = Instant::now();
    while !what() {
        assert!(begun.elapsed() < Duration::from_secs(30), "it did not come");
        thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn watching_builds_again_says_faults_and_goes_on() {
    let mut site = smallest();
    site["policy"] = json!({ "source": "policy.md" });
    let folder = with_site("watch", &site);
    fs::write(folder.join("policy.md"), "# First").expect("a file");
    let log = fs::File::create(folder.join("log")).expect("a file");
    let mut command = courtesy(&folder, &[&BUILD[..], &["--watch", "--quiet"]].concat());
    let _watching = Watching(command.stderr(log).spawn().expect("it runs"));
    let holds = |file: &str, text: &str| fs::read_to_string(folder.join(file)).is_ok_and(|found| found.contains(text));
    until(|| holds("out/privacy.html", "First") && holds("log", "built site.json\nwatching policy.md, site.json\n"));
    fs::write(folder.join("policy.md"), "# Second").expect("a file");
    until(|| holds("out/privacy.html", "Second"));
    fs::write(folder.join("site.json"), "{").expect("a file");
    until(|| holds("log", "error: nothing was written, because site.json has 1 error"));
    assert!(holds("out/privacy.html", "Second"));
    fs::write(folder.join("policy.md"), "# Third").expect("a file");
    fs::write(folder.join("site.json"), site.to_string()).expect("a file");
    until(|| holds("out/privacy.html", "Third"));
}

#[test]
fn what_changes_while_it_builds_is_built_afterwards() {
    let mut site = smallest();
    site["policy"] = json!({ "source": "policy.md" });
    let folder = with_site("watch-meanwhile", &site);
    fs::write(folder.join("policy.md"), "# First").expect("a file");
    let mut command = courtesy(&folder, &[&BUILD[..], &["--watch"]].concat());
    let _watching = Watching(command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it runs"));
    let page = || fs::read_to_string(folder.join("out/privacy.html")).unwrap_or_default();
    // The page is there, and what visitors fetch is still being measured.
    until(|| page().contains("First"));
    fs::write(folder.join("policy.md"), "# Second").expect("a file");
    until(|| page().contains("Second"));
}

#[test]
fn colour_is_for_terminals_and_for_those_who_ask_for_it() {
    let folder = with_site("colour", &smallest());
    let is_coloured = |variables: &[(&str, &str)]| {
        let mut command = courtesy(&folder, &["check", "site.json"]);
        command.envs(variables.iter().copied()).output().expect("it runs").stdout.contains(&0x1b)
    };
    assert!(!is_coloured(&[]));
    assert!(is_coloured(&[("FORCE_COLOR", "1")]) && is_coloured(&[("CLICOLOR_FORCE", "1")]));
    assert!(!is_coloured(&[("FORCE_COLOR", "1"), ("NO_COLOR", "1")]) && !is_coloured(&[("FORCE_COLOR", "0")]));
}
