//! What is announced of a request: what came of the last act, and what is known of where it is, not a word more.

use super::delivery::Delivery;
use super::draft::Draft;
use super::event::Outcome;
use super::model::Rights;
use crate::words::Word;

pub(super) fn outcome(rights: &Rights, draft: &Draft) -> String {
    let done = match draft.outcome {
        Outcome::None | Outcome::Erased => None,
        Outcome::Opened => Some(Word::ReviewOpened),
        Outcome::Copied => Some(Word::ReviewCopied),
        Outcome::NotCopied => Some(Word::ReviewUncopied),
        Outcome::Downloaded => Some(Word::ReviewSaved),
        Outcome::Saved => Some(Word::ReviewKept),
        Outcome::NotSaved => Some(Word::ReviewUnkept),
    };
    let (known, answer) = match &draft.delivery {
        Delivery::Unsent => (Word::ReviewUnsent, ""),
        Delivery::Sending => (Word::ReviewSending, ""),
        Delivery::Received(date) => (Word::ReviewReceived, date.as_str()),
        Delivery::Refused(status) => (Word::ReviewRefused, status.as_str()),
        Delivery::Unanswered => (Word::ReviewUnanswered, ""),
    };
    let values = [("date", answer), ("status", answer), ("mine", rights.words.say(Word::MineTitle))];
    let fill = |word| rights.words.fill(word, &values);
    let opted_out = rights.opt_out.as_ref().zip(draft.opted_out);
    let opted_out = opted_out.map(|(opt_out, is_stored)| if is_stored { &opt_out.done } else { &opt_out.unkept });
    let sentences = [done.map(fill), Some(fill(known)), opted_out.cloned()];
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
