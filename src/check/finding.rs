//! A finding: what is wrong or missing, where, and the fix, as a sentence for an owner who is no lawyer.

use std::fmt;

use serde::Serialize;

use crate::site::read::Problem;

/// Something that an owner should know about a declaration. No visitor is ever shown one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Which rule found it; docs/check.md explains each code, and none changes its meaning.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// Every place that it is about, in the order of the file; none for the file as a whole.
    pub places: Vec<Location>,
    /// What is wrong.
    pub sentence: String,
    /// What to do about it.
    pub fix: String,
    /// Why it matters: a law, or a reason; no sentence repeats it.
    pub why: Option<String>,
    /// What the first place has to do with it, in a few words.
    pub label: Option<String>,
    /// Whether it is about facts that visitors look for and cannot find.
    pub gap: bool,
    /// The group that it is read in.
    pub group: Option<Group>,
}

/// Findings that are read together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// Facts that have to be there before the site is published; `build --strict` fails without them.
    NotReady,
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Two declared facts contradict each other, or the file cannot be read.
    Error,
    /// A law asks for it, or the structure lacks it.
    Warning,
    /// A person should look at it.
    Note,
}

/// Where a finding is. A purpose goes by its id, because `essential` exists undeclared; everything else goes by its index.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Location {
    /// A field of the site file, such as `services[2].data`, whether or not it is there.
    Field {
        /// Its path.
        field: String,
    },
    /// A line of a text.
    Line {
        /// The text's file.
        file: String,
        /// The line, from 1.
        line: usize,
        /// The character in it, from 1; the whole line where nothing is known.
        #[serde(skip)]
        column: Option<usize>,
    },
}

impl Severity {
    /// Its word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

impl Finding {
    /// The sentence with the label, for a form without snippets.
    pub(super) fn explained(&self) -> String {
        self.label.as_ref().map_or_else(|| self.sentence.clone(), |label| format!("{} ({label})", self.sentence))
    }

    /// The problems of a site file that cannot be read, as findings.
    pub fn of_problems(problems: Vec<Problem>, file: &str) -> Vec<Self> {
        let finding = |Problem { code, position, path, sentence, fix }| {
            let places = match position {
                // The path of such a problem is the file that it is in, if that is not the site file.
                Some((line, column)) => {
                    let file = if path.is_empty() { file.into() } else { path };
                    vec![Location::Line { file, line, column: Some(column) }]
                }
                None if path.is_empty() => Vec::new(),
                None => vec![Location::field(path)],
            };
            let why = (code == "no-way-back").then(|| "GDPR Article 7(3)".into());
            Self { code, severity: Severity::Error, places, sentence, fix, why, label: None, gap: false, group: None }
        };
        problems.into_iter().map(finding).collect()
    }
}

impl Location {
    pub(super) fn field(path: impl Into<String>) -> Self {
        Self::Field { field: path.into() }
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Field { field } => f.write_str(field),
            Self::Line { file, line, .. } => write!(f, "{file}:{line}"),
        }
    }
}
