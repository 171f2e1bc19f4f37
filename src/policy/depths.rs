//! How deep the headings of a Markdown text are: their numbers tell it, or their signs, whichever say that it is deeper.

use super::Block;
use super::numbers::Number;
use super::written::{Piece, Text};

/// What stands in a Markdown text.
pub(super) enum Found {
    /// A heading, with as many signs (`#`) as it has: none where only its number makes it one.
    Heading { at: usize, signs: Option<usize>, title: String },
    /// Anything else.
    Block(Block),
}

/// The same as a text. The first heading is its title where it alone has one sign, no number, and nothing before it.
pub(super) fn text(found: Vec<Found>) -> Text {
    let signed = || {
        found.iter().filter_map(|it| match it {
            Found::Heading { signs: Some(signs), title, .. } => Some((*signs, parts(title))),
            _ => None,
        })
    };
    let has_title = signed().filter(|(signs, _)| *signs == 1).count() == 1
        && matches!(&found[0], Found::Heading { signs: Some(1), title, .. } if parts(title).is_none());
    // The signs that stand above a number of one part, where both are used.
    let numbered = || signed().filter_map(|(signs, parts)| Some((signs, parts?)));
    let highest = numbered().map(|(signs, _)| signs).min().zip(numbered().map(|(_, parts)| parts).min());
    let above = highest.map(|(signs, parts)| signs.saturating_sub(parts));
    let mut text = Text::default();
    let mut last = 0;
    for (place, it) in found.into_iter().enumerate() {
        match it {
            Found::Block(block) => text.pieces.push(Piece::Block(block)),
            Found::Heading { title, .. } if has_title && place == 0 => text.title = Some(title),
            Found::Heading { at, signs, title } => {
                let depth = match (parts(&title), signs) {
                    (Some(parts), signs) => signs.unwrap_or(0).max(above.unwrap_or(last) + parts),
                    (None, signs) => signs.unwrap_or(last + 1),
                };
                last = signs.unwrap_or(last);
                text.pieces.push(Piece::Heading { at, depth, title });
            }
        }
    }
    text
}

fn parts(title: &str) -> Option<usize> {
    Number::of(title).map(|number| number.parts.len())
}
