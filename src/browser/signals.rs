//! The signals of the browser: Global Privacy Control (w3c.github.io/gpc).

use wasm_bindgen::JsValue;

use crate::consent::Signals;

/// The signals of this page view. The browser keeps them as they were at navigation, so they are read once.
pub fn signals() -> Signals {
    let navigator = js_sys::Reflect::get(&js_sys::global(), &JsValue::from_str("navigator"));
    let gpc =
        navigator.and_then(|navigator| js_sys::Reflect::get(&navigator, &JsValue::from_str("globalPrivacyControl")));
    Signals { gpc: gpc.ok().and_then(|gpc| gpc.as_bool()) }
}
