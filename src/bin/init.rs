//! `courtesy init`: writes the site file to begin with, from flags, and from questions where somebody can answer them.
//!
//! Nothing is invented: what is not answered is left out, and shown to visitors as not stated.

use std::path::{Path, PathBuf};

use clap::Args;
use courtesy::compile::disk::Fault;
use courtesy::compile::output::about;
use courtesy::site::read::read;
use courtesy::site::schema::schema;
use courtesy::site::{Email, ItemKind, Url};
use courtesy::words::LANGUAGES;
use serde::Deserialize;
use serde_json::{Value, json};

use super::machine::{Machine, Speech, Stream};
use super::{Outcome, findings, tell};

/// Writes a site file to begin with; asks for what no flag says, where somebody can answer.
///
/// Its "$schema" lets editors explain each field. Files that are there are never overwritten.
#[derive(Args)]
pub(super) struct Init {
    /// The site file to write.
    #[arg(default_value = "site.json")]
    site: PathBuf,
    /// What the site is called.
    #[arg(long, value_parser = filled)]
    name: Option<String>,
    /// The address for questions about privacy.
    #[arg(long, value_parser = checked::<Email>)]
    email: Option<Email>,
    /// The site's address: https://example.com
    #[arg(long, value_parser = checked::<Url>)]
    url: Option<Url>,
    /// A language of the notice; the first is the usual one.
    #[arg(long, value_name = "CODE", value_delimiter = ',', value_parser = language)]
    language: Vec<String>,
    /// Something that the site keeps on a visitor's device: cookie=basket, or local-storage=theme
    #[arg(long, value_name = "KIND=NAME", value_parser = item)]
    item: Vec<Value>,
    /// Asks nothing; what no flag says is left out.
    #[arg(long, short)]
    yes: bool,
}

/// What an item is, before the owner describes it.
fn item(text: &str) -> Result<Value, String> {
    let fault = || "write what it is and its name, such as cookie=basket; kinds are cookie, local-storage, session-storage, indexed-db";
    let (kind, name) = text.split_once('=').ok_or_else(fault)?;
    let (kind, name) = (kind.trim(), name.trim());
    ItemKind::deserialize(&json!(kind)).ok().filter(|_| !name.is_empty()).ok_or_else(fault)?;
    Ok(json!({ "kind": kind, "name": name, "purpose": "essential", "setBy": "site" }))
}

fn checked<T: std::str::FromStr<Err: ToString>>(text: &str) -> Result<T, String> {
    text.trim().parse().map_err(|error: T::Err| error.to_string())
}

fn language(code: &str) -> Result<String, String> {
    let known: Vec<_> = LANGUAGES.iter().map(|language| language.code).collect();
    let is_known = known.contains(&code.trim());
    is_known.then(|| code.trim().to_owned()).ok_or_else(|| format!("there are words for {}", known.join(", ")))
}

fn filled(text: &str) -> Result<String, String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty()).ok_or_else(|| "write something".into())
}

/// A text that may be left out.
fn perhaps<T>(text: &str, read: impl Fn(&str) -> Result<T, String>) -> Result<Option<T>, String> {
    if text.trim().is_empty() { Ok(None) } else { read(text).map(Some) }
}

impl Init {
    pub(super) fn run(mut self, machine: &dyn Machine, speech: &Speech) -> Result<Outcome, String> {
        let path = machine.path(&self.site);
        free(machine, &path)?;
        if !self.yes && machine.is_asked() {
            self.ask(machine).ok_or("the questions were not answered to the end; nothing was written")?;
        }
        let (Some(name), Some(email)) = (&self.name, &self.email) else {
            return Err("a site file needs a name and an e-mail address: add --name and --email".into());
        };
        let (shown, beside) = schema_for(machine, &path)?;
        let mut languages: Vec<String> = Vec::new();
        for language in self.language {
            // Said twice it is one.
            if !languages.contains(&language) {
                languages.push(language);
            }
        }
        if languages.is_empty() {
            languages.push("en".into());
        }
        let described = if self.item.is_empty() {
            ","
        } else {
            ", and give another \"purpose\" than \"essential\" to what visitors could do without;"
        };
        // An item whose kind and name are not stated is one nevertheless: every site has the notice's own.
        let items = if self.item.is_empty() { vec![json!({ "purpose": "essential" })] } else { self.item };
        let mut site = json!({
            "$schema": shown,
            "name": name,
            "url": self.url,
            "languages": languages,
            "lastUpdated": findings::this_day(machine).map(|day| day.to_string()),
            "controller": { "contacts": [{ "role": "privacy", "email": email }] },
            "notice": { "version": "1" },
            "items": items,
        });
        if let Some(fields) = site.as_object_mut() {
            fields.retain(|_, value| !value.is_null());
        }
        let text = format!("{site:#}\n");
        read(&text).map_err(|problems| tell(speech, &path, problems) + "; nothing was written")?;
        let folder = path.parent().unwrap_or(Path::new(""));
        machine.make_folder(folder).map_err(|fault| about(folder, &fault))?;
        if let Some(path) = &beside {
            machine.write(path, schema_text().as_bytes()).map_err(|fault| about(path, &fault))?;
        }
        machine.write(&path, text.as_bytes()).map_err(|fault| about(&path, &fault))?;
        let (courtesy, site) = (machine.called(), path.display().to_string());
        let typed = if site.contains(' ') { format!("\"{site}\"") } else { site.clone() };
        let schema = beside.map_or(String::new(), |path| format!(" and {}", path.display()));
        speech.say(Stream::Out, |_| {
            format!(
                "{site}{schema} written. Describe in it what your site keeps{described} then:\n  {courtesy} check {typed}\n  {courtesy} build {typed} --out public/courtesy\n"
            )
        });
        Ok(Outcome::Well)
    }

    /// Asks for what no flag says; `None` where the answers end too early.
    fn ask(&mut self, machine: &dyn Machine) -> Option<()> {
        if self.name.is_none() {
            self.name = Some(answer(machine, "What is the site called?", filled)?);
        }
        if self.email.is_none() {
            self.email = Some(answer(machine, "Which e-mail address answers questions about privacy?", checked)?);
        }
        if self.url.is_none() {
            let question = "What is its address, such as https://example.com? (may stay empty)";
            self.url = answer(machine, question, |text| perhaps(text, checked))?;
        }
        if self.language.is_empty() {
            let question = "In which languages, the usual one first? (empty: en)";
            let read = |text: &str| text.split([',', ' ']).filter(|code| !code.is_empty()).map(language).collect();
            self.language = answer(machine, question, read)?;
        }
        if self.item.is_empty() {
            let question = "What must it keep on a visitor's device, such as cookie=basket or local-storage=theme? (empty: no more)";
            while let Some(item) = answer(machine, question, |text| perhaps(text, item))? {
                self.item.push(item);
            }
        }
        Some(())
    }
}

/// Asks until the answer can be read.
fn answer<T>(machine: &dyn Machine, question: &str, read: impl Fn(&str) -> Result<T, String>) -> Option<T> {
    loop {
        machine.write_text(Stream::Err, &format!("{question}\n> "));
        match read(&machine.read_line()?) {
            Ok(answer) => return Some(answer),
            Err(fault) => machine.write_text(Stream::Err, &format!("  {fault}\n")),
        }
    }
}

/// That nothing has this name yet.
fn free(machine: &dyn Machine, path: &Path) -> Result<(), String> {
    match machine.read(path) {
        Err(Fault::Missing) => Ok(()),
        _ => Err(format!("{} is there already and was left as it is; name another file to write", path.display())),
    }
}

fn schema_text() -> String {
    format!("{:#}\n", schema())
}

/// What "$schema" says, and the schema to write where none is there: the npm package's, so that it is always that of the
/// command in use; else one beside the site file.
fn schema_for(machine: &dyn Machine, site: &Path) -> Result<(&'static str, Option<PathBuf>), String> {
    const INSTALLED: &str = "./node_modules/courtesy/site.schema.json";
    const BESIDE: &str = "site.schema.json";
    let folder = site.parent().unwrap_or(Path::new(""));
    if machine.read(&folder.join(INSTALLED)).is_ok() {
        return Ok((INSTALLED, None));
    }
    let path = folder.join(BESIDE);
    match machine.read(&path) {
        Ok(text) if text == schema_text().as_bytes() => Ok((BESIDE, None)),
        Err(Fault::Missing) => Ok((BESIDE, Some(path))),
        _ => Err(format!(
            "{} is there already and is not this version's schema; move it away (`{} schema` prints this version's)",
            path.display(),
            machine.called()
        )),
    }
}
