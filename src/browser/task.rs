//! Tasks of the browser: what is drawn in a later one lets clicks and scrolling in between.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Calls back in a later task; at once where there is no window to wait in.
pub fn defer(call: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return call() };
    let call = Closure::once_into_js(call);
    // A window that takes no timers has been closed.
    let _ = window.set_timeout_with_callback(call.unchecked_ref());
}
