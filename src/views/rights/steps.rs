//! The steps of a request: the list of rights, the fields, and the letter with the ways to send it.

use yew::html::Scope;
use yew::prelude::*;

use super::event::{Act, Delivery, Outcome, Step};
use super::fields::{choice, fields};
use super::form::{Form, FormProps};
use super::model::{Local, Rights};
use super::{deadlines as due, saved_requests as mine};
use crate::rights::{Asker, LONGEST, mail, mailto};
use crate::views::buttons::{button, hint, plain};
use crate::views::element::{Here, draw};
use crate::words::Word;

/// The step that the visitor is at.
pub(crate) fn step(form: &Form, ctx: &Context<Form>) -> Html {
    match ctx.props().draft.borrow().step {
        Step::Choose => choose(form, ctx),
        Step::Fill(_) => fill(form, ctx),
        Step::Review(_) => review(form, ctx),
    }
}

fn choose(form: &Form, ctx: &Context<Form>) -> Html {
    let FormProps { rights, pages, desk, draft } = ctx.props();
    let said = |word| rights.words.say(word).to_owned();
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
    // Chromium never releases a named radio button of a shadow tree that belongs to no form. Enter would submit this one.
    let stay = Callback::from(|event: SubmitEvent| event.prevent_default());
    html! {
        <form key="choose" onsubmit={stay}>
            { mine::mine(form, rights, &***desk, link) }
            <fieldset>
                <legend><span tabindex="-1">{ said(Word::ChoosePlace) }</span></legend>
                { hint(rights.words.say(Word::ChoosePlaceWhy)) }
                { for rights.places.iter().enumerate().map(place) }
            </fieldset>
            <div key={chosen} onclick={offer}>
                { for elements.into_iter().flatten().map(|element| draw(pages, &Here::default(), element)) }
            </div>
        </form>
    }
}

fn fill(form: &Form, ctx: &Context<Form>) -> Html {
    let FormProps { rights, draft, .. } = ctx.props();
    let link = ctx.link();
    let Some(offer) = form.offer(ctx) else { return Html::default() };
    let answers = &draft.borrow().answers;
    let filled = link.callback(|event: SubmitEvent| {
        event.prevent_default();
        Act::Filled
    });
    html! {
        <form key="fill" novalidate=true onsubmit={filled} oninput={link.callback(|_| Act::Changed)}>
            <h3 tabindex="-1">{ offer.right.clone() }</h3>
            { addressed(rights, &rights.receiver(offer, &Delivery::Unsent), &offer.subject) }
            { fields(rights, offer.needs, answers, &form.faults) }
            <div class="ways">
                { back(rights, link) }
                if answers.who != Asker::Young {
                    { plain("button", rights.words.say(Word::AskReview)) }
                }
            </div>
        </form>
    }
}

/// What a click leads to.
pub(crate) fn click(link: &Scope<Form>, act: fn() -> Act) -> Callback<MouseEvent> {
    link.callback(move |_| act())
}

fn back(rights: &Rights, link: &Scope<Form>) -> Html {
    button(rights.words.say(Word::AskBack), click(link, || Act::Back))
}

fn addressed(rights: &Rights, to: &str, subject: &str) -> Html {
    let line = |word, text| html! { <div>{ plain("dt", rights.words.say(word)) }{ plain("dd", text) }</div> };
    html! { <dl>{ line(Word::AskTo, to) }{ line(Word::AskSubject, subject) }</dl> }
}

fn review(form: &Form, ctx: &Context<Form>) -> Html {
    let FormProps { rights, pages, draft, .. } = ctx.props();
    let delivery = &draft.borrow().delivery;
    let link = ctx.link();
    let button = |act, word| button(rights.words.say(word), click(link, act));
    let said = |word| rights.words.say(word).to_owned();
    let Some((offer, _, letter)) = form.written(ctx) else { return Html::default() };
    let address = mail(&offer.to, &offer.subject, &letter);
    // A long letter is pasted into a mail that has address and subject.
    let is_long = address.len() > LONGEST;
    let address = if is_long { mailto(&offer.to, Some(&offer.subject)) } else { address };
    // Without an address for email the letter is copied, and goes where the site says.
    let by_mail = (rights.endpoint.is_none() || delivery.has_failed()) && !offer.to.is_empty();
    let busy = (*delivery == Delivery::Sending).then_some("true");
    html! {
        <div key="review">
            <h3 tabindex="-1">{ said(Word::ReviewTitle) }</h3>
            if form.is_final(ctx) {
                <p class="warning" id="warning">{ said(Word::ReviewFinal) }</p>
            }
            <div class="ways">
                <button type="button" class="change" aria-disabled={busy} aria-describedby={form.is_final(ctx).then_some("warning")} onclick={click(link, || Act::Back)}>{ said(Word::ReviewChange) }</button>
            </div>
            { addressed(rights, &rights.receiver(offer, delivery), &offer.subject) }
            <h4 id="letter">{ said(Word::ReviewLetter) }</h4>
            <pre class="letter" oncopy={link.callback(|_: Event| Act::Taken)} tabindex="0" role="region" aria-labelledby="letter">{ letter }</pre>
            { due::due(form, ctx, offer) }
            <div class="hint">
                { for rights.collection.iter().map(|element| draw(pages, &Here::default(), element)) }
            </div>
            <div class="ways">
                if rights.endpoint.is_some() && !delivery.is_received() {
                    <button type="button" aria-disabled={busy} onclick={click(link, || Act::Send)}>{ said(Word::ReviewSend) }</button>
                }
                if by_mail {
                    <a class="button" href={address} onclick={click(link, || Act::Came(Outcome::Opened))}>{ said(Word::ReviewMail) }</a>
                }
                { button(|| Act::Copy, Word::ReviewCopy) }
                { button(|| Act::Save, Word::ReviewSave) }
                { button(|| Act::Keep, Word::ReviewKeep) }
            </div>
            if by_mail && is_long {
                { plain("p", rights.words.say(Word::ReviewLong)) }
            }
            <p role="status" tabindex="-1">{ outcome(form, delivery, rights) }</p>
        </div>
    }
}

/// What came of it last, and what is known of where it is: not a word more.
fn outcome(form: &Form, delivery: &Delivery, rights: &Rights) -> String {
    let done = match form.outcome {
        Outcome::None | Outcome::Forgotten => None,
        Outcome::Opened => Some(Word::ReviewOpened),
        Outcome::Copied => Some(Word::ReviewCopied),
        Outcome::Uncopied => Some(Word::ReviewUncopied),
        Outcome::Saved => Some(Word::ReviewSaved),
        Outcome::Kept => Some(Word::ReviewKept),
        Outcome::Unkept => Some(Word::ReviewUnkept),
    };
    let (known, answer) = match delivery {
        Delivery::Unsent => (Word::ReviewUnsent, ""),
        Delivery::Sending => (Word::ReviewSending, ""),
        Delivery::Received(date) => (Word::ReviewReceived, date.as_str()),
        Delivery::Refused(status) => (Word::ReviewRefused, status.as_str()),
        Delivery::Unanswered => (Word::ReviewUnanswered, ""),
    };
    let values = [("date", answer), ("status", answer), ("mine", rights.words.say(Word::MineTitle))];
    let said = |word| rights.words.fill(word, &values);
    let opted_out = rights.opt_out.as_ref().zip(form.opted_out);
    let opted_out = opted_out.map(|(opt_out, is_stored)| if is_stored { &opt_out.done } else { &opt_out.unkept });
    let sentences = [done.map(said), Some(said(known)), opted_out.cloned()];
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
