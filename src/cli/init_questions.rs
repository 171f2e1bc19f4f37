//! The questions of `courtesy init`: each names the possible answers, explains an answer that it cannot use and asks again, and
//! forgets nothing that was answered.

use crate::check::known_name;
use crate::words::LANGUAGES;

use super::host::Host;
use super::init::{Init, address, email, language, not_empty};
use super::init_answers::{answer, ask, explain, optional, yes};
use super::init_items::{KINDS, StoredItem, item, kind, natures, purpose};

impl Init {
    /// Asks for what the flags leave out; `None` if the input ends first.
    pub(super) fn ask(&mut self, host: &dyn Host) -> Option<()> {
        if self.name.is_none() {
            self.name = Some(answer(host, "What is the name of the site?", not_empty)?);
        }
        if self.email.is_none() {
            self.email = Some(answer(host, "Which email address answers privacy questions?", email)?);
        }
        if self.url.is_none() {
            let question = "What is its address, e.g. example.com? (optional)";
            self.url = answer(host, question, |text| optional(text, address))?;
        }
        if self.language.is_empty() {
            self.ask_languages(host)?;
        }
        if self.item.is_empty() && !self.no_items {
            self.ask_items(host)?;
        }
        self.ask_claims(host)
    }

    fn ask_languages(&mut self, host: &dyn Host) -> Option<()> {
        let available: Vec<_> =
            LANGUAGES.iter().map(|language| format!("{} ({})", language.name, language.code)).collect();
        let mut question = format!(
            "Which languages is the site in, the default first? Available: {} (leave empty for en)",
            available.join(", ")
        );
        loop {
            let errors: Vec<_> = ask(host, &question)?
                .split([',', ' ', ';'])
                .filter(|code| !code.is_empty() && !["and", "&"].contains(code))
                .filter_map(|code| language(code).map(|code| self.language.push(code)).err())
                .collect();
            if errors.is_empty() {
                return Some(());
            }
            errors.iter().for_each(|error| explain(host, error));
            let so_far = if self.language.is_empty() { "en".into() } else { self.language.join(", ") };
            question = format!("Which others? (leave empty for {so_far})");
        }
    }

    fn ask_items(&mut self, host: &dyn Host) -> Option<()> {
        let question = "Add something it stores on visitors' devices, e.g. cookie=basket or local-storage=theme (leave empty to finish)";
        loop {
            let text = ask(host, question)?;
            let text = text.trim();
            if text.is_empty() {
                let question = "Does the site store nothing on visitors' devices? (yes, no)";
                self.no_items = self.item.is_empty() && answer(host, question, yes)?;
                if self.no_items || !self.item.is_empty() {
                    return Some(());
                }
                continue;
            }
            let Some(mut stored) = read_item(host, text)? else { continue };
            if stored.purpose.is_none() {
                stored.purpose = Some(self.ask_purpose(host, &stored.name)?);
            }
            let question = format!("What does {} do, in one sentence for your visitors? (optional)", stored.name);
            stored.description = answer(host, &question, |text| optional(text, not_empty))?;
            self.item.push(stored);
        }
    }

    /// The purpose of an item. It is essential only if the owner answers that the site does not work without it.
    fn ask_purpose(&mut self, host: &dyn Host, name: &str) -> Option<&'static str> {
        let question = format!("Without {name}, does the site still do what visitors ask of it? (yes, no)");
        let known = known_name(name);
        if let Some((owner, _)) = known {
            explain(host, &format!("{name} usually belongs to {owner}; sites work without it"));
        }
        if !answer(host, &question, yes)? {
            return Some("essential");
        }
        let question = format!("Then visitors are asked for consent. What is it for? ({})", natures());
        let word = answer(host, &question, |text| match purpose(text)? {
            "essential" => Err("it is not essential if the site works without it; choose another purpose".into()),
            word => Ok(word),
        })?;
        if !self.titles.iter().any(|(known, _)| *known == word) {
            let usual = word[..1].to_uppercase() + &word[1..];
            let question = format!("Which title should visitors read for that choice? (leave empty for {usual})");
            let title = answer(host, &question, |text| optional(text, not_empty))?.unwrap_or(usual);
            self.titles.push((word, title));
        }
        Some(word)
    }

    /// The answers as flags, to continue with.
    pub(super) fn as_flags(&self) -> String {
        let quoted = |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
        let mut flags = Vec::new();
        flags.extend(self.name.as_deref().map(|name| format!("--name {}", quoted(name))));
        flags.extend(self.email.as_ref().map(|email| format!("--email {email}")));
        flags.extend(self.url.as_ref().map(|url| format!("--url {url}")));
        flags.extend((!self.language.is_empty()).then(|| format!("--language {}", self.language.join(","))));
        flags.extend(self.no_items.then(|| "--no-items".into()));
        flags.extend(self.item.iter().map(|item| format!("--item {}", quoted(&item.flag()))));
        flags.extend(self.claim_flags());
        flags.join(" ")
    }
}

/// An item from `cookie=basket`, or from a name alone, whose kind is asked for; `Some(None)` if it is not a name.
fn read_item(host: &dyn Host, text: &str) -> Option<Option<StoredItem>> {
    if text.contains('=') {
        return Some(item(text).map_err(|error| explain(host, &error)).ok());
    }
    if text.contains(char::is_whitespace) {
        explain(
            host,
            "enter one name as the browser lists it, e.g. _ga or cookie=_ga: open your site, then the developer tools (F12), Application or Storage. If you are not sure yet, enter what you know and add the rest to the file later",
        );
        return Some(None);
    }
    let (name, purpose) =
        text.rsplit_once(':').and_then(|(name, last)| Some((name, Some(purpose(last).ok()?)))).unwrap_or((text, None));
    let kind = answer(host, &format!("Where is {name} stored? ({KINDS})"), kind)?;
    Some(Some(StoredItem { kind, name: name.into(), purpose, description: None }))
}
