//! The owner's text in Markdown and with addresses: links lead where they say, and what could do harm is only text.

use courtesy::policy::{Block, ParsedText, Style, TextFormat};
use courtesy::views::policy::prepare::chunks;
use proptest::prelude::*;
use serde_json::json;

use crate::fixtures::text;
use crate::prepared::declared;
use crate::written::{all_lines, lines, links, links_are, markdown, outline, plain, squeezed};

#[test]
fn markdown_keeps_its_words_its_numbers_and_its_order() {
    let written = markdown(&text("tests/fixtures/policies/written.md"));
    assert_eq!(written.document.title.as_deref(), Some("Rules of the Reading Room"));
    let expected = [
        "2 1. Coming In",
        "3 1.1 Hats",
        "2 2. Staying",
        "3 2.1 Snoring",
        "2 3. Going *",
        "3 4.1 Forgotten Things",
        "2 Last *",
    ];
    assert_eq!(outline(&written), expected);
    let read = all_lines(&written.document);
    let expected = [
        "Rules of the Reading Room",
        "Open since some winter. See the rota or the end.",
        "1. Coming In",
        "Doors open at nine.",
        "1.1 Hats",
        "1. Off",
        "3. On the hook",
        "10. Under the chair",
        "2. Staying",
        "Whoever whispers is heard.",
        "Seat",
        "Light",
        "A",
        "warm",
        "B",
        "dim",
        "and squeaks",
        "Pencils",
        "soft ones",
        "Ink",
        "2.1 Snoring",
        "Snorers are woken by post: snore@reading.example.",
        "[x] gently",
        "~~loudly~~",
        "3. Going",
        "4.1 Forgotten Things",
        "• one glove",
        "◦ half a sandwich",
        "Nobody claims the sandwich.",
        "As the porter says[1], ask Porter.",
        "[Kettle]: boiling",
        "[1] Once.",
        "Last",
    ];
    assert_eq!(read, expected);
    let porter = "https://porter.example/lodge?a=1&b=2";
    links_are(
        &written,
        &[
            ("the rota", "/rota"),
            ("the end", "#last"),
            ("snore@reading.example", "mailto:snore@reading.example"),
            ("the porter", porter),
            ("Porter", porter),
        ],
    );
    let Block::Text(first) = &written.document.lead[0] else { panic!("a paragraph") };
    assert_eq!((&*first[1].text, first[1].style), ("some", Some(Style::Emphasis)));
}

#[test]
fn markdowns_headings_are_levels_of_one_document() {
    for (source, expected) in [
        ("# A\n# B\ntext", &["2 A *", "2 B"][..]),
        ("text\n\n# A\n### B", &["2 A", "3 B *"]),
        ("## 1. A\n## 1.1 B\n## C\ntext", &["2 1. A", "3 1.1 B *", "2 C"]),
        ("# T\n\n1. A\n\ntext\n\n2. B\ntext", &["2 1. A", "2 2. B"]),
        ("## 1. A\n### 1. B\ntext\n## 2. C", &["2 1. A", "3 1. B", "2 2. C *"]),
        ("5. A\n\n  • text\n\n10. B\n  ◦ text", &["2 5. A", "2 10. B"]),
        ("## A\n\n**1. B**\n\ntext", &["2 A", "3 1. B"]),
        ("1. A\n2. B\n3. C", &[]),
        ("1. A\n\n   more\n\n2. B\n   - more\n3. C\n\ntext", &[]),
        ("```\n1. A\n```\n> 2. B\n>\n> # C\n\n    3.1 D", &[]),
        ("#\n# 1. A #\ntext", &["2 1. A"]),
    ] {
        assert_eq!(outline(&markdown(source)), expected, "{source}");
    }
}

#[test]
fn what_links_nowhere_safe_is_shown_to_the_letter() {
    for hostile in [
        "[a](javascript:alert(1))",
        "[a](JaVaScRiPt:alert(1))",
        "[a](java&Tab;script:alert(1))",
        "[a](&#106;avascript&colon;alert(1))",
        "[a](<java\tscript:alert(1)>)",
        "[a]( data:text/html,b )",
        "[a](vbscript:b \"c\")",
        "[a](//evil.example/b)",
        "[a](\\\\evil.example)",
        "<javascript:alert(1)>",
        "![a](javascript:alert(1))",
        "![](https://a.example/b.png)",
        "![a](/b.png)",
        "[*a* ![b](c)](file:///d)",
        "javascript:alert(1)",
        "data:text/html;base64,PHNjcmlwdD4=",
    ] {
        let written = markdown(hostile);
        links_are(&written, &[]);
        assert_eq!(lines(&written.document.lead).concat(), hostile);
        let visible = plain(hostile);
        assert!(links(&visible).iter().all(|(text, link)| text == link && link.starts_with("https://")), "{hostile}");
    }
    let written = markdown("[a][b] ![c](HTTPS://d.example/e.png) [f]\n\n[b]: javascript:alert(1)\n[f]: /g");
    links_are(&written, &[("c", "HTTPS://d.example/e.png"), ("f", "/g")]);
    assert_eq!(lines(&written.document.lead), ["[a][b] c f", "[b]: javascript:alert(1)"]);
}

#[test]
fn addresses_lead_where_they_say_and_names_lead_nowhere() {
    for (source, expected) in [
        ("Write to a.b+c@d.example.", &[("a.b+c@d.example", "mailto:a.b%2Bc@d.example")][..]),
        ("a?bcc=x&y@d.example", &[("a?bcc=x&y@d.example", "mailto:a%3Fbcc%3Dx%26y@d.example")]),
        (
            "(“a_b@c.example”), 'd@e.example'",
            &[("a_b@c.example", "mailto:a_b@c.example"), ("d@e.example", "mailto:d@e.example")],
        ),
        (
            "请写信至 a@b.example。https://c.example/d了解",
            &[("a@b.example", "mailto:a@b.example"), ("https://c.example/d", "https://c.example/d")],
        ),
        (
            "See https://a.example/b?c=d#e, (http://f.example/g_(h)).",
            &[
                ("https://a.example/b?c=d#e", "https://a.example/b?c=d#e"),
                ("http://f.example/g_(h)", "http://f.example/g_(h)"),
            ],
        ),
        (
            "at my.a.example/b. Or www.C.example!",
            &[("my.a.example/b", "https://my.a.example/b"), ("www.C.example", "https://www.C.example")],
        ),
        ("Node.js, Socket.IO/WebRTC, a.example, e.g. and/or, v1.1/2, ftp://a.example/b, a://b.example", &[]),
    ] {
        links_are(&plain(source), expected);
        links_are(&markdown(source), expected);
    }
    links_are(
        &markdown("<a@b.example> <https://c.example> [d](mailto:e@f.example) [g](www.h.example)"),
        &[
            ("a@b.example", "mailto:a@b.example"),
            ("https://c.example", "https://c.example"),
            ("d", "mailto:e@f.example"),
            ("g", "https://www.h.example"),
        ],
    );
}

#[test]
fn anchors_are_stable_and_no_two_are_alike() {
    let anchors =
        |source| -> Vec<_> { markdown(source).document.sections.into_iter().map(|section| section.anchor).collect() };
    let source = "# 13. Cookies & Co.\n# Contact\n# CONTACT!\n# Contact 2\n# Storage\n# حقوقك\n# Über uns\n# ?\n# 权利\n# ...\n# What's new\n# What’s new\n# a_b-c";
    let expected = "13-cookies--co contact-2 contact-3 contact-2-1 storage-2 حقوقك über-uns section 权利 section-1 whats-new whats-new-1 a_b-c";
    let expected: Vec<_> = expected.split(' ').collect();
    assert_eq!(anchors(source), expected);
    assert_eq!(anchors(source), anchors(source));
}

#[test]
fn what_tools_write_at_the_top_is_left_out_and_a_rule_is_none_of_it() {
    let written = markdown("---\ntitle: Tea\n  - \"a: b\"\n---\n\n# Tea\n\nHot.\n\n## Green\n");
    assert_eq!(all_lines(&written.document), ["Tea", "Hot.", "Green"]);
    assert_eq!((written.headings[0].line, outline(&written)), (10, vec!["2 Green *".into()]));
    for rule in ["---\n\na: b\n\n---\n", "---\n# Tea\n---\n", "---\nWe brew: tea\n\n---\n", "---\na: b\n", "---"] {
        assert!(markdown(rule).remarks.is_empty(), "{rule}");
    }
}

#[test]
fn lines_are_counted_as_an_editor_counts_them() {
    for end in ["\n", "\r\n", "\r"] {
        let source = ["\u{FEFF}Tea", "", "\u{C}1. Green", "Hot.", "", "2. Black", "Hot."].join(end);
        for form in [TextFormat::Plain, TextFormat::Markdown] {
            let at: Vec<_> = ParsedText::read(&source, form).headings.iter().map(|heading| heading.line).collect();
            assert_eq!(at, if form == TextFormat::Plain { vec![3, 6] } else { vec![6] }, "{source:?}");
        }
    }
}

#[test]
fn a_long_or_deep_text_is_read_all_the_same() {
    let long = "1. Tea\nWe brew it for a@b.example.\n• hot\n".repeat(34_000);
    for form in [TextFormat::Plain, TextFormat::Markdown] {
        let written = ParsedText::read(&long, form);
        assert_eq!(written.document.sections.len(), 34_000);
        assert_eq!(written.document.sections[33_999].anchor, "1-tea-33999");
    }
    let deep: String = (0..300).map(|depth| format!("{}- a\n", " ".repeat(depth))).collect();
    for deep in [">".repeat(5_000) + "a", "- ".repeat(5_000) + "a", "[".repeat(5_000), deep] {
        for form in [TextFormat::Plain, TextFormat::Markdown] {
            let elements = chunks(&declared(json!({})), &ParsedText::read(&deep, form).document);
            let json = serde_json::to_string(&elements).expect("JSON");
            assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok(), "no deeper than JSON may be");
        }
    }
}

/// The beginning of a line, plain words, and the end of the line.
fn any_line() -> impl Strategy<Value = String> {
    let starts = "(# |- |• |[0-9]{1,2}[.)] |[1-9]\\.[1-9] |> |  |    )?";
    (starts, "[A-Za-z]{1,9}( [a-z0-9]{1,9}){0,9}[.:?]?", "\n{1,2}")
        .prop_map(|(start, words, end)| start + &words + &end)
}

proptest! {
    #[test]
    fn no_text_whatever_is_lost_or_panics(source in "(\\PC|[\\s0-9.)#*_<>\\[\\]()`|:•-]|\n| @a\\.|\r){0,60}") {
        let _ = markdown(&source);
        // Signs may draw a heading; they are no text.
        let words = |text: &str| squeezed(text).replace(|c: char| !c.is_alphanumeric(), "");
        let written: String = source.trim_start_matches('\u{FEFF}').chars().filter(|c| !c.is_control()).collect();
        let read = plain(&source);
        if read.remarks.is_empty() {
            prop_assert_eq!(words(&all_lines(&read.document).concat()), words(&written));
        }
    }

    #[test]
    fn every_word_of_markdown_stands_once_in_order(lines in prop::collection::vec(any_line(), 1..20)) {
        let source = lines.concat();
        let words = |text: &str| -> Vec<String> {
            text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).map(Into::into).collect()
        };
        prop_assert_eq!(words(&all_lines(&markdown(&source).document).join(" ")), words(&source), "{}", source);
    }
}
