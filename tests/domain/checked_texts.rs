//! What `check` finds in an owner's own text: sections that are missing, repeated, empty or out of order, and what it does not name.

use courtesy::policy::{OwnText, ParsedText, TextFormat};
use courtesy::site::read::read;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::checking::{flawless, headline, today};
use crate::faults::check;
use crate::tables::merged;

/// The findings about the flawless site, patched, with this text; its contacts and its service are named in a first line.
fn found_with(patch: &Value, source: &str) -> Vec<String> {
    let site = read(&merged(Some(&flawless()), patch).to_string()).unwrap_or_else(|problems| panic!("{problems:?}"));
    let source = format!("privacy@plum.example, DPO@plum.example, Orchard Hosting\n{source}");
    let parsed = ParsedText::read(&source, TextFormat::Markdown);
    let text = OwnText { file: "policy.md".into(), source, parsed };
    let findings = check(&site, &[text], today());
    let places = |finding: &courtesy::check::Finding| {
        finding.places.iter().map(|place| place.to_string().replace("policy.md:", "")).collect::<Vec<_>>().join(" ")
    };
    findings.iter().map(|finding| format!("{} @{}: {}", finding.code, places(finding), finding.sentence)).collect()
}

fn found(source: &str) -> Vec<String> {
    found_with(&json!({}), source)
}

/// Headings of these numbers, each with words of its own, from line 2 on.
fn numbers(numbers: &str) -> String {
    let heading =
        |(place, number): (usize, &str)| format!("{} {number} Part {place}\n", "#".repeat(number.split('.').count()));
    numbers.split(' ').enumerate().map(heading).collect()
}

/// The faults of the numbers alone: without text, each of these sections is empty as well.
fn of_numbers(list: &str) -> Vec<String> {
    found(&numbers(list)).into_iter().filter(|line| !line.starts_with("section-empty")).collect()
}

#[test]
fn numbers_that_go_up_one_by_one_are_in_order() {
    for list in ["1 2 3 4", "1 2 2.1 2.2 2.2.1 3 3.1", "0 1 2", "1"] {
        assert_eq!(of_numbers(list), [""; 0], "{list}");
    }
}

#[test]
fn a_gap_is_said_where_the_text_goes_on() {
    assert_eq!(of_numbers("1 2 4 5 9"), ["section-missing @4 6: sections 3 and 6 to 8 are missing"]);
    assert_eq!(of_numbers("1 2 2.1 2.3 3"), ["section-missing @5: section 2.2 is missing"]);
    assert_eq!(of_numbers("2 3"), ["section-missing @2: section 1 is missing"]);
    assert_eq!(of_numbers("1 2 2026"), [""; 0], "a year is no section");
}

#[test]
fn only_the_heading_that_is_out_of_place_is_named() {
    assert_eq!(of_numbers("1 2 4 5 6 3"), ["section-out-of-order @7: section 3 is out of order"]);
    assert_eq!(of_numbers("1 6 2 3 4 5"), ["section-out-of-order @3: section 6 is out of order"]);
    assert_eq!(of_numbers("1 2 4 3 3.1 3.2"), ["section-out-of-order @4: section 4 is out of order"]);
    assert_eq!(of_numbers("1 1.1 2 1.2 2.1 3"), ["section-out-of-order @5: section 1.2 is out of order"]);
}

#[test]
fn a_number_that_is_given_twice_is_named_with_both_lines() {
    assert_eq!(of_numbers("1 2 2 3"), ["section-repeated @3 4: several headings have the same number: 2"]);
}

#[test]
fn a_text_without_numbers_has_no_faults_of_numbers() {
    assert_eq!(found("# Storage\nSee section 9.\n# Rights\nx\n"), [""; 0]);
}

#[test]
fn a_heading_without_anything_under_it_is_named() {
    let text = "# 1 Storage\nx\n# 2 Rights\n## 2.1 Yours\nx\n# 3 Contact\n";
    assert_eq!(found(text), ["section-empty @7: a heading has no text under it: \"3 Contact\""]);
}

#[test]
fn the_same_words_twice_are_named_only_under_one_heading() {
    assert_eq!(
        found("# Storage\nx\n# storage\nx\n"),
        ["heading-repeated @2 4: two headings have the same words: \"storage\""]
    );
    assert_eq!(found("# Shop\n## Storage\nx\n# Club\n## Storage\nx\n"), [""; 0]);
}

#[test]
fn a_reference_to_a_section_that_is_not_there_is_said_with_its_line() {
    for (reference, number) in [
        ("as said in Section 9.", "9"),
        ("(see section\u{a0}1.4)", "1.4"),
        ("see § 5, please", "5"),
        ("see **§5**", "5"),
        ("siehe Abschnitt 7", "7"),
        ("nach Ziffer 12 erhalten Sie", "12"),
        ("انظر القسم ١٣.", "13"),
        ("section 6 of this policy", "6"),
        ("in [section 8](#eight) above", "8"),
        ("section 1 and 13", "13"),
        ("sections 1, 9 and 12, or 15", "9, 12 and 15"),
        ("sections 3, 4, and **5(a)** below", "3, 4 and 5"),
        ("Abschnitte 3 und 9 oder 12", "3, 9 and 12"),
        ("القسم ٣ و٤ و 5", "3, 4 and 5"),
        ("section 9 and section 9", "9"),
        ("§ 4, § 5", "4 and 5"),
        ("under section 9, 30 days later", "9"),
        ("Under our Terms you pay. Section 44 says more", "44"),
        ("In our shop Section 44 applies", "44"),
    ] {
        let text = format!("# 1 Storage\nx\n## 1.1 Cookies\n{reference}\n# 2 Rights\nx\n");
        let said = format!("reference-missing @5: your text refers to an unknown section: {number}");
        let found = found(&text).into_iter().filter(|line| !line.starts_with("policy-left-out"));
        assert_eq!(found.collect::<Vec<_>>(), [said], "{reference}");
    }
    assert_eq!(
        found("# 1. Storage\nSee section\n3 below.\n"),
        ["reference-missing @3: your text refers to an unknown section: 3"]
    );
}

#[test]
fn sections_of_laws_and_of_other_documents_are_no_references() {
    for reference in [
        "section 1",
        "Section 1.1, and § 2",
        "section 2.5(a)",
        "Section 5 of the FTC Act",
        "§ 25 TDDDG",
        "§ 7 Abs. 2 Nr. 3 UWG",
        "Civil Code section 1798.100",
        "Abschnitt 4 der Nutzungsbedingungen",
        "القسم 9 من الشروط",
        "Section 230",
        "Article 6",
        "this section. 30 days",
        "Section 12 in our Terms of Service",
        "sections 12 and 13 of the Terms",
        "Abschnitt 12 in unseren Nutzungsbedingungen",
        "Under our Terms, section 44 applies",
        "see the Terms of Service, sections 4 and 5",
        "in our [Terms](/terms), § 9",
        "within section 1 and 30 days",
        "§§ 7 und 8 UWG",
    ] {
        let text = format!("# 1 Storage\nx\n## 1.1 Cookies\n{reference}\n# 2 Rights\nx\n## 2.5 Yours\nx\n");
        let of_references: Vec<_> = found(&text).into_iter().filter(|line| line.starts_with("reference")).collect();
        assert_eq!(of_references, [""; 0], "{reference}");
    }
    assert_eq!(found("# 1 Storage\nSee section 1.4.\n"), [""; 0], "1.4 may be a paragraph of section 1");
}

#[test]
fn what_is_declared_stands_in_the_owners_text() {
    let patch = json!({ "controller": { "contacts": [{ "role": "dpo", "email": "dpo@plum.example", "phone": "+1 800 555 0199" }, { "email": "ask@plum.example" }] } });
    assert_eq!(
        found_with(&patch, ""),
        ["text-contact @controller.contacts[1].email: a contact is missing in policy.md: ask@plum.example"]
    );
    let service = |name: &str| json!({ "services": [{ "id": "host", "name": name, "kind": "processor", "purposes": ["counting"] }] });
    assert_eq!(
        found_with(&service("X"), "text"),
        ["text-service @services[0].name: a service is missing in policy.md: X"]
    );
    for (name, text) in
        [("X (Twitter)", "We use X."), ("Orchard Hosting (UK)", ""), ("STRIPE", "by Stripe's card form")]
    {
        assert_eq!(found_with(&service(name), text), [""; 0], "{name}");
    }
}

#[test]
fn an_owners_text_may_have_the_date_itself_and_is_undated_without() {
    let site = read(&merged(Some(&flawless()), &json!({ "lastUpdated": null })).to_string()).expect("a site");
    let source = "Last updated: 1 May 2026. privacy@plum.example dpo@plum.example Orchard Hosting";
    let parsed = ParsedText::read(source, TextFormat::Plain);
    let findings = check(&site, &[OwnText { file: "p.txt".into(), source: source.into(), parsed }], today());
    assert_eq!(findings.iter().map(headline).collect::<Vec<_>>(), [""; 0], "the text has a date itself");
    let source = source.replace("Last updated: 1 May 2026. ", "");
    let parsed = ParsedText::read(&source, TextFormat::Plain);
    let findings = check(&site, &[OwnText { file: "p.txt".into(), source, parsed }], today());
    assert_eq!(findings.iter().map(headline).collect::<Vec<_>>(), ["warning policy-undated lastUpdated"]);
}

#[test]
fn words_that_only_contain_a_word_for_a_date_are_none() {
    let site = read(&merged(Some(&flawless()), &json!({ "lastUpdated": null })).to_string()).expect("a site");
    for (line, is_dated) in [
        ("the Standard Contractual Clauses 2021", false),
        ("We understand that since 2021", false),
        ("Stand: Mai 2026", true),
        ("(As of 2026)", true),
        ("آخر تحديث: مايو ٢٠٢٦", true),
    ] {
        let source = format!("{line}\nprivacy@plum.example dpo@plum.example Orchard Hosting");
        let parsed = ParsedText::read(&source, TextFormat::Plain);
        let findings = check(&site, &[OwnText { file: "p.txt".into(), source, parsed }], today());
        assert_eq!(findings.is_empty(), is_dated, "{line}");
    }
}

/// The shape of the irregular seed: order 1, 2, 4, 6 to 12, 14 to 16, 3; no 5, no 13, nothing under 3.7, no date.
#[test]
fn a_real_texts_gaps_are_all_named() {
    let source = crate::fixtures::text("tests/fixtures/policies/gaps.txt");
    let text = OwnText { file: "gaps.txt".into(), parsed: ParsedText::read(&source, TextFormat::Plain), source };
    let site = read(&merged(Some(&flawless()), &json!({ "lastUpdated": null })).to_string()).expect("a site");
    let said: Vec<_> = check(&site, &[text], today())
        .into_iter()
        .filter(|finding| !finding.code.starts_with("text-"))
        .map(|finding| format!("{}: {}", finding.code, finding.sentence))
        .collect();
    assert_eq!(
        said,
        [
            "policy-undated: the date of your policy is missing",
            "section-missing: sections 5 and 13 are missing",
            "section-missing: sections 3.3 to 3.5 are missing",
            "section-out-of-order: section 3 is out of order",
            "section-empty: a heading has no text under it: \"3.7 What Holds for All Neighbours\"",
            "reference-missing: your text refers to an unknown section: 13",
        ]
    );
}

proptest! {
    #[test]
    fn no_text_is_too_strange_to_be_checked(source in "(# [0-9.]{1,12} |\n|section |§|[0-9٠-٩]{1,12}|\\.|\\PC){0,60}") {
        found(&source);
    }
}
