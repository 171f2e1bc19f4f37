//! Texts with characters that turn what stands around them: no page, no report and no JSON is turned by them.

use std::fs;

use courtesy::compile::Policies;
use courtesy::site::Language;
use serde_json::{Value, json};

use crate::command::{folder, run};
use crate::compiling::{built, parts};
use crate::fixtures::{site, smallest};
use crate::page::policy_page;

const TURNING: [char; 5] = ['\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}'];

/// Whether every isolate ends in the piece of text in which it begins, and nothing else turns it.
fn is_level(text: &str) -> bool {
    let depth = text.chars().try_fold(0_i32, |depth, c| match c {
        '\u{2066}'..='\u{2068}' => Some(depth + 1),
        '\u{2069}' => (depth > 0).then_some(depth - 1),
        c => (!TURNING.contains(&c)).then_some(depth),
    });
    depth == Some(0)
}

#[test]
fn a_text_is_shown_without_what_turns_others_and_its_isolates_end() {
    let english = Language::english();
    for (written, shown) in [
        ("plain \u{200f}ע\u{200e} text", "plain \u{200f}ע\u{200e} text"),
        ("\u{202e}evil", "evil"),
        ("a\u{202a}b\u{202c}c", "abc"),
        ("\u{2067}אב\u{2069} x", "\u{2067}אב\u{2069} x"),
        ("\u{2067}אב x", "\u{2067}אב x\u{2069}"),
        ("x\u{2069}y", "xy"),
        ("\u{2066}\u{2067}a\nb", "\u{2066}\u{2067}a\u{2069}\u{2069}\nb"),
        ("\u{2066}\n", "\u{2066}\u{2069}\n"),
    ] {
        let site = site(json!({ "name": written })).in_language(&english);
        assert_eq!(site.name, shown, "{written:?}");
        assert!(is_level(&site.name));
    }
}

#[test]
fn no_owners_text_turns_the_page_around() {
    let nasty = "\u{202e}a\u{2067}b\u{202d}";
    let file = site(json!({
        "name": nasty, "complaint": nasty, "security": [nasty],
        "controller": { "legalName": nasty, "place": nasty },
        "services": [{ "id": "x", "name": nasty, "role": nasty, "data": nasty }],
        "items": [{ "purpose": "essential", "name": nasty, "description": nasty }, { "purpose": "essential", "name": nasty, "match": "prefix" }],
        "rights": [{ "kind": "other", "title": nasty, "routes": [{ "account": nasty }], "note": nasty }],
    }));
    let files = built(&file);
    for file in files.iter().filter(|file| file.name.ends_with(".html") || file.name.contains("details")) {
        let text = String::from_utf8_lossy(&file.bytes);
        assert!(text.contains("ab") || text.contains("a\u{2067}b\u{2069}"), "{}", file.name);
        assert!(!text.contains(TURNING), "{}", file.name);
        // Each text node and attribute by itself.
        let mut pieces = text.split(['<', '>', '"']);
        assert!(pieces.all(is_level), "{}", file.name);
    }
}

#[test]
fn an_own_policy_is_shown_without_them_too() {
    let file = site(json!({ "policy": { "source": "p.md" } }));
    let source = "# \u{202e}Us\n\nA \u{2067}crumb.\n\n## Contact\n\nWrite.\u{202c}\n";
    let page = policy_page(&file, &parts(), 0, |_| Ok(source.into()));
    assert!(!page.html.contains(TURNING) && page.html.contains("A \u{2067}crumb.\u{2069}"), "{}", page.html);
    let policies = Policies::of(&file, |_| Ok(source.into())).expect("a text");
    assert!(!policies.texts[0].source.contains(TURNING));
}

#[test]
fn json_for_other_programs_has_no_character_that_a_terminal_obeys() {
    parts();
    let folder = folder("turned");
    let steering: String = ('\u{80}'..='\u{9f}')
        .chain(['\u{7f}', '\u{61c}', '\u{200e}', '\u{200f}'])
        .chain('\u{2028}'..='\u{202e}')
        .chain('\u{2066}'..='\u{2069}')
        .collect();
    let mut site = smallest();
    site["items"][0]["purpose"] = json!(steering);
    fs::write(folder.join("site.json"), site.to_string()).expect("a file");
    let (said, _, code) = run(&folder, &["check", "site.json", "--json"]);
    assert_eq!(code, Some(1));
    assert!(said.chars().all(|c| c == '\n' || !c.is_control() && !steering.contains(c)), "{said:?}");
    assert!(said.contains("\\u009b") && said.contains("\\u202e") && said.contains("\\u2066"), "{said}");
    let read: Value = serde_json::from_str(&said).expect("JSON");
    let sentences: Vec<_> =
        read["findings"].as_array().expect("findings").iter().map(|found| found["sentence"].as_str()).collect();
    assert!(sentences.iter().flatten().any(|sentence| sentence.contains(&steering)), "it is the same text: {said}");
}
