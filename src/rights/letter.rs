//! The finished letter: it names the right, the article and the date, and nothing that the visitor did not write or choose.

use super::{Asker, FormValues, LetterTemplate};
use crate::words::{Word, Words};

/// The text of a letter. `date` is the day of writing in the visitor's language.
pub fn letter(words: &Words, template: &LetterTemplate, values: &FormValues, date: &str) -> String {
    let person = values.person.as_str();
    let behalf = match values.who {
        Asker::Agent => words.fill(Word::LetterAgent, &[("person", person)]),
        Asker::Guardian => words.fill(Word::LetterGuardian, &[("person", person)]),
        Asker::Oneself | Asker::Young => String::new(),
    };
    let line = |word, value: &str| match value {
        "" => String::new(),
        value => words.fill(word, &[("email", value), ("date", value), ("person", person)]) + "\n",
    };
    let of_person = if person.is_empty() { Word::LetterEmail } else { Word::LetterEmailOther };
    let closing = match values.name.as_str() {
        "" => String::new(),
        name => [words.say(Word::LetterClosing), name, "", ""].join("\n"),
    };
    let signed = closing
        + &line(Word::LetterEmail, &values.reply)
        + &line(of_person, &values.email)
        + &line(Word::LetterDate, date);
    let parts = [
        words.say(Word::LetterGreeting),
        &behalf,
        &template.request_text,
        &values.text,
        &template.deadline_text,
        signed.trim_end(),
    ];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("\n\n")
}
