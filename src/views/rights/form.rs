//! The form for requests: choose a right, say who asks, look it over. One component, in the dialog and on the page.
//!
//! What was written stays while the page stays: going back, closing the dialog and a server's failure lose nothing, and nothing
//! of it is stored. Nothing is said to be sent or received but what an endpoint answered with 2xx.

use std::cell::RefCell;

use yew::prelude::*;

use super::event::{Act, Delivery, Draft, Outcome, Step};
use super::model::Rights;
use super::{saved_requests as mine, steps};
use crate::policy::Pages;
use crate::rights::{Answers, Asker, Field, Mine, Needs, Offer, Request, Written, letter};
use crate::site::Day;
use crate::views::Shared;
use crate::views::browser_port::Desk;

/// What the form is given.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct FormProps {
    /// What can be asked.
    pub rights: Shared<Rights>,
    /// The pages that it links to.
    pub pages: Pages,
    /// What it needs of a browser.
    pub desk: Shared<Box<dyn Desk>>,
    /// What was written before the form was closed.
    pub draft: Shared<RefCell<Draft>>,
}

/// The form.
#[derive(Debug)]
pub struct Form {
    pub(crate) faults: Vec<Field>,
    pub(crate) outcome: Outcome,
    /// Whether what this request opts out of is off on this device, too, and stored so; `None` before it left the form.
    pub(crate) opted_out: Option<bool>,
    pub(crate) mine: Mine,
    /// The day of writing; nobody knows it where the clock is out of its mind, and then no day is counted.
    pub(crate) today: Option<Day>,
    pub(crate) node: NodeRef,
    /// Where the focus goes once this is drawn.
    focus: Option<String>,
}

/// The heading of a step, which gets the focus when the step is new.
const TITLE: &str = "[tabindex]";

impl Component for Form {
    type Message = Act;
    type Properties = FormProps;

    fn create(ctx: &Context<Self>) -> Self {
        let FormProps { desk, draft, .. } = ctx.props();
        draft.borrow_mut().told = ctx.link().callback(|()| Act::Answered);
        let mut form = Self {
            faults: Vec::new(),
            outcome: Outcome::None,
            opted_out: None,
            mine: desk.mine(),
            today: desk.today(),
            node: NodeRef::default(),
            focus: None,
        };
        form.note_receipt(ctx);
        form
    }

    fn update(&mut self, ctx: &Context<Self>, act: Act) -> bool {
        let FormProps { rights, desk, draft, .. } = ctx.props();
        let step = draft.borrow().step;
        // A letter may have lain here over midnight.
        self.today = desk.today();
        match act {
            Act::Place(place) => draft.borrow_mut().place = place,
            Act::Offer(number) => {
                self.faults.clear();
                self.go(ctx, Step::Fill(number), TITLE);
                if let Some(offer) = self.offer(ctx) {
                    draft.borrow_mut().turn_to(offer);
                }
            }
            Act::Changed => {
                let answers = desk.answers(&self.node, &draft.borrow().answers);
                draft.borrow_mut().answers = answers;
                // What was wrong is looked at again as it is fixed; what is still being written is not.
                if !self.faults.is_empty() {
                    self.faults = self.faults(ctx);
                }
            }
            Act::Back => match step {
                _ if draft.borrow().delivery == Delivery::Sending => return false,
                Step::Review(offer) => self.go(ctx, Step::Fill(offer), TITLE),
                Step::Fill(offer) => {
                    self.go(ctx, Step::Choose, &("[data-offer=\"".to_owned() + &offer.to_string() + "\"]"))
                }
                Step::Choose => return false,
            },
            // A form without a button is sent by the enter key all the same.
            Act::Filled if draft.borrow().answers.who == Asker::Young => return false,
            Act::Filled => {
                Component::update(self, ctx, Act::Changed);
                self.faults = self.faults(ctx);
                match step {
                    Step::Fill(offer) if self.faults.is_empty() => {
                        self.go(ctx, Step::Review(offer), if self.is_final(ctx) { ".change" } else { TITLE });
                        draft.borrow_mut().keep_key(|| desk.key());
                    }
                    _ => self.focus = Some("[aria-invalid]".to_owned()),
                }
            }
            Act::Came(outcome) => {
                if matches!(outcome, Outcome::Opened | Outcome::Copied) {
                    self.opt_out(ctx);
                }
                self.outcome = outcome;
            }
            Act::Answered => {
                self.note_receipt(ctx);
                // The button that had the focus may be gone.
                (self.outcome, self.focus) = (Outcome::None, Some("[role=status]".to_owned()));
            }
            Act::Copy => {
                let done = |copied| Act::Came(if copied { Outcome::Copied } else { Outcome::Uncopied });
                if let Some((Offer { to, subject, .. }, _, letter)) = self.written(ctx) {
                    desk.copy(&[to, subject, &*letter].join("\n\n"), ctx.link().callback(done));
                }
            }
            Act::Save => {
                self.with_request(ctx, |request| desk.save(request));
                self.opt_out(ctx);
                self.outcome = Outcome::Saved;
            }
            Act::Taken => self.opt_out(ctx),
            Act::Send => self.send(ctx),
            Act::Keep => self.outcome = if self.keep(ctx) { Outcome::Kept } else { Outcome::Unkept },
            Act::Remind => {
                let events = mine::events(&self.mine, &rights.words);
                desk.remind(&|stamp| mine::calendar_of(stamp, &events));
            }
            Act::Forget => {
                desk.forget();
                (self.mine, self.outcome) = (desk.mine(), Outcome::Forgotten);
                self.focus = Some("[role=status]".to_owned());
            }
        }
        true
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        if let Some(selector) = self.focus.take() {
            ctx.props().desk.focus(&self.node, &selector);
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        html! { <div ref={&self.node} class="request">{ steps::step(self, ctx) }</div> }
    }
}

impl Form {
    fn go(&mut self, ctx: &Context<Self>, step: Step, focus: &str) {
        ctx.props().draft.borrow_mut().step = step;
        (self.focus, self.outcome, self.opted_out) = (Some(focus.to_owned()), Outcome::None, None);
    }

    /// The right that is being asked for.
    pub(crate) fn offer<'a>(&self, ctx: &'a Context<Self>) -> Option<&'a Offer> {
        let FormProps { rights, draft, .. } = ctx.props();
        let Draft { place, step, .. } = &*draft.borrow();
        match step {
            Step::Choose => None,
            Step::Fill(offer) | Step::Review(offer) => rights.local(*place)?.offers.get(*offer),
        }
    }

    fn faults(&self, ctx: &Context<Self>) -> Vec<Field> {
        self.offer(ctx).map(|offer| ctx.props().draft.borrow().answers.faults(offer.needs)).unwrap_or_default()
    }

    pub(crate) fn is_final(&self, ctx: &Context<Self>) -> bool {
        self.offer(ctx).is_some_and(|offer| offer.needs == Needs::Deletion)
    }

    /// The request as it is now: the right, what was written for it, and the letter.
    pub(crate) fn written<'a>(&self, ctx: &'a Context<Self>) -> Option<(&'a Offer, Answers, String)> {
        let FormProps { rights, draft, .. } = ctx.props();
        let offer = self.offer(ctx)?;
        let answers = draft.borrow().answers.shown(offer.needs);
        let letter = letter(&rights.words, offer, &answers, &self.date(ctx));
        Some((offer, answers, letter))
    }

    /// The day of writing, as the language writes it.
    pub(crate) fn date(&self, ctx: &Context<Self>) -> String {
        let FormProps { rights, desk, .. } = ctx.props();
        self.today.map(|today| desk.date(today, &rights.language)).unwrap_or_default()
    }

    pub(crate) fn with_request(&self, ctx: &Context<Self>, act: impl FnOnce(&Request)) {
        let FormProps { rights, draft, .. } = ctx.props();
        let Draft { place, id, .. } = draft.borrow().clone();
        if let (Some((offer, answers, letter)), Some(local)) = (self.written(ctx), rights.local(place)) {
            let (site, language) = (&rights.site, &rights.language);
            let written = Written { id: &id, site, language, letter: &letter, on: self.today };
            act(&Request::of(offer, &answers, local.place, written));
        }
    }
}
