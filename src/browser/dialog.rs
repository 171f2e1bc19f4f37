//! The native modal `<dialog>`: the browser traps the focus, makes the page inert and closes on Esc.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement, MouseEvent, ShadowRoot};

/// The element is no dialog, or the browser would not open it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoDialog;

/// Opens a dialog, where it is not open yet, and puts the focus on its title, the first element with a `tabindex`.
///
/// # Errors
/// Where the element is no connected `<dialog>`.
pub fn open(element: &Element) -> Result<(), NoDialog> {
    let dialog = element.dyn_ref::<HtmlDialogElement>().ok_or(NoDialog)?;
    if !dialog.open() {
        dialog.show_modal().map_err(|_| NoDialog)?;
    }
    let title =
        element.query_selector("[tabindex]").ok().flatten().and_then(|title| title.dyn_into::<HtmlElement>().ok());
    // Without a title the browser has put the focus on the first control.
    title.map(|title| title.focus()).and_then(Result::ok).unwrap_or_default();
    Ok(())
}

/// Goes back to the beginning, where a view takes another's place.
pub fn rewind(element: &Element) {
    element.set_scroll_top(0);
}

/// Closes a dialog; one that is closed stays closed, without an event.
pub fn close(element: &Element) {
    if let Some(dialog) = element.dyn_ref::<HtmlDialogElement>() {
        dialog.close();
    }
}

/// Follows a link to a heading in the same tree, where a click was on one: no browser looks for an id in a shadow tree.
pub fn follow(click: &MouseEvent) {
    // Asked for in another tab or window.
    if click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key() {
        return;
    }
    let target = click.target().and_then(|target| target.dyn_into::<Element>().ok());
    let link = target.and_then(|target| target.closest("a[href^=\"#\"]").ok().flatten());
    let Some(link) = link else { return };
    // The page's own address is not the dialog's to change.
    click.prevent_default();
    let anchor = link.get_attribute("href").unwrap_or_default();
    let tree = link.get_root_node().dyn_into::<ShadowRoot>();
    let heading = tree.ok().and_then(|tree| tree.get_element_by_id(anchor.trim_start_matches('#')));
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        // What refuses the focus is scrolled to by nobody, which is what the page's own links do then.
        heading.focus().unwrap_or_default();
    }
}
