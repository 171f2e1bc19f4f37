//! When an answer is due: each day with what it is the last day of, the earliest first, the law's and the site's own marked as such.

use yew::prelude::*;

use super::model::Rights;
use crate::rights::{Deadline, LetterTemplate, deadlines};
use crate::site::Day;
use crate::views::browser_port::BrowserPort;
use crate::views::buttons::{hint, plain};
use crate::words::Word;

/// The days of a request that arrives today; nothing where no deadline is known.
pub(super) fn deadlines_of(
    rights: &Rights,
    port: &dyn BrowserPort,
    today: Option<Day>,
    letter: &LetterTemplate,
) -> Html {
    let days = today.map(|today| deadlines(&letter.clocks, letter.promise, today)).unwrap_or_default();
    let date = today.map(|today| port.date(today, &rights.language)).unwrap_or_default();
    let today = rights.words.fill(Word::DueToday, &[("date", &date)]);
    let remarks = letter.notes.iter().chain([&letter.applicability]).filter(|text| !text.is_empty());
    if days.is_empty() {
        return Html::default();
    }
    html! {
        <>
            { plain("h4", rights.words.say(Word::DueTitle)) }
            { plain("p", &today) }
            { list(rights, port, &days) }
            { for remarks.map(|text| hint(text)) }
        </>
    }
}

/// A list of days.
pub(super) fn list(rights: &Rights, port: &dyn BrowserPort, deadlines: &[Deadline]) -> Html {
    let words = &rights.words;
    let row = |deadline: &Deadline| {
        let moved =
            deadline.instead_of.map(|day| words.fill(Word::DueMoved, &[("date", &port.date(day, &rights.language))]));
        html! {
            <li>
                { plain("strong", &port.date(deadline.on, &rights.language)) }
                { ": " }{ words.say(deadline.clock.word()).to_owned() }
                if let Some(moved) = moved {
                    { " " }<span class="hint">{ moved }</span>
                }
            </li>
        }
    };
    html! { <ul class="days">{ for deadlines.iter().map(row) }</ul> }
}
