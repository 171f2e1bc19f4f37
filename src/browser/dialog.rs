//! The native modal `<dialog>`: the browser traps the focus, makes the page inert and closes on Esc.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement};

/// The element is no dialog, or the browser would not open it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoDialog;

/// Opens a dialog; one that is open stays open.
///
/// # Errors
/// Where the element is no connected `<dialog>`.
pub fn open(element: &Element) -> Result<(), NoDialog> {
    let dialog = element.dyn_ref::<HtmlDialogElement>().ok_or(NoDialog)?;
    if dialog.open() { Ok(()) } else { dialog.show_modal().map_err(|_| NoDialog) }
}

/// Closes a dialog; one that is closed stays closed, and tells nobody.
pub fn close(element: &Element) {
    if let Some(dialog) = element.dyn_ref::<HtmlDialogElement>() {
        dialog.close();
    }
}
