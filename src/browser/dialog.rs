//! The native modal `<dialog>`: the browser traps the focus, makes the page inert and closes on Esc.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement};

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

/// Closes a dialog; one that is closed stays closed, and tells nobody.
pub fn close(element: &Element) {
    if let Some(dialog) = element.dyn_ref::<HtmlDialogElement>() {
        dialog.close();
    }
}
