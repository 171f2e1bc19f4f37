//! `courtesy init`: writes a first site file from flags, and from answers where someone can give them.
//!
//! It invents nothing: what is not answered is left out, and only what the owner calls essential is exempt from consent.

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Value, json};

use super::findings::print_problems;
use super::host::{Host, Stream};
use super::init_answers::yes;
use super::init_items::{StoredItem, claim, declared_purposes, item};
use super::outcome::Outcome;
use super::output::Output;
use crate::check::Sources;
use crate::compile::file_system::FileError;
use crate::compile::output::with_path;
use crate::site::read::read;
use crate::site::schema::schema;
use crate::site::{Claim, Email, Url, derived_id};
use crate::words::LANGUAGES;

/// Writes a first site file; asks for what the flags leave out, if it runs in a terminal.
///
/// Its "$schema" lets editors explain each field. Existing files are never overwritten.
#[derive(Args)]
pub(super) struct Init {
    /// The site file to write.
    #[arg(default_value = "site.json")]
    site: PathBuf,
    /// The name of the site.
    #[arg(long, value_parser = not_empty)]
    pub name: Option<String>,
    /// The email address for privacy questions.
    #[arg(long, value_parser = email)]
    pub email: Option<Email>,
    /// The site's address, e.g. example.com
    #[arg(long, value_parser = address)]
    pub url: Option<Url>,
    /// A language of the notice; the first is the default.
    #[arg(long, value_name = "CODE", value_delimiter = ',', value_parser = language)]
    pub language: Vec<String>,
    /// Something that the site stores on visitors' devices, and why, e.g. cookie=basket:essential or cookie=_ga:analytics
    ///
    /// Without a purpose, visitors are asked for consent.
    #[arg(long, value_name = "KIND=NAME:PURPOSE", value_parser = item)]
    pub item: Vec<StoredItem>,
    /// The site stores nothing on visitors' devices.
    #[arg(long, conflicts_with = "item")]
    pub no_items: bool,
    /// What the site promises its visitors, e.g. no-tracking,no-ads
    ///
    /// Visitors read each promise, and `check` reports what contradicts it: only-necessary, no-tracking, no-analytics, no-ads, not-shared.
    #[arg(long, value_name = "CLAIM", value_delimiter = ',', value_parser = claim)]
    pub claim: Vec<Claim>,
    /// Whether the site sells visitors' personal data: yes or no.
    #[arg(long, value_name = "YES|NO", value_parser = yes)]
    pub sells: Option<bool>,
    /// Whether the site shares visitors' personal data for advertising: yes or no.
    #[arg(long, value_name = "YES|NO", value_parser = yes)]
    pub shares: Option<bool>,
    /// Ask no questions; leave out what no flag gives.
    #[arg(long, short)]
    yes: bool,
    /// The titles of purposes that visitors read, by the word for the purpose.
    #[arg(skip)]
    pub titles: Vec<(&'static str, String)>,
}

pub(super) fn parse<T: std::str::FromStr<Err: ToString>>(text: &str) -> Result<T, String> {
    text.trim().parse().map_err(|error: T::Err| error.to_string())
}

/// An address as people type it, `https` if it has no scheme.
pub(super) fn address(text: &str) -> Result<Url, String> {
    let text = text.trim().trim_start_matches("//");
    match text.split_once("://") {
        Some((scheme, rest)) => parse(&format!("{}://{rest}", scheme.to_lowercase())),
        None => parse(&format!("https://{text}")),
    }
}

/// An email address, also as mail programs copy it: `Anna <anna@example.com>`, `mailto:anna@example.com`.
pub(super) fn email(text: &str) -> Result<Email, String> {
    let text = text.trim();
    let inside = text.split_once('<').and_then(|(_, rest)| rest.strip_suffix('>')).unwrap_or(text);
    parse(inside.strip_prefix("mailto:").unwrap_or(inside))
}

/// The code of a built-in language, from its code or its name.
pub(super) fn language(text: &str) -> Result<String, String> {
    const IN_ENGLISH: [(&str, &str); 3] = [("english", "en"), ("german", "de"), ("arabic", "ar")];
    let text = text.trim();
    let lower = text.to_lowercase();
    let matches = |language: &&crate::words::BuiltInLanguage| {
        language.code == lower || language.name.to_lowercase() == lower || IN_ENGLISH.contains(&(&lower, language.code))
    };
    let found = LANGUAGES.iter().find(matches).map(|language| language.code.to_owned());
    found.ok_or_else(|| {
        let codes: Vec<_> = LANGUAGES.iter().map(|language| language.code).collect();
        format!(
            "no translation for \"{text}\"; expected one of {}, or a file that `courtesy words CODE` creates (docs/languages.md)",
            codes.join(", ")
        )
    })
}

pub(super) fn not_empty(text: &str) -> Result<String, String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty()).ok_or_else(|| "it must not be empty".into())
}

impl Init {
    pub(super) fn run(mut self, host: &dyn Host, output: &Output) -> Result<Outcome, String> {
        let path = host.path(&self.site);
        refuse_existing(host, &path)?;
        if !self.yes && host.is_interactive() {
            self.ask(host).ok_or_else(|| {
                format!(
                    "input ended before the last question, so nothing was written; continue with `{} init {}`",
                    host.program_name(),
                    self.as_flags()
                )
            })?;
        }
        let (Some(name), Some(email)) = (&self.name, &self.email) else {
            return Err("a site file needs a name and an email address; add --name and --email".into());
        };
        // That a site stores nothing is for the owner to say: it means that nobody is asked.
        if self.item.is_empty() && !self.no_items {
            return Err("a site file lists what the site stores on visitors' devices; add --item, e.g. --item cookie=basket:essential, or --no-items if it stores nothing".into());
        }
        let (schema_url, schema_file) = schema_for(host, &path)?;
        let day = host.today().map(|day| day.to_string());
        let text = format!("{:#}\n", self.site_file(name, email, schema_url, day));
        read(&text)
            .map_err(|problems| print_problems(output, &Sources::new(&path.display().to_string(), &text), problems))?;
        let folder = path.parent().unwrap_or(Path::new(""));
        host.files().make_folder(folder).map_err(|error| with_path(folder, &error))?;
        if let Some(file) = &schema_file {
            host.files().write(file, schema_text().as_bytes()).map_err(|error| with_path(file, &error))?;
        }
        host.files().write(&path, text.as_bytes()).map_err(|error| with_path(&path, &error))?;
        output.print(Stream::Out, |_| self.next_steps(host.program_name(), &path, schema_file.as_deref()));
        Ok(Outcome::Success)
    }

    fn site_file(&self, name: &str, email: &Email, schema_url: &str, day: Option<String>) -> Value {
        let mut languages: Vec<&str> = Vec::new();
        for language in &self.language {
            if !languages.contains(&language.as_str()) {
                languages.push(language);
            }
        }
        if languages.is_empty() {
            languages.push("en");
        }
        let purposes = declared_purposes(&self.item, |word| {
            self.titles.iter().find(|(titled, _)| *titled == word).map(|(_, title)| title.clone())
        });
        // A site that stores nothing itself still has the notice's record.
        let items: Vec<_> = self.item.iter().map(StoredItem::json).collect();
        let items = if items.is_empty() { vec![json!({ "purpose": "essential" })] } else { items };
        let mut site = json!({
            "$schema": schema_url,
            "name": name,
            "url": self.url,
            "id": derived_id(&json!({ "name": name, "url": self.url })),
            "languages": languages,
            "lastUpdated": day,
            "controller": { "contacts": [{ "role": "privacy", "email": email }] },
            "notice": { "version": "1" },
            "purposes": purposes,
            "items": items,
            "claims": self.claims(),
            "sells": self.sells,
            "shares": self.shares,
        });
        if let Some(fields) = site.as_object_mut() {
            fields.retain(|_, value| !value.is_null() && *value != json!([]));
        }
        site
    }

    /// What was written, what is left to describe, and the next two commands.
    fn next_steps(&self, program: &str, path: &Path, schema_file: Option<&Path>) -> String {
        let without_purpose = self.item.iter().filter(|item| item.purpose.is_none());
        let without_purpose: Vec<_> =
            without_purpose.map(|item| format!("{} (set to {})", item.name, item.purpose_id())).collect();
        let left = if self.item.is_empty() {
            "Visitors will read that your site stores only what it needs; once it stores more, add that to the file. Next:".into()
        } else if without_purpose.is_empty() {
            "Describe in it what your site stores, then run:".into()
        } else {
            format!(
                "You gave no purpose for {}, so visitors are asked first. Set the purpose to \"essential\" for what the site cannot work without, then run:",
                without_purpose.join(", ")
            )
        };
        let schema = schema_file.map_or(String::new(), |file| format!(" and {}", file.display()));
        let quoted = |path: &Path| {
            let path = path.display().to_string();
            if path.contains(' ') { format!("\"{path}\"") } else { path }
        };
        let (site, out) = (quoted(path), quoted(&path.with_file_name("public/courtesy")));
        let path = path.display();
        format!("wrote {path}{schema}. {left}\n  {program} check {site}\n  {program} build {site} --out {out}\n")
    }
}

fn refuse_existing(host: &dyn Host, path: &Path) -> Result<(), String> {
    match host.files().read(path) {
        Err(FileError::NotFound) => Ok(()),
        _ => Err(format!("{} already exists and was not changed; name another file to write", path.display())),
    }
}

fn schema_text() -> String {
    format!("{:#}\n", schema())
}

/// What "$schema" refers to, and the schema file to write for it, if any: the installed npm package has the schema of the version
/// in use; otherwise it is written next to the site file.
fn schema_for(host: &dyn Host, site: &Path) -> Result<(&'static str, Option<PathBuf>), String> {
    const INSTALLED: &str = "./node_modules/courtesy/site.schema.json";
    const WRITTEN: &str = "site.schema.json";
    let folder = site.parent().unwrap_or(Path::new(""));
    if host.files().read(&folder.join(INSTALLED)).is_ok() {
        return Ok((INSTALLED, None));
    }
    let path = folder.join(WRITTEN);
    match host.files().read(&path) {
        Ok(text) if text == schema_text().as_bytes() => Ok((WRITTEN, None)),
        Err(FileError::NotFound) => Ok((WRITTEN, Some(path))),
        _ => Err(format!(
            "{} already exists and is not this version's schema; move it away (`{} schema` prints this version's)",
            path.display(),
            host.program_name()
        )),
    }
}
