//! Which lines are headings by their number: a pasted text has nothing else to tell them from its lists.

use std::collections::HashMap;

use super::TextFormat;
use super::lines::{Line, Start};
use super::numbers::{begins_small, is_short};

/// Which lines are headings by their number.
///
/// A line of number and short title is a heading, unless it is an entry of a list: numbers of one part that count up with nothing
/// between them are a list where they begin with 1 after a colon, or where they are written "1)"; in Markdown always. A line is
/// also an entry where it appears once more further down, as in a table of contents, or deeper than the entry directly before it.
pub(super) fn headings(lines: &[Line], form: TextFormat) -> Vec<bool> {
    let mut headings = vec![false; lines.len()];
    let mut start = 0;
    while start < lines.len() {
        let end = run(lines, start, form);
        let is_list = end - start > 1 && is_list(lines, start, form);
        for at in start..end {
            let is_small = end - start > 1 && lines[at].number().is_some_and(|number| begins_small(number.words));
            headings[at] =
                !is_list && !is_small && can_be_heading(lines, at, form) && !goes_on_a_list(lines, &headings, at, form);
        }
        start = end;
    }
    let last: HashMap<_, _> = lines.iter().zip(0..).map(|(line, at)| (line.text, at)).collect();
    let again = |at: usize| lines.get(at).is_some_and(|line| line.number().is_some() && last[line.text] > at);
    for (at, is_heading) in headings.iter_mut().enumerate() {
        *is_heading &= !(again(at) && (again(at + 1) || at > 0 && again(at - 1)));
    }
    headings
}

/// The end of the run of numbers of one part that begins here.
fn run(lines: &[Line], start: usize, form: TextFormat) -> usize {
    // A number that the next line divides ("2." before "2.1") is a heading, and no part of a run.
    let single = |at: usize| {
        let number = lines.get(at)?.single()?.parts[0];
        let divided =
            lines.get(at + 1).and_then(Line::number).is_some_and(|next| next.parts[0] == number && !next.is_single());
        (!divided).then_some(number)
    };
    let follows = |at: usize| match (single(at - 1), single(at), form) {
        // Markdown's lists may be numbered "1." throughout, and loose in one place.
        (Some(before), Some(number), TextFormat::Markdown) => number >= before,
        (Some(before), Some(number), TextFormat::Plain) => {
            let (line, first, second) = (&lines[at], &lines[start], &lines[start + 1]);
            number > before && line.indent == first.indent && line.is_apart == second.is_apart
        }
        _ => false,
    };
    (start + 1..).find(|at| !follows(*at)).unwrap_or(lines.len())
}

fn is_list(lines: &[Line], start: usize, form: TextFormat) -> bool {
    let first = &lines[start];
    let is_announced = start > 0 && lines[start - 1].text.ends_with([':', '：']);
    let begins = first.number().is_some_and(|number| number.parts == [1]);
    let has_bracket = first.number().is_some_and(|number| number.mark.ends_with([')', '）']));
    form == TextFormat::Markdown || has_bracket || is_announced && begins
}

fn can_be_heading(lines: &[Line], at: usize, form: TextFormat) -> bool {
    let line = &lines[at];
    let Some(number) = line.number().filter(|number| is_short(number.words, 80)) else { return false };
    // A long line that the next one goes on with is the beginning of a sentence.
    let next = lines.get(at + 1);
    let is_cut = line.text.chars().count() >= 50 && next.is_some_and(|next| next.goes_on(line.text));
    let before = at.checked_sub(1).map(|before| &lines[before]);
    let is_inside = !line.is_apart
        && before.is_some_and(|before| !matches!(before.start, Start::Words) && before.indent < line.indent);
    // In Markdown, what is indented belongs to the entry above it, if it is indented as deep as that entry's words.
    let has_more = number.is_single() && next.is_some_and(|next| next.indent > number.mark.chars().count());
    let is_entry = form == TextFormat::Markdown && (line.indent > 0 || has_more);
    !is_cut && !is_inside && !is_entry
}

/// Whether this is the next entry of a list of Markdown: only indented lines are between it and an entry.
fn goes_on_a_list(lines: &[Line], headings: &[bool], at: usize, form: TextFormat) -> bool {
    let before = lines[..at].iter().rposition(|line| line.indent < 2);
    form == TextFormat::Markdown
        && before.is_some_and(|before| before + 1 < at && lines[before].single().is_some() && !headings[before])
}
