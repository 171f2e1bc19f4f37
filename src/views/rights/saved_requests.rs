//! My requests: what the visitor chose to remember, when an answer to it is due, and the way to erase it.

use yew::html::Scope;
use yew::prelude::*;

use super::deadlines as due;
use super::event::{Act, Outcome};
use super::form::Form;
use super::model::Rights;
use super::steps::click;
use crate::rights::{Kept, Mine, Reminder, calendar};
use crate::site::Day;
use crate::views::browser_port::Desk;
use crate::views::buttons::{button, hint, plain};
use crate::words::{Word, Words};

/// The list; nothing where nothing is remembered.
pub(crate) fn mine(form: &Form, rights: &Rights, desk: &dyn Desk, link: &Scope<Form>) -> Html {
    let say = |word| rights.words.say(word);
    let is_forgotten = form.outcome == Outcome::Forgotten;
    html! {
        <>
            if desk.is_kept() {
                { plain("h3", say(Word::MineTitle)) }
                { hint(say(Word::MineIntro)) }
                <ul class="entries">{ for form.mine.0.iter().map(|kept| entry(rights, desk, kept)) }</ul>
                <div class="ways">
                    { button(say(Word::MineRemind), click(link, || Act::Remind)) }
                    { button(say(Word::MineForget), click(link, || Act::Forget)) }
                </div>
            }
            if is_forgotten {
                <p role="status" tabindex="-1">{ say(Word::MineForgotten).to_owned() }</p>
            }
        </>
    }
}

fn entry(rights: &Rights, desk: &dyn Desk, kept: &Kept) -> Html {
    let word = if kept.received { Word::MineReceived } else { Word::MineWritten };
    let written = rights.words.fill(word, &[("date", &desk.date(kept.on, &rights.language)), ("to", &kept.to)]);
    html! {
        <li key={kept.id.clone()}>
            { plain("h4", &named(&rights.words, kept)) }
            { plain("p", &written) }
            { due::days(rights, desk, &kept.deadlines()) }
            if !kept.hedge.is_empty() {
                { hint(&kept.hedge) }
            }
        </li>
    }
}

fn named(words: &Words, kept: &Kept) -> String {
    words.fill(Word::MineDue, &[("site", &kept.site), ("right", &kept.right)])
}

/// A day to be reminded of.
pub(crate) struct Event {
    id: String,
    on: Day,
    summary: String,
    what: String,
}

/// Every day on which an answer to a remembered request is due.
pub(crate) fn events(mine: &Mine, words: &Words) -> Vec<Event> {
    let of_kept = |kept: &Kept| {
        let (id, summary, hedge) = (kept.id.clone(), named(words, kept), kept.hedge.clone());
        kept.deadlines().into_iter().enumerate().map(move |(number, deadline)| Event {
            id: id.clone() + "-" + &number.to_string(),
            on: deadline.on,
            summary: summary.clone(),
            what: [words.say(deadline.clock.word()), &hedge].join(" ").trim_end().to_owned(),
        })
    };
    mine.0.iter().flat_map(of_kept).collect()
}

/// The calendar of them.
pub(crate) fn calendar_of(stamp: &str, events: &[Event]) -> String {
    let reminders: Vec<_> = events
        .iter()
        .map(|event| Reminder { uid: &event.id, on: event.on, summary: &event.summary, description: &event.what })
        .collect();
    calendar(stamp, &reminders)
}
