//! The smallest pieces of a view: an element with a text, and a button. Each `html!` of its own costs a visitor some hundred bytes.

use yew::prelude::*;

/// An element with a text and nothing else.
pub(super) fn plain(name: &'static str, class: Option<&'static str>, text: &str) -> Html {
    html! { <@{name} {class}>{ text.to_owned() }</@> }
}

/// A heading, a legend or a status that can be given the focus.
pub(super) fn focusable(name: &'static str, role: Option<&'static str>, text: &str) -> Html {
    html! { <@{name} {role} tabindex="-1">{ text.to_owned() }</@> }
}

/// A button.
pub(super) fn button(class: Option<&'static str>, is_off: bool, text: &str, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" {class} aria-disabled={is_off.then_some("true")} {onclick}>{ text.to_owned() }</button>
    }
}
