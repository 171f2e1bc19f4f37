//! What becomes of a request that leaves the form: it is sent, done on this device where it is an opt-out, and remembered.

use yew::prelude::*;

use super::event::{Delivery, Draft, Outcome};
use super::form::{Form, FormProps};
use super::model::OptOut;
use crate::rights::SavedRequest;

/// The right that is done on this device, too, by its name in the site file.
const OPT_OUT: &str = "opt-out-of-sale";

impl Form {
    /// Sends it once. The answer is noted also where the view was closed before it came.
    pub(crate) fn send(&mut self, ctx: &Context<Self>) {
        let FormProps { rights, desk, draft, .. } = ctx.props();
        let Some(endpoint) = &rights.endpoint else { return };
        if draft.borrow().delivery == Delivery::Sending || draft.borrow().delivery.is_received() {
            return;
        }
        draft.borrow_mut().delivery = Delivery::Sending;
        self.outcome = Outcome::None;
        let done = {
            let (rights, desk, draft) = (rights.clone(), desk.clone(), draft.clone());
            Callback::from(move |answer: String| {
                let today = || desk.today().map(|today| desk.date(today, &rights.language)).unwrap_or_default();
                draft.borrow_mut().delivery = match answer.as_str() {
                    "" => Delivery::Unanswered,
                    "2xx" => Delivery::Received(today()),
                    _ => Delivery::Refused(answer),
                };
                let told = draft.borrow().told.clone();
                told.emit(());
            })
        };
        self.with_request(ctx, |request| desk.send(endpoint, request, done));
        self.opt_out(ctx);
    }

    /// What a request to opt out asks for is done here, too, at once (11 CCR 7026): the first time that it leaves the form.
    pub(crate) fn opt_out(&mut self, ctx: &Context<Self>) {
        let FormProps { rights, desk, .. } = ctx.props();
        let is_opt_out = self.offer(ctx).is_some_and(|offer| offer.kind == OPT_OUT);
        if let (None, true, Some(OptOut { current, .. })) = (self.opted_out, is_opt_out, &rights.opt_out) {
            self.opted_out = Some(desk.opt_out(current, &rights.language));
        }
    }

    /// Remembers the request, or what has become known of it.
    pub(crate) fn keep(&mut self, ctx: &Context<Self>) -> bool {
        let FormProps { rights, desk, draft, .. } = ctx.props();
        let Draft { id, delivery, .. } = draft.borrow().clone();
        let is_kept = self.written(ctx).zip(self.today).is_some_and(|((offer, ..), today)| {
            let to = rights.receiver(offer, &delivery);
            desk.keep(SavedRequest::of(offer, &id, &rights.site, &to, today, delivery.is_received()))
        });
        self.mine = desk.mine();
        is_kept
    }

    /// What was remembered before it was received is remembered as received.
    pub(crate) fn note_receipt(&mut self, ctx: &Context<Self>) {
        let Draft { id, delivery, .. } = ctx.props().draft.borrow().clone();
        if delivery.is_received() && self.mine.0.iter().any(|kept| kept.id == id && !kept.received) {
            self.keep(ctx);
        }
    }
}
