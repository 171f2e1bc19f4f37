//! The policy of each language: composed, or the owner's own text, read once, when the site is built.

use std::path::Path;

use crate::policy::{Document, Form, NoHeading, OwnText, Placing, Written, composed, placed};
use crate::site::read::Problem;
use crate::site::{Language, Policy, SiteFile, Translated};
use crate::words::{self, Words};

/// A policy for each of a site's languages, in their order; `None` where the owner has a page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Policies {
    pub(super) documents: Vec<Option<Document>>,
    /// The owner's own texts, each file once.
    pub texts: Vec<OwnText>,
}

impl Policies {
    /// The policies of a site file. `read` reads a file that is named from where the site file is, or says why it cannot.
    ///
    /// # Errors
    /// Each text that cannot be read, or in which a heading is missing that the site file names.
    pub fn of(file: &SiteFile, read: impl Fn(&str) -> Result<String, String>) -> Result<Self, Vec<Problem>> {
        let (mut policies, mut problems) = (Self::default(), Vec::new());
        for language in &file.languages {
            match policies.policy(file, language, &read) {
                Ok(document) => policies.documents.push(document),
                // One file for all languages has one problem.
                Err(problem) if problems.contains(&problem) => {}
                Err(problem) => problems.push(problem),
            }
        }
        if problems.is_empty() { Ok(policies) } else { Err(problems) }
    }

    fn policy(&mut self, file: &SiteFile, language: &Language, read: Read) -> Result<Option<Document>, Problem> {
        let site = file.in_language(language);
        let words = words_of(language);
        let (source, sections) = match &site.policy {
            None => return Ok(Some(composed(&site, &words))),
            Some(Policy::Url { .. }) => return Ok(None),
            Some(Policy::Source { source, sections }) => (source, sections),
        };
        let written = self.text(source, read)?.written.clone();
        let first = &file.languages[0];
        let is_one = matches!(&file.policy, Some(Policy::Source { source: Translated::Same(_), .. }));
        let own_words = words_of(first);
        let foreign = (is_one && language != first).then_some((first, &own_words));
        let placing = Placing { site: &site, words: &words, foreign, sections };
        let document = placed(written, placing).map_err(|NoHeading { field, known }| {
            let sentence = format!("no heading of \"{source}\" has this anchor");
            let mend = format!("known are {}", known.join(", "));
            Problem::new("unknown-heading", format!("policy.sections.{field}"), sentence, mend)
        })?;
        Ok(Some(document))
    }

    /// The owner's text of that name, which is read once.
    fn text(&mut self, file: &str, read: Read) -> Result<&OwnText, Problem> {
        let place = match self.texts.iter().position(|text| text.file == file) {
            Some(place) => place,
            None => {
                let problem = |sentence, mend| Problem::new("policy-source", "policy.source", sentence, mend);
                let fault =
                    |sentence: String| problem(sentence, "name a .md or .txt file, from where the site file is");
                let form = form(file).ok_or_else(|| fault(format!("\"{file}\" is neither Markdown nor plain text")))?;
                let source = read(file).map_err(|why| fault(format!("\"{file}\" cannot be read: {why}")))?;
                if source.trim_start_matches('\u{feff}').trim().is_empty() {
                    let mend = "write the policy there, or leave \"policy\" out, so that it is composed";
                    return Err(problem(format!("nothing stands in \"{file}\""), mend));
                }
                let written = Written::read(&source, form);
                self.texts.push(OwnText { file: file.into(), source, written });
                self.texts.len() - 1
            }
        };
        Ok(&self.texts[place])
    }
}

type Read<'a> = &'a dyn Fn(&str) -> Result<String, String>;

/// By the ending of its name, the form that a text is written in.
fn form(source: &str) -> Option<Form> {
    let ending = Path::new(source).extension()?.to_str()?.to_lowercase();
    match ending.as_str() {
        "md" | "markdown" => Some(Form::Markdown),
        "txt" | "text" => Some(Form::Plain),
        _ => None,
    }
}

/// The words of a language that the site declares; reading refuses one without words.
fn words_of(language: &Language) -> Words {
    words::Language::find(language.as_str()).unwrap_or(&words::LANGUAGES[0]).words()
}
