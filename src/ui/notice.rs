//! The notice, and the button that brings it back: rendered once, when courtesy is built, and drawn by the loader.
//!
//! It is a named region that takes no focus and traps none (WCAG 2.2; APG landmarks). It has one neutral button beside the
//! way to the details: where nothing is asked for, nothing is called consent (GDPR Article 5(1)(a)).

use serde::Serialize;
use yew::prelude::*;

use crate::site::Site;
use crate::words::{Word, Words};

/// The texts of the first layer. The loader knows each by its name here and puts it in the hole of that name.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs, reason = "each is the text that it names")]
pub struct FirstLayer {
    pub title: String,
    pub text: String,
    /// Shown where the browser keeps the site from remembering.
    pub unremembered: String,
    pub details: String,
    pub ok: String,
    pub policy: String,
    pub rights: String,
    pub reopen: String,
    /// Said by a button while the app arrives.
    pub opening: String,
    /// The title and the text where the policy has changed since the visitor's last look; absent where it has no log of changes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changed: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changes: Option<String>,
}

impl FirstLayer {
    /// The texts for a site.
    pub fn of(site: &Site, words: &Words) -> Self {
        let said = |word| words.say(word).to_owned();
        let logged = |word| site.logs_changes().then(|| said(word));
        let usual = || words.fill(Word::NoticeText, &[("site", &site.name)]);
        Self {
            title: said(Word::NoticeTitle),
            text: site.notice.text.clone().unwrap_or_else(usual),
            unremembered: said(Word::NoticeUnremembered),
            details: said(Word::NoticeDetails),
            ok: said(Word::NoticeOk),
            policy: said(Word::NoticePolicy),
            rights: said(Word::NoticeRights),
            reopen: said(Word::NoticeReopen),
            opening: said(Word::NoticeOpening),
            changed: logged(Word::NoticeChanged),
            changes: logged(Word::NoticeChanges),
        }
    }
}

/// What the notice shows.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct NoticeProps {
    /// Its texts.
    pub texts: FirstLayer,
    /// The address of the policy's part about storage.
    pub storage_page: AttrValue,
    /// The address of the rights form.
    pub rights_page: AttrValue,
    /// The language of the texts.
    pub language: AttrValue,
    /// Their direction.
    pub direction: AttrValue,
}

impl NoticeProps {
    /// The notice with a hole in place of each text and address: `{title}` and so on.
    pub fn holes() -> Self {
        let hole = |name: &str| format!("{{{name}}}");
        Self {
            texts: FirstLayer {
                title: hole("title"),
                text: hole("text"),
                unremembered: hole("unremembered"),
                details: hole("details"),
                ok: hole("ok"),
                policy: hole("policy"),
                rights: hole("rights"),
                reopen: hole("reopen"),
                opening: hole("opening"),
                changed: None,
                changes: None,
            },
            storage_page: hole("storagePage").into(),
            rights_page: hole("rightsPage").into(),
            language: hole("language").into(),
            direction: hole("direction").into(),
        }
    }
}

/// The notice of a site that only stores what it needs.
#[component]
pub fn Notice(props: &NoticeProps) -> Html {
    let NoticeProps { texts, storage_page, rights_page, language, direction } = props;
    html! {
        <section class="notice" aria-labelledby="notice-title" lang={language} dir={direction}>
            <h2 id="notice-title" tabindex="-1">{ &texts.title }</h2>
            <p class="text">{ &texts.text }</p>
            <ul class="news"></ul>
            <p class="aside">{ &texts.unremembered }</p>
            <p class="links">
                <a href={storage_page}>{ &texts.policy }</a>
                <a href={rights_page} data-act="rights">{ &texts.rights }</a>
            </p>
            <div class="actions">
                <button type="button" data-act="details">{ &texts.details }</button>
                <button type="button" data-act="dismiss">{ &texts.ok }</button>
            </div>
        </section>
    }
}

/// The widget's own button, where the page has no control that leads back.
#[component]
pub fn Reopen(props: &NoticeProps) -> Html {
    html! {
        <button type="button" class="reopen" data-act="reopen" lang={&props.language} dir={&props.direction}>
            { &props.texts.reopen }
        </button>
    }
}
