//! References in an owner's text, such as "see section 13", to sections that it does not have.

use std::collections::{BTreeSet, HashSet};

use super::context::{Context, Violation, listed};
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
const OF: [&str; 8] = ["of", "der", "des", "von", "vom", "unserer", "unseres", "من"];
/// What brings it back to this one: "section 5 of this policy".
const THIS: [&str; 5] = ["this", "dieser", "dieses", "هذه", "هذا"];
/// What comes before the name of a document: "in our Terms, section 4", "section 4 in our Terms".
const OUR: [&str; 9] = ["our", "the", "their", "your", "unsere", "unseren", "unserer", "den", "der"];
/// What goes on to one more number: "sections 3, 9 and 12".
const AND: [&str; 6] = ["and", "or", "&", "und", "oder", "و"];
/// What is counted, and so is no section: "under section 3, 30 days later".
const COUNTED: [&str; 16] = [
    "business", "calendar", "minutes", "hours", "days", "weeks", "months", "years", "stunden", "tage", "tagen",
    "wochen", "monate", "monaten", "jahre", "jahren",
];

pub(super) fn missing(context: &Context) -> Vec<Violation> {
    let Some(text) = context.text else { return Vec::new() };
    let known: HashSet<&[u32]> =
        numbered(text).flat_map(|heading| (1..=heading.number.len()).map(|depth| &heading.number[..depth])).collect();
    let Some(deepest) = known.iter().map(|number| number.len()).max() else { return Vec::new() };
    let (mut absent, mut lines) = (BTreeSet::new(), BTreeSet::new());
    for (line, mut number) in references(&text.source) {
        // Where only sections have headings, "4.2" may be a paragraph of section 4.
        number.truncate(deepest);
        if !known.contains(number.as_slice()) {
            lines.insert(line);
            absent.insert(number);
        }
    }
    let names: Vec<_> = absent.iter().map(|number| dotted(number)).collect();
    let sentence = format!("your text refers to an unknown section: {}", listed(&names));
    Violation::in_text(text, lines, sentence, "write that section, or correct the reference")
}

/// A word of a text, and its line.
type Word<'a> = (usize, &'a str);

/// The numbers after a word for "section", and the lines of that word. Sections of laws are left out.
fn references(source: &str) -> Vec<(usize, Vec<u32>)> {
    let lines = source.lines().enumerate();
    let words: Vec<Word> =
        lines.flat_map(|(line, text)| text.split_whitespace().map(move |word| (line + 1, word))).collect();
    let mut found = Vec::new();
    for (index, (line, word)) in words.iter().enumerate() {
        let word = word.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '§');
        // "§5" is one word, "section 5" two.
        let (first, at) = match word.trim_start_matches('§') {
            joined if joined.len() < word.len() && !joined.is_empty() => (joined, index),
            _ if SECTION.contains(&word.to_lowercase().as_str()) => (at(&words, index + 1), index + 1),
            _ => continue,
        };
        let (numbers, is_elsewhere) = numbers(first, &words, at);
        // A number that no policy has is that of a law's section.
        let is_of_a_law = numbers.first().is_none_or(|number| number[0] > HIGHEST);
        if !is_elsewhere && !is_of_a_law && !follows_a_name(&words[..=index]) {
            found.extend(numbers.into_iter().filter(|number| number[0] <= HIGHEST).map(|number| (*line, number)));
        }
    }
    found
}

fn at<'a>(words: &[Word<'a>], index: usize) -> &'a str {
    words.get(index).map_or("", |(_, word)| *word)
}

/// The word in small letters, without the marks around it.
fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '&').to_lowercase()
}

/// The numbers of a list, of which the first is in the word at that place, and whether it goes on to another text.
fn numbers(first: &str, words: &[Word], mut index: usize) -> (Vec<Vec<u32>>, bool) {
    let mut numbers = Vec::new();
    let mut next = leading(first.trim_start_matches(|c: char| !c.is_alphanumeric()));
    while let Some((number, rest)) = next {
        numbers.push(number);
        let rest = rest.trim_matches(['*', '_']);
        let is_listed = rest.ends_with(',');
        // Brackets, as in "5(a)", or a link's target belong to the number; a comma or a full stop ends the name.
        let rest = rest.trim_end_matches(',');
        let goes_on = rest.is_empty() || rest.ends_with(')') && rest.starts_with(['(', ']']);
        let is_and = AND.contains(&at(words, index + 1));
        let more = index + 1 + usize::from(is_and);
        let word = at(words, more).trim_start_matches(['[', '*', '_']);
        let (word, is_and) = word.strip_prefix('و').map_or((word, is_and), |word| (word, true));
        next = leading(word)
            .filter(|_| goes_on && (is_and || is_listed) && !COUNTED.contains(&bare(at(words, more + 1)).as_str()));
        if next.is_none() {
            return (numbers, goes_on && !is_listed && names_a_law(at(words, index + 1), at(words, index + 2)));
        }
        index = more;
    }
    (numbers, false)
}

/// Whether these words continue to another text: "of the FTC Act", "in our Terms", "Abs. 1", "TDDDG".
fn names_a_law(first: &str, second: &str) -> bool {
    let is_short_for_a_law = first.chars().filter(|c| c.is_uppercase()).count() > 1;
    let (first, second) = (bare(first), bare(second));
    is_short_for_a_law
        || ["abs", "absatz", "satz", "nr"].contains(&first.as_str())
        || OF.contains(&first.as_str()) && !THIS.contains(&second.as_str())
        || first == "in" && OUR.contains(&second.as_str())
}

/// Whether the name of another document comes before the last of these words: "under our Terms of Service, section".
fn follows_a_name(words: &[Word]) -> bool {
    const MOST: usize = 5;
    let mut behind: Option<Word> = None;
    let Some(((line, _), before)) = words.split_last() else { return false };
    for &(on, word) in before.iter().rev().take(MOST + 1) {
        let is_near = on + 1 >= behind.map_or(*line, |(line, _)| line);
        let is_last = behind.is_none();
        let name = word.trim_start_matches(|c: char| !c.is_alphanumeric());
        if OUR.contains(&bare(word).as_str()) {
            return is_near && !is_last && name.ends_with(char::is_alphanumeric);
        }
        let is_of_a_name =
            name.starts_with(char::is_uppercase) || !is_last && ["of", "and", "for", "&"].contains(&word);
        let goes_on = !name.ends_with(['.', ':', ';', '!', '?']) && (is_last || !name.ends_with(','));
        if !is_near || !is_of_a_name || !goes_on {
            return false;
        }
        behind = Some((on, word));
    }
    false
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
