//! The choices that count now, and the status of each purpose and service.
//!
//! The loader has the same in `www/loader/consent/assess.js`; `tests/fixtures/states.json` binds the two.

use super::keys::has_purpose_of;
use super::{Choice, Current, Moment, OrderedMap, Record, Signals, Status};
use crate::site::Mode;

impl Current {
    /// The choices that count, in the site's order: a grant while it is current, a refusal always. A stored grant that the signal now
    /// blocks, and that was made without the signal, counts as an objection.
    pub fn valid_choices(&self, record: Option<&Record>, signals: Signals, now: Moment) -> OrderedMap<Choice> {
        let Some(record) = record.filter(|record| record.mode == Mode::Consent) else { return OrderedMap::default() };
        let valid = |key: &String| {
            let choice = *record.choices.get(key)?;
            if choice == Choice::Granted && !self.is_current(record, key, now) {
                return None;
            }
            let is_objection =
                choice == Choice::Granted && record.gpc != Some(true) && self.is_blocked_by_gpc(key, signals);
            Some((key.clone(), if is_objection { Choice::Objected } else { choice }))
        };
        OrderedMap(self.askable().filter_map(valid).collect())
    }

    /// The status of a purpose or service, given the choices that count. An undeclared name is always undecided.
    pub fn status(&self, name: &str, choices: &OrderedMap<Choice>, signals: Signals) -> Status {
        if has_purpose_of(&self.exempt, name) {
            return Status::NotRequired;
        }
        if !self.askable().any(|key| key == name) {
            return Status::Undecided;
        }
        match choices.get(name) {
            Some(choice) => (*choice).into(),
            None if self.is_blocked_by_gpc(name, signals) => Status::Objected,
            None if self.is_on_until_objection(name) => Status::NotRequired,
            None => Status::Undecided,
        }
    }
}
