//! Renders a component to HTML, as a browser would draw it first: the one place where Yew runs without a browser.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use yew::LocalServerRenderer;
use yew::html::BaseComponent;

/// The HTML of a component, without the marks that hydration would need.
pub(super) fn render<C>(props: C::Properties) -> String
where
    C: BaseComponent + 'static,
    C::Properties: 'static,
{
    // These components wait for nothing outside of themselves, so asking again is enough, and no runtime is needed.
    let mut html = pin!(LocalServerRenderer::<C>::with_props(props).hydratable(false).render());
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(html) = html.as_mut().poll(&mut context) {
            return html;
        }
    }
}
