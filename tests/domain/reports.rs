//! How findings are shown: what `check` says of every example site, to the letter, as JSON, and as an exit code.

use std::fs;
use std::path::Path;
use std::process::Command;

use courtesy::check::{Finding, Format, Location, Report, ReportPart, Severity, Sources, check};
use courtesy::compile::Policies;
use courtesy::site::read::read;
use serde_json::{Value, json};

use crate::checking::today;
use crate::fixtures::{path, seed, text};

pub fn plain(report: &Report) -> String {
    report.text(|_, piece| piece.into())
}

/// `UPDATE_CHECKS=1 cargo test` writes what is said now; whoever commits that has read it.
#[test]
fn the_example_sites_hear_what_is_true_of_them() {
    for name in ["mazoon", "mjpro", "nanoflux", "mediux", "quillhaven"] {
        let site = seed(name);
        let findings = check(&site, &[], today());
        let file = format!("www/sites/{name}/site.json");
        let sources = Sources::new(&file, &text(&file));
        let said = plain(&Report { sources: &sources, mode: Some(site.mode()), findings: &findings });
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
    let sources = Sources::new("a.json", "{}");
    let said = |mode| plain(&Report { sources: &sources, mode, findings: &[] });
    assert_eq!(
        said(Some(courtesy::site::Mode::Notice)),
        "ok: no problems found in a.json (notice mode: visitors are informed, not asked)\n"
    );
    assert_eq!(
        said(Some(courtesy::site::Mode::Consent)),
        "ok: no problems found in a.json (consent mode: visitors are asked)\n"
    );
}

#[test]
fn severity_and_place_are_coloured_and_a_file_cannot_colour_anything() {
    let fix = "name a .md or .txt file, in the folder of the site file or below it";
    let findings = [Finding {
        code: "policy-source",
        severity: Severity::Error,
        places: vec![Location::Field { field: "policy.source".into() }],
        sentence: "\u{1b}[31mred\n is not there".into(),
        fix: fix.into(),
        why: None,
        label: None,
        gap: false,
        group: None,
    }];
    let sources = Sources::new("a.json", "{\n  \"policy\": { \"source\": \"a\u{1b}[31mb\" }\n}");
    let report = Report { sources: &sources, mode: None, findings: &findings };
    let said = report.text(|piece, text| match piece {
        ReportPart::Severity(_) => format!("<{text}>"),
        _ => format!("[{text}]"),
    });
    let expected = format!(
        "\
<error[policy-source]>[:  [31mred  is not there]
  [┌─] a.json:2:25
  [│]
[2] [│]   \"policy\": {{ \"source\": [\"a [31mb\"] }}
  [│]                         [^^^^^^^^^]
  [│]
  [=] help: {fix}

1 error
"
    );
    assert_eq!(said, expected);
}

#[test]
fn a_file_that_cannot_be_read_has_an_error_for_each_problem() {
    let found = |text: &str| {
        let findings = Finding::of_problems(read(text).expect_err("it has problems"), "a.json");
        let sources = Sources::new("a.json", text);
        let report = Report { sources: &sources, mode: None, findings: &findings };
        serde_json::from_str::<Value>(&report.written(Format::Json, |_, piece| piece.into())).expect("JSON")
    };
    let said = found("{\n  \"name\": 1,\n}");
    assert_eq!(
        said["findings"][0]["places"],
        json!([{ "file": "a.json", "line": 3, "span": { "line": 3, "column": 1, "endLine": 3, "endColumn": 2 } }])
    );
    assert_eq!(said["findings"][0]["sentence"], "this is not valid JSON");
    assert_eq!(found("[]")["findings"][0]["places"], json!([]));
    let said = found("{ \"nam\": 1 }");
    assert_eq!((&said["mode"], &said["errors"], &said["warnings"]), (&Value::Null, &json!(4), &json!(0)));
    assert_eq!(
        said["findings"][0],
        json!({
            "code": "unknown-field", "severity": "error",
            "places": [{ "field": "nam", "span": { "line": 1, "column": 10, "endLine": 1, "endColumn": 11 } }],
            "sentence": "unknown field \"nam\"", "fix": "did you mean \"name\"?", "why": null
        })
    );
}

#[test]
fn the_last_line_counts_errors_warnings_and_notes() {
    let finding = |severity| Finding {
        code: "x",
        severity,
        places: Vec::new(),
        sentence: "x".into(),
        fix: "y".into(),
        why: None,
        label: None,
        gap: false,
        group: None,
    };
    let said = |counts: [usize; 3]| {
        let severities = [Severity::Error, Severity::Warning, Severity::Note];
        let findings: Vec<_> =
            severities.into_iter().zip(counts).flat_map(|(severity, count)| vec![finding(severity); count]).collect();
        let sources = Sources::new("a.json", "{}");
        let said = plain(&Report { sources: &sources, mode: None, findings: &findings });
        said.lines().last().expect("a line").to_owned()
    };
    assert_eq!(said([2, 1, 7]), "2 errors, 1 warning, 7 notes");
    assert_eq!(said([0, 1, 0]), "1 warning");
    assert_eq!(said([0, 0, 3]), "3 notes");
    assert_eq!(said([1, 0, 0]), "1 error");
}

#[test]
fn the_most_important_comes_first() {
    let site = crate::fixtures::site(json!({
        "items": [{ "kind": "cookie", "name": "_ga", "purpose": "essential" }],
        "regimes": ["gdpr"],
        "claims": ["not-shared"],
        "sells": true
    }));
    let codes: Vec<_> = check(&site, &[], today()).into_iter().map(|finding| finding.code).collect();
    let place = |code| codes.iter().position(|known| *known == code).unwrap_or_else(|| panic!("{code}: {codes:?}"));
    let order = [
        "gdpr-identity",
        "gdpr-legal-basis",
        "claim-not-shared",
        "name-doubtful",
        "gdpr-retention",
        "gdpr-rights",
        "gdpr-complaint",
        "gdpr-dpo",
        "gdpr-transfers",
    ];
    assert!(order.map(place).is_sorted(), "{codes:?}");
}

#[test]
fn no_text_of_a_site_turns_the_terminals_line_around() {
    for turn in
        "\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}\u{200e}\u{200f}\u{61c}".chars()
    {
        let findings = [Finding {
            code: "retention-twice",
            severity: Severity::Error,
            places: Vec::new(),
            sentence: format!("\"a{turn}b\" has two times"),
            fix: "x".into(),
            why: None,
            label: None,
            gap: false,
            group: None,
        }];
        let sources = Sources::new(&format!("{turn}.json"), "{}");
        let said = plain(&Report { sources: &sources, mode: None, findings: &findings });
        assert!(said.contains("\"a b\"") && !said.contains(turn), "{turn:?}");
    }
}

/// What the command writes to stdout, and its exit code.
pub fn courtesy(arguments: &[&str]) -> (String, Option<i32>) {
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
    let (said, code) = courtesy(&[&["check", "www/sites/nanoflux/site.json"], &on[..]].concat());
    assert_eq!((said, code), (text("tests/fixtures/checks/nanoflux.txt"), Some(0)));
}

#[test]
fn a_site_file_that_cannot_be_opened_or_is_no_text_is_a_finding() {
    let no_text = Path::new(env!("CARGO_TARGET_TMPDIR")).join("no-text.json");
    fs::write(&no_text, b"{ \"name\": \"\xff\" }").expect("a file");
    for (file, why) in [
        ("nowhere.json", "No such file"),
        ("www/sites", "Is a directory"),
        (no_text.to_str().expect("a path"), "it is not in UTF-8"),
    ] {
        let (said, code) = courtesy(&["check", file, "--json"]);
        let said: Value = serde_json::from_str(&said).expect("one JSON object");
        assert_eq!((code, &said["mode"], &said["errors"]), (Some(1), &Value::Null, &json!(1)), "{file}");
        let finding = &said["findings"][0];
        assert_eq!((&finding["code"], &finding["places"]), (&json!("unreadable"), &json!([])), "{file}");
        let sentence = finding["sentence"].as_str().expect("a sentence");
        assert!(sentence.starts_with(&format!("{file} cannot be read: {why}")), "{sentence}");
        let (said, code) = courtesy(&["check", file]);
        assert!(
            code == Some(1) && said.starts_with(&format!("error[unreadable]: {sentence}\n = help: name a site file")),
            "{said}"
        );
    }
}

#[test]
fn an_own_text_in_which_nothing_stands_is_an_error() {
    let file = crate::fixtures::site(json!({ "policy": { "source": "policy.md" } }));
    for nothing in ["", " \n\t\n", "\u{feff}\n"] {
        let problems = Policies::of(&file, |_| Ok(nothing.into())).expect_err("it is empty");
        let [problem] = &problems[..] else { panic!("{problems:?}") };
        assert_eq!((problem.code, &*problem.sentence), ("policy-source", "\"policy.md\" is empty"));
    }
    assert!(Policies::of(&file, |_| Ok("We keep nothing.".into())).is_ok());
}
