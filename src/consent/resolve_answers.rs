//! What a visitor's answers come to: choices by key, in the site's order.
//!
//! The loader does the same in `www/loader/assess.js` (`chosen`); `tests/fixtures/decisions.json` binds the two.

use super::current::{has, purpose_of};
use super::{Choice, Current, Entries, Signals, Status};

/// Yes or no, by key (`analytics/plausible`) or by purpose, which answers for its services too.
pub type Answers = Entries<bool>;

/// How plainly a yes was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assent {
    /// In one step. A signal stands against it.
    Plain,
    /// In two steps, in view of the signal: only in the dialog of choices.
    Explicit,
}

impl Current {
    /// What a request to opt out of sale or sharing comes to on this device: an objection to each purpose that is one, whatever
    /// was answered before, so that it stays off (11 CCR 7026).
    pub fn opted_out(&self) -> Entries<Choice> {
        Entries(self.asked().filter(|key| has(&self.sold, key)).map(|key| (key.clone(), Choice::Objected)).collect())
    }

    /// What answers come to, held against the choices that count until now. Another no leaves a no what it was.
    pub fn chosen(
        &self,
        answers: &Answers,
        choices: &Entries<Choice>,
        signals: Signals,
        assent: Assent,
    ) -> Entries<Choice> {
        let chosen = |key: &String| {
            let answer = answers.get(key).or_else(|| answers.get(purpose_of(key)))?;
            let was = self.status(key, choices, signals);
            let choice = match (answer, was) {
                // What is on without being asked for needs no yes: where consent is asked for it, it is asked.
                (true, Status::NotRequired) => return None,
                (true, _) => {
                    let is_heard = assent == Assent::Explicit || was == Status::Granted || !self.is_off(key, signals);
                    return is_heard.then(|| (key.clone(), Choice::Granted));
                }
                (false, Status::Granted | Status::Withdrawn) => Choice::Withdrawn,
                (false, Status::NotRequired | Status::Objected) => Choice::Objected,
                (false, Status::Undecided | Status::Refused) => Choice::Refused,
            };
            Some((key.clone(), choice))
        };
        Entries(self.asked().filter_map(chosen).collect())
    }
}
