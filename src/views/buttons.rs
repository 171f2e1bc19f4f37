//! What every view draws many times: a button, a line of text. `html!` expands each use in full; here the code is there once.

use yew::prelude::*;
use yew::virtual_dom::VTag;

/// A button that does something.
pub(super) fn button(text: &str, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" {onclick}>{ text.to_owned() }</button> }
}

/// A paragraph that explains.
pub(super) fn hint(text: &str) -> Html {
    html! { <p class="hint">{ text.to_owned() }</p> }
}

/// An element without attributes that holds a text.
pub(super) fn plain(name: &'static str, text: &str) -> Html {
    let mut plain = VTag::new(name);
    plain.add_child(text.to_owned().into());
    plain.into()
}
