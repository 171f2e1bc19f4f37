//! The numbers of an owner's headings: sections that are missing, repeated or out of order. A text without numbers has no faults here.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::context::{Context, Violation, listed};
use crate::policy::{Heading, OwnText};

/// No policy has more; years and the sections of laws are higher.
pub(super) const HIGHEST: u32 = 99;

/// The headings that have the number of a section.
pub(super) fn numbered(text: &OwnText) -> impl Iterator<Item = &Heading> {
    let headings = text.parsed.headings.iter();
    headings.filter(|heading| !heading.number.is_empty() && heading.number.iter().all(|part| *part <= HIGHEST))
}

/// "2.1".
pub(super) fn dotted(number: &[u32]) -> String {
    number.iter().map(u32::to_string).collect::<Vec<_>>().join(".")
}

/// Gaps in the numbers, per parent; reported at the heading after the gap.
pub(super) fn missing(context: &Context) -> Vec<Violation> {
    let Some(text) = context.text else { return Vec::new() };
    // The numbers under each parent, and the line of the first heading that has each. "3.1" shows that there is a 3.
    let mut children: BTreeMap<&[u32], BTreeMap<u32, usize>> = BTreeMap::new();
    for heading in numbered(text) {
        for depth in 0..heading.number.len() {
            let (parent, number) = (&heading.number[..depth], heading.number[depth]);
            children.entry(parent).or_default().entry(number).or_insert(heading.line);
        }
    }
    let gaps = children.iter().flat_map(|(parent, numbers)| {
        let mut before = 0;
        let (mut names, mut lines) = (Vec::new(), Vec::new());
        for (number, line) in numbers {
            let named = |number: u32| dotted(&[*parent, &[number]].concat());
            match number.saturating_sub(before) {
                0 | 1 => {}
                2 => names.push(named(before + 1)),
                _ => names.push(format!("{} to {}", named(before + 1), named(number - 1))),
            }
            if *number > before + 1 {
                lines.push(*line);
            }
            before = *number;
        }
        let fix = "write the section, or renumber the headings";
        Violation::in_text(text, lines, format!("{} missing", sections(&names)), fix)
    });
    gaps.collect()
}

pub(super) fn repeated(context: &Context) -> Vec<Violation> {
    let Some(text) = context.text else { return Vec::new() };
    let mut lines: BTreeMap<&[u32], Vec<usize>> = BTreeMap::new();
    numbered(text).for_each(|heading| lines.entry(&heading.number).or_default().push(heading.line));
    lines.retain(|_, lines| lines.len() > 1);
    let names: Vec<_> = lines.keys().map(|number| dotted(number)).collect();
    let lines: BTreeSet<usize> = lines.into_values().flatten().collect();
    let sentence = format!("several headings have the same number: {}", listed(&names));
    Violation::in_text(text, lines, sentence, "renumber them, and what refers to them")
}

/// "section 3 is", "sections 3 and 6 to 8 are".
fn sections(names: &[String]) -> String {
    match names {
        [one] if !one.contains(' ') => format!("section {one} is"),
        _ => format!("sections {} are", listed(names)),
    }
}

/// Only the headings that are out of place: the fewest without which the others are in order.
pub(super) fn out_of_order(context: &Context) -> Vec<Violation> {
    let Some(text) = context.text else { return Vec::new() };
    let mut siblings: BTreeMap<&[u32], Vec<&Heading>> = BTreeMap::new();
    for heading in numbered(text) {
        siblings.entry(&heading.number[..heading.number.len() - 1]).or_default().push(heading);
    }
    let parents: HashSet<&[u32]> = numbered(text).map(|heading| heading.number.as_slice()).collect();
    let mut misplaced: BTreeSet<usize> = siblings.values().flat_map(|headings| unsorted(headings)).collect();
    // A part belongs behind its parent or another part of it.
    let mut before: &[u32] = &[];
    for heading in numbered(text) {
        let parent = &heading.number[..heading.number.len() - 1];
        if parents.contains(parent) && !before.starts_with(parent) {
            misplaced.insert(heading.line);
        } else {
            before = &heading.number;
        }
    }
    let names = numbered(text).filter(|heading| misplaced.contains(&heading.line));
    let names: Vec<_> = names.map(|heading| dotted(&heading.number)).collect();
    let sentence = format!("{} out of order", sections(&names));
    Violation::in_text(text, misplaced, sentence, "move it to where its number belongs, or renumber the headings")
}

/// The lines of the headings outside a longest sequence that never goes down (by patience: the ends of the best sequences so far).
fn unsorted(headings: &[&Heading]) -> Vec<usize> {
    let (mut ends, mut before): (Vec<usize>, Vec<Option<usize>>) = (Vec::new(), Vec::new());
    for (index, heading) in headings.iter().enumerate() {
        let length = ends.partition_point(|end| headings[*end].number <= heading.number);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        if length == ends.len() { ends.push(index) } else { ends[length] = index }
    }
    let mut sorted = HashSet::new();
    let mut next = ends.last().copied();
    while let Some(index) = next {
        sorted.insert(index);
        next = before[index];
    }
    headings.iter().enumerate().filter(|(index, _)| !sorted.contains(index)).map(|(_, heading)| heading.line).collect()
}
