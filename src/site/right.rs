//! Rights: what visitors may ask for, and the way to do it that the site states.

use serde::{Deserialize, Serialize};

use super::{Email, Link, Malformed, Period, Phone};

/// A right that the site states.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema), schemars(rename = "Right", deny_unknown_fields))]
#[serde(rename_all = "camelCase", bound(deserialize = "T: Deserialize<'de>"))]
pub struct Right<T = String> {
    /// Which right.
    pub kind: RightKind,
    /// The site's own name for it.
    pub title: Option<T>,
    /// The laws it is stated under; empty where it is for everybody.
    #[serde(default)]
    pub regimes: Vec<Regime>,
    /// How to use it, in the order of the steps; empty where the site names no way.
    #[serde(default)]
    pub routes: Vec<Route<T>>,
    /// The time to answer that the site promises.
    pub respond_within: Option<Period>,
    /// What else is stated about it.
    pub note: Option<T>,
}

impl<T> Right<T> {
    /// Whether it is for the people under that law: it names the law, or none at all.
    pub fn is_under(&self, law: Regime) -> bool {
        self.regimes.is_empty() || self.regimes.contains(&law)
    }

    /// Whether it needs a way to use it: nobody has to ask to be treated fairly, an authority has its own door, and a
    /// note says what to do in the browser.
    pub fn needs_route(&self) -> bool {
        match self.kind {
            RightKind::NonDiscrimination | RightKind::Complaint => false,
            RightKind::Storage => self.note.is_none(),
            _ => true,
        }
    }
}

/// Which right it is. Each name means the same right in every law that has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RightKind {
    /// GDPR Article 15; CCPA 1798.110 ("know").
    Access,
    /// GDPR Article 16; CCPA 1798.106.
    Correction,
    /// GDPR Article 17; CCPA 1798.105.
    Deletion,
    /// GDPR Article 20; CCPA 1798.130(a)(3)(B)(iii).
    Portability,
    /// GDPR Article 21.
    Objection,
    /// GDPR Article 18.
    Restriction,
    /// GDPR Article 7(3).
    Withdrawal,
    /// CCPA 1798.120.
    OptOutOfSale,
    /// CCPA 1798.121.
    LimitSensitive,
    /// GDPR Article 22.
    AutomatedDecisions,
    /// CCPA 1798.125.
    NonDiscrimination,
    /// Deletion of what a connected platform gave.
    PlatformDeletion,
    /// No more messages that are not needed (GDPR Article 21(2)).
    StopMessages,
    /// Control over what is stored on the device.
    Storage,
    /// Complaint to an authority (GDPR Article 77) or to the controller (UK: DPA 2018 section 164A).
    Complaint,
    /// Anything else; its title says what.
    Other,
}

/// A law that the site names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Regime {
    /// Regulation (EU) 2016/679.
    Gdpr,
    /// The GDPR as retained in UK law.
    UkGdpr,
    /// The California Consumer Privacy Act, as amended by the CPRA.
    Ccpa,
    /// The US Children's Online Privacy Protection Act.
    Coppa,
}

/// One step of using a right.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(try_from = "RouteFields<T>")]
pub enum Route<T = String> {
    /// Write to an address, with the subject to the letter where one is stated.
    Email {
        /// The address.
        email: Email,
        /// The subject line.
        subject: Option<T>,
    },
    /// Go to a page.
    Url {
        /// The page.
        url: Link,
        /// What it is called.
        label: Option<T>,
    },
    /// Call a number.
    Phone(Phone),
    /// Write by post, to an address of so many lines.
    Post(Vec<T>),
    /// In the account, as described.
    Account(T),
    /// Elsewhere in the service, as described.
    InApp(T),
    /// By signing out, as described.
    SignOut(T),
    /// In the browser, as described.
    Browser(T),
}

/// A route as the file writes it: one of `email`, `url`, `phone`, `post`, `account`, `inApp`, `signOut` and `browser`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema), schemars(rename = "Route", deny_unknown_fields))]
#[serde(rename_all = "camelCase", default, bound(deserialize = "T: Deserialize<'de>"))]
struct RouteFields<T> {
    /// Write to this address …
    email: Option<Email>,
    /// … with this subject line, to the letter.
    subject: Option<T>,
    /// Go to this page …
    url: Option<Link>,
    /// … which is called this.
    label: Option<T>,
    /// Call this number, with its country code; for California a toll-free one (Civil Code 1798.130(a)(1)(A)).
    phone: Option<Phone>,
    /// Write to this postal address, one text for each of its lines.
    post: Option<Vec<T>>,
    /// Do this in the account.
    account: Option<T>,
    /// Do this in the service.
    in_app: Option<T>,
    /// Sign out, to this effect.
    sign_out: Option<T>,
    /// Do this in the browser.
    browser: Option<T>,
}

impl<T> Default for RouteFields<T> {
    fn default() -> Self {
        Self {
            email: None,
            subject: None,
            url: None,
            label: None,
            phone: None,
            post: None,
            account: None,
            in_app: None,
            sign_out: None,
            browser: None,
        }
    }
}

impl<T> TryFrom<RouteFields<T>> for Route<T> {
    type Error = Malformed;

    fn try_from(fields: RouteFields<T>) -> Result<Self, Malformed> {
        let RouteFields { email, subject, url, label, phone, post, account, in_app, sign_out, browser } = fields;
        let ways = [
            email.map(|email| Self::Email { email, subject }),
            url.map(|url| Self::Url { url, label }),
            phone.map(Self::Phone),
            post.map(Self::Post),
            account.map(Self::Account),
            in_app.map(Self::InApp),
            sign_out.map(Self::SignOut),
            browser.map(Self::Browser),
        ];
        let mut ways = ways.into_iter().flatten();
        match (ways.next(), ways.next()) {
            (Some(way), None) => Ok(way),
            _ => Err(Malformed {
                what: "one route",
                fix: "give exactly one of email, url, phone, post, account, inApp, signOut and browser",
            }),
        }
    }
}

impl<T: Serialize> Serialize for Route<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let none = RouteFields::default();
        let fields = match self {
            Self::Email { email, subject } => {
                RouteFields { email: Some(email.clone()), subject: subject.as_ref(), ..none }
            }
            Self::Url { url, label } => RouteFields { url: Some(url.clone()), label: label.as_ref(), ..none },
            Self::Phone(phone) => RouteFields { phone: Some(phone.clone()), ..none },
            Self::Post(lines) => RouteFields { post: Some(lines.iter().collect()), ..none },
            Self::Account(text) => RouteFields { account: Some(text), ..none },
            Self::InApp(text) => RouteFields { in_app: Some(text), ..none },
            Self::SignOut(text) => RouteFields { sign_out: Some(text), ..none },
            Self::Browser(text) => RouteFields { browser: Some(text), ..none },
        };
        fields.serialize(serializer)
    }
}

#[cfg(feature = "read")]
super::one_of::one_of!(
    Route<T>,
    RouteFields<T>,
    ["email", "url", "phone", "post", "account", "inApp", "signOut", "browser"],
    { "subject": ["email"], "label": ["url"] },
    where T: schemars::JsonSchema
);
