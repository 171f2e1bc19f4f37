//! The choices: a box per purpose, nothing ticked that was not granted, a draft until one of three buttons of one shape decides
//! (GDPR Recital 32, Article 7(3); 11 CCR 7004: refusing is as short as accepting). Closing decides nothing and drops the draft.

use yew::prelude::*;

use super::draft::{Change, PurposeDraft, after, answers, key};
use super::model::{Choices, Row};
use crate::consent::{Confirmation, Method};
use crate::views::app_context::AppContext;
use crate::views::buttons::{button, plain};
use crate::views::by_address::ByAddress;
use crate::views::decision::Decision;
use crate::views::draw::{Here, draw};
use crate::views::element::Element;
use crate::views::layout::{layout, links};
use crate::views::registry::View;
use crate::views::state::{Action, CloseReason};

/// What the view is drawn of.
pub(crate) struct ChoicesView<'a> {
    pub context: &'a AppContext,
    pub choices: &'a ByAddress<Choices>,
    /// What is ticked.
    pub draft: ByAddress<Vec<PurposeDraft>>,
    /// Whether there is something to give a receipt of.
    pub has_record: bool,
    /// Is given what the visitor does.
    pub dispatch: Callback<Action>,
}

impl ChoicesView<'_> {
    pub fn view(&self) -> Html {
        let Self { context, choices, has_record, .. } = self;
        let receipt = has_record.then(|| {
            html! { <button type="button" data-act="receipt">{ choices.receipt.clone() }</button> }
        });
        let content = html! {
            <>
                { plain("p", &choices.intro) }
                if context.signals.gpc == Some(true) && !choices.gpc.is_empty() {
                    <p class="signal">{ choices.gpc.clone() }</p>
                }
                <ul class="entries choices">
                    { for choices.rows.iter().enumerate().map(|(index, row)| self.row(index, row)) }
                </ul>
            </>
        };
        let buttons = html! {
            <div class="answers">
                { self.button(Method::AcceptAll, &choices.accept) }
                { self.button(Method::RejectAll, &choices.refuse) }
                { self.button(Method::Choices, &choices.save) }
            </div>
        };
        layout(content, links(context, View::Choices, receipt), Some(buttons))
    }

    fn button(&self, method: Method, text: &str) -> Html {
        // A saved choice is answered box by box, in view of the signal; the other two are one answer for all.
        let confirmation = if method == Method::Choices { Confirmation::TwoSteps } else { Confirmation::OneStep };
        let (choices, draft) = (self.choices.clone(), self.draft.clone());
        let decide = self.dispatch.reform(move |_: MouseEvent| {
            let decision = Decision { answers: answers(&choices, &draft, method), method, confirmation };
            Action::Close(CloseReason::Decided(decision))
        });
        button(text, decide)
    }

    fn row(&self, index: usize, row: &Row) -> Html {
        let choices = self.choices;
        let purpose = &self.draft[index];
        let is_mixed = !purpose.is_empty() && !purpose.is_whole();
        let service = |(number, service): (usize, &Row)| {
            let id = id(&key(row, service));
            let change = Change::Service(index, number);
            html! {
                <li>
                    { self.checkbox(&service.title, Some(id.clone()), purpose.is_on(number), false, change) }
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
                        { self.checkbox(&row.title, Some(id(&row.id)), purpose.is_whole(), is_mixed, Change::Purpose(index)) }
                    }
                </h3>
                <div id={id(&row.id)}>
                    { self.drawn(&row.about) }
                    if purpose.is_uk {
                        <p class="told">{ choices.uk.clone() }</p>
                    }
                    if !purpose.is_sold && purpose.is_kept_out() {
                        <p class="told">{ choices.opted_out.clone() }</p>
                    }
                    if purpose.is_sold {
                        <p class="told" role="status">{ if purpose.is_kept_off() { &choices.signal } else { "" } }</p>
                    }
                </div>
                if let Some(sure) = row.sure.as_ref().filter(|_| purpose.needs_sure()) {
                    { self.checkbox(sure, None, purpose.is_sure, false, Change::Sure(index)) }
                }
                { self.drawn(&row.elements) }
                if let Some(each) = &row.each {
                    <fieldset>
                        { plain("legend", each) }
                        <ul>{ for row.services.iter().enumerate().map(service) }</ul>
                    </fieldset>
                }
            </li>
        }
    }

    /// A box. Its label never changes with its state.
    fn checkbox(&self, label: &str, about: Option<String>, checked: bool, is_mixed: bool, change: Change) -> Html {
        let draft = self.draft.clone();
        let changed = self.dispatch.reform(move |_: Event| Action::Edit(after(&draft, change).into()));
        html! {
            <label class="choice">
                <input type="checkbox" {checked} ~indeterminate={is_mixed} aria-describedby={about} onchange={changed} />
                { label.to_owned() }
            </label>
        }
    }

    fn drawn(&self, elements: &[Element]) -> Html {
        elements.iter().map(|element| draw(&self.context.pages, &Here::default(), element)).collect()
    }
}

fn id(key: &str) -> String {
    "choice-".to_owned() + key
}
