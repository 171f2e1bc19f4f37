//! The questions of `courtesy init`: each says what can be answered, explains what it did not understand and asks again, and forgets
//! nothing that was understood.

use crate::check::known_name;
use crate::words::LANGUAGES;

use super::host::{Machine, Stream};
use super::init::{Init, address, email, filled, language};
use super::init_items::{KINDS, Stored, item, kind, natures, purpose};

impl Init {
    /// Asks for what no flag says; `None` where the answers end too early.
    pub(super) fn ask(&mut self, machine: &dyn Machine) -> Option<()> {
        if self.name.is_none() {
            self.name = Some(answer(machine, "What is the site called?", filled)?);
        }
        if self.email.is_none() {
            self.email = Some(answer(machine, "Which email address answers questions about privacy?", email)?);
        }
        if self.url.is_none() {
            let question = "What is its address, such as example.com? (may stay empty)";
            self.url = answer(machine, question, |text| perhaps(text, address))?;
        }
        if self.language.is_empty() {
            self.ask_languages(machine)?;
        }
        if self.item.is_empty() {
            self.ask_items(machine)?;
        }
        Some(())
    }

    fn ask_languages(&mut self, machine: &dyn Machine) -> Option<()> {
        let known: Vec<_> = LANGUAGES.iter().map(|language| format!("{} ({})", language.name, language.code)).collect();
        let mut question = format!(
            "There are words in {}. In which of these languages is the site, the usual one first? (empty: en)",
            known.join(", ")
        );
        loop {
            let faults: Vec<_> = ask(machine, &question)?
                .split([',', ' ', ';'])
                .filter(|code| !code.is_empty() && !["and", "&"].contains(code))
                .filter_map(|code| language(code).map(|code| self.language.push(code)).err())
                .collect();
            if faults.is_empty() {
                return Some(());
            }
            faults.iter().for_each(|fault| say(machine, fault));
            let so_far = if self.language.is_empty() { "en".into() } else { self.language.join(", ") };
            question = format!("Which else? (empty: {so_far})");
        }
    }

    fn ask_items(&mut self, machine: &dyn Machine) -> Option<()> {
        let question = "What is stored on visitors' devices? One name at a time, such as cookie=basket or local-storage=theme. (empty: no more)";
        loop {
            let text = ask(machine, question)?;
            let text = text.trim();
            if text.is_empty() {
                let question = "So the site stores nothing on visitors' devices? (yes, no)";
                self.no_items = self.item.is_empty() && answer(machine, question, yes)?;
                if self.no_items || !self.item.is_empty() {
                    return Some(());
                }
                continue;
            }
            let Some(mut stored) = named(machine, text)? else { continue };
            if stored.purpose.is_none() {
                stored.purpose = Some(self.ask_purpose(machine, &stored.name)?);
            }
            let question = format!("What does {} do, in a sentence for your visitors? (may stay empty)", stored.name);
            stored.description = answer(machine, &question, |text| perhaps(text, filled))?;
            self.item.push(stored);
        }
    }

    /// What an item is for. It is essential only where the owner says that the site does not work without it.
    fn ask_purpose(&mut self, machine: &dyn Machine, name: &str) -> Option<&'static str> {
        let question = format!("Does the site still do what a visitor asks of it, without {name}? (yes, no)");
        let known = known_name(name);
        if let Some((owner, _)) = known {
            say(machine, &format!("{name} is known to be of {owner}; sites usually work without it"));
        }
        if !answer(machine, &question, yes)? {
            return Some("essential");
        }
        let question = format!("Then visitors are asked for it. What is it for? ({})", natures());
        let word = answer(machine, &question, |text| match purpose(text)? {
            "essential" => Err("it is not essential if the site works without it; say what it is for".into()),
            word => Ok(word),
        })?;
        if !self.titles.iter().any(|(known, _)| *known == word) {
            let usual = word[..1].to_uppercase() + &word[1..];
            let question = format!("What do visitors read as the title of that choice? (empty: {usual})");
            let title = answer(machine, &question, |text| perhaps(text, filled))?.unwrap_or(usual);
            self.titles.push((word, title));
        }
        Some(word)
    }

    /// The flags that say what was answered, to go on with.
    pub(super) fn answered(&self) -> String {
        let quoted = |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
        let mut flags = Vec::new();
        flags.extend(self.name.as_deref().map(|name| format!("--name {}", quoted(name))));
        flags.extend(self.email.as_ref().map(|email| format!("--email {email}")));
        flags.extend(self.url.as_ref().map(|url| format!("--url {url}")));
        flags.extend((!self.language.is_empty()).then(|| format!("--language {}", self.language.join(","))));
        flags.extend(self.no_items.then(|| "--no-items".into()));
        flags.extend(self.item.iter().map(|item| format!("--item {}", quoted(&item.flag()))));
        flags.join(" ")
    }
}

/// What was named: `cookie=basket`, or a name alone, whose place is asked for; `Some(None)` where it is no name.
fn named(machine: &dyn Machine, text: &str) -> Option<Option<Stored>> {
    if text.contains('=') {
        return Some(item(text).map_err(|fault| say(machine, &fault)).ok());
    }
    if text.contains(char::is_whitespace) {
        say(
            machine,
            "I need one name, as the browser lists it: open your site, then the developer tools (F12), Application or Storage. Write it such as _ga or cookie=_ga; if you do not know any yet, write what you are sure of, such as local-storage=theme, and add the others to the file later",
        );
        return Some(None);
    }
    let (name, purpose) =
        text.rsplit_once(':').and_then(|(name, last)| Some((name, Some(purpose(last).ok()?)))).unwrap_or((text, None));
    let kind = answer(machine, &format!("Where is {name} stored? ({KINDS})"), kind)?;
    Some(Some(Stored { kind, name: name.into(), purpose, description: None }))
}

fn yes(text: &str) -> Result<bool, String> {
    match text.trim().to_lowercase().as_str() {
        "y" | "yes" => Ok(true),
        "n" | "no" => Ok(false),
        other => Err(format!("\"{other}\" is neither yes nor no")),
    }
}

/// A text that may be left out.
fn perhaps<T>(text: &str, read: impl Fn(&str) -> Result<T, String>) -> Result<Option<T>, String> {
    if text.trim().is_empty() { Ok(None) } else { read(text).map(Some) }
}

/// Asks until the answer can be read.
fn answer<T>(machine: &dyn Machine, question: &str, read: impl Fn(&str) -> Result<T, String>) -> Option<T> {
    loop {
        match read(&ask(machine, question)?) {
            Ok(answer) => return Some(answer),
            Err(fault) => say(machine, &fault),
        }
    }
}

fn ask(machine: &dyn Machine, question: &str) -> Option<String> {
    machine.write_text(Stream::Err, &format!("{question}\n> "));
    machine.read_line()
}

fn say(machine: &dyn Machine, sentence: &str) {
    machine.write_text(Stream::Err, &format!("  {sentence}\n"));
}
