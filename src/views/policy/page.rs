//! The policy page, without JavaScript: typography, links, anchors.

use yew::prelude::*;

use super::contact::further;
use super::markup::markup;
use crate::policy::Document;
use crate::views::builder::{Declared, Surface};
use crate::views::by_address::ByAddress;
use crate::views::draw::{Here, draw};
use crate::words::Word;

/// What the policy page is given.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PolicyProps {
    /// What the site declares.
    pub declared: ByAddress<Declared>,
    /// The policy.
    pub document: ByAddress<Document>,
}

/// The policy page.
#[component]
pub fn PolicyPage(props: &PolicyProps) -> Html {
    let PolicyProps { declared, document } = props;
    let elements = markup(declared, document, Surface::Page);
    let nothing = Here::default();
    let language = document.title.as_ref().and(document.language.as_ref()).map(ToString::to_string);
    let dir = language.is_some().then_some("auto");
    let title = document.title.clone().unwrap_or_else(|| declared.of_site(Word::PagePrivacy));
    html! {
        <main>
            <h1 lang={language} dir={dir}>{ title }</h1>
            <div class="policy">{ for elements.iter().map(|element| draw(&declared.pages, &nothing, element)) }</div>
            { further(declared) }
        </main>
    }
}
