//! References in an owner's text, such as "see section 13", to sections that it does not have.

use std::collections::{BTreeMap, HashSet};

use super::facts::{Facts, Fault, listed};
use super::numbers::{HIGHEST, dotted, numbered};

/// What a section is called, in small letters, in the languages that there are words for.
const SECTION: [&str; 12] = [
    "section",
    "sections",
    "§",
    "§§",
    "abschnitt",
    "abschnitts",
    "abschnitte",
    "abschnitten",
    "ziffer",
    "ziffern",
    "القسم",
    "قسم",
];
/// What begins the name of another document: "section 5 of the FTC Act".
const OF: [&str; 6] = ["of", "der", "des", "von", "vom", "من"];
/// What brings it back to this one: "section 5 of this policy".
const THIS: [&str; 5] = ["this", "dieser", "dieses", "هذه", "هذا"];

pub(super) fn missing(facts: &Facts) -> Vec<Fault> {
    let Some(text) = facts.text else { return Vec::new() };
    let known: HashSet<&[u32]> =
        numbered(text).flat_map(|heading| (1..=heading.number.len()).map(|depth| &heading.number[..depth])).collect();
    let Some(deepest) = known.iter().map(|number| number.len()).max() else { return Vec::new() };
    let mut lines: BTreeMap<Vec<u32>, Vec<usize>> = BTreeMap::new();
    for (line, mut number) in references(&text.source) {
        // Where only sections have headings, "4.2" may be a paragraph of section 4.
        number.truncate(deepest);
        if !known.contains(number.as_slice()) {
            lines.entry(number).or_default().push(line);
        }
    }
    let names: Vec<_> = lines.keys().map(|number| dotted(number)).collect();
    let mut lines: Vec<_> = lines.into_values().flatten().collect();
    lines.sort_unstable();
    let sentence = format!("the text refers to a section that it does not have: {}", listed(&names));
    Fault::in_text(text, lines, sentence, "write that section, or refer to the one that is meant")
}

/// The numbers that stand behind a word for "section", and the lines of that word. Sections of laws are left out.
fn references(source: &str) -> Vec<(usize, Vec<u32>)> {
    let lines = source.lines().enumerate();
    let words: Vec<(usize, &str)> =
        lines.flat_map(|(line, text)| text.split_whitespace().map(move |word| (line + 1, word))).collect();
    let next = |place: usize| words.get(place).map_or("", |(_, word)| *word);
    let found = words.iter().enumerate().filter_map(|(place, (line, word))| {
        let word = word.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '§');
        // "§5" is one word, "section 5" two.
        let (number, behind) = match word.trim_start_matches('§') {
            joined if joined.len() < word.len() && !joined.is_empty() => (joined, place + 1),
            _ if SECTION.contains(&word.to_lowercase().as_str()) => (next(place + 1), place + 2),
            _ => return None,
        };
        let (number, rest) = leading(number.trim_start_matches(|c: char| !c.is_alphanumeric()))?;
        // A comma or a full stop ends the name; a bracket, as in "5(a)", or nothing does not.
        let goes_on = rest.is_empty() || rest.starts_with('(');
        let is_elsewhere = goes_on && names_a_law(next(behind), next(behind + 1));
        (!is_elsewhere && number[0] <= HIGHEST).then_some((*line, number))
    });
    found.collect()
}

/// Whether these words continue to another text: "of the FTC Act", "Abs. 1", "TDDDG".
fn names_a_law(first: &str, second: &str) -> bool {
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let is_short_for_a_law = first.chars().filter(|c| c.is_uppercase()).count() > 1;
    is_short_for_a_law
        || ["abs", "absatz", "satz", "nr"].contains(&bare(first).as_str())
        || OF.contains(&bare(first).as_str()) && !THIS.contains(&bare(second).as_str())
}

/// The number at the beginning of a word, such as "3.2" in "3.2,", and what follows it.
fn leading(word: &str) -> Option<(Vec<u32>, &str)> {
    let mut number = Vec::new();
    let mut rest = word;
    loop {
        let digits = rest.find(|c| digit(c).is_none()).unwrap_or(rest.len());
        let part = rest[..digits]
            .chars()
            .filter_map(digit)
            .try_fold(0_u32, |sum, digit| sum.checked_mul(10)?.checked_add(digit));
        number.push(part.filter(|_| digits > 0)?);
        rest = &rest[digits..];
        match rest.strip_prefix('.') {
            Some(after) if after.starts_with(|c| digit(c).is_some()) => rest = after,
            _ => return Some((number, rest)),
        }
    }
}

/// A digit, of Arabic texts as well.
fn digit(c: char) -> Option<u32> {
    c.to_digit(10).or_else(|| matches!(c, '٠'..='٩').then(|| c as u32 - '٠' as u32))
}
