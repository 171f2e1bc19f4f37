//! The requests that the visitor chose to save: when an answer to each is due, reminders of it, and the way to erase them.

use yew::prelude::*;

use super::deadlines;
use super::event::{FormEvent, Outcome, click};
use super::model::Rights;
use crate::rights::{self, SavedRequest, SavedRequests, calendar};
use crate::site::Day;
use crate::views::browser_port::BrowserPort;
use crate::views::buttons::{button, hint, plain};
use crate::words::{Word, Words};

/// The list; nothing where none is saved.
pub(super) fn saved_requests(
    rights: &Rights,
    port: &dyn BrowserPort,
    saved: &SavedRequests,
    outcome: Outcome,
    send: &Callback<FormEvent>,
) -> Html {
    let say = |word| rights.words.say(word);
    html! {
        <>
            if port.has_saved_requests() {
                { plain("h3", say(Word::MineTitle)) }
                { hint(say(Word::MineIntro)) }
                <ul class="entries">{ for saved.0.iter().map(|saved| entry(rights, port, saved)) }</ul>
                <div class="ways">
                    { button(say(Word::MineRemind), click(send, || FormEvent::Remind)) }
                    { button(say(Word::MineForget), click(send, || FormEvent::Erase)) }
                </div>
            }
            if outcome == Outcome::Erased {
                <p role="status" tabindex="-1">{ say(Word::MineForgotten).to_owned() }</p>
            }
        </>
    }
}

fn entry(rights: &Rights, port: &dyn BrowserPort, saved: &SavedRequest) -> Html {
    let word = if saved.received { Word::MineReceived } else { Word::MineWritten };
    let written = rights.words.fill(word, &[("date", &port.date(saved.on, &rights.language)), ("to", &saved.to)]);
    html! {
        <li key={saved.id.clone()}>
            { plain("h4", &summary(&rights.words, saved)) }
            { plain("p", &written) }
            { deadlines::list(rights, port, &saved.deadlines()) }
            if !saved.applicability.is_empty() {
                { hint(&saved.applicability) }
            }
        </li>
    }
}

fn summary(words: &Words, saved: &SavedRequest) -> String {
    words.fill(Word::MineDue, &[("site", &saved.site), ("right", &saved.right)])
}

/// A day to be reminded of.
pub(super) struct Reminder {
    id: String,
    on: Day,
    summary: String,
    description: String,
}

/// Every day on which an answer to a saved request is due.
pub(super) fn reminders(saved: &SavedRequests, words: &Words) -> Vec<Reminder> {
    let of_request = |saved: &SavedRequest| {
        let (id, summary, applicability) = (saved.id.clone(), summary(words, saved), saved.applicability.clone());
        saved.deadlines().into_iter().enumerate().map(move |(index, deadline)| Reminder {
            id: id.clone() + "-" + &index.to_string(),
            on: deadline.on,
            summary: summary.clone(),
            description: [words.say(deadline.clock.word()), &applicability].join(" ").trim_end().to_owned(),
        })
    };
    saved.0.iter().flat_map(of_request).collect()
}

/// The calendar of them.
pub(super) fn calendar_of(stamp: &str, reminders: &[Reminder]) -> String {
    let reminders: Vec<_> = reminders
        .iter()
        .map(|Reminder { id, on, summary, description }| rights::Reminder { uid: id, on: *on, summary, description })
        .collect();
    calendar(stamp, &reminders)
}
