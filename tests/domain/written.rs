//! The owner's own text: every line of it is shown once, in its order and with its numbers, and nothing in it runs or loads.

use courtesy::policy::{Block, Document, ParsedText, Section, Span, TextFormat};

use crate::fixtures::text;

const SHAPES: [&str; 4] = ["indented", "dense", "subsections", "gaps"];

pub fn plain(source: &str) -> ParsedText {
    ParsedText::read(source, TextFormat::Plain)
}

pub fn markdown(source: &str) -> ParsedText {
    ParsedText::read(source, TextFormat::Markdown)
}

fn shape(name: &str) -> (String, ParsedText) {
    let source = text(&format!("tests/fixtures/policies/{name}.txt"));
    let written = plain(&source);
    (source, written)
}

fn says(spans: &[Span]) -> String {
    spans.iter().map(|span| &*span.text).collect()
}

/// The lines of some blocks as a reader sees them, marks included.
pub fn lines(blocks: &[Block]) -> Vec<String> {
    let of = |block: &Block| match block {
        Block::Text(spans) => says(spans).split('\n').map(Into::into).collect(),
        Block::Code(code) => code.split('\n').map(Into::into).collect(),
        Block::Quote(blocks) => lines(blocks),
        Block::Table(rows) => rows.iter().flatten().map(|cell| says(cell)).collect(),
        Block::List(entries) => entries
            .iter()
            .flat_map(|entry| {
                let mut lines = lines(&entry.blocks);
                if let (Some(mark), Some(first)) = (&entry.mark, lines.first_mut()) {
                    *first = format!("{mark} {first}");
                }
                lines
            })
            .collect(),
        _ => vec![],
    };
    blocks.iter().flat_map(of).collect()
}

pub fn all_lines(document: &Document) -> Vec<String> {
    let section = |section: &Section| [vec![section.title.clone()], lines(&section.blocks)].concat();
    let sections = document.sections.iter().flat_map(section);
    document.title.iter().cloned().chain(lines(&document.lead)).chain(sections).collect()
}

/// Text without its spaces.
pub fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The sections as an outline: level, title, and a star where nothing stands under the heading.
pub fn outline(written: &ParsedText) -> Vec<String> {
    let rows = written.document.sections.iter().zip(&written.headings);
    rows.map(|(section, heading)| {
        format!("{} {}{}", section.level, section.title, if heading.is_empty { " *" } else { "" })
    })
    .collect()
}

pub fn links(written: &ParsedText) -> Vec<(String, String)> {
    fn of(blocks: &[Block]) -> Vec<Span> {
        let one = |block: &Block| match block {
            Block::Text(spans) => spans.clone(),
            Block::Quote(blocks) => of(blocks),
            Block::List(entries) => entries.iter().flat_map(|entry| of(&entry.blocks)).collect(),
            Block::Table(rows) => rows.iter().flatten().flatten().cloned().collect(),
            _ => vec![],
        };
        blocks.iter().flat_map(one).collect()
    }
    let sections = written.document.sections.iter().flat_map(|section| &section.blocks);
    let blocks: Vec<_> = written.document.lead.iter().chain(sections).cloned().collect();
    of(&blocks).into_iter().filter_map(|span| Some((span.text, span.link?))).collect()
}

#[track_caller]
pub fn links_are(written: &ParsedText, expected: &[(&str, &str)]) {
    let found = links(written);
    let found: Vec<_> = found.iter().map(|(text, link)| (&**text, &**link)).collect();
    assert_eq!(found, expected);
}

#[test]
fn every_line_of_a_pasted_policy_stands_once_in_its_order() {
    for name in SHAPES {
        let (source, written) = shape(name);
        let expected: Vec<_> = source.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        assert_eq!(all_lines(&written.document), expected, "{name}");
    }
}

#[test]
fn a_pasted_policy_keeps_its_words_in_a_markdown_file_too() {
    for name in SHAPES {
        let (source, written) = shape(name);
        let dashes = |text: &str| text.lines().map(|line| line.trim().trim_start_matches("- ")).collect::<String>();
        let read = markdown(&source);
        assert_eq!(squeezed(&all_lines(&read.document).concat()), squeezed(&dashes(&source)), "{name}");
        let numbered = written.headings.iter().filter(|heading| !heading.number.is_empty());
        assert!(numbered.eq(&read.headings), "{name}");
    }
}

#[test]
fn the_title_is_the_first_line_if_it_is_one() {
    let titles = SHAPES.map(|name| shape(name).1.document.title);
    let expected = [Some("Privacy at Harbour Choir"), None, Some("Lending Terms of the Tool Shed"), None];
    assert_eq!(titles.each_ref().map(Option::as_deref), expected);
    let leads = SHAPES.map(|name| lines(&shape(name).1.document.lead).concat());
    assert_eq!(leads, ["Last updated: April 2031", "Last updated: May 4, 2031", "Last Updated: June 2031", ""]);
    for no_title in
        ["Stand: 4.5.31\nText", "März 2031\nText", "We bake.\nText", "1. Bread\nText", "• Bread\nText", "Alone"]
    {
        assert_eq!(plain(no_title).document.title, None, "{no_title}");
    }
}

#[test]
fn missing_and_disordered_numbers_stay_as_they_are() {
    let (_, written) = shape("gaps");
    let expected = [
        "2 1. Overview",
        "2 2. What We Notice",
        "3 2.1 What You Tell Us",
        "3 2.2 What the Door Tells Us",
        "2 4. Why We Notice",
        "2 6. Gardeners",
        "2 7. How Long",
        "2 8. Locks",
        "2 9. What You May Do",
        "2 10. Islands — North & South",
        "3 Grounds for Counting",
        "3 Head Gardener",
        "3 Where to Complain",
        "2 11. Valleys — East",
        "2 12. Children",
        "2 14. Moving Plants",
        "2 15. New Rules",
        "2 16. Write to Us",
        "2 3. Neighbours",
        "3 3.1 Bees (Honey & Bumble)",
        "3 3.2 X (Moth)",
        "3 3.6 Snails & Slugs",
        "3 3.7 What Holds for All Neighbours *",
    ];
    assert_eq!(outline(&written), expected);
    let last = written.headings.last().expect("a heading");
    assert_eq!((last.line, &*last.number, &*last.words), (66, &[3, 7][..], "What Holds for All Neighbours"));
}

#[test]
fn headings_and_lists_are_told_apart() {
    for (source, expected) in [
        // Empty parts are headings; a list is announced, or has sentences.
        ("4. Cake\n5. Tea\nHot.", &["2 4. Cake *", "2 5. Tea"][..]),
        ("We sell:\n1. Cake\n2. Tea\n3. Jam", &[]),
        ("We sell:\n4. Cake\nFresh.", &["2 4. Cake"]),
        ("1. We sell cake.\n2. We sell tea.", &[]),
        ("1) Cake\n2) Tea", &[]),
        ("1) Cake\nFresh.\n2) Tea\nHot.", &["2 1) Cake", "2 2) Tea"]),
        // A table of contents names what comes.
        (
            "Shop\n1. Cake\n1.1 Cream\n2. Tea\n\n1. Cake\nFresh.\n1.1 Cream\nCold.\n2. Tea\nHot.",
            &["2 1. Cake", "3 1.1 Cream", "2 2. Tea"],
        ),
        // No level is left out, whatever the numbers do; a repeated number stays.
        (
            "1.1.1 Cake\nFresh.\n1.1.2 Tea\nHot.\n1. Jam\nSweet.\n1. Jam\nRed.",
            &["2 1.1.1 Cake", "2 1.1.2 Tea", "2 1. Jam", "2 1. Jam"],
        ),
        (
            "1. A\n1.1 B\n1.1.1 C\n1.1.1.1 D\n1.1.1.1.1 E\n1.1.1.1.1.1 F",
            &["2 1. A", "3 1.1 B", "4 1.1.1 C", "5 1.1.1.1 D", "6 1.1.1.1.1 E *", "6 1.1.1.1.1.1 F *"],
        ),
        // Years, dates and amounts are no numbers of headings.
        ("Tea\n2031. A year\n10. Januar 2031\n21.03. Spring\n3.5 million cups", &[]),
        ("Address\n\nCake House\nMain Street 1\n12345 Town", &[]),
        ("Was wir tun\n\nWer backt?\nWir backen in der Nacht.", &["2 Wer backt?"]),
        ("سياسة\n١. الكعك\nنحن نخبز.\n١.٢ الشاي\nساخن.", &["2 ١. الكعك", "3 ١.٢ الشاي"]),
        ("１．蛋糕\n我们烤。", &["2 １．蛋糕"]),
    ] {
        let written = plain(source);
        assert_eq!(outline(&written), expected, "{source}");
        assert_eq!(all_lines(&written.document).join("\n"), source.replace("\n\n", "\n"));
    }
}

#[test]
fn a_wrapped_line_stays_with_its_sentence() {
    let written = plain(
        "Tea\n\nWe brew it\nby hand, and\n  slowly.\nIn cups.\n\n  - Green\n    or black\n      - Hot\n  - Cold\nso cold",
    );
    let [Block::Text(first), Block::Text(_), Block::List(entries)] = &written.document.lead[..] else {
        panic!("{:?}", written.document.lead)
    };
    assert_eq!(says(first), "We brew it\nby hand, and\nslowly.");
    assert_eq!(lines(&entries[0].blocks), ["Green", "or black", "- Hot"]);
    assert_eq!(lines(&entries[1].blocks), ["Cold", "so cold"]);
}

#[test]
fn a_short_line_that_stands_apart_is_a_heading_and_an_address_is_none() {
    let long = "We bake for everybody who comes by, and we write down as little as we can while we do.";
    for (source, expected) in [
        ("We bake.\n\nContact us\n\nprivacy@a.example", &["2 Contact us"][..]),
        ("We bake.\n\nContact us\n\nCake House\nMain Street 1\n12345 Town", &["2 Contact us"]),
        ("We bake.\n\nContact us\n\nCake House\n\nMain Street 1\n\n12345 Town\n\na@b.example", &["2 Contact us"]),
        ("We bake.\nHow to contact us\nEmail: me@a.example", &["2 How to contact us"]),
        ("We bake.\n\nKontakt\nme@a.example\n\nCake House\n\nMain Street 1\n\n12345 Town", &["2 Kontakt"]),
        ("We bake.\n\nLast updated 4.5.31\n\nLast updated May 2031\n\nCake House\nMain Street 1\n12345 Town", &[]),
        ("We bake.\n\nCake House\n\nMain Street 1\n\n12345 Town\n\nThank you", &[]),
        ("We bake.\n\nTo ask anything, write to\na@b.example", &[]),
        ("We bake.\n\nWrite to:\n\nCake House\n\nThe Mill\n\na@b.example", &[]),
        // Over a line that follows at once only where no line is broken.
        (&format!("{long} And the next day, again.\nHead Baker\n{long}"), &["2 Head Baker"]),
        (&format!("{long}\nso that nothing\nis lost.\nThe Head Baker and the Miller\n{long}"), &[]),
        (&format!("{long}\nso that nothing\nis lost.\nHead Baker\n{long}"), &["2 Head Baker"]),
        ("Baker\n\nOvens\nWe have two of them.\nCrumbs\nWe sweep all of them.", &["2 Ovens", "2 Crumbs"]),
    ] {
        assert_eq!(outline(&plain(source)), *expected, "{source}");
    }
}

#[test]
fn a_broken_line_is_no_heading() {
    for source in [
        "Wir verarbeiten Ihre personenbezogenen\nDaten nur, wenn Sie eingewilligt haben oder ein Gesetz es uns erlaubt.",
        "Wir backen.\n\nDie Verarbeitung erfolgt regelmäßig nur nach\nEinwilligung der Gäste, die bei uns am Tisch sitzen.",
        "We keep what everybody likes who comes to us in the Old\nBakery\n\nWe bake.",
        "We bake.\nPlease also read our Terms of\nService, which hold for all that you eat or take away.",
        "Die Regeln gelten in unserem Haus und seit dem\n1. Januar 2024 und wurden am\n3. März erneuert. Wir backen",
        "We bake.\n\nWe answer every letter within\n14. days of receipt",
    ] {
        assert_eq!(outline(&plain(source)), [""; 0], "{source}");
        assert_eq!(all_lines(&plain(source).document).join("\n"), source.replace("\n\n", "\n"));
        assert_eq!(outline(&markdown(source)), [""; 0], "{source}");
    }
    assert_eq!(plain("Wir bitten um Ihre\nDaten.").document.title, None);
    assert_eq!(outline(&plain("2. Law 2016/679\nIt holds.\n3. Tea")), ["2 2. Law 2016/679", "2 3. Tea *"]);
}
