//! The form for requests: choose a right, say who asks, look it over. One component, in the dialog and on the page.
//!
//! What was written stays while the page stays: going back, closing the dialog and a server's failure lose nothing, and nothing
//! of it is stored. A request is called sent or received only where an endpoint answered with 2xx.

use std::cell::RefCell;

use yew::prelude::*;

use super::delivery::Delivery;
use super::draft::Draft;
use super::event::{Effect, FormEvent, Outcome};
use super::model::{OptOut, Rights};
use super::saved_requests::{calendar_of, reminders};
use super::steps::StepView;
use crate::policy::Pages;
use crate::rights::{FormValues, LetterTemplate, Request, SavedRequest, SavedRequests, Submission};
use crate::site::Day;
use crate::views::browser_port::BrowserPort;
use crate::views::by_address::ByAddress;

/// What the form is given.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct FormProps {
    /// What can be asked.
    pub rights: ByAddress<Rights>,
    /// The pages that it links to.
    pub pages: Pages,
    /// What it needs of a browser.
    pub port: ByAddress<Box<dyn BrowserPort>>,
    /// What was written before the form was closed.
    pub draft: ByAddress<RefCell<Draft>>,
}

/// The form.
#[derive(Debug)]
pub struct Form {
    saved: SavedRequests,
    /// The day of writing; `None` where the clock is outside the years 0 to 9999, and then no deadline is counted.
    today: Option<Day>,
    node: NodeRef,
    /// What gets the focus once this is drawn, as a CSS selector.
    focus: Option<String>,
}

impl Component for Form {
    type Message = FormEvent;
    type Properties = FormProps;

    fn create(ctx: &Context<Self>) -> Self {
        let FormProps { port, draft, .. } = ctx.props();
        draft.borrow_mut().open(ctx.link().callback(|()| FormEvent::Answered));
        let mut form =
            Self { saved: port.saved_requests(), today: port.today(), node: NodeRef::default(), focus: None };
        form.mark_received(ctx);
        form
    }

    fn update(&mut self, ctx: &Context<Self>, event: FormEvent) -> bool {
        // A letter may have lain here over midnight.
        self.today = ctx.props().port.today();
        self.apply(ctx, event);
        true
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        if let Some(selector) = self.focus.take() {
            ctx.props().port.focus(&self.node, &selector);
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let FormProps { rights, pages, port, draft } = ctx.props();
        let step = StepView {
            rights,
            pages,
            port,
            draft: &draft.borrow(),
            saved: &self.saved,
            today: self.today,
            node: &self.node,
            send: ctx.link().callback(|event| event),
        };
        html! { <div ref={&self.node} class="request">{ step.view() }</div> }
    }
}

impl Form {
    fn apply(&mut self, ctx: &Context<Self>, event: FormEvent) {
        let FormProps { rights, draft, .. } = ctx.props();
        let (next, effects) = draft.take().after(rights, event);
        draft.replace(next);
        for effect in effects {
            self.perform(ctx, effect);
        }
    }

    fn perform(&mut self, ctx: &Context<Self>, effect: Effect) {
        let FormProps { rights, port, .. } = ctx.props();
        match effect {
            Effect::Focus(selector) => self.focus = Some(selector),
            Effect::NewKey => self.apply(ctx, FormEvent::Keyed(port.new_key())),
            Effect::OptOut => {
                if let Some(OptOut { current, .. }) = &rights.opt_out {
                    self.apply(ctx, FormEvent::OptedOut(port.opt_out(current, &rights.language)));
                }
            }
            Effect::Copy => {
                let done = |copied| FormEvent::Done(if copied { Outcome::Copied } else { Outcome::NotCopied });
                if let Some((LetterTemplate { to, subject, .. }, _, letter)) = self.written(ctx) {
                    port.copy(&[to, subject, &*letter].join("\n\n"), ctx.link().callback(done));
                }
            }
            Effect::Download => self.with_request(ctx, &|request| port.download(request)),
            Effect::Send => self.send(ctx),
            Effect::Save => {
                let outcome = if self.save(ctx) { Outcome::Saved } else { Outcome::NotSaved };
                self.apply(ctx, FormEvent::Done(outcome));
            }
            Effect::MarkReceived => self.mark_received(ctx),
            Effect::Remind => {
                let reminders = reminders(&self.saved, &rights.words);
                port.remind(&|stamp| calendar_of(stamp, &reminders));
            }
            Effect::Erase => {
                port.erase_requests();
                self.saved = port.saved_requests();
            }
        }
    }

    /// Sends the request. The answer is noted also where the view was closed before it came.
    fn send(&self, ctx: &Context<Self>) {
        let FormProps { rights, port, draft, .. } = ctx.props();
        let Some(endpoint) = &rights.endpoint else { return };
        let done = {
            let (rights, port, draft) = (rights.clone(), port.clone(), draft.clone());
            Callback::from(move |answer: String| {
                let today = || port.today().map(|today| port.date(today, &rights.language)).unwrap_or_default();
                draft.borrow_mut().delivery = match answer.as_str() {
                    "" => Delivery::Unanswered,
                    "2xx" => Delivery::Received(today()),
                    _ => Delivery::Refused(answer),
                };
                let answered = draft.borrow().answered.clone();
                answered.emit(());
            })
        };
        self.with_request(ctx, &|request| port.send(endpoint, request, done.clone()));
    }

    /// Saves the request in this browser, or what has become known of it.
    fn save(&mut self, ctx: &Context<Self>) -> bool {
        let FormProps { rights, port, draft, .. } = ctx.props();
        let Draft { id, delivery, .. } = &*draft.borrow();
        let is_saved = self.written(ctx).zip(self.today).is_some_and(|((letter, ..), today)| {
            let to = rights.receiver(letter, delivery);
            port.save(SavedRequest::of(letter, id, &rights.site, &to, today, delivery.is_received()))
        });
        self.saved = port.saved_requests();
        is_saved
    }

    /// What was saved before it was received is saved as received.
    fn mark_received(&mut self, ctx: &Context<Self>) {
        let Draft { id, delivery, .. } = &*ctx.props().draft.borrow();
        if delivery.is_received() && self.saved.0.iter().any(|saved| saved.id == *id && !saved.received) {
            self.save(ctx);
        }
    }

    /// The request as it is now: its template, what was written for it, and the letter.
    fn written<'a>(&self, ctx: &'a Context<Self>) -> Option<(&'a LetterTemplate, FormValues, String)> {
        let FormProps { rights, draft, .. } = ctx.props();
        draft.borrow().written(rights, &self.date(ctx))
    }

    /// The day of writing, as the language writes it.
    fn date(&self, ctx: &Context<Self>) -> String {
        let FormProps { rights, port, .. } = ctx.props();
        self.today.map(|today| port.date(today, &rights.language)).unwrap_or_default()
    }

    fn with_request(&self, ctx: &Context<Self>, act: &dyn Fn(&Request)) {
        let FormProps { rights, draft, .. } = ctx.props();
        // The port may answer at once, and the answer goes into the draft.
        let (place, id) = {
            let draft = draft.borrow();
            (draft.place, draft.id.clone())
        };
        if let (Some((template, values, letter)), Some(local)) = (self.written(ctx), rights.local(place)) {
            let (site, language) = (&rights.site, &rights.language);
            let submission = Submission { id: &id, site, language, letter: &letter, on: self.today };
            act(&Request::of(template, &values, local.place, submission));
        }
    }
}
