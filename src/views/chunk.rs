//! One chunk of a view, drawn in a turn of the browser of its own, so that 5,000 items do not hold up a visitor for a second.
//!
//! It is a component, so that one that is drawn is neither read nor compared again when the next one comes.

use yew::prelude::*;

use super::app_context::AppContext;
use super::by_address::ByAddress;
use super::chunks::Chunks;
use super::draw::{Here, draw};
use super::element::Element;
use super::record_controls::{RecordControls, record_controls};

/// The first so many chunks.
pub(super) fn chunks(
    context: &ByAddress<AppContext>,
    content: &Chunks,
    first: usize,
    controls: &RecordControls,
) -> Html {
    let chunk = |index: usize| {
        // Only this one is drawn again when the record is erased.
        let controls = (content.own == Some(index)).then(|| controls.clone());
        html! { <Chunk key={index} context={context.clone()} read={content.read.clone()} {index} {controls} /> }
    };
    (0..content.count.min(first)).map(chunk).collect()
}

#[derive(Clone, PartialEq, Properties)]
struct ChunkProps {
    context: ByAddress<AppContext>,
    read: Callback<usize, Element>,
    index: usize,
    controls: Option<RecordControls>,
}

struct Chunk;

impl Component for Chunk {
    type Message = ();
    type Properties = ChunkProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let ChunkProps { context, read, index, controls } = ctx.props();
        let mut here = Here { signals: context.signals, ..Here::default() };
        if let Some(controls) = controls {
            here.record_controls = record_controls(&context.words, controls);
            here.has_saved_requests = controls.has_saved_requests;
        }
        draw(&context.pages, &here, &read.emit(*index))
    }
}
