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
    #[serde(skip_serializing_if = "is_false")]
    pub gap: bool,
    /// The group that it is read in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<Group>,
}

/// Serde passes a reference.
fn is_false(mark: &bool) -> bool {
    !mark
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
    /// The problems of a site file that cannot be read, as findings.
    pub fn of_problems(problems: Vec<Problem>, file: &str) -> Vec<Self> {
        let finding = |Problem { code, line, path, sentence, fix }| match line {
            // The column does not fit into the place, and says where to look in a file of one line.
            Some(line) => {
                let places = vec![Location::Line { file: file.into(), line }];
                Self {
                    code,
                    severity: Severity::Error,
                    places,
                    sentence: format!("{sentence} ({path})"),
                    fix,
                    why: None,
                    label: None,
                    gap: false,
                    group: None,
                }
            }
            None => {
                let places = if path.is_empty() { Vec::new() } else { vec![Location::field(path)] };
                Self {
                    code,
                    severity: Severity::Error,
                    places,
                    sentence,
                    fix,
                    why: None,
                    label: None,
                    gap: false,
                    group: None,
                }
            }
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
            Self::Line { file, line } => write!(f, "{file}:{line}"),
        }
    }
}
