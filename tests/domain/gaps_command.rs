//! Gaps on the command line: what `build` ends with, `--strict`, and the marks of `check --json`.

use serde_json::{Value, json};

use crate::checking::flawless;
use crate::command::{BUILD, run, with_site};
use crate::gaps_listed::shop;
use crate::tables::merged;

fn without(fields: Value) -> Value {
    merged(Some(&flawless()), &fields)
}

#[test]
fn a_build_ends_with_the_number_of_missing_facts_and_the_command_that_lists_them() {
    let lists = " check site.json\n";
    let last = |site: &Value| {
        let (said, wrong, code) = run(&with_site("gaps-counted", site), &BUILD);
        assert_eq!((&*wrong, code), ("", Some(0)));
        said.lines().last().map(|line| format!("{line}\n")).expect("a line")
    };
    let several = last(&shop());
    assert!(
        several.starts_with("13 facts that visitors look for are missing; list them: ") && several.ends_with(lists),
        "{several}"
    );
    let one = last(&without(json!({ "changes": null })));
    assert!(one.starts_with("1 fact that visitors look for is missing; list it: ") && one.ends_with(lists), "{one}");
    let none = last(&flawless());
    assert!(!none.contains("missing"), "{none}");
}

#[test]
fn a_build_says_what_is_missing_before_the_site_may_be_published() {
    let site = without(
        json!({ "controller": { "legalName": null }, "collected": [{ "group": "Visits", "data": ["pages"], "source": "automatic" }] }),
    );
    let folder = with_site("gaps-not-ready", &site);
    let warning = "warning: not ready to publish: 2 facts that Article 13 requires\n = your legal name: controller.legalName\n = what you use data for: collected[0].purposes\n";
    let (said, wrong, code) = run(&folder, &BUILD);
    assert_eq!((&*wrong, code), ("", Some(0)));
    assert!(said.contains(warning), "{said}");
    let quiet = [&BUILD[..], &["--quiet"]].concat();
    assert_eq!(run(&folder, &quiet), (warning.into(), String::new(), Some(0)));
    let (said, ..) = run(&folder, &["check", "site.json"]);
    assert!(said.starts_with("warning: not ready to publish: 2 facts that Article 13 requires\n"), "{said}");
}

#[test]
fn strict_writes_nothing_while_such_a_fact_is_missing() {
    let strict = [&BUILD[..], &["--strict", "--quiet"]].concat();
    let folder = with_site("gaps-strict", &without(json!({ "controller": { "legalName": null } })));
    let error = "error: not ready to publish: 1 fact that Article 13 requires; nothing was written\n = your legal name: controller.legalName\n";
    assert_eq!(run(&folder, &strict), (String::new(), error.into(), Some(1)));
    assert!(!folder.join("out").exists());
    // Other gaps are no reason to fail, nor is what the owner's policy may have.
    for site in [
        without(json!({ "changes": null })),
        without(json!({ "controller": { "legalName": null }, "policy": { "url": "/privacy" } })),
        shop(),
    ] {
        let folder = with_site("gaps-strict", &site);
        assert_eq!(run(&folder, &strict), (String::new(), String::new(), Some(0)));
        assert!(folder.join("out/courtesy.js").exists());
    }
    let nameless = merged(Some(&shop()), &json!({ "controller": { "legalName": null } }));
    let (_, error, code) = run(&with_site("gaps-strict", &nameless), &strict);
    assert!(error.starts_with("error: not ready to publish: 1 fact that consent requires;"), "{error}");
    assert_eq!(code, Some(1));
}

#[test]
fn json_marks_gaps_and_the_group() {
    let site = without(
        json!({ "controller": { "legalName": null, "contacts": [{ "email": "a@b.example", "phone": "+1 800 555 0199" }] }, "changes": null }),
    );
    let (said, _, code) =
        run(&with_site("gaps-json", &site), &["check", "site.json", "--json", "--today", "2026-11-21"]);
    assert_eq!(code, Some(0));
    let report: Value = serde_json::from_str(&said).expect("JSON");
    let findings = report["findings"].as_array().expect("findings");
    let marks: Vec<_> = findings.iter().map(|found| (&found["code"], &found["gap"], &found["group"])).collect();
    let null = &Value::Null;
    assert_eq!(
        marks,
        [
            (&json!("gdpr-identity"), &json!(true), &json!("not-ready")),
            (&json!("gdpr-dpo"), null, null),
            (&json!("changes-missing"), &json!(true), null),
        ]
    );
}
