//! Hosts that share a choice: whether there is one, and whether the site is among them.

use super::context::{Context, Violation};
use crate::site::Mode;

/// A domain that shares nothing.
pub(super) fn idle(context: &Context) -> Vec<Violation> {
    let site = context.site;
    let Some(domain) = &site.shared_across else { return Vec::new() };
    let at = |places: &[&str]| places.iter().map(|place| (*place).to_owned()).collect();
    if site.mode() == Mode::Notice {
        let sentence = "you share choices across hosts, but visitors have no choice";
        return vec![Violation::at(at(&["sharedAcross"]), sentence, "remove \"sharedAcross\"")];
    }
    let host = site.url.as_ref().and_then(|url| ::url::Url::parse(url.as_str()).ok());
    let host = host.and_then(|url| Some(url.host_str()?.to_owned()));
    match host.filter(|host| !format!(".{host}").ends_with(&format!(".{domain}"))) {
        Some(host) => {
            let sentence = format!("you share choices across {domain}, but {host} is not one of its hosts");
            vec![Violation::at(
                at(&["sharedAcross", "url"]),
                sentence,
                "write the domain of \"url\" in \"sharedAcross\", or correct \"url\"",
            )]
        }
        None => Vec::new(),
    }
}
