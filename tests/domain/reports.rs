//! How findings are shown: what `check` says of every example site, to the letter, as JSON, and as an exit code.

use std::fs;
use std::process::Command;

use courtesy::check::{Finding, Piece, Place, Report, Severity, check};
use courtesy::site::read::read;
use serde_json::{Value, json};

use crate::checking::today;
use crate::fixtures::{path, seed, text};

fn plain(report: &Report) -> String {
    report.text(|_, piece| piece.into())
}

/// `UPDATE_CHECKS=1 cargo test` writes what is said now; whoever commits that has read it.
#[test]
fn the_example_sites_hear_what_is_true_of_them() {
    for name in ["mazoon", "mjpro", "nanoflux", "mediux", "quillhaven"] {
        let site = seed(name);
        let findings = check(&site, &[], today());
        let file = format!("www/sites/{name}/site.json");
        let said = plain(&Report { site: &file, mode: Some(site.mode()), findings: &findings });
        let file = format!("tests/fixtures/checks/{name}.txt");
        if std::env::var_os("UPDATE_CHECKS").is_some() {
            fs::write(path(&file), &said).expect("the fixture is written");
        }
        assert_eq!(said, text(&file), "{name}");
    }
}

#[test]
fn the_documentation_explains_every_code_and_no_other() {
    let documented: Vec<_> = text("docs/check.md")
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split('`').next().map(str::to_owned))
        .collect();
    assert_eq!(documented, courtesy::check::codes().collect::<Vec<_>>());
}

#[test]
fn nothing_wrong_is_one_line_with_the_mode() {
    let said = |mode| plain(&Report { site: "a.json", mode, findings: &[] });
    assert_eq!(said(Some(courtesy::site::Mode::Notice)), "ok a.json: it informs and asks for nothing (notice mode)\n");
    assert_eq!(said(Some(courtesy::site::Mode::Consent)), "ok a.json: it has something to ask for (consent mode)\n");
}

#[test]
fn severity_and_place_are_coloured_and_a_file_cannot_colour_anything() {
    let mend = "name a .md or .txt file, from where the site file is";
    let findings = [Finding {
        code: "policy-source",
        severity: Severity::Error,
        places: vec![Place::Field { field: "policy.source".into() }],
        sentence: "\u{1b}[31mred\n is not there".into(),
        mend: mend.into(),
    }];
    let report = Report { site: "a.json", mode: None, findings: &findings };
    let said = report.text(|piece, text| match piece {
        Piece::Severity(_) => format!("<{text}>"),
        _ => format!("[{text}]"),
    });
    assert_eq!(
        said,
        format!(
            "<error> policy-source: [policy.source]\n     [31mred  is not there; {mend}\n1 error, 0 warnings, 0 notes\n"
        )
    );
}

#[test]
fn a_file_that_cannot_be_read_has_an_error_for_each_problem() {
    let found = |text: &str| {
        let findings = Finding::of_problems(read(text).expect_err("it has problems"), "a.json");
        let report = Report { site: "a.json", mode: None, findings: &findings };
        serde_json::from_str::<Value>(&report.json()).expect("JSON")
    };
    let said = found("{\n  \"name\": 1,\n}");
    assert_eq!(said["findings"][0]["places"], json!([{ "file": "a.json", "line": 3 }]));
    assert_eq!(said["findings"][0]["sentence"], "the text is not JSON from here on (line 3, column 1)");
    assert_eq!(found("[]")["findings"][0]["places"], json!([]));
    let said = found("{ \"nam\": 1 }");
    assert_eq!((&said["mode"], &said["errors"], &said["warnings"]), (&Value::Null, &json!(4), &json!(0)));
    assert_eq!(
        said["findings"][0],
        json!({
            "code": "unknown-field", "severity": "error", "places": [{ "field": "nam" }],
            "sentence": "there is no field \"nam\" here", "mend": "did you mean \"name\"?"
        })
    );
}

/// What the command writes to stdout, and its exit code.
fn courtesy(arguments: &[&str]) -> (String, Option<i32>) {
    let done =
        Command::new(env!("CARGO_BIN_EXE_courtesy")).args(arguments).current_dir(path("")).output().expect("it runs");
    (String::from_utf8(done.stdout).expect("UTF-8"), done.status.code())
}

#[test]
fn the_command_ends_with_1_on_an_error_and_writes_nothing_but_json_when_asked() {
    let on = ["--today", "2026-11-21"];
    let (said, code) = courtesy(&[&["check", "www/sites/mjpro/site.json", "--json"], &on[..]].concat());
    let said: Value = serde_json::from_str(&said).expect("one JSON object");
    assert_eq!((code, &said["mode"], &said["errors"]), (Some(1), &json!("notice"), &json!(2)));
    let (said, code) = courtesy(&[&["check", "www/sites/quillhaven/site.json"], &on[..]].concat());
    assert_eq!((said, code), (text("tests/fixtures/checks/quillhaven.txt"), Some(0)));
}
