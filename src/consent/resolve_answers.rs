//! What a visitor's answers become: choices by key, in the site's order.
//!
//! The loader has the same in `www/loader/consent/assess.js` (`resolveAnswers`); `tests/fixtures/decisions.json` binds the two.

use super::keys::{has_purpose_of, purpose_of};
use super::{Choice, Current, OrderedMap, Signals, Status};

/// Yes or no, by key (`analytics/plausible`) or by purpose, which includes its services.
pub type Answers = OrderedMap<bool>;

/// How a yes was confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confirmation {
    /// In one step. Global Privacy Control overrides it.
    OneStep,
    /// In two steps that show the signal, which only the dialog of choices has.
    TwoSteps,
}

impl Current {
    /// What a request to opt out of sale or sharing means on this device: an objection to each purpose of that kind, whatever was
    /// answered before, so that it stays off (11 CCR 7026).
    pub fn opt_out_choices(&self) -> OrderedMap<Choice> {
        let keys = self.askable().filter(|key| has_purpose_of(&self.sale_or_share, key));
        OrderedMap(keys.map(|key| (key.clone(), Choice::Objected)).collect())
    }

    /// The choices that answers make, given those that count until now. A no after a refusal keeps the kind of that refusal.
    pub fn resolve_answers(
        &self,
        answers: &Answers,
        choices: &OrderedMap<Choice>,
        signals: Signals,
        confirmation: Confirmation,
    ) -> OrderedMap<Choice> {
        let resolve = |key: &String| {
            let answer = answers.get(key).or_else(|| answers.get(purpose_of(key)))?;
            let was = self.status(key, choices, signals);
            let choice = match (answer, was) {
                // What is on without consent needs no yes; where consent is required, the visitor is asked.
                (true, Status::NotRequired) => return None,
                (true, _) => {
                    let is_heard = confirmation == Confirmation::TwoSteps
                        || was == Status::Granted
                        || !self.is_blocked_by_gpc(key, signals);
                    return is_heard.then(|| (key.clone(), Choice::Granted));
                }
                (false, Status::Granted | Status::Withdrawn) => Choice::Withdrawn,
                (false, Status::NotRequired | Status::Objected) => Choice::Objected,
                (false, Status::Undecided | Status::Refused) => Choice::Refused,
            };
            Some((key.clone(), choice))
        };
        OrderedMap(self.askable().filter_map(resolve).collect())
    }
}
