//! The draft of the choices: what is ticked, and what that answers.

use super::model::{Choices, Row};
use crate::consent::{Answers, Choice, Method, OrderedMap, Status};
use crate::views::app_context::AppContext;

/// What the visitor does: to a row, or to a service of one.
#[derive(Clone, Copy)]
pub(super) enum Change {
    Purpose(usize),
    Service(usize, usize),
    Sure(usize),
}

/// What is ticked of a purpose: its own box, or those of its services. No box where it is not asked for.
#[derive(Clone, Debug)]
pub struct PurposeDraft {
    boxes: Vec<Checkbox>,
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
struct Checkbox {
    was: Status,
    is_checked: bool,
}

impl PurposeDraft {
    /// What is on already, and no more: nothing is ticked that was not granted, or needs no consent.
    fn of(row: &Row, AppContext { current, signals, .. }: &AppContext, before: &OrderedMap<Choice>) -> Self {
        let checkbox = |key: &str| {
            let was = current.status(key, before, *signals);
            Checkbox { was, is_checked: matches!(was, Status::Granted | Status::NotRequired) }
        };
        let boxes: Vec<Checkbox> = match row.services.as_slice() {
            _ if row.is_always => Vec::new(),
            [] => vec![checkbox(&row.id)],
            services => services.iter().map(|service| checkbox(&key(row, service))).collect(),
        };
        Self {
            is_sold: current.is_blocked_by_gpc(&row.id, *signals),
            is_opted_out: current.sale_or_share.contains(&row.id)
                && !boxes.is_empty()
                && boxes.iter().all(|checkbox| checkbox.was == Status::Objected),
            is_sure: false,
            is_uk: current.is_on_until_objection(&row.id),
            boxes,
        }
    }

    pub fn is_on(&self, service: usize) -> bool {
        self.boxes[service].is_checked
    }

    pub fn is_whole(&self) -> bool {
        self.boxes.iter().all(|checkbox| checkbox.is_checked)
    }

    pub fn is_empty(&self) -> bool {
        !self.boxes.iter().any(|checkbox| checkbox.is_checked)
    }

    /// Whether a signal asks for a second step: for what is ticked now. What was granted under the signal took both steps then.
    pub fn needs_sure(&self) -> bool {
        self.is_sold && self.boxes.iter().any(|checkbox| checkbox.is_checked && checkbox.was != Status::Granted)
    }

    /// Whether it is off because the visitor opted out, as the draft is now.
    pub fn is_kept_out(&self) -> bool {
        self.is_opted_out && self.is_empty()
    }

    /// Whether the signal keeps it off, as the draft is now.
    pub fn is_kept_off(&self) -> bool {
        self.is_sold && !self.is_sure && (self.is_empty() || self.needs_sure())
    }
}

/// The draft that a view begins with, from what the visitor decided before.
pub(crate) fn initial(choices: &Choices, context: &AppContext, before: &OrderedMap<Choice>) -> Vec<PurposeDraft> {
    choices.rows.iter().map(|row| PurposeDraft::of(row, context, before)).collect()
}

/// The draft after a change.
pub(super) fn after(draft: &[PurposeDraft], change: Change) -> Vec<PurposeDraft> {
    let mut draft = draft.to_vec();
    let (Change::Purpose(row) | Change::Service(row, _) | Change::Sure(row)) = change;
    let purpose = &mut draft[row];
    match change {
        Change::Purpose(_) => {
            // Everything on, or off where everything is on.
            let is_checked = !purpose.is_whole();
            purpose.boxes.iter_mut().for_each(|checkbox| checkbox.is_checked = is_checked);
        }
        Change::Service(_, service) => purpose.boxes[service].is_checked ^= true,
        Change::Sure(_) => purpose.is_sure ^= true,
    }
    // Turned off and on again, it takes both steps again.
    purpose.is_sure &= purpose.needs_sure();
    draft
}

/// Yes or no for each box; for a purpose of several services, yes where all of them are.
pub(super) fn answers(choices: &Choices, draft: &[PurposeDraft], method: Method) -> Answers {
    let mut answers = Vec::new();
    for (row, purpose) in choices.rows.iter().zip(draft) {
        let is_yes = |checkbox: &Checkbox| match method {
            Method::AcceptAll => true,
            Method::RejectAll => false,
            _ => checkbox.is_checked && (purpose.is_sure || !purpose.is_sold || checkbox.was == Status::Granted),
        };
        // What is on without being asked for, and stays on, is no consent.
        if purpose.boxes.iter().all(|checkbox| checkbox.was == Status::NotRequired && is_yes(checkbox)) {
            continue;
        }
        answers.push((row.id.clone(), purpose.boxes.iter().all(is_yes)));
        let each = row.services.iter().zip(&purpose.boxes);
        answers.extend(each.map(|(service, checkbox)| (key(row, service), is_yes(checkbox))));
    }
    OrderedMap(answers)
}

/// The key of a service in the record.
pub(super) fn key(row: &Row, service: &Row) -> String {
    [row.id.as_str(), &service.id].join("/")
}
