//! `courtesy init` at a terminal (that of `script`): it explains what it did not understand, asks again, and loses nothing.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::command::{folder, run};

/// What is said to these answers, and the site file; `None` where this computer has no `script` of Linux.
fn asked(name: &str, answers: &[&str]) -> Option<(String, Option<Value>)> {
    let folder = folder(name);
    if !cfg!(target_os = "linux") || !Path::new("/usr/bin/script").exists() {
        return None;
    }
    let line = format!("{} init", env!("CARGO_BIN_EXE_courtesy"));
    let mut child = Command::new("/usr/bin/script")
        .args(["-qec", &line, "/dev/null"])
        .current_dir(&folder)
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("it runs");
    let mut stdin = child.stdin.take().expect("a pipe");
    // The last is the end of what is typed.
    stdin.write_all(format!("{}\n\u{4}", answers.join("\n")).as_bytes()).expect("it listens");
    let done = child.wait_with_output().expect("it ends");
    drop(stdin);
    let site = fs::read(folder.join("site.json")).ok().map(|text| serde_json::from_slice(&text).expect("JSON"));
    Some((String::from_utf8_lossy(&done.stdout).replace('\r', ""), site))
}

#[test]
fn each_item_is_asked_about_and_what_is_not_understood_is_asked_again() {
    let answers = [
        "Anna Lind",
        "hello at annalind",
        "hello@annalind.example",
        "annalind.example",
        "en, fr, German",
        "",
        "I use Plausible and YouTube",
        "basket",
        "in a jar",
        "cookies",
        "no",
        "Holds your basket.",
        "cookie=_ga",
        "maybe",
        "yes",
        "essential",
        "stats",
        "",
        "",
        "",
        "no",
        "perhaps",
        "no",
    ];
    let Some((said, site)) = asked("init-asked", &answers) else { return };
    let site = site.unwrap_or_else(|| panic!("{said}"));
    for sentence in [
        "Available: English (en), ",
        "  no translation for \"fr\"",
        "Which others? (leave empty for en, de)",
        "  enter one name as the browser lists it",
        "  unknown kind of storage \"in-a-jar\"",
        "  _ga usually belongs to Google Analytics",
        "  please answer yes or no",
        "  it is not essential if the site works without it",
    ] {
        assert!(said.contains(sentence), "{sentence}\n{said}");
    }
    // Analytics was named, so tracking and analytics are not asked about.
    assert!(!said.contains("track visitors") && !said.contains("Do you use analytics"), "{said}");
    assert_eq!(site["claims"], json!(["no-ads"]));
    assert_eq!((&site["sells"], &site["shares"]), (&json!(false), &json!(false)));
    assert_eq!((&site["url"], &site["languages"]), (&json!("https://annalind.example"), &json!(["en", "de"])));
    assert_eq!(site["purposes"], json!([{ "id": "analytics", "title": "Analytics", "nature": "analytics" }]));
    assert_eq!(
        site["items"],
        json!([
            { "kind": "cookie", "name": "basket", "purpose": "essential", "setBy": "site", "description": "Holds your basket." },
            { "kind": "cookie", "name": "_ga", "purpose": "analytics", "setBy": "site" }
        ])
    );
}

#[test]
fn answers_that_end_early_are_given_back_as_flags() {
    let Some((said, site)) = asked("init-ended", &["Anna \"A\"", "a@b.example", "tea.example", "de"]) else { return };
    assert!(site.is_none());
    let line = "courtesy init --name \"Anna \\\"A\\\"\" --email a@b.example --url https://tea.example --language de`";
    assert!(said.contains(line), "{said}");
}

#[test]
fn each_promise_is_one_question_and_no_answer_promises_nothing() {
    let begin = ["Tea", "a@b.example", "", "", "cookie=basket", "no", "", ""];
    let sale =
        "Do you sell visitors' personal data, or share it for advertising? (yes, no, leave empty if you are not sure)";
    for (name, answers, claims, sold) in [
        (
            "init-all",
            &["yes", "no", "no", "no", "no"][..],
            json!(["only-necessary", "no-tracking", "no-analytics", "no-ads"]),
            json!([false, false]),
        ),
        ("init-none", &["no", "", "yes", "", ""], json!(null), json!([null, null])),
        (
            "init-sold",
            &["yes", "yes", "one", "both", "no"],
            json!(["only-necessary", "no-analytics"]),
            json!([true, true]),
        ),
        ("init-shared", &["", "yes", "share", ""], json!(null), json!([false, true])),
    ] {
        let Some((said, site)) = asked(name, &[&begin[..], answers].concat()) else { return };
        let site = site.unwrap_or_else(|| panic!("{said}"));
        assert!(said.contains(sale), "{said}");
        assert_eq!((&site["claims"], json!([site["sells"], site["shares"]])), (&claims, sold), "{said}");
    }
}

#[test]
fn promises_that_end_early_are_given_back_as_flags() {
    let answers = ["Tea", "a@b.example", "", "", "", "yes", "no", "no"];
    let Some((said, site)) = asked("init-promised", &answers) else { return };
    assert!(site.is_none());
    let line = "--no-items --claim no-tracking --sells no --shares no`\n";
    assert!(said.contains(line), "{said}");
}

#[test]
fn an_empty_name_is_asked_for_before_anything_else() {
    let (_, wrong, code) = run(&folder("init-empty"), &["init", "--yes", "--name", " ", "--email", "a@b.example"]);
    assert!(wrong.contains("it must not be empty") && code == Some(2), "{wrong}");
}
