//! What an act makes of the record: the next record, or `None` where nothing is to be recorded or it would outlast the year 9999.
//!
//! The loader has the same in `www/loader/consent/act.js`; `tests/fixtures/decisions.json` and `lives.json` bind the two.

use super::{Act, Answers, Confirmation, Current, Method, Moment, OrderedMap, Record, Signals};

const NO_ANSWERS: &Answers = &OrderedMap(Vec::new());

/// The record after a visitor's act. Nothing is recorded where it answers nothing and closes nothing: the signal may block all of it.
pub fn after_act(before: Option<Record>, current: &Current, act: &Act) -> Option<Record> {
    let valid = current.valid_choices(before.as_ref(), act.signals, act.now);
    let resolved = current.resolve_answers(act.answers, &valid, act.signals, act.confirmation);
    if resolved.0.is_empty() && !act.is_informed {
        return None;
    }
    Record::after(before, current, &valid, &resolved, act)
}

/// The record after Global Privacy Control met stored grants: each is an objection from now on, even when the signal is gone.
pub fn after_signal(
    before: Option<Record>,
    current: &Current,
    language: &str,
    signals: Signals,
    now: Moment,
) -> Option<Record> {
    let valid = current.valid_choices(before.as_ref(), signals, now);
    let stored = |key: &str| before.as_ref().and_then(|record| record.choices.get(key));
    let met: Vec<_> = valid.0.iter().filter(|(key, choice)| stored(key) != Some(choice)).cloned().collect();
    if met.is_empty() {
        return None;
    }
    let act = unanswered_act(Method::Gpc, language, signals, now);
    Record::after(before, current, &valid, &OrderedMap(met), &act)
}

/// The record after a request to opt out of sale or sharing.
pub fn after_opt_out(
    before: Option<Record>,
    current: &Current,
    language: &str,
    signals: Signals,
    now: Moment,
) -> Option<Record> {
    let valid = current.valid_choices(before.as_ref(), signals, now);
    let act = unanswered_act(Method::OptOutRequest, language, signals, now);
    Record::after(before, current, &valid, &current.opt_out_choices(), &act)
}

fn unanswered_act(method: Method, language: &str, signals: Signals, now: Moment) -> Act<'_> {
    let confirmation = Confirmation::OneStep;
    Act { answers: NO_ANSWERS, confirmation, is_informed: false, method, language, signals, now }
}
