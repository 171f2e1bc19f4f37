//! What a site's declaration contradicts, in itself, in a law or in the owner's own text, and what it leaves out.
//!
//! [`check`] asks every rule of one table, once. Findings come by severity, then in the order of the table, then in that of the
//! file. They are for the owner alone: no visitor is shown one as a fact, and nothing is fixed by itself. [`reprompts`] compares the
//! site with its last build. docs/check.md explains every code and lists what a person must read for.

mod addresses;
mod answer_deadlines;
mod ccpa;
mod claims;
mod consent_questions;
mod context;
mod copied_names;
mod data;
mod dates;
mod evaluate;
mod finding;
mod formats;
mod gaps;
mod gaps_details;
mod gaps_policy;
mod gdpr;
mod github;
mod gpc;
mod json;
mod known_names;
mod markup;
mod mentions;
mod misleading_words;
mod numbers;
mod owner_words;
mod pattern_names;
mod references;
mod report;
mod reprompts;
mod rights;
mod rules;
mod sarif;
mod sections;
mod shared_choices;
mod snippet;
mod sources;
mod text;
mod why;
mod wording;

pub use evaluate::{check, codes, copied_names, find_gaps, sort};
pub use finding::{Finding, Group, Location, Severity};
pub use formats::Format;
pub use gaps::{facts, not_ready};
pub use known_names::known_name;
pub use owner_words::untranslated_words;
pub use report::Report;
pub use reprompts::{MaterialFacts, reprompts};
pub use sources::{Sources, Span};
pub use text::{ReportPart, render_error, render_warning};
