//! A view in the dialog: its content, the ways on from it, and in the details the notice's own button or the way to the choices.

use yew::prelude::*;

use super::{AppProps, Form, Given, Rights, Shared};
use crate::site::Mode;
use crate::words::Word;

/// The details.
pub(super) fn details(given: &Given, content: Html, dismiss: Option<Callback<MouseEvent>>) -> Html {
    let said = |word| given.words.say(word).to_owned();
    html! {
        <>
            <div class="content">{ content }</div>
            <div class="foot">
                <p class="links">
                    <a href={given.pages.storage.clone()} data-act="policy">{ said(Word::NoticePolicy) }</a>
                    <a href={given.pages.rights.clone()} data-act="rights">{ said(Word::NoticeRights) }</a>
                </p>
                if let Some(dismiss) = dismiss {
                    <button type="button" onclick={dismiss}>{ said(Word::NoticeOk) }</button>
                }
                if given.current.mode == Mode::Consent {
                    <button type="button" data-act="choices">{ said(Word::DetailsChoices) }</button>
                }
            </div>
        </>
    }
}

/// The policy; `follow` follows a link to one of its headings.
pub(super) fn policy(given: &Given, content: Html, follow: &Callback<MouseEvent>) -> Html {
    let said = |word| given.words.say(word).to_owned();
    html! {
        <>
            <div class="content" onclick={follow}><div class="policy">{ content }</div></div>
            <div class="foot">
                <p class="links">
                    <a href={given.pages.policy.clone()}>{ said(Word::DetailsAsPage) }</a>
                    <a href={given.pages.storage.clone()} data-act="details">{ said(Word::NoticeDetails) }</a>
                    <a href={given.pages.rights.clone()} data-act="rights">{ said(Word::NoticeRights) }</a>
                </p>
            </div>
        </>
    }
}

/// The receipt, as the loader made it.
pub(super) fn receipt(given: &Given, content: Html) -> Html {
    let said = |word| given.words.say(word).to_owned();
    html! {
        <>
            <div class="content">{ content }</div>
            <div class="foot">
                <p class="links">
                    <a href={given.pages.storage.clone()} data-act="details">{ said(Word::NoticeDetails) }</a>
                    <a href={given.pages.storage.clone()} data-act="policy">{ said(Word::NoticePolicy) }</a>
                    <a href={given.pages.rights.clone()} data-act="rights">{ said(Word::NoticeRights) }</a>
                </p>
                if given.current.mode == Mode::Consent {
                    <button type="button" data-act="choices">{ said(Word::DetailsChoices) }</button>
                }
            </div>
        </>
    }
}

/// The rights, and the form for requests.
pub(super) fn rights(props: &AppProps, rights: &Shared<Rights>) -> Html {
    let AppProps { given, desk, draft, .. } = props;
    let said = |word| given.words.say(word).to_owned();
    html! {
        <>
            <div class="content">
                <Form rights={rights.clone()} pages={given.pages.clone()} desk={desk.clone()} draft={draft.clone()} />
            </div>
            <div class="foot">
                <p class="links">
                    <a href={given.pages.storage.clone()} data-act="policy">{ said(Word::NoticePolicy) }</a>
                </p>
            </div>
        </>
    }
}
