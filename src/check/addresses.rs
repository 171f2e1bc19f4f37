//! Addresses that visitors are sent to: whether the way there is encrypted.

use super::context::{Context, Violation};
use crate::site::{Link, Policy, Requests, Route};

/// Others on the network can read and change what goes over http.
pub(super) fn open(context: &Context) -> Vec<Violation> {
    let site = context.site;
    let own = site.url.iter().filter(|url| url.is_open()).map(|url| ("url".to_owned(), url.to_string()));
    let routes = site.rights.iter().enumerate().flat_map(|(right, stated)| {
        stated.routes.iter().enumerate().filter_map(move |(route, way)| match way {
            Route::Url { url, .. } => Some((format!("rights[{right}].routes[{route}].url"), url)),
            _ => None,
        })
    });
    let services = site.services.iter().enumerate().filter_map(|(place, service)| {
        service.policy_url.as_ref().map(|url| (format!("services[{place}].policyUrl"), url))
    });
    let policy = match &site.policy {
        Some(Policy::Url { url, .. }) => Some(("policy.url".to_owned(), url)),
        _ => None,
    };
    let requests = match &site.requests {
        Some(Requests::Url(url)) => Some(("requests.url".to_owned(), url)),
        _ => None,
    };
    let contacts = site.controller.contacts.iter().enumerate().filter_map(|(place, contact)| {
        contact.url.as_ref().map(|url| (format!("controller.contacts[{place}].url"), url))
    });
    let further = site.links.iter().enumerate().map(|(place, link)| (format!("links[{place}].url"), &link.url));
    let links = services.chain(contacts).chain(further).chain(routes).chain(policy).chain(requests);
    let links =
        links.filter(|(_, link): &(String, &Link)| link.is_open()).map(|(place, link)| (place, link.to_string()));
    Violation::of(
        own.chain(links),
        |addresses| format!("you send visitors to unencrypted addresses: {addresses}"),
        "write \"https://\"",
    )
}
