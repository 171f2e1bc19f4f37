//! The draft of the choices: what is ticked, and what that answers.

use super::Given;
use super::choices::{Choices, Row};
use crate::consent::{Answers, Choice, Entries, Method, Status};

/// What is ticked of a purpose: its own box, or those of its services. No box where it is not asked for.
pub(super) struct Pick {
    boxes: Vec<Tick>,
    /// Whether a signal keeps it off.
    pub is_sold: bool,
    /// Whether the visitor took the second step then.
    pub is_sure: bool,
    /// Whether it is on, in the United Kingdom, until the visitor objects.
    pub is_uk: bool,
}

struct Tick {
    was: Status,
    is_on: bool,
}

impl Pick {
    /// What is on already, and no more: nothing is ticked that was not granted, or needs no consent.
    pub fn of(row: &Row, Given { current, signals, .. }: &Given, before: &Entries<Choice>) -> Self {
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
            // What was granted under the signal took both steps then.
            is_sure: boxes.iter().any(|tick| tick.was == Status::Granted),
            is_uk: current.jurisdiction.as_deref() == Some("uk") && current.uk.contains(&row.id),
            boxes,
        }
    }

    /// Turns everything on, or off where everything is on.
    pub fn turn_all(&mut self) {
        let is_on = !self.is_whole();
        self.boxes.iter_mut().for_each(|tick| tick.is_on = is_on);
        self.settle();
    }

    /// Turns one service on or off.
    pub fn turn(&mut self, service: usize) {
        self.boxes[service].is_on = !self.boxes[service].is_on;
        self.settle();
    }

    /// Whoever turns it off and on again takes both steps again.
    fn settle(&mut self) {
        self.is_sure &= !self.is_empty();
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
}

/// Yes or no for each box; for a purpose of several services, yes where all of them are.
pub(super) fn answers(choices: &Choices, picks: &[Pick], method: Method) -> Answers {
    let mut answers = Vec::new();
    for (row, pick) in choices.rows.iter().zip(picks) {
        let is_yes = |tick: &Tick| match method {
            Method::AcceptAll => true,
            Method::RejectAll => false,
            _ => tick.is_on && (pick.is_sure || !pick.is_sold),
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
pub(super) fn key(row: &Row, service: &Row) -> String {
    [row.id.as_str(), &service.id].join("/")
}
