//! The choices: a box per purpose, nothing ticked that was not granted, a draft until one of three buttons of one shape decides
//! (GDPR Recital 32, Article 7(3); 11 CCR 7004: refusing is as short as accepting). Closing decides nothing and drops the draft.

use yew::html::Scope;
use yew::prelude::*;

use super::draft::{Change, Pick, answers, changed, key};
use super::model::{Choices, Decision, Row};
use crate::consent::{Assent, Method};
use crate::views::app::App;
use crate::views::buttons::{button, plain};
use crate::views::element::{Element, Here, draw};
use crate::views::layout::links;
use crate::views::state::{Action, Leaving};
use crate::views::{Given, Shared};

/// What the view is drawn of.
pub(crate) struct Choose<'a> {
    pub given: &'a Given,
    pub choices: &'a Shared<Choices>,
    /// What is ticked.
    pub picks: Shared<Vec<Pick>>,
    /// Whether there is something to give a receipt of.
    pub has_record: bool,
    /// Where what the visitor does goes.
    pub way: &'a Scope<App>,
}

impl Choose<'_> {
    pub fn view(&self) -> Html {
        let Self { given, choices, has_record, .. } = self;
        let receipt = has_record.then(|| {
            html! { <button type="button" data-act="receipt">{ choices.receipt.clone() }</button> }
        });
        html! {
            <>
                <div class="content">
                    { plain("p", &choices.intro) }
                    if given.signals.gpc == Some(true) {
                        <p class="signal">{ choices.gpc.clone() }</p>
                    }
                    <ul class="entries choices">
                        { for choices.rows.iter().enumerate().map(|(place, row)| self.row(place, row)) }
                    </ul>
                </div>
                <div class="foot">
                    { links(given, &["details", "policy", "rights"], receipt) }
                    <div class="answers">
                        { self.button(Method::RejectAll, &choices.refuse) }
                        { self.button(Method::AcceptAll, &choices.accept) }
                        { self.button(Method::Choices, &choices.save) }
                    </div>
                </div>
            </>
        }
    }

    fn button(&self, method: Method, text: &str) -> Html {
        // A saved choice is answered box by box, in view of the signal; the other two say one word for all.
        let assent = if method == Method::Choices { Assent::Explicit } else { Assent::Plain };
        let (choices, picks, way) = (self.choices.clone(), self.picks.clone(), self.way.clone());
        let decide = move |_: MouseEvent| {
            let decision = Decision { answers: answers(&choices, &picks, method), method, assent };
            way.send_message(Action::Leave(Leaving::Deciding(decision)));
        };
        button(text, decide.into())
    }

    fn row(&self, place: usize, row: &Row) -> Html {
        let choices = self.choices;
        let pick = &self.picks[place];
        let is_mixed = !pick.is_empty() && !pick.is_whole();
        let service = |(number, service): (usize, &Row)| {
            let id = id(&key(row, service));
            let change = Change::Service(place, number);
            html! {
                <li>
                    { self.tick(&service.title, Some(id.clone()), pick.is_on(number), false, change) }
                    <div {id}>{ self.drawn(&service.about) }</div>
                    { self.drawn(&service.elements) }
                </li>
            }
        };
        html! {
            <li>
                <h3>
                    if row.is_always {
                        { row.title.clone() }{ " " }<span class="always">{ choices.always.clone() }</span>
                    } else {
                        { self.tick(&row.title, Some(id(&row.id)), pick.is_whole(), is_mixed, Change::Purpose(place)) }
                    }
                </h3>
                <div id={id(&row.id)}>
                    { self.drawn(&row.about) }
                    if pick.is_uk {
                        <p class="told">{ choices.uk.clone() }</p>
                    }
                    if !pick.is_sold && pick.is_kept_out() {
                        <p class="told">{ choices.opted_out.clone() }</p>
                    }
                    if pick.is_sold {
                        <p class="told" role="status">{ if pick.is_kept_off() { &choices.signal } else { "" } }</p>
                    }
                </div>
                if pick.needs_sure() {
                    { self.tick(&choices.sure, None, pick.is_sure, false, Change::Sure(place)) }
                }
                { self.drawn(&row.elements) }
                if !row.services.is_empty() {
                    <fieldset>
                        { plain("legend", &row.each) }
                        <ul>{ for row.services.iter().enumerate().map(service) }</ul>
                    </fieldset>
                }
            </li>
        }
    }

    /// A box. Its label never changes with its state.
    fn tick(&self, label: &str, about: Option<String>, checked: bool, is_mixed: bool, change: Change) -> Html {
        let (picks, way) = (self.picks.clone(), self.way.clone());
        let changed = move |_: Event| way.send_message(Action::Pick(changed(&picks, change).into()));
        html! {
            <label class="choice">
                <input type="checkbox" {checked} ~indeterminate={is_mixed} aria-describedby={about} onchange={changed} />
                { label.to_owned() }
            </label>
        }
    }

    fn drawn(&self, elements: &[Element]) -> Html {
        elements.iter().map(|element| draw(&self.given.pages, &Here::default(), element)).collect()
    }
}

fn id(key: &str) -> String {
    "choice-".to_owned() + key
}
