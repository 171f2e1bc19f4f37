//! A view in the dialog: its content, the ways on from it, and in the details the notice's own button or the way to the choices.

use yew::prelude::*;

use super::app::AppProps;
use super::buttons::button;
use super::{Given, Shared};
use crate::site::Mode;
use crate::views::rights::form::Form;
use crate::views::rights::model::Rights;
use crate::words::Word;

/// The ways on from a view, and what stands behind them.
pub(super) fn links(given: &Given, views: &[&'static str], more: Option<Html>) -> Html {
    let link = |view: &&'static str| {
        let (page, word) = match *view {
            "rights" => (&given.pages.rights, Word::NoticeRights),
            "policy" => (&given.pages.storage, Word::NoticePolicy),
            _ => (&given.pages.storage, Word::NoticeDetails),
        };
        html! { <a href={page.clone()} data-act={*view}>{ given.words.say(word).to_owned() }</a> }
    };
    html! { <p class="links">{ for views.iter().map(link) }{ for more }</p> }
}

/// Where something is asked for, the way to it.
fn choose(given: &Given) -> Option<Html> {
    let text = given.words.say(Word::DetailsChoices).to_owned();
    (given.current.mode == Mode::Consent).then(|| html! { <button type="button" data-act="choices">{ text }</button> })
}

/// A view that is read, and what stands at its foot.
fn read(content: Html, links: Html, button: Option<Html>) -> Html {
    html! {
        <>
            <div class="content">{ content }</div>
            <div class="foot">{ links }{ for button }</div>
        </>
    }
}

/// The details.
pub(super) fn details(given: &Given, content: Html, dismiss: Option<Callback<MouseEvent>>) -> Html {
    let dismiss = dismiss.map(|dismiss| button(given.words.say(Word::NoticeOk), dismiss));
    read(content, links(given, &["policy", "rights"], None), dismiss.or_else(|| choose(given)))
}

/// The receipt, as the loader made it.
pub(super) fn receipt(given: &Given, content: Html) -> Html {
    read(content, links(given, &["details", "policy", "rights"], None), choose(given))
}

/// The policy; `follow` follows a link to one of its headings.
pub(super) fn policy(given: &Given, content: Html, follow: &Callback<MouseEvent>) -> Html {
    let page = html! { <a href={given.pages.policy.clone()}>{ given.words.say(Word::DetailsAsPage).to_owned() }</a> };
    let content = html! { <div class="policy" onclick={follow}>{ content }</div> };
    read(content, links(given, &["details", "rights"], Some(page)), None)
}

/// The rights, and the form for requests.
pub(super) fn rights(props: &AppProps, rights: &Shared<Rights>) -> Html {
    let AppProps { given, desk, draft, .. } = props;
    let form = html! {
        <Form rights={rights.clone()} pages={given.pages.clone()} desk={desk.clone()} draft={draft.clone()} />
    };
    read(form, links(given, &["policy"], None), None)
}
