//! How deep the headings of a text in Markdown or HTML are: their numbers tell it, or their signs, whichever say that it is deeper.

use super::Block;
use super::numbers::Number;
use super::outline::{Outline, OutlineEntry};
use super::source_blocks::SourceBlock;
use super::visual_headings::with_visual_headings;

/// The same as a text. The first heading is its title where it alone has one sign, no number, and nothing before it.
pub(super) fn outline(found: Vec<SourceBlock>) -> Outline {
    let found = with_visual_headings(found);
    let signed = || {
        found.iter().filter_map(|it| match it {
            SourceBlock::Heading { signs: Some(signs), title, .. } => Some((*signs, number_parts(title))),
            _ => None,
        })
    };
    // Or it has the fewest of all, alone, and several others are below it.
    let fewest = signed().map(|(signs, _)| signs).min();
    let of_fewest = signed().filter(|(signs, _)| Some(*signs) == fewest).count();
    let is_top = |signs: usize| signs == 1 || Some(signs) == fewest && signed().count() > 2;
    let has_title = of_fewest == 1
        && matches!(&found[0], SourceBlock::Heading { signs: Some(signs), title, .. } if is_top(*signs) && number_parts(title).is_none());
    // What has no signs of its own is no higher than the parts that have.
    let highest_part = signed().skip(usize::from(has_title)).map(|(signs, _)| signs).min().unwrap_or(0);
    // The signs of the level above a number of one part, where both are used.
    let numbered = || signed().filter_map(|(signs, number_parts)| Some((signs, number_parts?)));
    let highest = numbered().map(|(signs, _)| signs).min().zip(numbered().map(|(_, number_parts)| number_parts).min());
    let above = highest.map(|(signs, number_parts)| signs.saturating_sub(number_parts));
    let mut text = Outline::default();
    let mut last = 0;
    for (index, it) in found.into_iter().enumerate() {
        match it {
            SourceBlock::Block(block) => text.entries.push(OutlineEntry::Block(block)),
            SourceBlock::Paragraph(line) => text.entries.push(OutlineEntry::Block(Block::Text(line.spans))),
            SourceBlock::Heading { title, .. } if has_title && index == 0 => text.title = Some(title),
            SourceBlock::Heading { at, signs, title, ids } => {
                let depth = match (number_parts(&title), signs) {
                    (Some(number_parts), signs) => signs.unwrap_or(0).max(above.unwrap_or(last) + number_parts),
                    (None, signs) => signs.unwrap_or((last + 1).max(highest_part)),
                };
                last = signs.unwrap_or(last);
                text.entries.push(OutlineEntry::Heading { at, depth, title, ids });
            }
        }
    }
    text
}

fn number_parts(title: &str) -> Option<usize> {
    Number::of(title).map(|number| number.parts.len())
}
