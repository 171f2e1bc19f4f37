//! Where a finding is in the owner's file: its line, its column and the snippet, whatever the file holds.

use courtesy::check::{Finding, Format, Location, Report, Severity, Sources};
use courtesy::site::read::read;
use proptest::prelude::*;
use serde_json::{Value, json};

fn finding(fields: &[&str]) -> Finding {
    Finding {
        code: "bad-value",
        severity: Severity::Error,
        places: fields.iter().map(|field| Location::Field { field: (*field).into() }).collect(),
        sentence: "something is wrong".into(),
        fix: "fix it".into(),
        why: Some("GDPR Article 1".into()),
        label: None,
        gap: false,
        group: None,
    }
}

/// The report about these fields of a file.
fn shown(text: &str, fields: &[&str]) -> String {
    let sources = Sources::new("folder/site.json", text);
    Report { sources: &sources, mode: None, findings: &[finding(fields)] }.text(|_, piece| piece.into())
}

/// The range of a field as "line:column-line:column".
fn span(text: &str, field: &str) -> Option<String> {
    let sources = Sources::new("site.json", text);
    let report = Report { sources: &sources, mode: None, findings: &[finding(&[field])] };
    let report: Value = serde_json::from_str(&report.written(Format::Json, |_, piece| piece.into())).expect("JSON");
    let span = &report["findings"][0]["places"][0]["span"];
    (!span.is_null()).then(|| format!("{}:{}-{}:{}", span["line"], span["column"], span["endLine"], span["endColumn"]))
}

const SITE: &str = r#"{
  "name": "Plum",
  "claims": ["not-shared"],
  "purposes": [
    { "id": "counting", "nature": "analytics" }
  ],
  "services": [
    {
      "id": "host",
      "data": "all of it"
    },
    { "name": "B" }
  ],
  "words": { "pt-BR": "a.json" }
}"#;

#[test]
fn a_field_has_a_line_and_a_column() {
    let rows = [
        ("name", Some("2:11-2:17")),
        ("claims[0]", Some("3:14-3:26")),
        // A list and an object have the place of their key.
        ("claims", Some("3:3-3:11")),
        ("words.pt-BR", Some("14:23-14:31")),
        ("purposes[counting].nature", Some("5:35-5:46")),
        ("services[0].data", Some("10:15-10:26")),
        // An entry has the place of its id, or of its bracket.
        ("services[0]", Some("9:13-9:19")),
        ("services[1]", Some("12:5-12:6")),
        // What is missing has the place of its nearest parent.
        ("purposes[counting].legalBasis", Some("5:13-5:23")),
        ("services[0].name", Some("9:13-9:19")),
        ("words.fr", Some("14:3-14:10")),
        ("controller.contacts[0].email", Some("1:1-1:2")),
        // The purpose `essential` exists undeclared.
        ("purposes[essential].legalBasis", None),
        ("retention[0].period", Some("1:1-1:2")),
    ];
    for (field, expected) in rows {
        assert_eq!(span(SITE, field).as_deref(), expected, "{field}");
    }
    assert_eq!(span("not JSON", "name"), None);
}

#[test]
fn a_snippet_names_the_file_marks_the_place_and_says_why() {
    let expected = "\
error[bad-value]: something is wrong
  ┌─ folder/site.json:3:14
  │
3 │   \"claims\": [\"not-shared\"],
  │              ^^^^^^^^^^^^
4 │   \"purposes\": [
5 │     { \"id\": \"counting\", \"nature\": \"analytics\" }
  │             ---------- \"legalBasis\" is missing
  │
  = help: fix it
  = why: GDPR Article 1

1 error
";
    assert_eq!(shown(SITE, &["claims[0]", "purposes[counting].legalBasis"]), expected);
}

#[test]
fn three_places_are_shown_and_the_others_counted() {
    let fields = ["name", "claims[0]", "services[0].data", "services[1].name", "words.pt-BR"];
    let said = shown(SITE, &fields);
    assert!(said.contains("\n 2 │ ") && said.contains("\n10 │ ") && !said.contains("\n12 │ "), "{said}");
    assert!(said.contains("\n   = and 2 more places\n"), "{said}");
}

#[test]
fn what_is_undeclared_or_missing_in_the_whole_file_has_no_snippet() {
    let head = "error[bad-value]: something is wrong\n = in folder/site.json: ";
    for field in ["purposes[essential].legalBasis", "retention"] {
        let said = shown(SITE, &[field]);
        assert!(said.starts_with(&format!("{head}{field}\n = help: fix it\n")), "{said}");
    }
    // Where one place has a snippet, the other is counted.
    let said = shown(SITE, &["purposes[essential].legalBasis", "purposes[counting].legalBasis"]);
    assert!(said.contains("site.json:5:13") && said.contains("= and 1 more place\n"), "{said}");
}

#[test]
fn columns_count_characters_in_files_with_tabs_marks_and_other_line_ends() {
    assert_eq!(span("\u{feff}{ \"name\": \"A\" }", "name").as_deref(), Some("1:11-1:14"), "a byte order mark is none");
    assert_eq!(span("{\r\n\t\"name\": \"A\",\r\n\t\"url\": \"b\"\r\n}", "url").as_deref(), Some("3:9-3:12"));
    assert_eq!(span("{ \"نص\": \"äöü\", \"name\": \"日本\" }", "name").as_deref(), Some("1:24-1:28"));
    let said = shown("{\r\n\t\"name\": \"日本\"\r\n}\r\n", &["name"]);
    assert!(
        said.contains("2 │     \"name\": \"日本\"\n  │             ^^^^^^\n"),
        "wide characters take two columns: {said}"
    );
}

#[test]
fn a_file_of_one_line_is_cut_around_the_place() {
    let rest = "x".repeat(200_000);
    let text = format!("{{ \"children\": \"{rest}\", \"name\": \"Plum\", \"url\": \"{rest}\", \"complaint\": \"x\" }}");
    let said = shown(&text, &["name", "complaint"]);
    assert!(said.len() < 1_000, "{} bytes", said.len());
    assert!(said.contains("site.json:1:200027\n") && said.contains("= and 1 more place\n"), "{said}");
    let lines: Vec<&str> = said.lines().collect();
    let (shown, marks) = (lines[3], lines[4]);
    assert!(shown.starts_with("1 │ …x") && shown.ends_with("x…"), "{said}");
    // The mark is below the place.
    let place = shown.chars().take_while(|c| *c != 'P').count() - 1;
    assert_eq!(marks.chars().position(|c| c == '^'), Some(place), "{said}");
}

#[test]
fn nothing_in_a_file_moves_the_cursor_or_turns_a_line() {
    let steering = "\u{1b}[2J\u{7}\u{8}\u{9b}\u{202e}\u{2066}\u{200f}\u{61c}\u{2028}";
    let text = format!("{{ \"children\": \"{steering}\", \"name\": \"{steering}\" }}\n");
    let sources = Sources::new(&format!("a{steering}.json"), &text);
    let finding = Finding { label: Some(steering.into()), ..finding(&["name"]) };
    let report = Report { sources: &sources, mode: None, findings: &[finding] };
    for format in [Format::Text, Format::Json, Format::Github, Format::Sarif] {
        let said = report.written(format, |_, piece| piece.into());
        let steered: Vec<_> = said
            .chars()
            .filter(|c| *c != '\n' && (c.is_control() || steering.chars().skip(4).any(|s| s == *c)))
            .collect();
        assert!(steered.is_empty(), "{format:?}: {steered:?}");
    }
}

#[test]
fn a_text_of_the_owner_and_a_file_of_words_have_snippets_too() {
    let mut sources = Sources::new("site/site.json", "{}");
    sources.add("policy.md", "# Policy\n\n## 4. Later  \n");
    sources.add("words.fr.json", "{ \"app\": { \"notice\": { \"title\": \"[en] Cookies\" } } }");
    let line =
        Finding { places: vec![Location::Line { file: "policy.md".into(), line: 3, column: None }], ..finding(&[]) };
    let word = finding(&["words.fr.json: app.notice.title"]);
    let said = Report { sources: &sources, mode: None, findings: &[line, word] }.text(|_, piece| piece.into());
    assert!(said.contains("┌─ site/policy.md:3:1\n  │\n3 │ ## 4. Later\n  │ ^^^^^^^^^^^\n"), "{said}");
    assert!(said.contains("┌─ site/words.fr.json:1:33\n"), "{said}");
}

#[test]
fn text_that_is_no_json_is_marked_where_it_stops_being_json() {
    for (text, place) in [
        ("{\n  \"name\": \"é\" 1\n}", "2:15"),
        ("{\"a\": [1, 2", "1:11"),
        ("", "1:1"),
        ("{ \"a\": 1, \"a\": 2 }", "1:13"),
    ] {
        let problems = read(text).expect_err("it is no site");
        let findings = Finding::of_problems(problems, "site.json");
        let sources = Sources::new("site.json", text);
        let said = Report { sources: &sources, mode: None, findings: &findings }.text(|_, piece| piece.into());
        assert!(said.contains(&format!("┌─ site.json:{place}\n")), "{text:?}: {said}");
    }
}

#[test]
fn a_claim_says_at_its_place_what_contradicts_it() {
    let service = |id| json!({ "id": id, "kind": "processor", "purposes": ["essential"], "data": "x" });
    let services = ["firebase", "stripe", "ai-providers"].map(service);
    let file = json!({
        "name": "A", "controller": { "contacts": [{ "email": "a@b.example" }] }, "items": [{ "purpose": "essential" }],
        "claims": ["not-shared"],
        "services": services,
    });
    let text = format!("{file:#}");
    let site = read(&text).expect("a site");
    let found = courtesy::check::check(&site, &[], crate::checking::today());
    let sources = Sources::new("site.json", &text);
    let said = Report { sources: &sources, mode: None, findings: &found[..1] }.text(|_, piece| piece.into());
    assert!(
        said.starts_with("error[claim-not-shared]: you say data is not shared, but three services receive it\n"),
        "{said}"
    );
    assert!(said.contains("^^^^^^^^^^^^ contradicts \"firebase\", \"stripe\" and \"ai-providers\"\n"), "{said}");
    assert!(said.contains("\n   = why: GDPR Article 5(1)(a)\n"), "{said}");
}

proptest! {
    /// Whatever a file holds and however it is written, a field that is there is shown with its line.
    #[test]
    fn every_field_of_any_file_has_a_snippet(texts in prop::collection::vec(".{0,200}", 1..6), is_minified in any::<bool>(), mark in any::<bool>()) {
        let fields: serde_json::Map<String, Value> = texts.iter().enumerate().map(|(index, text)| (format!("f{index}"), json!([text]))).collect();
        let value = Value::Object(fields);
        let text = if is_minified { value.to_string() } else { format!("{value:#}").replace('\n', "\r\n") };
        let text = if mark { format!("\u{feff}{text}") } else { text };
        for index in 0..texts.len() {
            let field = format!("f{index}[0]");
            let said = shown(&text, &[&field, "f0[0]"]);
            let place = span(&text, &field).expect("it is there");
            let start = place.split('-').next().expect("a start");
            prop_assert!(said.contains(&format!("┌─ folder/site.json:{start}\n")), "{start}: {said}");
            prop_assert!(said.contains('^'), "{said}");
        }
    }

    /// A line and a column of any text are found, or not, without a panic.
    #[test]
    fn any_line_and_column_of_any_text_can_be_asked_for(text in "(?s).{0,300}", line in 0_usize..9, column in prop::option::of(0_usize..400)) {
        let sources = Sources::new("a.json", &text);
        let finding = Finding { places: vec![Location::Line { file: "a.json".into(), line, column }], ..finding(&[]) };
        let report = Report { sources: &sources, mode: None, findings: &[finding] };
        for format in [Format::Text, Format::Json, Format::Github, Format::Sarif] {
            prop_assert!(report.written(format, |_, piece| piece.into()).contains("bad-value"));
        }
    }
}
