//! The head of both pages: the site's name, which leads home, and a link to the other page.

use yew::prelude::*;

use crate::views::builder::{Declared, text, within};
use crate::views::by_address::ByAddress;
use crate::views::draw::{Here, draw};
use crate::views::element::Attribute;
use crate::words::Word;

/// What the head of a page is given.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct HeaderProps {
    /// What the site declares.
    pub declared: ByAddress<Declared>,
    /// Whether it is the head of the policy page.
    pub is_policy: bool,
}

/// The head of a page. Without an address of the site its name leads nowhere.
#[component]
pub fn PageHeader(HeaderProps { declared, is_policy }: &HeaderProps) -> Html {
    let (title, address) = match is_policy {
        true => (Word::PageRequest, &declared.pages.rights),
        false => (Word::PagePrivacy, &declared.pages.policy),
    };
    let name = match &declared.site.url {
        Some(home) => html! { <a href={home.to_string()}>{ &declared.site.name }</a> },
        None => html! { <span>{ &declared.site.name }</span> },
    };
    // An owner's own page may be on another site, whose links learn nothing of this one.
    let other = within("", vec![text("a", declared.say(title)).with(Attribute::Href, address)]);
    html! { <header>{ name }{ draw(&declared.pages, &Here::default(), &other) }</header> }
}
