//! Which lines of plain text are headings without a number: a row for each rule of `src/policy/plain_headings.rs`, with a line that
//! is one and a line that is none.

use crate::written::plain;

const BEFORE: &str = "Privacy\n\nWe run this site and answer for the data that it needs.\n\n";
const TEXT: &str = "We set two cookies that the site needs in order to work, and no others at all.";

/// The rule, the text under [`BEFORE`], and its headings.
const ROWS: [(&str, &str, &[&str]); 16] = [
    ("a name and a colon, over what it names", "Cookies:\nTEXT", &["Cookies:"]),
    ("a name and a colon, over a list of what it announces", "We use the following:\n- one\n- two", &[]),
    ("a line after a colon", "Example Ltd\n\nTEXT", &["Example Ltd"]),
    ("a line after a colon", "Write to us at:\nExample Ltd\n\nTEXT", &[]),
    ("a line that says something itself", "Stand\n\nTEXT", &["Stand"]),
    ("a line that says something itself", "Stand: 2026\n\nTEXT", &[]),
    ("a line over an address", "Contact\nprivacy@example.com", &["Contact"]),
    ("a line over an address", "Contact\n\nOur office\n\nRope Walk 7\n\nLarkwick", &["Contact"]),
    ("a line that the next one continues", "Cookies\nTEXT", &["Cookies"]),
    (
        "a line that the next one continues",
        "Cookies\nare what the site needs in order to work, and there are no others at all.",
        &[],
    ),
    ("a line over a list", "Cookies\n- one\n- two", &["Cookies"]),
    ("a line over a heading with a number", "Cookies\n\n1. First\nTEXT\n\n2. Second\nTEXT", &["1. First", "2. Second"]),
    ("a line between empty lines", "Cookies\n\nTwo.", &["Cookies"]),
    ("a line between empty lines", "Version 2\n\nTwo", &[]),
    ("a line directly over its text", "Cookies\nTEXT", &["Cookies"]),
    ("a line directly over its text", "Cookies\nTwo", &[]),
];

#[test]
fn the_first_rule_that_applies_decides_whether_a_line_is_a_heading() {
    for (rule, text, headings) in ROWS {
        let source = format!("{BEFORE}{}", text.replace("TEXT", TEXT));
        let sections = plain(&source).document.sections;
        let titles: Vec<_> = sections.iter().map(|section| section.title.as_str()).collect();
        assert_eq!(titles, headings, "{rule}: {text}");
    }
}
