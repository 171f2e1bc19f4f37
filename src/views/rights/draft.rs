//! A request as it is being written: how far it has come, what is known of it, and what an event makes of it.

use std::mem;

use yew::Callback;

use super::delivery::Delivery;
use super::event::{Effect, FormEvent, Outcome};
use super::model::Rights;
use crate::rights::{Asker, Field, FormValues, LetterTemplate, RequiredFields, letter};

/// What the visitor has chosen and written so far. It outlives the view, so that closing the view loses nothing.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The index of the place.
    pub(super) place: usize,
    pub(super) step: Step,
    pub(super) values: FormValues,
    /// The right that the text was written for, and the texts for others: what is meant for one address is not for another.
    right: String,
    texts: Vec<(String, String)>,
    /// The address, while a request needs none.
    email: String,
    /// The key of the request, the same for each attempt, and what it belongs to.
    pub(super) id: String,
    keyed: Option<(usize, Step, FormValues)>,
    pub(super) delivery: Delivery,
    /// The fields that are missing or invalid.
    pub(super) invalid: Vec<Field>,
    pub(super) outcome: Outcome,
    /// Whether what this request opts out of is off on this device, too, and stored so; `None` before it left the form.
    pub(super) opted_out: Option<bool>,
    /// Called when the endpoint has answered: the form that is open.
    pub(super) answered: Callback<()>,
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            // The last place: for visitors who have not chosen one.
            place: usize::MAX,
            step: Step::Choose,
            values: FormValues::default(),
            right: String::new(),
            texts: Vec::new(),
            email: String::new(),
            id: String::new(),
            keyed: None,
            delivery: Delivery::Unsent,
            invalid: Vec::new(),
            outcome: Outcome::None,
            opted_out: None,
            answered: Callback::noop(),
        }
    }
}

/// How far the visitor has come, with the index of the letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Choose,
    Fill(usize),
    Review(usize),
}

/// The heading of a step, which gets the focus when the step is new.
const TITLE: &str = "[tabindex]";
const STATUS: &str = "[role=status]";

/// The right that is done on this device, too, by its name in the site file.
const OPT_OUT: &str = "opt-out-of-sale";

impl Draft {
    /// A form is opened with it: what came of earlier acts is not shown again.
    pub(super) fn open(&mut self, answered: Callback<()>) {
        (self.outcome, self.opted_out, self.answered) = (Outcome::None, None, answered);
        self.invalid.clear();
    }

    /// The draft after an event, and what is to be done then.
    pub fn after(mut self, rights: &Rights, event: FormEvent) -> (Self, Vec<Effect>) {
        let mut effects = Vec::new();
        self.apply(rights, event, &mut effects);
        (self, effects)
    }

    fn apply(&mut self, rights: &Rights, event: FormEvent, effects: &mut Vec<Effect>) {
        match event {
            FormEvent::Place(index) => self.place = index,
            FormEvent::Letter(index) => {
                self.invalid.clear();
                self.go(Step::Fill(index), TITLE, effects);
                if let Some(letter) = self.letter(rights) {
                    self.turn_to(letter);
                }
            }
            FormEvent::Edited(values) => {
                self.values = values;
                // What was wrong is looked at again as it is fixed; what is still being written is not.
                if !self.invalid.is_empty() {
                    self.invalid = self.invalid_fields(rights);
                }
            }
            FormEvent::Back => match self.step {
                _ if self.delivery == Delivery::Sending => {}
                Step::Review(letter) => self.go(Step::Fill(letter), TITLE, effects),
                Step::Fill(letter) => {
                    self.go(Step::Choose, &("[data-offer=\"".to_owned() + &letter.to_string() + "\"]"), effects);
                }
                Step::Choose => {}
            },
            // A form without a button is submitted by the enter key all the same.
            FormEvent::Filled(_) if self.values.who == Asker::Young => {}
            FormEvent::Filled(values) => {
                self.values = values;
                self.invalid = self.invalid_fields(rights);
                match self.step {
                    Step::Fill(letter) if self.invalid.is_empty() => self.review(rights, letter, effects),
                    _ => effects.push(Effect::Focus("[aria-invalid]".to_owned())),
                }
            }
            FormEvent::Keyed(id) => (self.id, self.delivery) = (id, Delivery::Unsent),
            FormEvent::Done(outcome) => {
                self.outcome = outcome;
                if matches!(outcome, Outcome::Opened | Outcome::Copied) {
                    self.opt_out(rights, effects);
                }
            }
            FormEvent::OptedOut(is_stored) => self.opted_out = Some(is_stored),
            FormEvent::Answered => {
                self.outcome = Outcome::None;
                // The button that had the focus may be gone.
                effects.extend([Effect::MarkReceived, Effect::Focus(STATUS.to_owned())]);
            }
            FormEvent::Copy => effects.push(Effect::Copy),
            FormEvent::CopiedByHand => self.opt_out(rights, effects),
            FormEvent::Download => {
                self.outcome = Outcome::Downloaded;
                effects.push(Effect::Download);
                self.opt_out(rights, effects);
            }
            FormEvent::Send => {
                // It is sent once.
                if rights.endpoint.is_some() && self.delivery != Delivery::Sending && !self.delivery.is_received() {
                    (self.delivery, self.outcome) = (Delivery::Sending, Outcome::None);
                    effects.push(Effect::Send);
                    self.opt_out(rights, effects);
                }
            }
            FormEvent::Save => effects.push(Effect::Save),
            FormEvent::Remind => effects.push(Effect::Remind),
            FormEvent::Erase => {
                self.outcome = Outcome::Erased;
                effects.extend([Effect::Erase, Effect::Focus(STATUS.to_owned())]);
            }
        }
    }

    fn go(&mut self, step: Step, focus: &str, effects: &mut Vec<Effect>) {
        (self.step, self.outcome, self.opted_out) = (step, Outcome::None, None);
        effects.push(Effect::Focus(focus.to_owned()));
    }

    /// Another request has another key; the same one, looked at again, is still the same.
    fn review(&mut self, rights: &Rights, letter: usize, effects: &mut Vec<Effect>) {
        let focus = if self.is_final(rights) { ".change" } else { TITLE };
        self.go(Step::Review(letter), focus, effects);
        let keyed = Some((self.place, self.step, self.values.clone()));
        if keyed != self.keyed {
            self.keyed = keyed;
            effects.push(Effect::NewKey);
        }
    }

    /// What a request to opt out asks for is done here, too, at once (11 CCR 7026): the first time that it leaves the form.
    fn opt_out(&self, rights: &Rights, effects: &mut Vec<Effect>) {
        let is_opt_out = self.letter(rights).is_some_and(|letter| letter.kind == OPT_OUT);
        let is_first = self.opted_out.is_none() && rights.opt_out.is_some();
        if is_opt_out && is_first {
            effects.push(Effect::OptOut);
        }
    }

    /// Turns to a right: who asks stays, what was written about another right waits for it.
    fn turn_to(&mut self, letter: &LetterTemplate) {
        if self.right == letter.right {
            return;
        }
        let written = (mem::replace(&mut self.right, letter.right.clone()), mem::take(&mut self.values.text));
        self.texts.push(written);
        if let Some(index) = self.texts.iter().position(|(right, _)| *right == letter.right) {
            self.values.text = self.texts.swap_remove(index).1;
        }
        if !letter.required_fields.identity() {
            self.email = mem::take(&mut self.values.email);
        } else if self.values.email.is_empty() {
            self.values.email = mem::take(&mut self.email);
        }
    }

    /// The letter that is being written.
    pub(super) fn letter<'a>(&self, rights: &'a Rights) -> Option<&'a LetterTemplate> {
        match self.step {
            Step::Choose => None,
            Step::Fill(index) | Step::Review(index) => rights.local(self.place)?.letters.get(index),
        }
    }

    /// The request as it is on a date: its template, what was written for it, and the letter.
    pub(super) fn written<'a>(
        &self,
        rights: &'a Rights,
        date: &str,
    ) -> Option<(&'a LetterTemplate, FormValues, String)> {
        let template = self.letter(rights)?;
        let values = self.values.shown(template.required_fields);
        let letter = letter(&rights.words, template, &values, date);
        Some((template, values, letter))
    }

    fn invalid_fields(&self, rights: &Rights) -> Vec<Field> {
        self.letter(rights).map(|letter| self.values.invalid_fields(letter.required_fields)).unwrap_or_default()
    }

    pub(super) fn is_final(&self, rights: &Rights) -> bool {
        self.letter(rights).is_some_and(|letter| letter.required_fields == RequiredFields::Deletion)
    }
}
