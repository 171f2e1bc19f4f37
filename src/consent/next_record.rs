//! The next record: the choices that an act makes, those that it carries over, and what the visitor has seen.
//!
//! The loader has the same in `www/loader/consent/record.js` (`nextRecord`).

use super::{Act, Choice, Current, Event, Method, Moment, Notice, OrderedMap, Record, State};

/// How many events a record holds.
const MOST_EVENTS: usize = 50;

impl Record {
    /// The record after an act, based on the one before, if there was a readable one.
    ///
    /// `valid` are the choices of that record that counted until now ([`Current::valid_choices`]), `resolved` those that the act makes;
    /// none where a notice was closed. What the act does not answer lasts no longer than it did, and nothing lasts longer than the site
    /// now says. A refusal that has lapsed still counts but stays lapsed: it does not pass on its end, and has no facts until it is
    /// answered again. `None` where the record would outlast the year 9999.
    pub(super) fn after(
        before: Option<Self>,
        current: &Current,
        valid: &OrderedMap<Choice>,
        resolved: &OrderedMap<Choice>,
        act: &Act,
    ) -> Option<Self> {
        let latest = act.now.plus(current.expires_after)?;
        let is_carried = |key: &&String| resolved.get(key).is_none();
        let is_lapsed = |key: &String| !before.as_ref().is_some_and(|record| current.is_current(record, key, act.now));
        let lapsed: Vec<&String> = valid.keys().filter(is_carried).filter(|key| is_lapsed(key)).collect();
        // Neither the signal nor the request form shows a notice.
        let saw_notice = !matches!(act.method, Method::Gpc | Method::OptOutRequest);
        let is_all_answered = saw_notice && valid.keys().filter(is_carried).count() == lapsed.len();
        let facts = match &before {
            Some(record) if act.method == Method::Gpc => record.notice.facts.clone(),
            _ if act.method == Method::OptOutRequest => {
                facts_after_opt_out(before.as_ref(), current, resolved, &lapsed, act.now)
            }
            _ => OrderedMap(current.facts.0.iter().filter(|(key, _)| !lapsed.contains(&key)).cloned().collect()),
        };
        let shown = if saw_notice { current.newest_change(act.now) } else { None };
        let earlier = before.as_ref().map(|record| record.expires).filter(|end| !is_all_answered && *end < latest);
        let choice = |key: &String| resolved.get(key).or_else(|| valid.get(key)).map(|choice| (key.clone(), *choice));
        let choices = OrderedMap(current.facts.keys().filter_map(choice).collect());

        let (id, sent, seen, mut events) = match before {
            Some(record) => (record.id, record.sent, record.notice.seen, record.events),
            None => (None, None, None, Vec::new()),
        };
        events.extend(events_of(resolved, act));
        events.drain(..events.len().saturating_sub(MOST_EVENTS));

        Some(Self {
            id,
            sent,
            mode: current.mode,
            notice: Notice { version: current.version.clone(), facts, seen: shown.max(seen) },
            choices,
            events,
            expires: earlier.unwrap_or(latest),
            gpc: act.signals.gpc,
        })
    }
}

/// The request form asks about nothing else, so only what was opted out of gets the present facts. The rest keeps those it had, unless
/// the record no longer counts or its refusal has lapsed.
fn facts_after_opt_out(
    before: Option<&Record>,
    current: &Current,
    resolved: &OrderedMap<Choice>,
    lapsed: &[&String],
    now: Moment,
) -> OrderedMap<String> {
    let known = before.filter(|record| current.stale(record, now).is_none());
    let fact = |(key, hash): &(String, String)| {
        let old = || known.filter(|_| !lapsed.contains(&key))?.notice.facts.get(key);
        let hash = if resolved.get(key).is_some() { Some(hash) } else { old() };
        hash.map(|hash| (key.clone(), hash.clone()))
    };
    OrderedMap(current.facts.0.iter().filter_map(fact).collect())
}

/// One event for each kind of choice; where there is none, one that says that none was needed.
fn events_of(resolved: &OrderedMap<Choice>, act: &Act) -> Vec<Event> {
    let event = |state, purposes| Event {
        at: act.now,
        state,
        purposes,
        method: act.method.as_str().into(),
        language: act.language.into(),
    };
    let mut events = Vec::new();
    for state in Choice::ALL {
        let of_state = resolved.0.iter().filter(|(_, choice)| *choice == state);
        let purposes: Vec<String> = of_state.map(|(key, _)| key.clone()).collect();
        if !purposes.is_empty() {
            events.push(event(state.into(), purposes));
        }
    }
    if events.is_empty() {
        events.push(event(State::NotRequired, Vec::new()));
    }
    events
}
