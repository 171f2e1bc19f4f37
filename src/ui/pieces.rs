//! Long lists and texts are drawn in pieces, some in each turn of the browser: 5,000 items must not hold up a visitor for a second.
//!
//! A piece is a component, so that one that is drawn is not looked at again when the next one comes. The build draws all at once.

use std::cell::Cell;
use std::ops::Range;

use yew::prelude::*;

use super::policy::{Element, Place};
use super::{Shared, items, policy, services};

/// How many entries or blocks a piece has: a few milliseconds' work.
pub(super) const SIZE: usize = 20;

/// How much is drawn in this turn.
pub(super) struct Room {
    left: Cell<usize>,
    is_short: Cell<bool>,
}

impl Room {
    /// Room for so many pieces.
    pub fn of(pieces: usize) -> Self {
        Self { left: pieces.into(), is_short: false.into() }
    }

    /// Room for everything.
    #[cfg(feature = "compile")]
    pub fn whole() -> Self {
        Self::of(usize::MAX)
    }

    /// Whether something had to wait for the next turn.
    pub fn is_short(&self) -> bool {
        self.is_short.get()
    }

    fn take(&self) -> bool {
        let left = self.left.get();
        self.left.set(left.saturating_sub(1));
        self.is_short.set(self.is_short.get() || left == 0);
        left > 0
    }
}

/// What pieces are made of.
#[derive(Clone, PartialEq)]
pub(super) enum Whole {
    /// The declared items.
    Items(Place),
    /// The declared services.
    Services(Place),
    /// The elements of a policy.
    Elements(Shared<Vec<Element>>),
}

/// A stretch of a whole, in pieces, as far as there is room.
pub(super) fn pieces(declared: &Shared, room: &Room, whole: &Whole, range: Range<usize>) -> Html {
    let end = range.end;
    let ranges = range.step_by(SIZE).map(|from| from..end.min(from + SIZE)).take_while(|_| room.take());
    ranges
        .map(|Range { start, end }| {
            html! { <Piece key={start} declared={declared.clone()} whole={whole.clone()} {start} {end} /> }
        })
        .collect()
}

#[derive(Clone, PartialEq, Properties)]
struct PieceProps {
    declared: Shared,
    whole: Whole,
    start: usize,
    end: usize,
}

#[component]
fn Piece(props: &PieceProps) -> Html {
    let PieceProps { declared, whole, start, end } = props;
    let range = *start..*end;
    match whole {
        Whole::Items(place) => list(items::entries(declared, *place, range)),
        Whole::Services(place) => list(services::entries(declared, *place, range)),
        Whole::Elements(elements) => policy::elements(declared, &elements[range]),
    }
}

/// A list of its own for each piece: what is out of sight need not be laid out (content-visibility).
fn list(entries: Html) -> Html {
    html! { <ul class="entries piece">{ entries }</ul> }
}
