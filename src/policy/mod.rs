//! The policy as a document, and where each of its sections is found.
//!
//! A link must land on the section, not on the top of a page (11 CCR 7012(c)); so every link of the widget is made here.

pub mod anchor;
#[cfg(feature = "read")]
mod anchors;
#[cfg(feature = "read")]
mod builder;
#[cfg(feature = "read")]
mod changes;
#[cfg(feature = "read")]
mod collection;
#[cfg(feature = "read")]
mod compose;
#[cfg(feature = "read")]
mod conditions;
#[cfg(feature = "read")]
mod contacts;
#[cfg(feature = "read")]
mod controller;
#[cfg(feature = "read")]
mod date_words;
#[cfg(feature = "read")]
mod document;
#[cfg(feature = "read")]
mod drawn_headings;
#[cfg(feature = "read")]
mod format;
#[cfg(feature = "read")]
mod front_matter;
#[cfg(feature = "read")]
mod gpc;
#[cfg(feature = "read")]
mod heading_levels;
#[cfg(feature = "read")]
mod html;
#[cfg(feature = "read")]
mod html_elements;
#[cfg(feature = "read")]
mod html_styles;
#[cfg(feature = "read")]
mod html_tokens;
#[cfg(feature = "read")]
mod legal_duties;
#[cfg(feature = "read")]
mod lines;
#[cfg(feature = "read")]
mod links;
#[cfg(feature = "read")]
mod list_markers;
#[cfg(feature = "read")]
mod markdown;
#[cfg(feature = "read")]
mod markdown_extensions;
#[cfg(feature = "read")]
mod merge_own_text;
#[cfg(feature = "read")]
mod normalize_markdown;
#[cfg(feature = "read")]
mod numbered_headings;
#[cfg(feature = "read")]
mod numbers;
#[cfg(feature = "read")]
mod outline;
#[cfg(feature = "read")]
mod own_text;
mod pages;
#[cfg(feature = "read")]
mod paragraph;
#[cfg(feature = "read")]
mod phrases;
#[cfg(feature = "read")]
mod plain_headings;
#[cfg(feature = "read")]
mod plain_text;
#[cfg(feature = "read")]
mod purposes;
#[cfg(feature = "read")]
mod remarks;
#[cfg(feature = "read")]
mod retention;
#[cfg(feature = "read")]
mod rights_routes;
#[cfg(feature = "read")]
mod sharing;
#[cfg(feature = "read")]
mod source_blocks;
#[cfg(feature = "read")]
mod stated_rights;
#[cfg(feature = "read")]
mod storage;
#[cfg(feature = "read")]
mod summary;
#[cfg(feature = "read")]
mod table_builder;
#[cfg(feature = "read")]
mod template_tags;
#[cfg(feature = "read")]
mod text_dates;
#[cfg(feature = "read")]
mod visual_headings;

#[cfg(feature = "read")]
pub use compose::composed;
#[cfg(feature = "read")]
pub use document::{Block, Document, Entry, Section, Span, Style};
#[cfg(feature = "read")]
pub use format::TextFormat;
#[cfg(feature = "read")]
pub use gpc::signal;
#[cfg(feature = "read")]
pub use merge_own_text::{PageContext, UnknownHeading, added_sections, merge_own_text};
#[cfg(feature = "read")]
pub use own_text::{Heading, OwnText, ParsedText};
pub use pages::{Pages, REQUEST_PAGE};
#[cfg(feature = "read")]
pub use purposes::basis_word;
#[cfg(feature = "read")]
pub use remarks::{Remark, Treatment};
#[cfg(feature = "read")]
pub(crate) use retention::is_fragment;
#[cfg(feature = "read")]
pub use retention::kept;
#[cfg(feature = "read")]
pub use stated_rights::right_steps;
#[cfg(feature = "read")]
pub use storage::exemption_word;
#[cfg(feature = "read")]
pub use text_dates::{TextDate, dates, is_dated};
