//! The dialog around every view: a native modal `<dialog>`, its title and close button always in sight.
//!
//! The browser keeps the focus inside, makes the rest inert and closes on Esc (APG modal dialog). What opens it moves the
//! focus to the title, because what follows is long; `autofocus` would take it when the closed dialog is drawn.

use yew::prelude::*;

use super::app_context::AppContext;
use crate::words::Word;

pub(super) fn frame(
    context: &AppContext,
    title: String,
    element: &NodeRef,
    on_close: Callback<Event>,
    close: Callback<MouseEvent>,
    view: Html,
) -> Html {
    html! {
        <dialog ref={element} class="dialog" aria-labelledby="dialog-title" closedby="any" lang={context.language.clone()}
            dir={context.words.direction.as_str()} onclose={on_close}>
            <div class="head">
                <h2 id="dialog-title" tabindex="-1">{ title }</h2>
                <button type="button" class="close" aria-label={context.words.say(Word::DetailsClose).to_owned()} onclick={close}>
                    <span aria-hidden="true">{ "×" }</span>
                </button>
            </div>
            { view }
        </dialog>
    }
}
