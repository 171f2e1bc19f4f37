//! Renders a component to HTML, as a browser would draw it first: the one place where Yew runs without a browser.

use yew::LocalServerRenderer;
use yew::html::BaseComponent;

/// The HTML of a component, without the marks that hydration would need.
pub(super) fn render<C>(props: C::Properties) -> String
where
    C: BaseComponent + 'static,
    C::Properties: 'static,
{
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    // A runtime of one thread that watches nothing asks the system for nothing.
    let runtime = runtime.expect("a runtime without I/O can be built");
    tokio::task::LocalSet::new()
        .block_on(&runtime, async { LocalServerRenderer::<C>::with_props(props).hydratable(false).render().await })
}
