//! The notice, and the button that brings it back: rendered once, when courtesy is built, and drawn by the loader.
//!
//! It is a named region that takes no focus and traps none (WCAG 2.2; APG landmarks). Where nothing is asked for it has one neutral
//! button beside the way to the details, and nothing is called consent (GDPR Article 5(1)(a)).

use std::collections::BTreeMap;

use serde::Serialize;
use yew::prelude::*;

use super::sentences;
use crate::site::{Labels, Link, Mode, Notice as Settings, Purpose, Site};
use crate::words::{Word, Words};

/// The texts of the first layer. The loader knows each by its name here and puts it in the hole of that name; what a site never
/// says is absent.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "each is the text that it names")]
pub struct FirstLayer {
    pub title: String,
    pub text: String,
    pub policy: String,
    pub rights: String,
    pub reopen: String,
    /// The text of a button while the app is loading.
    pub opening: String,
    /// The sentence before the text that names the purposes, with the space after it; absent where a list does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asks: Option<String>,
    /// Announced when an answer is stored.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub saved: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub details: Option<String>,
    /// Closes a notice that asks nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ok: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accept: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refuse: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub choices: Option<String>,
    /// Turns off what is on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub withdraw: Option<String>,
    /// The title and the text where everything that is optional is on until the visitor objects (United Kingdom).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title_informs: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub informs: Option<String>,
    /// The title and the text where the policy has changed since the visitor's last look; absent where it has no log of changes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changed: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changes: Option<String>,
    /// The titles of the owner's further links, by the holes of the tree that they fill.
    #[serde(flatten)]
    pub links: BTreeMap<String, String>,
}

impl FirstLayer {
    /// The texts for a site.
    pub fn of(site: &Site, words: &Words) -> Self {
        let say = |word| words.say(word).to_owned();
        let asks = site.mode() == Mode::Consent;
        let informs = site.purposes.iter().any(Purpose::is_uk_exempt);
        let has = |is_so: bool, word| is_so.then(|| say(word));
        let either = |notice, consent| if asks { consent } else { notice };
        let Settings { title, text: own, labels, .. } = &site.notice;
        // An owner's own words replace ours, and never what makes a yes a consent (GDPR Articles 4(11), 7(3)).
        let own = own.as_ref().map(|own| match asks {
            true => format!("{} {}", ended(own), words.fill(Word::NoticeNeeded, &[("site", &site.name)])),
            false => own.clone(),
        });
        let labelled = |is_shown: bool, usual, own: fn(&Labels) -> Option<&String>| {
            is_shown.then(|| labels.as_ref().and_then(own).cloned().unwrap_or_else(|| say(usual)))
        };
        let links = site.links.iter().zip(0..).map(|(link, place): (_, usize)| (hole(place), link.title.clone()));
        Self {
            title: title.clone().unwrap_or_else(|| sentences::title(site, words)),
            text: own.unwrap_or_else(|| sentences::text(site, words)),
            asks: sentences::nouns(site, words).map(|_| say(Word::NoticeAsks) + " "),
            policy: say(Word::NoticePolicy),
            rights: say(Word::NoticeRights),
            reopen: say(either(Word::NoticeReopen, Word::NoticeReopenConsent)),
            opening: say(Word::NoticeOpening),
            saved: has(asks, Word::NoticeSaved),
            details: has(!asks, Word::NoticeDetails),
            ok: labelled(!asks || informs || site.logs_changes(), Word::NoticeOk, |own| own.ok.as_ref()),
            accept: labelled(asks, Word::NoticeAccept, |own| own.accept.as_ref()),
            refuse: labelled(asks, Word::NoticeRefuse, |own| own.reject.as_ref()),
            choices: labelled(asks, Word::NoticeChoices, |own| own.choose.as_ref()),
            withdraw: has(asks, Word::NoticeWithdraw),
            title_informs: informs.then(|| title.clone().unwrap_or_else(|| say(Word::NoticeTitleInforms))),
            informs: has(informs, Word::NoticeInforms),
            changed: has(site.logs_changes(), Word::NoticeChanged),
            changes: has(site.logs_changes(), Word::NoticeChanges),
            links: links.collect(),
        }
    }
}

/// The name of the hole for the title of an owner's link.
fn hole(place: usize) -> String {
    format!("link{place}")
}

/// A text with an end, so that another sentence can follow it.
fn ended(text: &str) -> String {
    let text = text.trim_end();
    let is_ended = text.ends_with(['.', '!', '?', '…', '؟', '。', ':', ')', '”', '»', '“', '"']);
    if is_ended { text.to_owned() } else { format!("{text}.") }
}

/// What the notice shows.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct NoticeProps {
    /// Its texts.
    pub texts: FirstLayer,
    /// The addresses of the owner's further links; their titles are holes in the order of these.
    pub links: Vec<AttrValue>,
    /// The address of what the policy says of storage.
    pub storage_page: AttrValue,
    /// The address of the rights form.
    pub rights_page: AttrValue,
    /// The language of the texts.
    pub language: AttrValue,
    /// Their direction.
    pub direction: AttrValue,
}

impl NoticeProps {
    /// The notice with a hole in place of each text and address: `{title}` and so on, and with these links of the owner's.
    pub fn holes<'a>(links: impl Iterator<Item = &'a Link>) -> Self {
        let gap = |name: &str| format!("{{{name}}}");
        let button = |name| Some(gap(name));
        Self {
            texts: FirstLayer {
                title: gap("title"),
                policy: gap("policy"),
                rights: gap("rights"),
                reopen: gap("reopen"),
                details: button("details"),
                ok: button("ok"),
                accept: button("accept"),
                refuse: button("refuse"),
                choices: button("choices"),
                withdraw: button("withdraw"),
                ..FirstLayer::default()
            },
            // The loader would take what stands in braces for a hole.
            links: links.map(|link| link.as_str().replace('{', "%7B").replace('}', "%7D").into()).collect(),
            storage_page: gap("storagePage").into(),
            rights_page: gap("rightsPage").into(),
            language: gap("language").into(),
            direction: gap("direction").into(),
        }
    }
}

/// The notice: it informs, or it asks. Which of its buttons show, and what its title and text say, the loader knows; what accepts
/// and what refuses are the same in all but their text (EDPB Cookie Banner Taskforce report, 8 to 18; 11 CCR 7004(a)(2)).
#[component]
pub fn Notice(props: &NoticeProps) -> Html {
    let NoticeProps { texts, links, storage_page, rights_page, language, direction } = props;
    let titled = |place| {
        let name = hole(place);
        texts.links.get(&name).cloned().unwrap_or_else(|| format!("{{{name}}}"))
    };
    // The loader's tree is no form: a button there submits nothing.
    let button = |act: &'static str, text: &Option<String>| html! { <button data-act={act}>{ text.clone() }</button> };
    html! {
        <section class="notice" aria-labelledby="title" lang={language} dir={direction}>
            <h2 id="title" tabindex="-1">{ &texts.title }</h2>
            <p class="text"></p>
            <ul></ul>
            <p class="aside"></p>
            <p class="links">
                <a href={storage_page}>{ &texts.policy }</a>
                <a href={rights_page} data-act="rights">{ &texts.rights }</a>
                { for links.iter().zip(0..).map(|(link, place)| html! { <a href={link}>{ titled(place) }</a> }) }
            </p>
            <div class="actions">
                { button("accept-all", &texts.accept) }
                { button("reject-all", &texts.refuse) }
                { button("withdraw", &texts.withdraw) }
                { button("choices", &texts.choices) }
                { button("details", &texts.details) }
                { button("dismiss", &texts.ok) }
            </div>
        </section>
    }
}

/// The widget's own buttons, where the page has no control that leads back: one to come back by, and one that withdraws at once
/// while something optional is on (GDPR Article 7(3): as easy as giving).
#[component]
pub fn Reopen(props: &NoticeProps) -> Html {
    html! {
        <div class="reopen" lang={&props.language} dir={&props.direction}>
            <button data-act="reopen">{ &props.texts.reopen }</button>
            <button data-act="withdraw">{ props.texts.withdraw.clone() }</button>
        </div>
    }
}

/// Where it is announced that an answer counts, for screen readers (WCAG 2.2, 4.1.3).
#[component]
pub fn LiveRegion(props: &NoticeProps) -> Html {
    html! { <p class="said" role="status" lang={&props.language} dir={&props.direction}></p> }
}
