//! The steps of a request: the list of rights, the fields, and the letter with the ways to send it.

use yew::prelude::*;

use super::deadlines::deadlines_of;
use super::delivery::Delivery;
use super::draft::{Draft, Step};
use super::event::{FormEvent, Outcome, click};
use super::fields::{choice, fields};
use super::model::{PlaceRights, Rights};
use super::outcome::outcome;
use super::saved_requests::saved_requests;
use crate::policy::Pages;
use crate::rights::{Asker, LONGEST, SavedRequests, mail, mailto};
use crate::site::Day;
use crate::views::browser_port::BrowserPort;
use crate::views::buttons::{button, hint, plain};
use crate::views::by_address::ByAddress;
use crate::views::draw::{Here, draw};
use crate::words::Word;

/// What a step is drawn of.
pub(super) struct StepView<'a> {
    pub rights: &'a Rights,
    pub pages: &'a Pages,
    pub port: &'a ByAddress<Box<dyn BrowserPort>>,
    pub draft: &'a Draft,
    pub saved: &'a SavedRequests,
    pub today: Option<Day>,
    /// The element around it, with the fields in it.
    pub node: &'a NodeRef,
    /// Is given what happens.
    pub send: Callback<FormEvent>,
}

impl StepView<'_> {
    /// The step that the visitor is at.
    pub fn view(&self) -> Html {
        match self.draft.step {
            Step::Choose => self.choose(),
            Step::Fill(_) => self.fill(),
            Step::Review(_) => self.review(),
        }
    }

    fn port(&self) -> &dyn BrowserPort {
        &***self.port
    }

    fn say(&self, word: Word) -> &str {
        self.rights.words.say(word)
    }

    fn click(&self, event: fn() -> FormEvent) -> Callback<MouseEvent> {
        click(&self.send, event)
    }

    fn button(&self, event: fn() -> FormEvent, word: Word) -> Html {
        button(self.say(word), self.click(event))
    }

    fn choose(&self) -> Html {
        let Self { rights, pages, port, draft, saved, send, .. } = self;
        let chosen = draft.place.min(rights.places.len().saturating_sub(1));
        let place = |(index, local): (usize, &PlaceRights)| {
            choice("place", "", local.title.clone(), index == chosen, send.reform(move |_| FormEvent::Place(index)))
        };
        let elements = rights.local(chosen).map(|local| &local.elements);
        let letter = {
            let (port, send) = ((*port).clone(), send.clone());
            Callback::from(move |click: MouseEvent| {
                if let Some(index) = port.letter_index(&click) {
                    send.emit(FormEvent::Letter(index));
                }
            })
        };
        // Chromium never releases a named radio button of a shadow tree that belongs to no form. Enter would submit this one.
        let stay = Callback::from(|event: SubmitEvent| event.prevent_default());
        html! {
            <form key="choose" onsubmit={stay}>
                { saved_requests(rights, self.port(), saved, draft.outcome, send) }
                <fieldset>
                    <legend><span tabindex="-1">{ self.say(Word::ChoosePlace).to_owned() }</span></legend>
                    { hint(self.say(Word::ChoosePlaceWhy)) }
                    { for rights.places.iter().enumerate().map(place) }
                </fieldset>
                <div key={chosen} onclick={letter}>
                    { for elements.into_iter().flatten().map(|element| draw(pages, &Here::default(), element)) }
                </div>
            </form>
        }
    }

    fn fill(&self) -> Html {
        let Self { rights, port, draft, node, send, .. } = self;
        let Some(letter) = draft.letter(rights) else { return Html::default() };
        let values = {
            let (port, node, was) = ((*port).clone(), (*node).clone(), draft.values.clone());
            move || port.form_values(&node, &was)
        };
        let edited = {
            let values = values.clone();
            send.reform(move |_: InputEvent| FormEvent::Edited(values()))
        };
        let filled = send.reform(move |event: SubmitEvent| {
            event.prevent_default();
            FormEvent::Filled(values())
        });
        html! {
            <form key="fill" novalidate=true onsubmit={filled} oninput={edited}>
                <h3 tabindex="-1">{ letter.right.clone() }</h3>
                { self.addressed(&rights.receiver(letter, &Delivery::Unsent), &letter.subject) }
                { fields(rights, letter.required_fields, &draft.values, &draft.invalid) }
                <div class="ways">
                    { self.button(|| FormEvent::Back, Word::AskBack) }
                    if draft.values.who != Asker::Young {
                        { plain("button", self.say(Word::AskReview)) }
                    }
                </div>
            </form>
        }
    }

    fn addressed(&self, to: &str, subject: &str) -> Html {
        let line = |word, text| html! { <div>{ plain("dt", self.say(word)) }{ plain("dd", text) }</div> };
        html! { <dl>{ line(Word::AskTo, to) }{ line(Word::AskSubject, subject) }</dl> }
    }

    fn review(&self) -> Html {
        let Self { rights, pages, port, draft, today, send, .. } = self;
        let delivery = &draft.delivery;
        let say = |word| self.say(word).to_owned();
        let date = today.map(|today| port.date(today, &rights.language)).unwrap_or_default();
        let Some((template, _, letter)) = draft.written(rights, &date) else { return Html::default() };
        let address = mail(&template.to, &template.subject, &letter);
        // A long letter is pasted into a mail that has address and subject.
        let is_long = address.len() > LONGEST;
        let address = if is_long { mailto(&template.to, Some(&template.subject)) } else { address };
        // Without an address for email the letter is copied, and goes where the site says.
        let by_mail = (rights.endpoint.is_none() || delivery.has_failed()) && !template.to.is_empty();
        let busy = (*delivery == Delivery::Sending).then_some("true");
        let is_final = draft.is_final(rights);
        html! {
            <div key="review">
                <h3 tabindex="-1">{ say(Word::ReviewTitle) }</h3>
                if is_final {
                    <p class="warning" id="warning">{ say(Word::ReviewFinal) }</p>
                }
                <div class="ways">
                    <button type="button" class="change" aria-disabled={busy} aria-describedby={is_final.then_some("warning")}
                        onclick={self.click(|| FormEvent::Back)}>{ say(Word::ReviewChange) }</button>
                </div>
                { self.addressed(&rights.receiver(template, delivery), &template.subject) }
                <h4 id="letter">{ say(Word::ReviewLetter) }</h4>
                <pre class="letter" oncopy={send.reform(|_: Event| FormEvent::CopiedByHand)} tabindex="0" role="region"
                    aria-labelledby="letter">{ letter }</pre>
                { deadlines_of(rights, self.port(), *today, template) }
                <div class="hint">
                    { for rights.collection.iter().map(|element| draw(pages, &Here::default(), element)) }
                </div>
                <div class="ways">
                    if rights.endpoint.is_some() && !delivery.is_received() {
                        <button type="button" aria-disabled={busy} onclick={self.click(|| FormEvent::Send)}>{ say(Word::ReviewSend) }</button>
                    }
                    if by_mail {
                        <a class="button" href={address} onclick={self.click(|| FormEvent::Done(Outcome::Opened))}>{ say(Word::ReviewMail) }</a>
                    }
                    { self.button(|| FormEvent::Copy, Word::ReviewCopy) }
                    { self.button(|| FormEvent::Download, Word::ReviewSave) }
                    { self.button(|| FormEvent::Save, Word::ReviewKeep) }
                </div>
                if by_mail && is_long {
                    { plain("p", self.say(Word::ReviewLong)) }
                }
                <p role="status" tabindex="-1">{ outcome(rights, draft) }</p>
            </div>
        }
    }
}
