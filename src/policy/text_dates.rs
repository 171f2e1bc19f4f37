//! The dates that a text says of itself ("Last updated: 3 October 2026"), in the forms and languages that people write them in.

use super::date_words::{DATED, MONTHS};
use super::numbers::digit;
use crate::site::{Day, StatedDate};

/// A date as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextDate {
    /// It can only be this one.
    Known(StatedDate),
    /// It is two dates, depending on where its reader lives: "03/04/2026".
    Unclear(String),
}

/// The dates that the lines of a text say of it, each with its line, from 1.
pub fn dates(source: &str) -> Vec<(usize, TextDate)> {
    let lines: Vec<String> = source.lines().map(str::to_lowercase).collect();
    let dates = lines.iter().enumerate().filter_map(|(at, line)| {
        let says = |line: &str| DATED.split('|').any(|word| has_word(line, word));
        // The date may be on the next line, or alone on a line near the top.
        let is_said = says(line) || at > 0 && is_short(line) && says(&lines[at - 1]) && is_short(&lines[at - 1]);
        let is_top = at < 12 && line.split_whitespace().count() < 6;
        (is_said || is_top).then(|| date(line)).flatten().map(|date| (at + 1, date))
    });
    dates.collect()
}

/// Whether a text says of when it is, if only by a year.
pub fn is_dated(source: &str) -> bool {
    let has_year = |line: &str| line.split(|c: char| !c.is_alphanumeric()).any(|word| year(word).is_some());
    let says = |line: &str| DATED.split('|').any(|word| has_word(line, word)) && has_year(line);
    !dates(source).is_empty() || source.lines().any(|line| says(&line.to_lowercase()))
}

fn is_short(line: &str) -> bool {
    line.chars().count() < 60
}

fn has_word(line: &str, word: &str) -> bool {
    let is_apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    line.match_indices(word).any(|(at, _)| {
        // Arabic joins articles and words before it.
        let joins = word.starts_with(|first: char| first > '\u{5FF}');
        joins || is_apart(line[..at].chars().next_back()) && is_apart(line[at + word.len()..].chars().next())
    })
}

/// The first date in a line in small letters.
pub(super) fn date(line: &str) -> Option<TextDate> {
    let words: Vec<&str> = line
        .split(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | '/' | '-' | '٫' | '年' | '月'))
        .map(trimmed)
        .filter(|word| !word.is_empty())
        .collect();
    let figures = || words.iter().find_map(|word| figures(word));
    by_name(&words).or_else(figures)
}

fn trimmed(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// "3 October 2026", "October 3rd, 2026", "3. Oktober 2026", "1er octobre 2026", "3 de octubre de 2026", "October 2026".
fn by_name(words: &[&str]) -> Option<TextDate> {
    const LINKS: [&str; 6] = ["de", "del", "of", "den", "the", "do"];
    let words: Vec<&str> = words
        .iter()
        .flat_map(|word| word.split(['-', '.', '/']))
        .filter(|word| !word.is_empty() && !LINKS.contains(word))
        .collect();
    words.iter().enumerate().find_map(|(at, word)| {
        let month = month(word)?;
        let before = at.checked_sub(1).and_then(|at| words.get(at).copied());
        let (next, after) = (words.get(at + 1).copied(), words.get(at + 2).copied());
        let known = |year: Option<u16>, day: Option<u8>| {
            let year = year?;
            Some(match day {
                Some(day) => StatedDate::Day(Day::new(year, month, day)?),
                None => StatedDate::Month { year, month },
            })
        };
        let date = match (before.and_then(day), before.and_then(year)) {
            // "2026 October 3"
            (_, Some(of)) if next.and_then(year).is_none() => known(Some(of), next.and_then(day)),
            (before, _) => match next.and_then(year) {
                Some(of) => known(Some(of), before),
                None => known(after.and_then(year), next.and_then(day)),
            },
        };
        date.map(TextDate::Known)
    })
}

/// "2026-10-03", "2026/10/03", "3.10.2026", "2026年10月3日", "13/10/2026"; "03/04/2026" is unclear.
fn figures(word: &str) -> Option<TextDate> {
    let parts: Vec<&str> = word.split(|c: char| digit(c).is_none()).filter(|part| !part.is_empty()).collect();
    let signs: String = word.chars().filter(|c| digit(*c).is_none()).collect();
    let day_of = |year: Option<u16>, month: u8, day: u8| Some(StatedDate::Day(Day::new(year?, month, day)?));
    let small =
        |part: &str| number(part).filter(|_| part.chars().count() < 3).and_then(|number| u8::try_from(number).ok());
    let known = match parts[..] {
        [of, month, day] if year(of).is_some() => day_of(year(of), small(month)?, small(day)?),
        [of, month] if year(of).is_some() && month.chars().count() == 2 && "-/.".contains(signs.as_str()) => {
            small(month)
                .filter(|month| (1..=12).contains(month))
                .map(|month| StatedDate::Month { year: year(of).unwrap_or(0), month })
        }
        [first, second, of] => {
            let of = year(of).or_else(|| small(of).filter(|_| signs.contains('.')).map(|of| 2000 + u16::from(of)));
            let (first, second) = (small(first)?, small(second)?);
            let (european, american) = (day_of(of, second, first), day_of(of, first, second));
            match (european, american) {
                // With dots, the day is first everywhere.
                (european, _) if signs.contains('.') => european,
                (Some(european), Some(american)) if european != american => {
                    return Some(TextDate::Unclear(word.into()));
                }
                (european, american) => european.or(american),
            }
        }
        [month, of] if year(of).is_some() && !signs.contains('-') => small(month)
            .filter(|month| (1..=12).contains(month))
            .map(|month| StatedDate::Month { year: year(of).unwrap_or(0), month }),
        _ => None,
    };
    known.map(TextDate::Known)
}

fn month(word: &str) -> Option<u8> {
    let index = |is_it: &dyn Fn(&str) -> bool| MONTHS.iter().position(|names| names.split('|').any(is_it));
    // "oct", "sept", "okt": three letters at least of one name.
    let is_begun = word.chars().count() >= 3 && word.is_ascii();
    let found = index(&|name| name == word).or_else(|| index(&|name| is_begun && name.starts_with(word)))?;
    u8::try_from(found + 1).ok()
}

fn day(word: &str) -> Option<u8> {
    const ENDS: [&str; 10] = ["st", "nd", "rd", "th", "er", "re", "º", "ª", "°", "e"];
    let end = word.find(|c| digit(c).is_none()).unwrap_or(word.len());
    let (figures, rest) = word.split_at(end);
    let is_day = rest.is_empty() || ENDS.contains(&rest);
    let day = number(figures).filter(|_| is_day && figures.chars().count() < 3)?;
    u8::try_from(day).ok().filter(|day| (1..=31).contains(day))
}

fn year(word: &str) -> Option<u16> {
    let year = number(word).filter(|_| word.chars().count() == 4)?;
    u16::try_from(year).ok().filter(|year| (1990..2100).contains(year))
}

fn number(word: &str) -> Option<u32> {
    let is_short = !word.is_empty() && word.chars().count() < 5;
    is_short.then(|| word.chars().try_fold(0, |value, c| Some(value * 10 + digit(c)?)))?
}
