//! The draft of the choices: what is ticked, and what that answers.

use super::model::{Choices, Row};
use crate::consent::{Answers, Choice, Entries, Method, Status};
use crate::views::Given;

/// What the visitor does: to a row, or to a service of one.
#[derive(Clone, Copy)]
pub(crate) enum Change {
    Purpose(usize),
    Service(usize, usize),
    Sure(usize),
}

/// What is ticked of a purpose: its own box, or those of its services. No box where it is not asked for.
#[derive(Clone, Debug)]
pub struct Pick {
    boxes: Vec<Tick>,
    /// Whether a signal keeps it off.
    pub is_sold: bool,
    /// Whether the visitor has opted out of it, as a sale.
    is_opted_out: bool,
    /// Whether the visitor took the second step, for what was off.
    pub is_sure: bool,
    /// Whether it is on, in the United Kingdom, until the visitor objects.
    pub is_uk: bool,
}

#[derive(Clone, Debug)]
struct Tick {
    was: Status,
    is_on: bool,
}

impl Pick {
    /// What is on already, and no more: nothing is ticked that was not granted, or needs no consent.
    fn of(row: &Row, Given { current, signals, .. }: &Given, before: &Entries<Choice>) -> Self {
        let tick = |key: &str| {
            let was = current.status(key, before, *signals);
            Tick { was, is_on: matches!(was, Status::Granted | Status::NotRequired) }
        };
        let boxes: Vec<Tick> = match row.services.as_slice() {
            _ if row.is_always => Vec::new(),
            [] => vec![tick(&row.id)],
            services => services.iter().map(|service| tick(&key(row, service))).collect(),
        };
        Self {
            is_sold: signals.gpc == Some(true) && current.sold.contains(&row.id),
            is_opted_out: current.sold.contains(&row.id)
                && !boxes.is_empty()
                && boxes.iter().all(|tick| tick.was == Status::Objected),
            is_sure: false,
            is_uk: current.is_on_until_objection(&row.id),
            boxes,
        }
    }

    pub fn is_on(&self, service: usize) -> bool {
        self.boxes[service].is_on
    }

    pub fn is_whole(&self) -> bool {
        self.boxes.iter().all(|tick| tick.is_on)
    }

    pub fn is_empty(&self) -> bool {
        !self.boxes.iter().any(|tick| tick.is_on)
    }

    /// Whether a signal asks for a second step: for what is ticked now. What was granted under the signal took both steps then.
    pub fn needs_sure(&self) -> bool {
        self.is_sold && self.boxes.iter().any(|tick| tick.is_on && tick.was != Status::Granted)
    }

    /// Whether it is off because the visitor opted out, as the draft is now.
    pub fn is_kept_out(&self) -> bool {
        self.is_opted_out && self.is_empty()
    }

    /// Whether the signal keeps it off, as the draft stands.
    pub fn is_kept_off(&self) -> bool {
        self.is_sold && !self.is_sure && (self.is_empty() || self.needs_sure())
    }
}

/// The draft that a view begins with, from what the visitor decided before.
pub(crate) fn begun(choices: &Choices, given: &Given, before: &Entries<Choice>) -> Vec<Pick> {
    choices.rows.iter().map(|row| Pick::of(row, given, before)).collect()
}

/// The draft after a change.
pub(crate) fn changed(picks: &[Pick], change: Change) -> Vec<Pick> {
    let mut picks = picks.to_vec();
    let (Change::Purpose(row) | Change::Service(row, _) | Change::Sure(row)) = change;
    let pick = &mut picks[row];
    match change {
        Change::Purpose(_) => {
            // Everything on, or off where everything is on.
            let is_on = !pick.is_whole();
            pick.boxes.iter_mut().for_each(|tick| tick.is_on = is_on);
        }
        Change::Service(_, service) => pick.boxes[service].is_on ^= true,
        Change::Sure(_) => pick.is_sure ^= true,
    }
    // Whoever turns it off and on again takes both steps again.
    pick.is_sure &= pick.needs_sure();
    picks
}

/// Yes or no for each box; for a purpose of several services, yes where all of them are.
pub(crate) fn answers(choices: &Choices, picks: &[Pick], method: Method) -> Answers {
    let mut answers = Vec::new();
    for (row, pick) in choices.rows.iter().zip(picks) {
        let is_yes = |tick: &Tick| match method {
            Method::AcceptAll => true,
            Method::RejectAll => false,
            _ => tick.is_on && (pick.is_sure || !pick.is_sold || tick.was == Status::Granted),
        };
        // What is on without being asked for, and stays on, is no consent.
        if pick.boxes.iter().all(|tick| tick.was == Status::NotRequired && is_yes(tick)) {
            continue;
        }
        answers.push((row.id.clone(), pick.boxes.iter().all(is_yes)));
        let each = row.services.iter().zip(&pick.boxes);
        answers.extend(each.map(|(service, tick)| (key(row, service), is_yes(tick))));
    }
    Entries(answers)
}

/// The key of a service in the record.
pub(crate) fn key(row: &Row, service: &Row) -> String {
    [row.id.as_str(), &service.id].join("/")
}
