//! The form for requests: choose a right, say who asks, look it over. One component, in the dialog and on the page.
//!
//! What was written stays while the page stays: going back, closing the dialog and a server's failure lose nothing, and nothing
//! of it is stored. Nothing is said to be sent or received but what an endpoint answered with 2xx.

use std::cell::RefCell;

use yew::prelude::*;

use super::act::{Act, Draft, Outcome, Step};
use super::{Desk, Rights, Shared, mine, steps};
use crate::policy::Pages;
use crate::rights::{Answers, Asker, Field, Kept, Mine, Needs, Offer, Request, Written, letter};
use crate::site::Day;

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
    pub(super) step: Step,
    pub(super) faults: Vec<Field>,
    pub(super) outcome: Outcome,
    /// Whether it is on its way to the endpoint: until that answers, nothing about it changes.
    pub(super) is_sending: bool,
    /// Whether the endpoint has it.
    pub(super) is_received: bool,
    /// Whether the endpoint was tried and does not have it: from then on there is the way by mail.
    pub(super) has_failed: bool,
    pub(super) mine: Mine,
    /// The day of writing; nobody knows it where the clock is out of its mind, and then no day is counted.
    pub(super) today: Option<Day>,
    /// The key of this request, the same for each attempt, and the request that it belongs to.
    id: String,
    keyed: Option<(usize, Draft)>,
    pub(super) node: NodeRef,
    /// Where the focus goes once this is drawn.
    focus: Option<&'static str>,
}

/// The heading of a step, which gets the focus when the step is new.
const TITLE: &str = "[tabindex]";

impl Component for Form {
    type Message = Act;
    type Properties = FormProps;

    fn create(ctx: &Context<Self>) -> Self {
        let desk = &ctx.props().desk;
        Self {
            step: Step::Choose,
            faults: Vec::new(),
            outcome: Outcome::Unsent,
            is_sending: false,
            is_received: false,
            has_failed: false,
            mine: desk.mine(),
            today: desk.today(),
            id: String::new(),
            keyed: None,
            node: NodeRef::default(),
            focus: None,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, act: Act) -> bool {
        let FormProps { rights, desk, draft, .. } = ctx.props();
        match act {
            Act::Place(place) => draft.borrow_mut().place = place,
            Act::Offer(offer) => {
                self.faults.clear();
                self.go(Step::Fill(offer), TITLE);
            }
            Act::Changed => {
                let answers = desk.answers(&self.node, &draft.borrow().answers);
                draft.borrow_mut().answers = answers;
                // What was wrong is looked at again as it is mended; what is still being written is not.
                if !self.faults.is_empty() {
                    self.faults = self.faults(ctx);
                }
            }
            Act::Back if self.is_sending => return false,
            Act::Back => match self.step {
                Step::Review(offer) => self.go(Step::Fill(offer), TITLE),
                _ => self.go(Step::Choose, TITLE),
            },
            // The enter key sends a form that has no button, too.
            Act::Filled if draft.borrow().answers.who == Asker::Young => return false,
            Act::Filled => {
                Component::update(self, ctx, Act::Changed);
                self.faults = self.faults(ctx);
                match self.step {
                    Step::Fill(offer) if self.faults.is_empty() => {
                        self.today = desk.today();
                        self.keep_key(ctx, offer);
                        self.go(Step::Review(offer), if self.is_final(ctx) { ".change" } else { TITLE });
                    }
                    _ => self.focus = Some("[aria-invalid]"),
                }
            }
            Act::Came(outcome) => {
                if matches!(outcome, Outcome::Received | Outcome::Refused(_) | Outcome::Unanswered) {
                    (self.is_sending, self.has_failed) = (false, outcome != Outcome::Received);
                    // The button that had the focus may be gone.
                    self.focus = Some("[role=status]");
                }
                self.is_received |= outcome == Outcome::Received;
                self.outcome = outcome;
            }
            Act::Copy => {
                let done = |copied| Act::Came(if copied { Outcome::Copied } else { Outcome::Uncopied });
                if let Some((Offer { to, subject, .. }, _, letter)) = self.written(ctx) {
                    desk.copy(&[to, subject, &*letter].join("\n\n"), ctx.link().callback(done));
                }
            }
            Act::Save => {
                self.with_request(ctx, |request| desk.save(request));
                self.outcome = Outcome::Saved;
            }
            Act::Send => {
                let Some(endpoint) = rights.endpoint.as_ref().filter(|_| !self.is_sending) else { return false };
                let done = ctx.link().callback(|answer: String| {
                    Act::Came(match answer.as_str() {
                        "" => Outcome::Unanswered,
                        "2xx" => Outcome::Received,
                        _ => Outcome::Refused(answer),
                    })
                });
                (self.outcome, self.is_sending) = (Outcome::Sending, true);
                self.with_request(ctx, |request| desk.send(endpoint, request, done));
            }
            Act::Keep => {
                let kept = self.written(ctx).zip(self.today).is_some_and(|((offer, ..), today)| {
                    desk.keep(Kept::of(offer, &self.id, &rights.site, today, self.is_received))
                });
                self.outcome = if kept { Outcome::Kept } else { Outcome::Unkept };
                self.mine = desk.mine();
            }
            Act::Remind => {
                let events = mine::events(&self.mine, &rights.words);
                desk.remind(&|stamp| mine::calendar_of(stamp, &events));
            }
            Act::Forget => {
                desk.forget();
                (self.mine, self.outcome) = (desk.mine(), Outcome::Forgotten);
                self.focus = Some("[role=status]");
            }
        }
        true
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        if let Some(selector) = self.focus.take() {
            ctx.props().desk.focus(&self.node, selector);
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        html! { <div ref={&self.node} class="request">{ steps::step(self, ctx) }</div> }
    }
}

impl Form {
    fn go(&mut self, step: Step, focus: &'static str) {
        // What the endpoint has is not unsent because it is looked at again.
        let outcome = if self.is_received { Outcome::Received } else { Outcome::Unsent };
        (self.step, self.focus, self.outcome) = (step, Some(focus), outcome);
    }

    /// The right that is being asked for.
    pub(super) fn offer<'a>(&self, ctx: &'a Context<Self>) -> Option<&'a Offer> {
        let FormProps { rights, draft, .. } = ctx.props();
        match self.step {
            Step::Choose => None,
            Step::Fill(offer) | Step::Review(offer) => rights.local(draft.borrow().place)?.offers.get(offer),
        }
    }

    fn faults(&self, ctx: &Context<Self>) -> Vec<Field> {
        self.offer(ctx).map(|offer| ctx.props().draft.borrow().answers.faults(offer.needs)).unwrap_or_default()
    }

    pub(super) fn is_final(&self, ctx: &Context<Self>) -> bool {
        self.offer(ctx).is_some_and(|offer| offer.needs == Needs::Deletion)
    }

    /// The request as it is now: the right, what was written for it, and the letter.
    pub(super) fn written<'a>(&self, ctx: &'a Context<Self>) -> Option<(&'a Offer, Answers, String)> {
        let FormProps { rights, draft, .. } = ctx.props();
        let offer = self.offer(ctx)?;
        let answers = draft.borrow().answers.shown(offer.needs);
        let letter = letter(&rights.words, offer, &answers, &self.date(ctx));
        Some((offer, answers, letter))
    }

    /// Another request has another key; the same one, looked at again, is still the same.
    fn keep_key(&mut self, ctx: &Context<Self>, offer: usize) {
        let keyed = Some((offer, ctx.props().draft.borrow().clone()));
        if keyed != self.keyed {
            (self.id, self.keyed) = (ctx.props().desk.key(), keyed);
            (self.is_received, self.has_failed) = (false, false);
        }
    }

    /// The day of writing, as the language writes it.
    pub(super) fn date(&self, ctx: &Context<Self>) -> String {
        let FormProps { rights, desk, .. } = ctx.props();
        self.today.map(|today| desk.date(today, &rights.language)).unwrap_or_default()
    }

    fn with_request(&self, ctx: &Context<Self>, act: impl FnOnce(&Request)) {
        let FormProps { rights, draft, .. } = ctx.props();
        let (Some((offer, answers, letter)), Some(local)) = (self.written(ctx), rights.local(draft.borrow().place))
        else {
            return;
        };
        let written =
            Written { id: &self.id, site: &rights.site, language: &rights.language, letter: &letter, on: self.today };
        act(&Request::of(offer, &answers, local.place, written));
    }
}
