//! Around both pages: the site's name, the link to the other page, the owner's tokens, and the Markdown copy of the policy.

use courtesy::policy::{Block, Document, ParsedText, TextFormat};
use serde_json::{Value, json};

use crate::compiling::built;
use crate::fixtures::{SITES, problems, says, seed, site};
use crate::page::Page;

fn text(patch: Value, name: &str) -> String {
    let files = built(&site(patch));
    let found = files.iter().find(|file| file.name.starts_with(name) && !file.name.ends_with(".md"));
    String::from_utf8(found.unwrap_or_else(|| panic!("{name}")).bytes.clone()).expect("text")
}

#[test]
fn each_page_links_home_and_to_the_other() {
    let home = json!({ "url": "https://tea.example", "name": "Tea & <b>" });
    let policy = text(home.clone(), "privacy");
    assert!(policy.contains("<title>Privacy policy – Tea &amp; &lt;b></title>"), "{policy}");
    assert!(
        policy.contains(r#"<header><a href="https://tea.example">Tea &amp; &lt;b&gt;</a><a href="request.html""#),
        "{policy}"
    );
    assert!(policy.contains("<h1>Privacy policy</h1>"));
    let request = text(home, "request.html");
    assert!(request.contains("<title>Your privacy rights – Tea") && request.contains("<h1>Your privacy rights</h1>"));
    assert!(request.contains(r#"<a href="privacy.html" data-act="policy">Privacy policy</a></header>"#), "{request}");
    assert!(text(json!({}), "privacy").contains("<header><span>A</span>"), "without an address the name leads nowhere");
    let own = text(json!({ "policy": { "url": "https://x.example/privacy" } }), "request.html");
    assert!(own.contains(r#"<a href="https://x.example/privacy" rel="noopener noreferrer""#), "{own}");
}

#[test]
fn tokens_end_the_style_sheet_of_the_pages_and_are_in_no_other_file() {
    let tokens = json!({
        "accent": "#b4002f", "surface": "#fffaf5", "text": "rgb(20 20 20 / 0.9)", "radius": "0", "font": "\"Brand Serif\", Georgia, serif",
        "dark": { "accent": "oklch(70% 0.1 20)", "surface": "#111", "text": "#eee" },
    });
    let files = built(&site(json!({ "tokens": tokens })));
    let styles = files.iter().find(|file| file.name.starts_with("page-")).expect("styles");
    assert_eq!(
        String::from_utf8_lossy(&styles.bytes),
        ".c{}:root{--courtesy-accent:#b4002f;--courtesy-surface:#fffaf5;--courtesy-text:rgb(20 20 20 / 0.9);--courtesy-radius:0;\
         --courtesy-font:\"Brand Serif\", Georgia, serif}@media (prefers-color-scheme:dark){:root{--courtesy-accent:oklch(70% 0.1 20);\
         --courtesy-surface:#111;--courtesy-text:#eee}}"
    );
    let elsewhere = files.iter().filter(|file| String::from_utf8_lossy(&file.bytes).contains("b4002f"));
    assert_eq!(elsewhere.map(|file| &file.name).collect::<Vec<_>>(), [&styles.name]);
    assert_eq!(text(json!({ "tokens": {} }), "page-"), ".c{}");
}

#[test]
fn a_token_is_nothing_but_a_value_of_css() {
    for (field, values) in [
        (
            "accent",
            vec![
                "red",
                "#12",
                "#12345g",
                "url(a)",
                "rgb(1 2 3);}",
                "rgb()",
                "var(--a)",
                "rgb(1/**/2)",
                "RGB(1 2 3)",
                "#fff;color:red",
            ],
        ),
        ("radius", vec!["8", "8 px", "-1px", "calc(1px)", "1e3px", "8px;}", "50%"]),
        ("font", vec!["", ",", "a;b", "\"a", "a\"b\"", "</style>", "url(x)", "a,,b", "a/*b", "\\41", "1a"]),
    ] {
        for value in values {
            let mut tokens = json!({ "surface": "#fff", "text": "#000" });
            tokens[field] = json!(value);
            assert_eq!(problems(json!({ "tokens": tokens })).len(), 1, "{field}: {value}");
        }
    }
    says(
        json!({ "tokens": { "accent": "red" } }),
        "tokens.accent: \"red\" is not a colour; write one such as \"#3b63d3\" or \"oklch(55% 0.17 264)\"",
    );
    says(
        json!({ "tokens": { "surface": "#000" } }),
        "tokens.surface: \"surface\" requires \"text\"; add \"text\", or remove \"surface\"",
    );
    says(
        json!({ "tokens": { "dark": { "text": "#fff" } } }),
        "tokens.dark.text: \"text\" requires \"surface\"; add \"surface\", or remove \"text\"",
    );
}

/// The words of a text: white space and the colons of facts, which a page shows as two columns, aside.
fn words(text: &str) -> Vec<String> {
    text.replace(':', " ").split_whitespace().map(str::to_owned).collect()
}

fn lines(document: &Document) -> String {
    let title = document.title.clone().into_iter();
    let lead = document.lead.iter().map(line);
    let sections = document.sections.iter().flat_map(|section| {
        std::iter::once(section.title.clone()).chain(section.blocks.iter().map(line).collect::<Vec<_>>())
    });
    title.chain(lead).chain(sections).collect::<Vec<_>>().join("\n")
}

fn line(block: &Block) -> String {
    let spans = |spans: &[courtesy::policy::Span]| spans.iter().map(|span| span.text.as_str()).collect::<String>();
    match block {
        Block::Text(text) => spans(text),
        Block::List(entries) => {
            let entry = |entry: &courtesy::policy::Entry| {
                let mark = entry.mark.clone().map(|mark| mark + " ").unwrap_or_default();
                mark + &entry.blocks.iter().map(line).collect::<Vec<_>>().join("\n")
            };
            entries.iter().map(entry).collect::<Vec<_>>().join("\n")
        }
        Block::Quote(blocks) => blocks.iter().map(line).collect::<Vec<_>>().join("\n"),
        Block::Code(text) => text.clone(),
        Block::Table(rows) => {
            let row = |cells: &Vec<Vec<courtesy::policy::Span>>| {
                cells.iter().map(|cell| spans(cell)).collect::<Vec<_>>().join(" | ")
            };
            rows.iter().map(row).collect::<Vec<_>>().join("\n")
        }
        Block::Items | Block::Services => String::new(),
    }
}

#[test]
fn the_markdown_copy_has_the_headings_and_texts_of_the_page() {
    let hostile = json!({
        "name": "A *b* _c_ [d](e) <f> #g", "regimes": ["gdpr", "uk-gdpr"], "sells": false,
        "security": ["# no heading", "1. no list", "- no list", "a | b", "`code`", "&amp; ~~x~~ {#id}", "+ 1", "== a", "**bold**\nand more"],
        "retention": [{ "what": "*Logs*", "period": "P1M", "rule": "> none" }],
    });
    for file in SITES.map(seed).into_iter().chain([site(hostile)]) {
        let files = built(&file);
        for language in 0..file.languages.len() {
            let stem =
                if language == 0 { "privacy".to_owned() } else { format!("privacy.{}", file.languages[language]) };
            let named = |ending: &str| {
                let found = files.iter().find(|file| file.name == format!("{stem}.{ending}")).expect("a file");
                String::from_utf8(found.bytes.clone()).expect("text")
            };
            let (page, copy) = (Page::of(&named("html")), named("md"));
            let read = ParsedText::read(&copy, TextFormat::Markdown).document;
            let headings =
                page.html.matches("<h2").count() + page.html.matches("<h3").count() + page.html.matches("<h4").count();
            let titles: Vec<&str> = read.sections.iter().map(|section| &*section.title).collect();
            assert_eq!(read.sections.len(), headings, "{stem}: {titles:?}");
            let (of_page, of_copy) =
                (words(&page.lines.join("\n").replace(['#'], "")), words(&lines(&read).replace(['#'], "")));
            let marks = |words: Vec<String>| {
                words
                    .into_iter()
                    .filter(|word| word != "-" && word != ">" && !word.starts_with('{'))
                    .collect::<Vec<_>>()
            };
            assert_eq!(marks(of_copy).join("\n"), marks(of_page).join("\n"), "{stem}");
        }
    }
}

#[test]
fn only_a_policy_that_the_build_writes_has_a_copy() {
    let has_copy = |patch: Value| built(&site(patch)).iter().any(|file| file.name == "privacy.md");
    assert!(has_copy(json!({})));
    assert!(!has_copy(json!({ "policy": { "url": "https://x.example/privacy" } })));
}
