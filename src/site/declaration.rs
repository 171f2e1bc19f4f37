//! The site file as a whole: every field that an owner may declare, each text in one language or in several.

use serde::{Deserialize, Serialize};

use super::{
    Changes, Children, Claim, Collected, ConsentSignal, Controller, Id, Item, Jurisdiction, Language, MicrosoftSignal,
    Mode, Notice, PageLink, Policy, Purpose, Records, Regime, Requests, Retention, Right, Service, SharedDomain,
    SiteId, StatedDate, Tokens, Transfers, Url,
};

/// A site and everything it declares about privacy, each text a `T`: one `String`, or one per language in `SiteFile`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema), schemars(rename = "Site", deny_unknown_fields))]
#[serde(rename_all = "camelCase", bound(deserialize = "T: Deserialize<'de>"))]
pub struct Site<T = String> {
    /// The address of this schema, so that an editor explains each field.
    #[serde(rename = "$schema", skip_serializing)]
    pub schema: Option<String>,
    /// The name that visitors know the site by.
    pub name: T,
    /// The site's own address, such as `https://example.com`.
    pub url: Option<Url>,
    /// Distinguishes this site from others on the same origin: a visitor's choice is stored under `courtesy:<id>`. Absent, it is made
    /// from `url`, or else from `name`. With another id, every visitor is asked again.
    pub id: Option<SiteId>,
    /// The languages that the site's texts are declared in; the first is the one shown where no other is asked for.
    #[serde(default = "english")]
    pub languages: Vec<Language>,
    /// Your own words, for each language that Courtesy has none in: {"fr": "words.fr.json"}, a file in the folder of the site file or
    /// below it. `courtesy words fr` writes one to translate.
    #[serde(default, skip_serializing)]
    pub words: std::collections::BTreeMap<Language, String>,
    /// Who is responsible for the data, and how to reach them (GDPR Article 13(1)(a)).
    pub controller: Controller<T>,
    /// When the policy was last updated, as precisely as it is stated: a month stays a month.
    pub last_updated: Option<StatedDate>,
    /// How the notice behaves.
    #[serde(default)]
    pub notice: Notice<T>,
    /// What storage and data are for. The purpose `essential` exists without being declared.
    #[serde(default)]
    pub purposes: Vec<Purpose<T>>,
    /// Who else takes part: processors, platforms, libraries, sources.
    #[serde(default)]
    pub services: Vec<Service<T>>,
    /// Every cookie and storage entry (ePrivacy Directive Article 5(3); EDPB Guidelines 2/2023).
    #[cfg_attr(feature = "read", schemars(length(min = 1)))]
    pub items: Vec<Item<T>>,
    /// Which data is collected, from where, and what for.
    #[serde(default)]
    pub collected: Vec<Collected<T>>,
    /// The rights that the site states, with the way to use each.
    #[serde(default)]
    pub rights: Vec<Right<T>>,
    /// How long each kind of data is kept (GDPR Article 13(2)(a)).
    #[serde(default)]
    pub retention: Vec<Retention<T>>,
    /// What is stated about children.
    pub children: Option<Children<T>>,
    /// Transfers to other countries and their safeguard (GDPR Article 13(1)(f)).
    pub transfers: Option<Transfers<T>>,
    /// Does the site sell personal information (CCPA 1798.120)? `null`: not stated.
    pub sells: Option<bool>,
    /// Does it share it for cross-context behavioural advertising (CCPA 1798.120)? `null`: not stated.
    pub shares: Option<bool>,
    /// Does it honour Global Privacy Control? `null`: not stated.
    pub honours_gpc: Option<bool>,
    /// The laws that the site names.
    #[serde(default)]
    pub regimes: Vec<Regime>,
    /// Statements that `courtesy check` holds against the rest of the file.
    #[serde(default)]
    pub claims: Vec<Claim>,
    /// The legal bases that the site states in general (GDPR Article 13(1)(c)).
    #[serde(default)]
    pub legal_bases: Vec<T>,
    /// The terms of other platforms that the site says it follows.
    #[serde(default)]
    pub platform_terms: Vec<T>,
    /// What is stated about complaining to an authority (GDPR Article 13(2)(d)).
    pub complaint: Option<T>,
    /// Each security measure that is stated.
    #[serde(default)]
    pub security: Vec<T>,
    /// How changes of the policy are announced, and the log of them.
    pub changes: Option<Changes<T>>,
    /// Where the policy comes from: the owner's text, the owner's page, or (absent) composed from this file.
    pub policy: Option<Policy<T>>,
    /// Where requests go: an endpoint, the owner's page, or (absent) e-mail.
    pub requests: Option<Requests>,
    /// Further pages that visitors find in the notice, in the details and at the end of each page, such as an imprint or terms; four at
    /// most. In Germany and Austria the imprint must be reachable from every page.
    #[serde(default)]
    #[cfg_attr(feature = "read", schemars(length(max = 4)))]
    pub links: Vec<PageLink<T>>,
    /// Where a copy of each decision is sent; absent, it never leaves the browser.
    pub records: Option<Records>,
    /// Google's consent signals per purpose, with an event `courtesy_consent` for tag managers; absent, `dataLayer` is never touched.
    #[serde(default)]
    pub consent_mode: std::collections::BTreeMap<Id, Vec<ConsentSignal>>,
    /// Microsoft's consent signals per purpose, for UET and Clarity; absent, they are never touched.
    #[serde(default)]
    pub microsoft_consent_mode: std::collections::BTreeMap<Id, Vec<MicrosoftSignal>>,
    /// Your brand on the pages that the build writes, which do not load your style sheets.
    #[serde(default, skip_serializing)]
    pub tokens: Option<Tokens>,
    /// The law to go by where the page does not say.
    pub jurisdiction: Option<Jurisdiction>,
    /// The domain whose hosts share one choice, such as `example.com` for `www.example.com` and `shop.example.com`: a cookie of that domain
    /// mirrors what visitors choose. Absent, each host asks by itself.
    pub shared_across: Option<SharedDomain>,
}

fn english() -> Vec<Language> {
    vec![Language::english()]
}

impl<T> Site<T> {
    /// The id that the keys in localStorage end with. Reading makes sure that there is one.
    pub fn id(&self) -> &str {
        self.id.as_ref().map_or("", SiteId::as_str)
    }

    /// Notice mode, unless one purpose is not exempt: then the visitor has something to decide.
    pub fn mode(&self) -> Mode {
        if self.purposes.iter().all(Purpose::is_exempt) { Mode::Notice } else { Mode::Consent }
    }

    /// The domain whose hosts share the visitor's choices. In notice mode there are none.
    pub fn shares_choices(&self) -> Option<&SharedDomain> {
        self.shared_across.as_ref().filter(|_| self.mode() == Mode::Consent)
    }

    /// The purpose of that id, if it is declared. Reading makes sure that `essential` is.
    pub fn purpose(&self, id: &Id) -> Option<&Purpose<T>> {
        self.purposes.iter().find(|purpose| purpose.id == *id)
    }

    /// Whether there is a change of the policy on record.
    pub fn logs_changes(&self) -> bool {
        self.changes.as_ref().is_some_and(|changes| !changes.log.is_empty())
    }

    /// The service of that id, if it is declared.
    pub fn service(&self, id: &Id) -> Option<&Service<T>> {
        self.services.iter().find(|service| service.id == *id)
    }
}

impl<T: PartialEq> Site<T> {
    /// The purposes that the site states: `essential` exists without being declared, and where nothing is for it either, there is
    /// nothing to say of it.
    pub fn stated_purposes(&self) -> impl Iterator<Item = &Purpose<T>> {
        let undeclared = Purpose::essential();
        self.purposes.iter().filter(move |purpose| **purpose != undeclared || self.is_used(&purpose.id))
    }

    /// Whether it sells or shares personal information, as a whole or for a purpose (Civil Code 1798.120).
    pub fn sells_or_shares(&self) -> bool {
        let of_purposes = || self.purposes.iter().any(|purpose| purpose.sale_or_share == Some(true));
        self.sells == Some(true) || self.shares == Some(true) || of_purposes()
    }

    fn is_used(&self, id: &Id) -> bool {
        self.items.iter().any(|item| item.purpose == *id)
            || self.services.iter().any(|service| service.purposes.contains(id))
            || self.collected.iter().any(|group| group.purposes.contains(id))
    }
}
