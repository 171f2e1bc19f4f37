//! When an answer is due: each day with what it is the last day of, the earliest first, the law's and the site's own told apart.

use yew::prelude::*;

use super::form::{Form, FormProps};
use super::model::Rights;
use crate::rights::{Deadline, Offer, deadlines};
use crate::views::browser_port::Desk;
use crate::views::buttons::{hint, plain};
use crate::words::Word;

/// The days of a request that arrives today.
pub(crate) fn due(form: &Form, ctx: &Context<Form>, offer: &Offer) -> Html {
    let FormProps { rights, desk, .. } = ctx.props();
    let say = |word| rights.words.say(word);
    let deadlines = form.today.map(|today| deadlines(&offer.clocks, offer.promise, today)).unwrap_or_default();
    let today = rights.words.fill(Word::DueToday, &[("date", &form.date(ctx))]);
    let further = offer.notes.iter().chain([&offer.hedge]).filter(|text| !text.is_empty());
    html! {
        <>
            { plain("h4", say(Word::DueTitle)) }
            if deadlines.is_empty() {
                { plain("p", say(Word::DueNone)) }
            } else {
                { plain("p", &today) }
                { days(rights, &***desk, &deadlines) }
                { for further.map(|text| hint(text)) }
            }
        </>
    }
}

/// A list of days.
pub(crate) fn days(rights: &Rights, desk: &dyn Desk, deadlines: &[Deadline]) -> Html {
    let words = &rights.words;
    let row = |deadline: &Deadline| {
        let moved =
            deadline.instead_of.map(|day| words.fill(Word::DueMoved, &[("date", &desk.date(day, &rights.language))]));
        html! {
            <li>
                { plain("strong", &desk.date(deadline.on, &rights.language)) }
                { ": " }{ words.say(deadline.clock.word()).to_owned() }
                if let Some(moved) = moved {
                    { " " }<span class="hint">{ moved }</span>
                }
            </li>
        }
    };
    html! { <ul class="days">{ for deadlines.iter().map(row) }</ul> }
}
