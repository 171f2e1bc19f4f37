//! The policy as a document, and where each of its sections is found.
//!
//! A link must land on the section, not on the top of a page (11 CCR 7012(c)); so every link of the widget is made here.

#[cfg(feature = "read")]
mod anchors;
#[cfg(feature = "read")]
mod builder;
#[cfg(feature = "read")]
mod collection;
#[cfg(feature = "read")]
mod compose;
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
mod marks;
#[cfg(feature = "read")]
mod merge_own_text;
#[cfg(feature = "read")]
mod normalize_markdown;
#[cfg(feature = "read")]
mod numbered_headings;
#[cfg(feature = "read")]
mod numbers;
#[cfg(feature = "read")]
mod own_text;
#[cfg(feature = "read")]
mod paragraph;
#[cfg(feature = "read")]
mod phrases;
#[cfg(feature = "read")]
mod plain_text;
#[cfg(feature = "read")]
mod retention;
#[cfg(feature = "read")]
mod sharing;
#[cfg(feature = "read")]
mod stated_rights;
#[cfg(feature = "read")]
mod table_builder;
#[cfg(feature = "read")]
mod template_tags;
#[cfg(feature = "read")]
mod text_dates;
#[cfg(feature = "read")]
mod visual_headings;

use serde::Serialize;

#[cfg(feature = "read")]
pub use collection::basis_word;
#[cfg(feature = "read")]
pub use compose::composed;
#[cfg(feature = "read")]
pub use document::{Block, Document, Entry, Section, Span, Style};
#[cfg(feature = "read")]
pub use gpc::signal;
#[cfg(feature = "read")]
pub use marks::{Fate, Mark};
#[cfg(feature = "read")]
pub use merge_own_text::{NoHeading, Placing, added, placed};
#[cfg(feature = "read")]
pub use own_text::{Form, Heading, OwnText, Written};
#[cfg(feature = "read")]
pub(crate) use retention::is_fragment;
#[cfg(feature = "read")]
pub use retention::kept;
#[cfg(feature = "read")]
pub use stated_rights::right_steps;
#[cfg(feature = "read")]
pub use text_dates::{Dated, dates, is_dated};

use crate::site::{Json, Policy, Requests, Sections, Site};

/// The anchors that every policy page has, whatever its own numbering.
pub mod anchor {
    /// Cookies and storage.
    pub const STORAGE: &str = "#storage";
    /// Rights.
    pub const RIGHTS: &str = "#rights";
    /// Contact.
    pub const CONTACT: &str = "#contact";
    /// Changes of the policy.
    pub const CHANGES: &str = "#changes";
    /// All of them.
    pub const ALL: [&str; 4] = [STORAGE, RIGHTS, CONTACT, CHANGES];
}

/// What a document links to where it means the page for requests: only who draws it knows that page's address.
pub const REQUEST_PAGE: &str = "courtesy:request";

/// Where visitors are sent: the owner's own pages, or those that the build writes.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Pages {
    /// The policy.
    pub policy: String,
    /// Its part about storage.
    pub storage: String,
    /// The rights form.
    pub rights: String,
    /// The policy's part about its changes, where there are any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changes: Option<String>,
}

impl Pages {
    /// The addresses that the loader knows.
    pub fn read(json: &impl Json) -> Option<Self> {
        Some(Self {
            policy: json.stated("policy")?,
            storage: json.stated("storage")?,
            rights: json.stated("rights")?,
            changes: json.stated("changes"),
        })
    }

    /// The pages of a site; `privacy` and `request` are the files that the build writes where the owner has no page.
    pub fn of<T>(site: &Site<T>, privacy: &str, request: &str) -> Self {
        let (policy, sections) = match &site.policy {
            Some(Policy::Url { url, sections }) => (url.as_str(), Some(sections)),
            _ => (privacy, None),
        };
        let section = |own: &str, theirs: fn(&Sections) -> Option<String>| {
            let anchor = sections.map_or(Some(own.to_owned()), theirs);
            format!("{policy}{}", anchor.unwrap_or_default())
        };
        let rights = match &site.requests {
            Some(Requests::Url(url)) => url.as_str(),
            _ => request,
        };
        Self {
            policy: policy.into(),
            storage: section(anchor::STORAGE, |theirs| theirs.storage.as_ref().map(ToString::to_string)),
            rights: rights.into(),
            changes: site
                .logs_changes()
                .then(|| section(anchor::CHANGES, |theirs| theirs.changes.as_ref().map(ToString::to_string))),
        }
    }

    /// Whether the build writes the policy page.
    pub fn writes_policy<T>(site: &Site<T>) -> bool {
        !matches!(site.policy, Some(Policy::Url { .. }))
    }

    /// Whether the build writes the page for requests.
    pub fn writes_request<T>(site: &Site<T>) -> bool {
        !matches!(site.requests, Some(Requests::Url(_)))
    }
}
