//! The policy of each language: composed, or the owner's own text, read once, when the site is built.

use std::path::Path;

use crate::policy::{Document, Form, NoHeading, Written, composed, placed};
use crate::site::read::Problem;
use crate::site::{Language, Policy, Sections, Site, SiteFile, Translated};
use crate::words;

/// A policy for each of a site's languages, in their order; `None` where the owner has a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Policies(pub(super) Vec<Option<Document>>);

impl Policies {
    /// The policies of a site file. `read` reads a file that is named from where the site file is, or says why it cannot.
    ///
    /// # Errors
    /// Each text that cannot be read, or in which a heading is missing that the site file names.
    pub fn of(file: &SiteFile, read: impl Fn(&str) -> Result<String, String>) -> Result<Self, Vec<Problem>> {
        let (policies, problems): (Vec<_>, Vec<_>) =
            file.languages.iter().map(|language| policy(file, language, &read)).partition(Result::is_ok);
        match problems.into_iter().filter_map(Result::err).collect::<Vec<_>>() {
            problems if problems.is_empty() => Ok(Self(policies.into_iter().flatten().collect())),
            problems => Err(problems),
        }
    }
}

fn policy(
    file: &SiteFile,
    language: &Language,
    read: &dyn Fn(&str) -> Result<String, String>,
) -> Result<Option<Document>, Problem> {
    let site = file.in_language(language);
    // Reading refuses a language without words.
    let words = words::Language::find(language.as_str()).unwrap_or(&words::LANGUAGES[0]).words();
    match &site.policy {
        None => Ok(Some(composed(&site, &words))),
        Some(Policy::Url { .. }) => Ok(None),
        Some(Policy::Source { source, sections }) => {
            let document = own(&site, &words, source, sections, read)?;
            let is_foreign = *language != file.languages[0]
                && matches!(&file.policy, Some(Policy::Source { source: Translated::Same(_), .. }));
            Ok(Some(Document { language: is_foreign.then(|| file.languages[0].clone()), ..document }))
        }
    }
}

fn own(
    site: &Site,
    words: &words::Words,
    source: &str,
    sections: &Sections,
    read: &dyn Fn(&str) -> Result<String, String>,
) -> Result<Document, Problem> {
    let form = form(source).ok_or_else(|| {
        let sentence = format!("\"{source}\" is neither Markdown nor plain text");
        Problem::new("policy.source", sentence, "name a file that ends in .md or .txt")
    })?;
    let text = read(source).map_err(|why| {
        Problem::new(
            "policy.source",
            format!("\"{source}\" cannot be read: {why}"),
            "name a file from where the site file is",
        )
    })?;
    placed(Written::read(&text, form), sections, site, words).map_err(|NoHeading { field, known }| {
        let sentence = format!("no heading of \"{source}\" has this anchor");
        Problem::new(format!("policy.sections.{field}"), sentence, format!("known are {}", known.join(", ")))
    })
}

/// By the ending of its name, the form that a text is written in.
pub fn form(source: &str) -> Option<Form> {
    let ending = Path::new(source).extension()?.to_str()?.to_lowercase();
    match ending.as_str() {
        "md" | "markdown" => Some(Form::Markdown),
        "txt" | "text" => Some(Form::Plain),
        _ => None,
    }
}
