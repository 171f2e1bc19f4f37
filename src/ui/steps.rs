//! The steps of a request: the list of rights, the fields, and the letter with the ways to send it.

use yew::prelude::*;

use super::act::{Act, Outcome, Step};
use super::element::{Here, draw};
use super::fields::{choice, fields};
use super::form::{Form, FormProps};
use super::plain::{button, focusable, plain};
use super::{Local, Rights, due, mine};
use crate::rights::{Asker, LONGEST, mail};
use crate::words::Word;

/// What is said beside.
const HINT: Option<&str> = Some("hint");

/// The step that the visitor is at.
pub(super) fn step(form: &Form, ctx: &Context<Form>) -> Html {
    match form.step {
        Step::Choose => choose(form, ctx),
        Step::Fill(_) => fill(form, ctx),
        Step::Review(_) => review(form, ctx),
    }
}

fn choose(form: &Form, ctx: &Context<Form>) -> Html {
    let FormProps { rights, pages, desk, draft } = ctx.props();
    let said = |word| rights.words.say(word);
    let link = ctx.link();
    let chosen = draft.borrow().place.min(rights.places.len().saturating_sub(1));
    let place = |(number, local): (usize, &Local)| {
        choice("place", "", local.title.clone(), number == chosen, link.callback(move |_| Act::Place(number)))
    };
    let elements = rights.local(chosen).map(|local| &local.elements);
    // An event that is over has no target any more, and messages are read later.
    let offer = {
        let desk = desk.clone();
        link.batch_callback(move |click: MouseEvent| desk.chosen(&click).map(Act::Offer))
    };
    html! {
        <div key="choose">
            { mine::mine(form, rights, &***desk, link) }
            <fieldset>
                { focusable("legend", None, said(Word::ChoosePlace)) }
                { plain("p", HINT, said(Word::ChoosePlaceWhy)) }
                { for rights.places.iter().enumerate().map(place) }
            </fieldset>
            <div key={chosen} onclick={offer}>
                { for elements.into_iter().flatten().map(|element| draw(pages, &Here::default(), element)) }
            </div>
        </div>
    }
}

fn fill(form: &Form, ctx: &Context<Form>) -> Html {
    let FormProps { rights, draft, .. } = ctx.props();
    let said = |word| rights.words.say(word);
    let link = ctx.link();
    let Some(offer) = form.offer(ctx) else { return Html::default() };
    let answers = &draft.borrow().answers;
    let filled = link.callback(|event: SubmitEvent| {
        event.prevent_default();
        Act::Filled
    });
    html! {
        <form key="fill" novalidate=true onsubmit={filled} oninput={link.callback(|_| Act::Changed)}>
            { focusable("h3", None, &offer.right) }
            { addressed(rights, &offer.to, &offer.subject) }
            { fields(rights, offer.needs, answers, &form.faults) }
            <div class="ways">
                { button(None, false, said(Word::AskBack), link.callback(|_| Act::Back)) }
                if answers.who != Asker::Young {
                    { plain("button", None, said(Word::AskReview)) }
                }
            </div>
        </form>
    }
}

fn addressed(rights: &Rights, to: &str, subject: &str) -> Html {
    let row =
        |(word, text)| html! { <div>{ plain("dt", None, rights.words.say(word)) }{ plain("dd", None, text) }</div> };
    html! { <dl>{ for [(Word::AskTo, to), (Word::AskSubject, subject)].into_iter().map(row) }</dl> }
}

fn review(form: &Form, ctx: &Context<Form>) -> Html {
    let FormProps { rights, pages, .. } = ctx.props();
    let link = ctx.link();
    let said = |word| rights.words.say(word);
    let Some((offer, _, letter)) = form.written(ctx) else { return Html::default() };
    let address = mail(&offer.to, &offer.subject, &letter);
    let failed = matches!(form.outcome, Outcome::Refused(_) | Outcome::Unanswered);
    let by_mail = rights.endpoint.is_none() || failed;
    let (is_long, is_sending) = (address.len() > LONGEST, form.is_sending);
    let way = |act: fn() -> Act, word| button(None, false, said(word), link.callback(move |_| act()));
    html! {
        <div key="review">
            { focusable("h3", None, said(Word::ReviewTitle)) }
            if form.is_final(ctx) {
                { plain("p", Some("warning"), said(Word::ReviewFinal)) }
            }
            <div class="ways">{ button(Some("change"), is_sending, said(Word::ReviewChange), link.callback(|_| Act::Back)) }</div>
            { addressed(rights, &offer.to, &offer.subject) }
            <h4 id="letter">{ said(Word::ReviewLetter).to_owned() }</h4>
            <pre class="letter" tabindex="0" role="region" aria-labelledby="letter">{ letter }</pre>
            { due::due(form, ctx, offer) }
            <div class="hint">
                { for rights.collection.iter().map(|element| draw(pages, &Here::default(), element)) }
            </div>
            <div class="ways">
                if rights.endpoint.is_some() && !form.is_received {
                    { button(None, is_sending, said(Word::ReviewSend), link.callback(|_| Act::Send)) }
                }
                if by_mail && !is_long {
                    <a class="button" href={address} onclick={link.callback(|_| Act::Came(Outcome::Opened))}>{ said(Word::ReviewMail).to_owned() }</a>
                }
                { way(|| Act::Copy, Word::ReviewCopy) }
                { way(|| Act::Save, Word::ReviewSave) }
                { way(|| Act::Keep, Word::ReviewKeep) }
            </div>
            if by_mail && is_long {
                { plain("p", None, said(Word::ReviewLong)) }
            }
            { focusable("p", Some("status"), &outcome(form, rights, &form.date(ctx))) }
        </div>
    }
}

/// What is known of the request, and not a word more.
fn outcome(form: &Form, rights: &Rights, date: &str) -> String {
    let word = match &form.outcome {
        Outcome::Unsent | Outcome::Forgotten => Word::ReviewUnsent,
        Outcome::Opened => Word::ReviewOpened,
        Outcome::Copied => Word::ReviewCopied,
        Outcome::Uncopied => Word::ReviewUncopied,
        Outcome::Saved => Word::ReviewSaved,
        Outcome::Sending => Word::ReviewSending,
        Outcome::Received => Word::ReviewReceived,
        Outcome::Refused(_) => Word::ReviewRefused,
        Outcome::Unanswered => Word::ReviewUnanswered,
        Outcome::Kept => Word::ReviewKept,
        Outcome::Unkept => Word::ReviewUnkept,
    };
    let status = match &form.outcome {
        Outcome::Refused(status) => status,
        _ => "",
    };
    let mine = rights.words.say(Word::MineTitle);
    rights.words.fill(word, &[("date", date), ("status", status), ("mine", mine)])
}
