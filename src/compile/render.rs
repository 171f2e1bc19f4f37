//! Renders a component to HTML: the only place where Yew runs without a browser.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use yew::LocalServerRenderer;
use yew::html::BaseComponent;

/// The HTML of a component, without the markers for hydration.
pub(super) fn render<C>(props: C::Properties) -> String
where
    C: BaseComponent + 'static,
    C::Properties: 'static,
{
    // These components wait for nothing external, so polling again is enough, without a runtime.
    let mut html = pin!(LocalServerRenderer::<C>::with_props(props).hydratable(false).render());
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(html) = html.as_mut().poll(&mut context) {
            return html;
        }
    }
}
