//! The registry: one row per view of the dialog. Whatever lists views is generated from it, or tested against it
//! (`tests/domain/registry.rs`).
//!
//! A new view is a folder next to this file, a row here, and its words in `www/words`.

#[cfg(feature = "read")]
use serde::Serialize;

#[cfg(feature = "read")]
use super::builder::Source;
#[cfg(feature = "read")]
use super::{
    choices::prepare as choices, details::prepare as details, policy::prepare as policy, receipt::prepare as receipt,
    rights::prepare as rights,
};
use crate::words::Word;

/// What differs from view to view.
#[derive(Debug)]
pub struct Row {
    /// What the loader, the controls of a page and `window.courtesy` call it.
    pub name: &'static str,
    /// How the app reads what the build wrote.
    pub content: Content,
    /// The text of a link to it; `None` where no other view links to it.
    pub link: Option<Word>,
    /// The views that its foot links to.
    pub links: &'static [View],
    /// Whether its foot has a button to the choices, where the site asks for any.
    pub offers_choices: bool,
    /// Whether it is a page of its own as well, with headings that links lead to.
    pub is_page: bool,
}

/// How the app reads what the build wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// A title and elements, drawn as they are (docs/decisions/011).
    Elements,
    /// A [`Choices`](super::Choices).
    Choices,
    /// A [`Rights`](super::Rights).
    Rights,
}

macro_rules! views {
    ($($(#[$doc:meta])+ $view:ident, $file:path, $row:expr;)+) => {
        /// A view of the dialog.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum View {
            $($(#[$doc])+ $view,)+
        }

        impl View {
            /// Every view.
            pub const ALL: &'static [Self] = &[$(Self::$view),+];

            /// Its row.
            pub const fn row(self) -> &'static Row {
                match self {
                    $(Self::$view => &$row,)+
                }
            }

            /// The file that the build writes for it; `None` where the site has no such view.
            #[cfg(feature = "read")]
            pub fn file(self, source: &Source) -> Option<Vec<u8>> {
                match self {
                    $(Self::$view => $file(source).map(|content| json(&content)),)+
                }
            }
        }
    };
}

views! {
    /// What is stored, by whom, what for and how long.
    Details, details::file, Row {
        name: "details", content: Content::Elements, link: Some(Word::NoticeDetails),
        links: &[Self::Policy, Self::Rights], offers_choices: true, is_page: false,
    };
    /// The policy.
    Policy, policy::file, Row {
        name: "policy", content: Content::Elements, link: Some(Word::NoticePolicy),
        links: &[Self::Details, Self::Rights], offers_choices: false, is_page: true,
    };
    /// The rights, and the form for requests.
    Rights, rights::file, Row {
        name: "rights", content: Content::Rights, link: Some(Word::NoticeRights),
        links: &[Self::Policy], offers_choices: false, is_page: false,
    };
    /// The choices, one box per purpose.
    Choices, choices::file, Row {
        name: "choices", content: Content::Choices, link: None,
        links: &[Self::Details, Self::Policy, Self::Rights], offers_choices: false, is_page: false,
    };
    /// What the visitor decided, with what the site stated then.
    Receipt, receipt::file, Row {
        name: "receipt", content: Content::Elements, link: None,
        links: &[Self::Details, Self::Policy, Self::Rights], offers_choices: true, is_page: false,
    };
}

impl View {
    /// The view of that name.
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|view| view.row().name == name)
    }
}

/// JSON, written without a detour through values: a large site has many elements.
#[cfg(feature = "read")]
pub(crate) fn json(content: &impl Serialize) -> Vec<u8> {
    // Only a map with other keys than texts, or a writer that fails, is refused; here is neither.
    serde_json::to_vec(content).expect("texts, numbers and lists are JSON")
}
