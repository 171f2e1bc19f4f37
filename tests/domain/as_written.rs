//! Policies as people write them: bold and drawn headings, HTML, whole documents.

use courtesy::policy::{ParsedText, TextFormat, Treatment};

use crate::written::{all_lines, markdown, outline, plain};

const TEXT: &str = "We keep one cookie. It remembers what is in your basket until you come back for it.";
pub const EXPECTED: [&str; 2] = ["2 Cookies", "2 Your rights"];

fn html(source: &str) -> ParsedText {
    ParsedText::read(source, TextFormat::Html)
}

pub fn titles(written: &ParsedText) -> Vec<String> {
    outline(written).iter().map(|line| line.trim_end_matches(':').to_owned()).collect()
}

pub fn marked(written: &ParsedText, treatment: Treatment) -> Vec<(usize, &str)> {
    written
        .remarks
        .iter()
        .filter(|mark| mark.treatment == treatment)
        .map(|mark| (mark.line, mark.what.as_str()))
        .collect()
}

#[test]
fn a_short_bold_line_is_a_heading_however_it_is_bold() {
    let forms = [
        "**_**",
        "__*__",
        "**_:**",
        "##_",
        "## _ {#x}",
        "<b>_</b>",
        "<strong>_</strong>",
        "<h2>_</h2>",
        "***_***",
        "**_**:",
        "<u>_</u>",
        "**<u>_</u>**",
        "<p><b>_</b></p>",
        "<span style=\"font-weight: bold\">_</span>",
        "_\n---",
        "<b>_:</b><br>",
        "_",
        "_:",
        "*_*",
        "== _ ==",
        "<h2>\n\n_\n\n</h2>",
        "<summary>_</summary>",
        "<div><b>_</b></div>",
        "<font size=\"4\"><b>_</b></font>",
    ];
    for form in forms {
        let form = form.replace("__*__", "___").replace("*_*", "\u{1}").replace('\u{1}', "*_*");
        let heading = |words| if form == "___" { format!("__{words}__") } else { form.replacen('_', words, 1) };
        let source = format!(
            "{}\n\nLast updated: 3 October 2026\n\n{}\n\n{TEXT}\n\n{}\n\n{TEXT}\n",
            heading("Our policy"),
            heading("Cookies"),
            heading("Your rights")
        );
        let headings = titles(&markdown(&source));
        assert!(headings.ends_with(&EXPECTED.map(str::to_owned)), "{form}: {headings:?}\n{source}");
    }
}

#[test]
fn a_bold_line_in_the_paragraph_of_its_text_is_a_heading() {
    for end in ["  \n", "\\\n", "\n", "<br>\n", "<br/>"] {
        let html = end.replace("  \n", "<br>").replace("\\\n", "<br>").replace('\n', "<br>");
        let one = html_of(&html, TEXT);
        assert_eq!(titles(&one), EXPECTED, "in one paragraph of HTML: {html}");
        let written = markdown(&format!("# P\n\n**Cookies**{end}{TEXT}\n\n**Your rights**{end}{TEXT}\n"));
        assert_eq!(titles(&written), EXPECTED, "{end:?}");
    }
}

fn html_of(end: &str, text: &str) -> ParsedText {
    html(&format!("<p><b>Cookies</b>{end}{text}<br><b>Your rights:</b>{end}{text}</p>"))
}

#[test]
fn what_is_bold_and_no_title_is_none() {
    for source in [
        "**We never sell your data.**\n\nText.",
        "**Last updated: 3 October 2026**\n\nText.",
        "**Write to a@b.example**\n\nText.",
        "**We collect the following kinds of your data:**\n\n- a",
        "- **Cookies**\n- b",
        "> **Cookies**\n\nText.",
        "Text.\n\n**Thank you**",
        "**Main Street 12**\n\nText.",
        "**Acme Ltd**\nMain Street 12\nTown",
        "**Cookies** are small.\n\nText.",
        "[**Home**](/)\n\nText.",
    ] {
        assert_eq!(outline(&markdown(source)), [""; 0], "{source}");
    }
}

#[test]
fn a_document_in_html_is_read_whatever_it_is_called() {
    let source = "<!doctype html>\n<html><head><title>Us</title><style>p{color:red}</style></head>\n<body>\n<nav><a href=\"/\">Home</a></nav>\n\
        <main>\n<h1>Privacy</h1>\n<p>Last updated: 3 October 2026</p>\n  <h2 id=\"c\">1. Cookies</h2>\n\n    <p>We keep\n    <strong>one</strong> \
        cookie&nbsp;&amp; <a href=\"#c\">this</a>.<script>alert(1)</script></p>\n<ul><li>one<li>two<ul><li>three</ul></ul>\n<ol start=3 type=a><li>x</ol>\
        <table><tr><th>A<th>B<tr><td>1<td>2</table>\n<form><input name=q><button>Go</button></form><p hidden>Draft</p><div style=\"display: none\">\
        <div>x</div>secret</div>\n<h2>2. Your rights</h2>\n<p>You may <a href=\"javascript:alert(1)\">ask</a>.</p>\n</main>\n<footer>Imprint</footer></body></html>";
    for form in [TextFormat::Html, TextFormat::Markdown, TextFormat::Plain] {
        let written = ParsedText::read(source, form);
        assert_eq!(written.document.title.as_deref(), Some("Privacy"), "{form:?}");
        assert_eq!(outline(&written), ["2 1. Cookies", "2 2. Your rights"]);
        let lines = [
            "Privacy",
            "Last updated: 3 October 2026",
            "1. Cookies",
            "We keep one cookie\u{a0}& this.",
            "one",
            "two",
            "three",
            "c. x",
        ];
        let all = all_lines(&written.document);
        assert_eq!(all[..8], lines);
        assert_eq!(all[8..], ["A", "B", "1", "2", "2. Your rights", "You may ask."]);
        assert_eq!(written.headings[0].line, 8);
        let left: Vec<_> = marked(&written, Treatment::LeftOut).into_iter().map(|(_, what)| what).collect();
        for what in [
            "<script>",
            "<form>",
            "<p hidden>",
            "<div style=\"display: none\">",
            "what is outside the main part",
            "the link to javascript:alert(1)",
        ] {
            assert!(left.contains(&what), "{what}: {left:?}");
        }
        assert_eq!(marked(&written, Treatment::Shown), []);
    }
}

#[test]
fn html_without_a_main_part_loses_its_menu_and_its_foot_only() {
    let written = html(
        "<header><h1>Privacy</h1></header><div><h2>Cookies</h2>One.<br><br>Two.<dl><dt>basket<dd>Yours</dl></div><footer>Us</footer>",
    );
    assert_eq!(all_lines(&written.document), ["Privacy", "Cookies", "One.", "Two.", "basket", "Yours"]);
    let written = html("<h1>P</h1><h2>A<p>b<h2>C</h2><table><tr><td><table><tr><td>x</table></table></ul></div><p>d");
    assert_eq!(all_lines(&written.document), ["P", "A", "b", "C", "x", "d"]);
}

#[test]
fn headings_of_plain_text_may_be_drawn() {
    let rules = ["---", "=======", "~~~~~~~", "*******", "_______", "#######", "- - - -", "───────"];
    let mut forms: Vec<String> =
        rules.iter().filter(|rule| !rule.contains(' ')).map(|rule| format!("@\n{rule}")).collect();
    forms.extend(rules.map(|rule| format!("{rule}\n@\n{rule}")));
    let signs = [
        "== @ ==",
        "*** @ ***",
        "=== @",
        "## @",
        "# @ #",
        "-- @ --",
        "@:",
        "**@**",
        "+------+\n| @ |\n+------+",
        "********\n* @ *\n********",
        "┌────┐\n│ @ │\n└────┘",
        "h2. @",
        "<<<>>>",
    ];
    forms.extend(signs.into_iter().filter(|sign| sign.contains('@')).map(str::to_owned));
    for form in forms {
        let heading = |words| form.replace('@', words);
        let source = format!(
            "{}\n\nLast updated: 3 October 2026\n\n{}\n\n{TEXT}\n\n{}\n\n{TEXT}\n",
            heading("Our policy"),
            heading("Cookies"),
            heading("Your rights")
        );
        let written = plain(&source);
        let headings = titles(&written);
        assert!(headings.ends_with(&EXPECTED.map(str::to_owned)), "{form}: {headings:?}");
        let all = all_lines(&written.document);
        assert!(all.iter().all(|line| line.contains(char::is_alphabetic)), "{form}: {all:?}");
        assert_eq!(written.remarks, [], "{form}");
    }
}
