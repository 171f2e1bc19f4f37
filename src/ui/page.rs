//! The policy page and the page for requests, as far as they stand without JavaScript: typography, links, anchors.
//!
//! They show what the details show, from the same components, and the rights that the site states with the ways to use them.

use yew::prelude::*;

use super::items::items;
use super::services::services;
use super::{Declared, Shared};
use crate::policy::anchor;
use crate::rights::mailto;
use crate::site::{ContactRole, Email, Regime, Right, RightKind, Route};
use crate::words::Word;

/// What a page is given.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PageProps {
    /// What it shows.
    pub declared: Shared,
}

/// The policy page: contact, storage, services, rights.
#[component]
pub fn PolicyPage(props: &PageProps) -> Html {
    let declared = &*props.declared;
    let said = |word| declared.say(word).to_owned();
    let sections = [
        (anchor::CONTACT, said(Word::PageContact), contact(declared)),
        (anchor::STORAGE, said(Word::PageStorage), storage(declared)),
        (anchor::RIGHTS, said(Word::PageRights), rights(declared)),
    ];
    let date =
        declared.site.last_updated.map_or_else(|| said(Word::DetailsNotStated), |date| declared.words.date(date));
    let contents = sections.iter().map(|(anchor, title, _)| html! { <li><a href={*anchor}>{ title }</a></li> });
    html! {
        <main>
            <h1>{ declared.of_site(Word::PagePrivacy) }</h1>
            <p>{ declared.words.fill(Word::PageUpdated, &[("date", &date)]) }</p>
            <nav aria-label={said(Word::PageContents)}><ul>{ for contents }</ul></nav>
            { for sections.iter().map(|(anchor, title, body)| html! {
                <section>
                    <h2 id={anchor.trim_start_matches('#').to_owned()} tabindex="-1">{ title }</h2>
                    { body.clone() }
                </section>
            }) }
        </main>
    }
}

/// The page for requests: each stated right and the way to use it.
#[component]
pub fn RequestPage(props: &PageProps) -> Html {
    let declared = &*props.declared;
    html! {
        <main>
            <h1>{ declared.of_site(Word::PageRequest) }</h1>
            <p>{ declared.say(Word::PageRequestText).to_owned() }</p>
            { rights_list(declared) }
            <h2>{ declared.say(Word::PageContact).to_owned() }</h2>
            { contact(declared) }
            <p><a href={declared.pages.policy.clone()}>{ declared.say(Word::PageToPrivacy).to_owned() }</a></p>
        </main>
    }
}

fn contact(declared: &Declared) -> Html {
    let controller = &declared.site.controller;
    let responsible: Vec<&String> = [&controller.legal_name, &controller.place].into_iter().flatten().collect();
    html! {
        <>
            <p>{ declared.of_site(Word::PageContactText) }</p>
            <dl>
                <div>
                    <dt>{ declared.say(Word::PageResponsible).to_owned() }</dt>
                    { for responsible.iter().map(|line| html! { <dd>{ line }</dd> }) }
                    if responsible.is_empty() {
                        <dd class="unstated">{ declared.say(Word::DetailsNotStated).to_owned() }</dd>
                    }
                </div>
                { for controller.contacts.iter().map(|contact| html! {
                    <div>
                        <dt>{ declared.say(role_word(contact.role)).to_owned() }</dt>
                        <dd><a href={mailto(&contact.email, None)}>{ contact.email.to_string() }</a></dd>
                    </div>
                }) }
            </dl>
        </>
    }
}

fn storage(declared: &Declared) -> Html {
    html! {
        <>
            <h3>{ declared.say(Word::DetailsItems).to_owned() }</h3>
            { items(declared, Html::default()) }
            if !declared.site.services.is_empty() {
                <h3>{ declared.say(Word::DetailsServices).to_owned() }</h3>
                { services(declared) }
            }
        </>
    }
}

fn rights(declared: &Declared) -> Html {
    html! {
        <>
            { rights_list(declared) }
            <p><a href={declared.pages.rights.clone()}>{ declared.say(Word::PageToRequest).to_owned() }</a></p>
        </>
    }
}

fn rights_list(declared: &Declared) -> Html {
    let contact = declared.site.controller.privacy_contact();
    if declared.site.rights.is_empty() {
        return html! { <p>{ write_to(declared, Word::PageNoRights, contact) }</p> };
    }
    html! {
        <>
            <p>{ declared.say(Word::PageRightsText).to_owned() }</p>
            <ul class="entries">{ for declared.site.rights.iter().map(|right| entry(declared, right, contact)) }</ul>
        </>
    }
}

fn entry(declared: &Declared, right: &Right, contact: &Email) -> Html {
    let title = right.title.clone().unwrap_or_else(|| declared.say(right_word(right.kind)).to_owned());
    let regimes: Vec<&str> = right.regimes.iter().map(|regime| declared.say(regime_word(*regime))).collect();
    let fill = |word, name, value: &str| declared.words.fill(word, &[(name, value)]);
    html! {
        <li>
            <h3>{ title }</h3>
            if !regimes.is_empty() {
                <p>{ fill(Word::PageRegimes, "regimes", &regimes.join(", ")) }</p>
            }
            { match right.routes.as_slice() {
                [] => html! { <p>{ write_to(declared, Word::PageNoRoute, contact) }</p> },
                [only] => html! { <p>{ step(declared, only) }</p> },
                steps => html! { <ol>{ for steps.iter().map(|route| html! { <li>{ step(declared, route) }</li> }) }</ol> },
            } }
            if let Some(period) = right.respond_within {
                <p>{ fill(Word::PageRespond, "period", &declared.words.period(period)) }</p>
            }
            if let Some(note) = &right.note {
                <p>{ note }</p>
            }
        </li>
    }
}

/// A sentence that names an address, as a link that opens a letter to it.
fn write_to(declared: &Declared, word: Word, email: &Email) -> Html {
    let text = declared.words.fill(word, &[("email", email.as_str())]);
    html! { <a href={mailto(email, None)}>{ text }</a> }
}

fn step(declared: &Declared, route: &Route) -> Html {
    let how = |word, text: &str| Html::from(declared.words.fill(word, &[("how", text)]));
    match route {
        Route::Email { email, subject: None } => write_to(declared, Word::RouteEmail, email),
        Route::Email { email, subject: Some(subject) } => {
            let text = declared.words.fill(Word::RouteEmailSubject, &[("email", email.as_str()), ("subject", subject)]);
            html! { <a href={mailto(email, Some(subject))}>{ text }</a> }
        }
        Route::Url { url, label } => {
            let text = declared.words.fill(Word::RouteUrl, &[("page", label.as_deref().unwrap_or(url.as_str()))]);
            html! { <a href={url.to_string()} rel="noopener noreferrer">{ text }</a> }
        }
        Route::Account(text) => how(Word::RouteAccount, text),
        Route::InApp(text) => how(Word::RouteInApp, text),
        Route::SignOut(text) => how(Word::RouteSignOut, text),
        Route::Browser(text) => how(Word::RouteBrowser, text),
    }
}

fn role_word(role: ContactRole) -> Word {
    match role {
        ContactRole::Privacy => Word::RolePrivacy,
        ContactRole::Dpo => Word::RoleDpo,
        ContactRole::Support => Word::RoleSupport,
        ContactRole::General => Word::RoleGeneral,
    }
}

fn regime_word(regime: Regime) -> Word {
    match regime {
        Regime::Gdpr => Word::RegimeGdpr,
        Regime::UkGdpr => Word::RegimeUkGdpr,
        Regime::Ccpa => Word::RegimeCcpa,
        Regime::Coppa => Word::RegimeCoppa,
    }
}

fn right_word(kind: RightKind) -> Word {
    match kind {
        RightKind::Access => Word::RightAccess,
        RightKind::Correction => Word::RightCorrection,
        RightKind::Deletion => Word::RightDeletion,
        RightKind::Portability => Word::RightPortability,
        RightKind::Objection => Word::RightObjection,
        RightKind::Restriction => Word::RightRestriction,
        RightKind::Withdrawal => Word::RightWithdrawal,
        RightKind::OptOutOfSale => Word::RightOptOutOfSale,
        RightKind::LimitSensitive => Word::RightLimitSensitive,
        RightKind::AutomatedDecisions => Word::RightAutomatedDecisions,
        RightKind::NonDiscrimination => Word::RightNonDiscrimination,
        RightKind::PlatformDeletion => Word::RightPlatformDeletion,
        RightKind::StopMessages => Word::RightStopMessages,
        RightKind::Storage => Word::RightStorage,
        RightKind::Complaint => Word::RightComplaint,
        RightKind::Other => Word::RightOther,
    }
}
