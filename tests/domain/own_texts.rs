//! An owner's own text as a page: whole, in its order, with the parts that links lead to, and with nothing that runs.

use courtesy::compile::Policies;
use serde_json::{Value, json};

use crate::compiling::parts;
use crate::fixtures::{path, site, text};
use crate::page::{Page, policy_page};

fn page(file: &str, patch: Value) -> Page {
    let patch = crate::tables::merged(Some(&json!({ "policy": { "source": file } })), &patch);
    policy_page(&site(patch), &parts(), 0, |name| Ok(text(&format!("tests/fixtures/policies/{name}"))))
}

fn page_of(name: &str, source: &str, patch: Value) -> Page {
    let patch = crate::tables::merged(Some(&json!({ "policy": { "source": name } })), &patch);
    policy_page(&site(patch), &parts(), 0, |_| Ok(source.to_owned()))
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_line_of_a_text_stands_on_the_page_once_and_in_its_order() {
    for file in ["indented.txt", "dense.txt", "subsections.txt", "gaps.txt"] {
        let page = words(&page(file, json!({})).text());
        let mut from = 0;
        for line in text(&format!("tests/fixtures/policies/{file}")).lines().map(words).filter(|line| !line.is_empty())
        {
            let found =
                page[from..].find(&line).unwrap_or_else(|| panic!("{file}: {line:?} is not there, or too early"));
            from += found + line.len();
        }
    }
}

#[test]
fn a_part_without_a_heading_shows_what_the_text_says_and_what_is_declared() {
    let patch = json!({ "items": [{ "purpose": "essential", "description": "Keeps your place." }] });
    let source = "1. Overview\nWe set cookies; see Section 13.\n2. Your rights\nAsk us.\n3. Contact\nCall.\n";
    let page = page_of("p.txt", source, patch);
    let storage = page.under("storage");
    assert!(!page.text().contains("no heading"), "nobody knows what the text says under other words: {storage}");
    assert!(storage.contains("We set cookies; see Section 13."), "the sentence that mentions them: {storage}");
    assert!(storage.contains("Keeps your place."), "{storage}");
    assert_eq!(page.under("rights").trim(), "2. Your rights\nAsk us.");
    assert_eq!(page.anchors(), ["1-overview", "rights", "contact", "storage"]);
}

#[test]
fn the_most_telling_heading_is_taken() {
    let source = "1. Contact details we collect\na\n2. Data storage\nb\n3. Cookies & local storage\nc\n4. Rights of others\nd\n5. Your rights\ne\n6. Contact\nf\n";
    let page = page_of("p.txt", source, json!({}));
    assert!(page.under("storage").starts_with("\n3. Cookies"));
    assert!(page.under("rights").starts_with("\n5. Your rights"));
    assert!(page.under("contact").starts_with("\n6. Contact"));
}

#[test]
fn an_owner_may_name_the_headings() {
    let source = "# Us\n\n## What your browser keeps\n\nA crumb.\n\n## What you may ask\n\nAnything.\n\n## Write\n\na@b.example\n";
    let sections = json!({ "storage": "#what-your-browser-keeps", "rights": "#what-you-may-ask", "contact": "#write" });
    let page = page_of("p.md", source, json!({ "policy": { "sections": sections } }));
    assert_eq!(page.lines[0].trim(), "# Us");
    assert_eq!(page.anchors(), ["storage", "rights", "contact"]);
    let wrong = site(json!({ "policy": { "source": "p.md", "sections": { "rights": "#your-rights" } } }));
    let problems = Policies::of(&wrong, |_| Ok(source.to_owned())).expect_err("no such heading");
    assert_eq!(
        problems[0].to_string(),
        "policy.sections.rights: unknown heading: \"p.md\" has no such anchor; expected one of #storage, #what-you-may-ask, #write"
            .replace("#storage", "#what-your-browser-keeps")
    );
}

#[test]
fn a_text_that_cannot_be_read_is_one_problem_with_the_mend() {
    let said = |patch: Value| {
        let file = site(patch);
        let problems =
            Policies::of(&file, |name| std::fs::read_to_string(path(name)).map_err(|error| error.to_string()));
        problems.expect_err("no text").iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let fix = "name a .md, .html or .txt file, in the folder of the site file or below it";
    assert_eq!(
        said(json!({ "policy": { "source": "nowhere.md" }, "languages": ["en", "de"] })),
        [format!("policy.source: \"nowhere.md\" cannot be read: No such file or directory (os error 2); {fix}")]
    );
    assert_eq!(
        said(json!({ "policy": { "source": "policy.pdf" } })),
        [format!("policy.source: \"policy.pdf\" is neither Markdown, HTML nor plain text; {fix}")]
    );
}

#[test]
fn one_text_for_several_languages_says_which_one_it_is_in() {
    let file = site(json!({ "languages": ["en", "de", "ar"], "policy": { "source": "p.txt" } }));
    let source = "Our policy\n\n1. Cookies\nOnly ours.\n2. Your rights\nAsk.\n3. Contact\nWrite.\n";
    for (place, contents) in [(1, "Inhalt"), (2, "المحتويات")] {
        let page = policy_page(&file, &parts(), place, |_| Ok(source.into()));
        let heading = r#"<div dir="auto" lang="en"><h2><a tabindex="-1" name="storage"></a><a tabindex="-1" name="1-cookies">1. Cookies</a></h2></div>"#;
        assert!(page.html.contains(heading), "{}", page.html);
        assert!(
            page.html.contains(&format!(r#"<nav aria-label="{contents}">"#)),
            "the page's own words are in its language"
        );
        assert!(page.html.contains(r#"<h1 lang="en" dir="auto">Our policy</h1>"#), "{}", page.html);
        assert_eq!(page.anchors(), ["storage", "rights", "contact"], "its parts are found by its own words");
    }
    let each = json!({ "languages": ["en", "de"], "policy": { "source": { "en": "en.txt", "de": "de.txt" } } });
    let german = policy_page(&site(each), &parts(), 1, |name| Ok(format!("1. Cookies\nFrom {name}.\n")));
    assert!(german.text().contains("From de.txt.") && !german.html.contains("lang=\"en\""), "{}", german.html);
}

#[test]
fn a_word_inside_another_tells_nothing() {
    let source = "1. Copyrights\na\n2. Contact lists that you upload\nb\n3. Our intellectual property rights\nc\n4. Write to us\nd\n";
    let page = page_of("p.txt", source, json!({}));
    assert_eq!(page.anchors()[4..], ["storage", "rights", "contact"], "they are parts of their own");
}

#[test]
fn one_heading_may_be_two_parts_and_keeps_its_own_name() {
    let source = "## Cookies\n\nSee [there](#rights-and-contact), [here](#cookies), [nowhere](#gone).\n\n## Rights and contact\n\nAsk.\n";
    let page = page_of("p.md", source, json!({}));
    for id in ["storage", "cookies", "rights", "contact", "rights-and-contact"] {
        assert_eq!(page.html.matches(&format!("<a tabindex=\"-1\" name=\"{id}\">")).count(), 1, "{id}: {}", page.html);
    }
    assert!(page.html.contains(r##"<a href="#cookies">here</a>"##) && page.html.contains("nowhere."), "{}", page.html);
    assert!(!page.html.contains("#gone"), "a link that leads nowhere is text");
}

#[test]
fn where_nothing_is_declared_nothing_is_said_to_be() {
    let page = page_of("p.txt", "1. Cookies\na\n2. Contact\nb\n", json!({}));
    assert_eq!(
        page.under("rights").trim(),
        "Your rights\nUse our request form.",
        "the text may state rights of its own"
    );
    let page = page_of("p.txt", "1. Cookies\na\n2. Contact\nb\n", json!({ "rights": [{ "kind": "access" }] }));
    assert!(page.under("rights").contains("See your data"), "{}", page.under("rights"));
}

#[test]
fn hostile_text_runs_nowhere_and_is_shown_or_left_out() {
    let hostile = [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[click](javascript:alert(1))",
        "[click](JaVaScRiPt:alert(1))",
        "![x](data:text/html,x)",
        "<a href=\"javascript:alert(1)\">x</a>",
    ];
    for name in ["p.md", "p.txt", "p.html"] {
        let page = page_of(name, &hostile.join("\n\n"), json!({}));
        for text in &hostile[2..5] {
            assert!(page.text().contains(text), "{name}: {text} is not shown: {}", page.text());
        }
        let is_plain = name == "p.txt";
        assert_eq!(page.text().contains("<script>alert(1)</script>"), is_plain, "{name}: {}", page.text());
        let tree = scraper::Html::parse_document(&page.html);
        let any =
            |selector: &str| tree.select(&scraper::Selector::parse(selector).expect("a selector")).next().is_some();
        assert!(!any("script, img, iframe, [onerror], a[href^='javascript' i], a[href^='data' i]"), "{}", page.html);
    }
}

#[test]
fn addresses_become_letters_and_links() {
    let page = page_of("p.txt", "Write to a@b.example, or see myaccount.google.com/permissions.\n", json!({}));
    assert!(page.html.contains(r#"<a href="mailto:a@b.example">a@b.example</a>"#), "{}", page.html);
    let link = r#"<a href="https://myaccount.google.com/permissions" rel="noopener noreferrer">"#;
    assert!(page.html.contains(link), "{}", page.html);
}

#[test]
fn the_log_of_changes_stands_behind_the_text() {
    let log = json!([{ "on": "2026-10-01", "what": "Older." }, { "on": "2026-11-01", "effective": "2026-11-15", "what": "Newer." }]);
    let page = page_of("p.txt", "1. Changes\nSometimes.\n", json!({ "changes": { "log": log } }));
    assert!(page.under("1-changes").contains("Sometimes."));
    let changes = page.under("changes");
    assert!(changes.contains("1 November 2026, in effect from 15 November 2026: Newer."), "{changes}");
    assert!(changes.find("Newer.") < changes.find("Older."), "the newest first: {changes}");
}
