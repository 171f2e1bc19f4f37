//! The layout of a view in the dialog: its content, and a foot with the ways on from it.

use yew::prelude::*;

use super::app_context::AppContext;
use super::buttons::button;
use super::registry::View;
use crate::site::Mode;
use crate::words::Word;

/// A view's content over its foot.
pub(super) fn layout(content: Html, links: Html, button: Option<Html>) -> Html {
    html! {
        <>
            <div class="content">{ content }</div>
            <div class="foot">{ links }{ for button }</div>
        </>
    }
}

/// The links to other views at the foot of a view, and what follows them.
pub(super) fn links(context: &AppContext, view: View, more: Option<Html>) -> Html {
    let link = |view: &View| {
        let row = view.row();
        let page = if *view == View::Rights { &context.pages.rights } else { &context.pages.storage };
        let text = context.words.say(row.link?).to_owned();
        Some(html! { <a href={page.clone()} data-act={row.name}>{ text }</a> })
    };
    html! { <p class="links">{ for view.row().links.iter().filter_map(link) }{ for more }</p> }
}

/// A view that is only read. `dismiss` closes the notice, where that is due; `follow` follows a link to a heading.
pub(super) fn read_only(
    context: &AppContext,
    view: View,
    content: Html,
    dismiss: Option<Callback<MouseEvent>>,
    follow: &Callback<MouseEvent>,
) -> Html {
    let say = |word| context.words.say(word);
    let row = view.row();
    if row.is_page {
        let page = html! { <a href={context.pages.policy.clone()}>{ say(Word::DetailsAsPage).to_owned() }</a> };
        let content = html! { <div class="policy" onclick={follow}>{ content }</div> };
        return layout(content, links(context, view, Some(page)), None);
    }
    let choose = || {
        let text = say(Word::DetailsChoices).to_owned();
        html! { <button type="button" data-act="choices">{ text }</button> }
    };
    let dismiss = dismiss.filter(|_| view == View::Details).map(|dismiss| button(say(Word::NoticeOk), dismiss));
    let offers_choices = row.offers_choices && context.current.mode == Mode::Consent;
    layout(content, links(context, view, None), dismiss.or_else(|| offers_choices.then(choose)))
}
