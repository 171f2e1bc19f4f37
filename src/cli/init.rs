//! `courtesy init`: writes the site file to begin with, from flags, and from questions where somebody can answer them.
//!
//! Nothing is invented: what is not answered is left out, and nothing is exempt from consent that the owner did not call essential.

use std::path::{Path, PathBuf};

use crate::compile::disk::Fault;
use crate::compile::output::about;
use crate::site::read::read;
use crate::site::schema::schema;
use crate::site::{Email, Url, derived_id};
use crate::words::LANGUAGES;
use clap::Args;
use serde_json::json;

use super::check;
use super::command::{Outcome, tell};
use super::host::{Machine, Speech, Stream};
use super::init_items::{Stored, declared, item};

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
    pub name: Option<String>,
    /// The address for questions about privacy.
    #[arg(long, value_parser = email)]
    pub email: Option<Email>,
    /// The site's address: example.com
    #[arg(long, value_parser = address)]
    pub url: Option<Url>,
    /// A language of the notice; the first is the usual one.
    #[arg(long, value_name = "CODE", value_delimiter = ',', value_parser = language)]
    pub language: Vec<String>,
    /// Something that the site stores on a visitor's device, and what for: cookie=basket:essential, cookie=_ga:analytics
    ///
    /// Without a purpose, visitors are asked for it.
    #[arg(long, value_name = "KIND=NAME:PURPOSE", value_parser = item)]
    pub item: Vec<Stored>,
    /// The site stores nothing on a visitor's device.
    #[arg(long, conflicts_with = "item")]
    pub no_items: bool,
    /// Asks nothing; what no flag says is left out.
    #[arg(long, short)]
    yes: bool,
    /// What visitors read as the titles of purposes, as answered.
    #[arg(skip)]
    pub titles: Vec<(&'static str, String)>,
}

pub(super) fn checked<T: std::str::FromStr<Err: ToString>>(text: &str) -> Result<T, String> {
    text.trim().parse().map_err(|error: T::Err| error.to_string())
}

/// An address as people type it: without its scheme, it is one of the web.
pub(super) fn address(text: &str) -> Result<Url, String> {
    let text = text.trim().trim_start_matches("//");
    match text.split_once("://") {
        Some((scheme, rest)) => checked(&format!("{}://{rest}", scheme.to_lowercase())),
        None => checked(&format!("https://{text}")),
    }
}

/// An email address, also copied with what mail programs put around it.
pub(super) fn email(text: &str) -> Result<Email, String> {
    let text = text.trim();
    let inside = text.split_once('<').and_then(|(_, rest)| rest.strip_suffix('>')).unwrap_or(text);
    checked(inside.strip_prefix("mailto:").unwrap_or(inside))
}

/// A language by its code or its name.
pub(super) fn language(text: &str) -> Result<String, String> {
    const IN_ENGLISH: [(&str, &str); 3] = [("english", "en"), ("german", "de"), ("arabic", "ar")];
    let text = text.trim();
    let small = text.to_lowercase();
    let known = |language: &&crate::words::BuiltInLanguage| {
        language.code == small || language.name.to_lowercase() == small || IN_ENGLISH.contains(&(&small, language.code))
    };
    let found = LANGUAGES.iter().find(known).map(|language| language.code.to_owned());
    found.ok_or_else(|| {
        let known: Vec<_> = LANGUAGES.iter().map(|language| language.code).collect();
        format!(
            "there are no words in \"{text}\"; there are words for {}, and for another language you can bring a file of your own (docs/languages.md): `courtesy words CODE` begins it",
            known.join(", ")
        )
    })
}

pub(super) fn filled(text: &str) -> Result<String, String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty()).ok_or_else(|| "write something".into())
}

impl Init {
    pub(super) fn run(mut self, machine: &dyn Machine, speech: &Speech) -> Result<Outcome, String> {
        let path = machine.path(&self.site);
        free(machine, &path)?;
        if !self.yes && machine.is_asked() {
            self.ask(machine).ok_or_else(|| {
                format!(
                    "the questions were not answered to the end, and nothing was written; this goes on from there:\n  {} init {}",
                    machine.called(),
                    self.answered()
                )
            })?;
        }
        let (Some(name), Some(email)) = (&self.name, &self.email) else {
            return Err("a site file needs a name and an email address: add --name and --email".into());
        };
        // What is stored needs no consent only where the owner has said so.
        if self.item.is_empty() && !self.no_items {
            return Err("a site file needs what the site stores on a visitor's device: add --item, such as --item cookie=basket:essential, or --no-items if it stores nothing".into());
        }
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
        let unsaid: Vec<_> = self.item.iter().filter(|item| item.purpose.is_none()).collect();
        let described = if self.item.is_empty() {
            "Visitors read that your site stores only what it needs. When it stores something, describe that in the file; now:"
                .into()
        } else if unsaid.is_empty() {
            "Describe in it what your site stores, then:".into()
        } else {
            let names: Vec<_> =
                unsaid.iter().map(|item| format!("{} (now {})", item.name, item.purpose_id())).collect();
            format!(
                "You named no purpose for {}, so visitors are asked first. Give the purpose \"essential\" to what the site does not work without, then:",
                names.join(", ")
            )
        };
        let purposes = declared(&self.item, |word| {
            self.titles.iter().find(|(known, _)| *known == word).map(|(_, title)| title.clone())
        });
        // Where the site stores nothing, there is the notice's own record.
        let items: Vec<_> = self.item.iter().map(Stored::json).collect();
        let items = if items.is_empty() { vec![json!({ "purpose": "essential" })] } else { items };
        let mut site = json!({
            "$schema": shown,
            "name": name,
            "url": self.url,
            "id": derived_id(&json!({ "name": name, "url": self.url })),
            "languages": languages,
            "lastUpdated": check::this_day(machine).map(|day| day.to_string()),
            "controller": { "contacts": [{ "role": "privacy", "email": email }] },
            "notice": { "version": "1" },
            "purposes": purposes,
            "items": items,
        });
        if let Some(fields) = site.as_object_mut() {
            fields.retain(|_, value| !value.is_null() && *value != json!([]));
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
        let quoted = |path: String| if path.contains(' ') { format!("\"{path}\"") } else { path };
        let out = quoted(folder.join("public/courtesy").display().to_string());
        let typed = quoted(site.clone());
        let schema = beside.map_or(String::new(), |path| format!(" and {}", path.display()));
        speech.say(Stream::Out, |_| {
            format!(
                "{site}{schema} written. {described}\n  {courtesy} check {typed}\n  {courtesy} build {typed} --out {out}\n"
            )
        });
        Ok(Outcome::Well)
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
