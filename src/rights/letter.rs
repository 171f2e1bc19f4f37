//! The letter: it names the right, the article and the date, and nothing that the visitor did not write or choose.

use super::{Answers, Asker, Offer};
use crate::words::{Word, Words};

/// The text of a letter. `date` is the day of writing as the visitor's language writes it.
pub fn letter(words: &Words, offer: &Offer, answers: &Answers, date: &str) -> String {
    let person = answers.person.as_str();
    let behalf = match answers.who {
        Asker::Agent => words.fill(Word::LetterAgent, &[("person", person)]),
        Asker::Guardian => words.fill(Word::LetterGuardian, &[("person", person)]),
        Asker::Oneself | Asker::Young => String::new(),
    };
    let line = |word, value: &str| match value {
        "" => String::new(),
        value => words.fill(word, &[("name", value), ("email", value), ("date", value), ("person", person)]) + "\n",
    };
    let of_person = if person.is_empty() { Word::LetterEmail } else { Word::LetterEmailOther };
    let signed = line(Word::LetterName, &answers.name)
        + &line(Word::LetterEmail, &answers.reply)
        + &line(of_person, &answers.email)
        + &line(Word::LetterDate, date);
    let parts = [words.say(Word::LetterGreeting), &behalf, &offer.plea, &answers.text, &offer.wait, signed.trim_end()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("\n\n")
}
