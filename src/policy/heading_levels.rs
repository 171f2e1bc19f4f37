//! How deep the headings of a text in Markdown or HTML are: their numbers tell it, or their signs, whichever say that it is deeper.

use super::Block;
use super::numbers::Number;
use super::own_text::{Piece, Text};
use super::visual_headings::{Line, resolved};

/// What a text consists of.
pub(super) enum Found {
    /// A heading, with as many signs (`#`) as it has: none where only its number makes it one.
    Heading { at: usize, signs: Option<usize>, title: String, ids: Vec<String> },
    /// A paragraph of the document itself, which may be a heading.
    Line(Line),
    /// Anything else.
    Block(Block),
}

/// The same as a text. The first heading is its title where it alone has one sign, no number, and nothing before it.
pub(super) fn text(found: Vec<Found>) -> Text {
    let found = resolved(found);
    let signed = || {
        found.iter().filter_map(|it| match it {
            Found::Heading { signs: Some(signs), title, .. } => Some((*signs, parts(title))),
            _ => None,
        })
    };
    // Or it has the fewest of all, alone, and several others stand under it.
    let fewest = signed().map(|(signs, _)| signs).min();
    let of_fewest = signed().filter(|(signs, _)| Some(*signs) == fewest).count();
    let is_top = |signs: usize| signs == 1 || Some(signs) == fewest && signed().count() > 2;
    let has_title = of_fewest == 1
        && matches!(&found[0], Found::Heading { signs: Some(signs), title, .. } if is_top(*signs) && parts(title).is_none());
    // What has no signs of its own is no higher than the parts that have.
    let highest_part = signed().skip(usize::from(has_title)).map(|(signs, _)| signs).min().unwrap_or(0);
    // The signs that stand above a number of one part, where both are used.
    let numbered = || signed().filter_map(|(signs, parts)| Some((signs, parts?)));
    let highest = numbered().map(|(signs, _)| signs).min().zip(numbered().map(|(_, parts)| parts).min());
    let above = highest.map(|(signs, parts)| signs.saturating_sub(parts));
    let mut text = Text::default();
    let mut last = 0;
    for (place, it) in found.into_iter().enumerate() {
        match it {
            Found::Block(block) => text.pieces.push(Piece::Block(block)),
            Found::Line(line) => text.pieces.push(Piece::Block(Block::Text(line.spans))),
            Found::Heading { title, .. } if has_title && place == 0 => text.title = Some(title),
            Found::Heading { at, signs, title, ids } => {
                let depth = match (parts(&title), signs) {
                    (Some(parts), signs) => signs.unwrap_or(0).max(above.unwrap_or(last) + parts),
                    (None, signs) => signs.unwrap_or((last + 1).max(highest_part)),
                };
                last = signs.unwrap_or(last);
                text.pieces.push(Piece::Heading { at, depth, title, ids });
            }
        }
    }
    text
}

fn parts(title: &str) -> Option<usize> {
    Number::of(title).map(|number| number.parts.len())
}
