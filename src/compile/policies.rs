//! The words and the policy of each language of a site; the policy is composed, or the owner's text, read once per build.

use std::path::Path;

use crate::policy::{Document, OwnText, PageContext, ParsedText, TextFormat, UnknownHeading, composed, merge_own_text};
use crate::site::read::Problem;
use crate::site::{Language, Policy, SiteFile, Translated, level};
use crate::words::{self, OwnerWords, Words};

/// The words and a policy for each of a site's languages, in their order; no policy where the owner has a page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Policies {
    pub(super) documents: Vec<Option<Document>>,
    pub(super) words: Vec<Words>,
    /// The owner's own words, of each language that is not built in.
    pub own_words: Vec<OwnerWords>,
    /// The owner's own texts, each file once.
    pub texts: Vec<OwnText>,
}

impl Policies {
    /// The words and policies of a site file. `read` reads a file that is named from where the site file is, or says why it cannot.
    ///
    /// # Errors
    /// Each text that cannot be read, or in which a heading is missing that the site file names; each word that is missing or wrong.
    pub fn of(file: &SiteFile, read: impl Fn(&str) -> Result<String, String>) -> Result<Self, Vec<Problem>> {
        let (mut policies, mut problems) = (Self::default(), Vec::new());
        for language in &file.languages {
            match words_of(file, language, &read) {
                Ok((words, own)) => {
                    policies.words.push(words);
                    policies.own_words.extend(own);
                }
                Err(found) => {
                    // Go on, to find the problems of the policy, too.
                    policies.words.push(words::LANGUAGES[0].words());
                    problems
                        .extend(found.into_iter().filter(|problem| !problems.contains(problem)).collect::<Vec<_>>());
                }
            }
        }
        for (place, language) in file.languages.iter().enumerate() {
            match policies.policy(file, (place, language), &read) {
                Ok(document) => policies.documents.push(document),
                // A file for all languages has the same problem in each.
                Err(problem) if problems.contains(&problem) => {}
                Err(problem) => problems.push(problem),
            }
        }
        if problems.is_empty() { Ok(policies) } else { Err(problems) }
    }

    fn policy(
        &mut self,
        file: &SiteFile,
        (place, language): (usize, &Language),
        read: Read,
    ) -> Result<Option<Document>, Problem> {
        let site = file.in_language(language);
        let words = self.words[place].clone();
        let (source, sections) = match &site.policy {
            None | Some(Policy::Composed { .. }) => return Ok(Some(composed(&site, &words))),
            Some(Policy::Url { .. }) => return Ok(None),
            Some(Policy::Source { source, sections }) => (source, sections),
        };
        let written = self.text(source, read)?.parsed.clone();
        let first = &file.languages[0];
        let is_one = matches!(&file.policy, Some(Policy::Source { source: Translated::Same(_), .. }));
        let own_words = self.words[0].clone();
        let foreign = (is_one && language != first).then_some((first, &own_words));
        let placing = PageContext { site: &site, words: &words, foreign, sections };
        let document = merge_own_text(written, placing).map_err(|UnknownHeading { field, known }| {
            let sentence = format!("unknown heading: \"{source}\" has no such anchor");
            let fix = format!("expected one of {}", known.join(", "));
            Problem::new("unknown-heading", format!("policy.sections.{field}"), sentence, fix)
        })?;
        Ok(Some(document))
    }

    /// The owner's text of that name, which is read once.
    fn text(&mut self, file: &str, read: Read) -> Result<&OwnText, Problem> {
        let place = match self.texts.iter().position(|text| text.file == file) {
            Some(place) => place,
            None => {
                let problem = |sentence, fix| Problem::new("policy-source", "policy.source", sentence, fix);
                let fault = |sentence: String| {
                    problem(sentence, "name a .md, .html or .txt file, in the folder of the site file or below it")
                };
                let form =
                    form(file).ok_or_else(|| fault(format!("\"{file}\" is neither Markdown, HTML nor plain text")))?;
                let source = read(file).map_err(|why| fault(format!("\"{file}\" cannot be read: {why}")))?;
                let source = level(&source);
                if source.trim_start_matches('\u{feff}').trim().is_empty() {
                    let fix = "write your policy there, or remove \"policy\", so that Courtesy composes it";
                    return Err(problem(format!("\"{file}\" is empty"), fix));
                }
                let parsed = ParsedText::read(&source, form);
                self.texts.push(OwnText { file: file.into(), source, parsed });
                self.texts.len() - 1
            }
        };
        Ok(&self.texts[place])
    }
}

type Read<'a> = &'a dyn Fn(&str) -> Result<String, String>;

/// By the ending of its name, the form that a text is written in.
fn form(source: &str) -> Option<TextFormat> {
    let ending = Path::new(source).extension()?.to_str()?.to_lowercase();
    match ending.as_str() {
        "md" | "markdown" => Some(TextFormat::Markdown),
        "txt" | "text" => Some(TextFormat::Plain),
        "html" | "htm" | "xhtml" => Some(TextFormat::Html),
        _ => None,
    }
}

/// The words of a language that the site declares: built in, or the owner's own. Reading refuses one without either.
fn words_of(file: &SiteFile, language: &Language, read: Read) -> Result<(Words, Option<OwnerWords>), Vec<Problem>> {
    let tag = language.as_str();
    if let Some(built_in) = words::BuiltInLanguage::find(tag) {
        return Ok((built_in.words(), None));
    }
    let base = tag.split('-').next().unwrap_or(tag);
    let named = |wanted: &str| file.words.iter().find(|(known, _)| known.as_str() == wanted);
    let Some((known, name)) = named(tag).or_else(|| named(base)) else {
        return Ok((words::LANGUAGES[0].words(), None));
    };
    let text = read(name).map_err(|why| {
        let fix = format!(
            "name a .json file in the folder of the site file or below it; `courtesy words {known}` creates one"
        );
        vec![Problem::new("words-source", format!("words.{known}"), format!("\"{name}\" cannot be read: {why}"), fix)]
    })?;
    OwnerWords::read(known.as_str(), name, &text).map(|own| (own.words.clone(), Some(own)))
}
