//! The Content-Security-Policy that a page with the tag needs, no more, with a reason for each part.

use std::collections::BTreeSet;

use crate::policy::Pages;
use crate::site::{Requests, SiteFile};

/// What the page requires of scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scripts {
    /// Only what the policy's sources allow.
    Any,
    /// Trusted Types as well.
    Trusted,
}

/// What a policy has to allow for a site.
pub(super) struct Header {
    records: Option<String>,
    requests: Option<String>,
    writes_policy: bool,
    writes_request: bool,
}

impl Header {
    /// What this site needs.
    pub fn of(site: &SiteFile) -> Self {
        let requests = match &site.requests {
            Some(Requests::Endpoint(address)) => Some(origin(address.as_str())),
            _ => None,
        };
        let records = site.records.as_ref().map(|records| origin(records.endpoint.as_str()));
        let (writes_policy, writes_request) = (Pages::writes_policy(site), Pages::writes_request(site));
        Self { records, requests, writes_policy, writes_request }
    }

    /// For a page with the tag; `source` serves the files.
    pub fn page(&self, source: &str, scripts: Scripts) -> String {
        let further: BTreeSet<_> = [&self.records, &self.requests].into_iter().flatten().collect();
        let further: String = further.into_iter().map(|origin| format!(" {origin}")).collect();
        let trusted = match scripts {
            Scripts::Any => "",
            Scripts::Trusted => "; require-trusted-types-for 'script'; trusted-types 'none'",
        };
        format!("default-src 'none'; script-src {source} 'wasm-unsafe-eval'; connect-src {source}{further}{trusted}")
    }

    /// For the pages that the build writes, if any.
    pub fn written_pages(&self) -> Option<String> {
        if !self.writes_request {
            return self.writes_policy.then(|| "default-src 'none'; style-src 'self'".into());
        }
        let sent = self.requests.as_ref().map(|origin| format!(" {origin}")).unwrap_or_default();
        let form = self.requests.as_deref().unwrap_or("'none'");
        Some(format!(
            "default-src 'none'; style-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'{sent}; form-action {form}"
        ))
    }

    /// A list of what each part is for.
    pub fn reasons(&self) -> String {
        let mut parts = vec![
            ("script-src 'self'".to_owned(), "courtesy.js, and the modules that it fetches when they are needed."),
            (
                "'wasm-unsafe-eval'".into(),
                "The details, choices, rights, policy and receipt are WebAssembly. It allows no eval. Without it the notice works, \
                 and visitors are led to the policy page for the rest.",
            ),
            ("connect-src 'self'".into(), "The WebAssembly, its styles and its texts are fetched."),
        ];
        let origins =
            [(&self.records, "A copy of each decision is sent there."), (&self.requests, "Requests are sent there.")];
        for (origin, why) in origins {
            parts.extend(origin.as_ref().map(|origin| (format!("connect-src {origin}"), why)));
        }
        let listed = parts.into_iter().map(|(part, why)| format!("<dt><code>{part}</code></dt>\n<dd>{why}</dd>\n"));
        format!("<dl>\n{}</dl>\n", listed.collect::<String>())
    }
}

/// The origin of an address as a policy takes it: in ASCII, without characters that could end the directive.
fn origin(address: &str) -> String {
    // A site file has only addresses that can be parsed.
    ::url::Url::parse(address).map_or_else(|_| "'none'".into(), |address| address.origin().ascii_serialization())
}
