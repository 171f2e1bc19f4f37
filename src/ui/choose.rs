//! The choices: a box per purpose, nothing ticked that was not granted, a draft until one of three buttons of one shape decides
//! (GDPR Recital 32, Article 7(3); 11 CCR 7004: refusing is as short as accepting). Closing decides nothing and drops the draft.

use yew::html::Scope;
use yew::prelude::*;

use super::choices::{Choices, Decision, Row};
use super::element::{Here, draw};
use super::picks::{Pick, answers, key};
use super::{Desk, Element, Given, Shared};
use crate::consent::{Assent, Method};
use crate::words::Word;

/// What the view is given.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ChooseProps {
    pub given: Shared<Given>,
    pub choices: Shared<Choices>,
    /// What the visitor decided before.
    pub desk: Shared<Box<dyn Desk>>,
    /// Whether there is something to give a receipt of.
    pub has_record: bool,
    /// Hears what is decided.
    pub decide: Callback<Decision>,
}

/// The draft: what is ticked, row by row.
pub(super) struct Choose {
    picks: Vec<Pick>,
}

/// What the visitor does.
pub(super) enum Change {
    Purpose(usize),
    Service(usize, usize),
    Sure(usize),
    Decide(Method),
}

impl Component for Choose {
    type Message = Change;
    type Properties = ChooseProps;

    fn create(ctx: &Context<Self>) -> Self {
        let ChooseProps { given, choices, desk, .. } = ctx.props();
        let before = desk.choices(&given.current);
        let pick = |row| Pick::of(row, given, &before);
        Self { picks: choices.rows.iter().map(pick).collect() }
    }

    fn update(&mut self, ctx: &Context<Self>, change: Change) -> bool {
        match change {
            Change::Purpose(row) => self.picks[row].turn_all(),
            Change::Service(row, service) => self.picks[row].turn(service),
            Change::Sure(row) => self.picks[row].is_sure = !self.picks[row].is_sure,
            Change::Decide(method) => {
                let ChooseProps { choices, decide, .. } = ctx.props();
                // A saved choice is answered box by box, in view of the signal; the other two say one word for all.
                let assent = if method == Method::Choices { Assent::Explicit } else { Assent::Plain };
                decide.emit(Decision { answers: answers(choices, &self.picks, method), method, assent });
                return false;
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let ChooseProps { given, choices, has_record, .. } = ctx.props();
        let said = |word| given.words.say(word).to_owned();
        let link = ctx.link();
        let button = |method, text: &String| {
            html! {
                <button type="button" onclick={link.callback(move |_: MouseEvent| Change::Decide(method))}>{ text.clone() }</button>
            }
        };
        html! {
            <>
                <div class="content">
                    <p>{ choices.intro.clone() }</p>
                    if given.signals.gpc == Some(true) {
                        <p class="signal">{ choices.gpc.clone() }</p>
                    }
                    <ul class="entries choices">
                        { for choices.rows.iter().enumerate().map(|(place, row)| self.row(ctx, place, row)) }
                    </ul>
                </div>
                <div class="foot">
                    <p class="links">
                        <a href={given.pages.storage.clone()} data-act="details">{ said(Word::NoticeDetails) }</a>
                        <a href={given.pages.storage.clone()} data-act="policy">{ said(Word::NoticePolicy) }</a>
                        <a href={given.pages.rights.clone()} data-act="rights">{ said(Word::NoticeRights) }</a>
                        if *has_record {
                            <button type="button" data-act="receipt">{ choices.receipt.clone() }</button>
                        }
                    </p>
                    <div class="answers">
                        { button(Method::RejectAll, &choices.refuse) }
                        { button(Method::AcceptAll, &choices.accept) }
                        { button(Method::Choices, &choices.save) }
                    </div>
                </div>
            </>
        }
    }
}

impl Choose {
    fn row(&self, ctx: &Context<Self>, place: usize, row: &Row) -> Html {
        let ChooseProps { given, choices, .. } = ctx.props();
        let pick = &self.picks[place];
        let link = ctx.link();
        let is_mixed = !pick.is_empty() && !pick.is_whole();
        let drawn = |elements: &[Element]| -> Html {
            elements.iter().map(|element| draw(&given.pages, &Here::default(), element)).collect()
        };
        let service = |(number, service): (usize, &Row)| {
            let id = id(&key(row, service));
            html! {
                <li>
                    { tick(link, &service.title, Some(id.clone()), pick.is_on(number), false, move || Change::Service(place, number)) }
                    <div {id}>{ drawn(&service.about) }</div>
                    { drawn(&service.elements) }
                </li>
            }
        };
        html! {
            <li>
                <h3>
                    if row.is_always {
                        { row.title.clone() }{ " " }<span class="always">{ choices.always.clone() }</span>
                    } else {
                        { tick(link, &row.title, Some(id(&row.id)), pick.is_whole(), is_mixed, move || Change::Purpose(place)) }
                    }
                </h3>
                <div id={id(&row.id)}>
                    { drawn(&row.about) }
                    if pick.is_uk {
                        <p class="told">{ choices.uk.clone() }</p>
                    }
                    if pick.is_sold {
                        <p class="told" role="status">{ if pick.is_sure { "" } else { &choices.signal } }</p>
                    }
                </div>
                if pick.is_sold && !pick.is_empty() {
                    { tick(link, &choices.sure, None, pick.is_sure, false, move || Change::Sure(place)) }
                }
                { drawn(&row.elements) }
                if !row.services.is_empty() {
                    <fieldset>
                        <legend>{ row.each.clone() }</legend>
                        <ul>{ for row.services.iter().enumerate().map(service) }</ul>
                    </fieldset>
                }
            </li>
        }
    }
}

fn id(key: &str) -> String {
    "choice-".to_owned() + key
}

/// A box. Its label never changes with its state.
fn tick(
    link: &Scope<Choose>,
    label: &str,
    about: Option<String>,
    checked: bool,
    is_mixed: bool,
    change: impl Fn() -> Change + 'static,
) -> Html {
    html! {
        <label class="choice">
            <input type="checkbox" {checked} ~indeterminate={is_mixed} aria-describedby={about}
                onchange={link.callback(move |_: Event| change())} />
            { label.to_owned() }
        </label>
    }
}
