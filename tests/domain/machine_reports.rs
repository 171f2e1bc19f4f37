//! Reports for other programs: JSON by its schema, workflow commands of GitHub, SARIF; and arguments that name none of them.

use courtesy::check::{Finding, Format, Location, Report, Severity, Sources, check};
use serde_json::{Value, json};

use crate::checking::today;
use crate::command::{folder, run};
use crate::fixtures::{SITES, json as file, seed, text};
use crate::reports::courtesy;

/// A report in a form, about every example site and about one that nothing is known of.
fn each(format: Format) -> Vec<String> {
    let unreadable = Finding {
        code: "unreadable",
        severity: Severity::Error,
        places: Vec::new(),
        sentence: "100 % wrong\r\n::error::x".into(),
        fix: "fix it".into(),
        why: None,
        label: None,
        gap: false,
        group: None,
    };
    let of_sites = SITES.map(|name| {
        let path = format!("www/sites/{name}/site.json");
        let (site, sources) = (seed(name), Sources::new(&path, &text(&path)));
        let findings = check(&site, &[], today());
        Report { sources: &sources, mode: Some(site.mode()), findings: &findings }
            .written(format, |_, piece| piece.into())
    });
    let sources = Sources::new("a b/ü,1:%.json", "");
    let last =
        Report { sources: &sources, mode: None, findings: &[unreadable] }.written(format, |_, piece| piece.into());
    of_sites.into_iter().chain([last]).collect()
}

#[test]
fn json_is_as_its_published_schema_says() {
    let schema = file("www/check.schema.json");
    for report in each(Format::Json) {
        let report: Value = serde_json::from_str(&report).expect("JSON");
        let wrong: Vec<_> = jsonschema::validator_for(&schema)
            .expect("a schema")
            .iter_errors(&report)
            .map(|error| error.to_string())
            .collect();
        assert_eq!(wrong, [""; 0]);
        assert!(report["findings"].as_array().expect("findings").iter().all(|finding| finding.get("why").is_some()));
    }
    let less = json!({ "site": "a", "mode": null, "findings": [], "errors": 0, "warnings": 0 });
    assert!(!jsonschema::is_valid(&schema, &less));
}

#[test]
fn a_workflow_command_is_one_line_with_its_place_and_nothing_of_a_file_ends_it() {
    let reports = each(Format::Github);
    assert!(reports.iter().flat_map(|report| report.lines()).all(|line| {
        let (head, _) = line[2..].split_once("::").expect("a command");
        ["error file=", "warning file=", "notice file="].iter().any(|begin| head.starts_with(begin))
            && head.contains(",title=")
    }));
    assert!(reports[0].lines().any(|line| line.contains(",line=") && line.contains(",col=")), "{}", reports[0]);
    assert_eq!(
        reports[5],
        "::error file=a b/ü%2C1%3A%25.json,title=unreadable::100 %25 wrong  ::error::x%0Ahelp: fix it\n"
    );
}

#[test]
fn sarif_has_the_rules_the_results_and_their_regions() {
    let reports: Vec<Value> =
        each(Format::Sarif).iter().map(|report| serde_json::from_str(report).expect("JSON")).collect();
    for log in &reports {
        assert_eq!((&log["version"], log["runs"].as_array().map(Vec::len)), (&json!("2.1.0"), Some(1)));
        let run = &log["runs"][0];
        assert_eq!(
            (&run["tool"]["driver"]["name"], &run["columnKind"]),
            (&json!("courtesy"), &json!("unicodeCodePoints"))
        );
        let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
        for result in run["results"].as_array().expect("results") {
            let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().expect("an index")).expect("small")];
            assert_eq!(rule["id"], result["ruleId"]);
            assert!(rule["help"]["text"].as_str().is_some_and(|help| !help.is_empty()));
            assert!(["error", "warning", "note"].contains(&result["level"].as_str().expect("a level")));
            assert!(result["message"]["text"].as_str().is_some_and(|text| !text.is_empty()));
            let place = &result["locations"][0]["physicalLocation"];
            assert!(place["artifactLocation"]["uri"].as_str().is_some_and(|uri| uri.is_ascii() && !uri.contains(' ')));
            if let Some(region) = place.get("region") {
                let of = |name: &str| region[name].as_u64().expect("a number");
                assert!(
                    of("startLine") >= 1
                        && of("startColumn") >= 1
                        && (of("endLine"), of("endColumn")) > (of("startLine"), of("startColumn"))
                );
            }
        }
    }
    let place = &reports[5]["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    assert_eq!(place, &json!({ "artifactLocation": { "uri": "a%20b/%C3%BC%2C1%3A%25.json" } }));
}

#[test]
fn a_text_beside_the_site_file_has_its_path_from_where_the_command_runs() {
    let mut sources = Sources::new("shop/site.json", "{}");
    sources.add("texts/policy.md", "# A\n# B\n");
    let finding = Finding {
        code: "heading-repeated",
        severity: Severity::Note,
        places: vec![Location::Line { file: "texts/policy.md".into(), line: 2, column: None }],
        sentence: "x".into(),
        fix: "y".into(),
        why: Some("z".into()),
        label: None,
        gap: false,
        group: None,
    };
    let report = Report { sources: &sources, mode: None, findings: &[finding] };
    let written = |format| report.written(format, |_, piece| piece.into());
    assert_eq!(
        written(Format::Github),
        "::notice file=shop/texts/policy.md,line=2,endLine=2,col=1,endColumn=4,title=heading-repeated::x%0Ahelp: y%0Awhy: z\n"
    );
    let json: Value = serde_json::from_str(&written(Format::Json)).expect("JSON");
    assert_eq!(
        (&json["findings"][0]["places"][0]["file"], &json["findings"][0]["places"][0]["line"]),
        (&json!("texts/policy.md"), &json!(2))
    );
}

#[test]
fn the_command_prints_each_form_and_ends_with_1_on_an_error() {
    let check =
        |more: &[&str]| courtesy(&[&["check", "www/sites/mjpro/site.json", "--today", "2026-11-21"], more].concat());
    let (json, code) = check(&["--json"]);
    assert_eq!((&json, code), (&check(&["--format", "json"]).0, Some(1)));
    let (sarif, code) = check(&["--format", "sarif"]);
    let sarif: Value = serde_json::from_str(&sarif).expect("JSON");
    assert_eq!((&sarif["runs"][0]["results"][0]["level"], code), (&json!("error"), Some(1)));
    let (commands, code) = check(&["--format", "github"]);
    assert!(commands.starts_with("::error file=www/sites/mjpro/site.json,line=") && code == Some(1), "{commands}");
    assert_eq!(check(&["--format", "json", "--json"]), (String::new(), Some(2)));
}

#[test]
fn arguments_that_cannot_be_parsed_have_the_form_of_every_error() {
    let folder = folder("usage");
    for (arguments, expected) in [
        (
            &["build", "site.json"][..],
            "error: the following required arguments were not provided: --out <DIR>\n = help: usage: courtesy build --out <DIR> <SITE>\n",
        ),
        (
            &["check", "site.json", "--formt", "json"],
            "error: unexpected argument '--formt' found\n = help: a similar argument exists: '--format'\n = help: usage: courtesy check --format <FORMAT> <SITE>\n",
        ),
        (
            &["check", "site.json", "--format", "xml"],
            "error: invalid value 'xml' for '--format <FORMAT>'\n = help: expected one of text, json, github, sarif\n",
        ),
    ] {
        assert_eq!(run(&folder, arguments), (String::new(), expected.to_owned(), Some(2)));
    }
}
