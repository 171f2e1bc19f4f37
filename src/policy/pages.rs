//! Where visitors are sent: the pages of a site, each section by its address.

use serde::Serialize;

use super::anchor;
use crate::json::Json;
use crate::site::{Policy, Requests, Sections, Site};

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
