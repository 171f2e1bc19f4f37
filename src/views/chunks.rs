//! A view's content, in the pieces that the build cut it into: one in each turn of the browser, because 5,000 items must not hold
//! up a visitor for a second.
//!
//! A piece is a component, so that one that is drawn is neither read nor looked at again when the next one comes.

use yew::prelude::*;

use super::element::{Element, Here, draw};
use super::record_controls::{Own, own};
use super::{Given, Shared};

/// The content of a view. Each piece is read when it is drawn: reading a long one whole would take a turn far too long.
#[derive(Clone, Debug, PartialEq)]
pub struct Pieces {
    /// How many there are.
    pub count: usize,
    /// Which of them has the visitor's own record in it.
    pub own: Option<usize>,
    /// Reads one of them.
    pub read: Callback<usize, Element>,
}

/// The first so many pieces.
pub(super) fn pieces(given: &Shared<Given>, content: &Pieces, first: usize, own: &Own) -> Html {
    let piece = |place: usize| {
        // Only this one is drawn again when the record is erased.
        let own = (content.own == Some(place)).then(|| own.clone());
        html! { <Piece key={place} given={given.clone()} read={content.read.clone()} {place} {own} /> }
    };
    (0..content.count.min(first)).map(piece).collect()
}

#[derive(Clone, PartialEq, Properties)]
struct PieceProps {
    given: Shared<Given>,
    read: Callback<usize, Element>,
    place: usize,
    own: Option<Own>,
}

struct Piece;

impl Component for Piece {
    type Message = ();
    type Properties = PieceProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let PieceProps { given, read, place, own: state } = ctx.props();
        let mut here = Here { signals: given.signals, ..Here::default() };
        if let Some(state) = state {
            (here.own, here.is_kept) = (own(&given.words, state), state.is_kept);
        }
        draw(&given.pages, &here, &read.emit(*place))
    }
}
