//! What the rules look at: the declaration, the owner's text if there is one, and today; and how they name things in a sentence.

use super::Location;
use crate::policy::OwnText;
use crate::site::{Collected, Day, Language, Period, Regime, RightKind, Service, SiteFile, Translated};
use crate::words::{self, Words};

/// Everything that a rule may look at.
pub(super) struct Context<'a> {
    pub site: &'a SiteFile,
    pub text: Option<&'a OwnText>,
    pub today: Day,
    language: Language,
    words: Words,
}

/// What a rule found; the table of rules gives it the code and the severity.
pub(super) struct Violation {
    pub places: Vec<Location>,
    pub sentence: String,
    pub fix: String,
    /// What the first place has to do with it, in a few words.
    pub label: Option<String>,
}

impl Violation {
    pub fn at(places: Vec<String>, sentence: impl Into<String>, fix: impl Into<String>) -> Self {
        Self {
            places: places.into_iter().map(Location::field).collect(),
            sentence: sentence.into(),
            fix: fix.into(),
            label: None,
        }
    }

    /// One fault about everything that was found, each with its place and its name; none about nothing.
    pub fn of(
        found: impl Iterator<Item = (String, String)>,
        sentence: impl FnOnce(&str) -> String,
        fix: impl Into<String>,
    ) -> Vec<Self> {
        let (places, names): (Vec<_>, Vec<_>) = found.unzip();
        if names.is_empty() {
            return Vec::new();
        }
        vec![Self::at(places, sentence(&listed(&names)), fix)]
    }

    /// The same, where what was found contradicts something at other places, the first of which is marked with the names.
    pub fn contradicting(
        mut places: Vec<String>,
        found: impl Iterator<Item = (String, String)>,
        sentence: impl FnOnce(&str) -> String,
        fix: impl Into<String>,
    ) -> Vec<Self> {
        let (found, names): (Vec<_>, Vec<_>) = found.unzip();
        if names.is_empty() {
            return Vec::new();
        }
        places.extend(found);
        let names = listed(&names);
        let label = Some(format!("contradicts {names}"));
        vec![Self { label, ..Self::at(places, sentence(&names), fix) }]
    }

    /// One fault at these lines of an owner's text; none without a line.
    pub fn in_text(
        text: &OwnText,
        lines: impl IntoIterator<Item = usize>,
        sentence: impl Into<String>,
        fix: impl Into<String>,
    ) -> Vec<Self> {
        let places: Vec<_> =
            lines.into_iter().map(|line| Location::Line { file: text.file.clone(), line, column: None }).collect();
        if places.is_empty() {
            return Vec::new();
        }
        vec![Self { places, sentence: sentence.into(), fix: fix.into(), label: None }]
    }
}

impl<'a> Context<'a> {
    pub fn new(site: &'a SiteFile, text: Option<&'a OwnText>, today: Day) -> Self {
        let language = site.languages.first().cloned().unwrap_or_else(Language::english);
        let words = words::BuiltInLanguage::find("en").unwrap_or(&words::LANGUAGES[0]).words();
        Self { site, text, today, language, words }
    }

    /// A period in words.
    pub fn period(&self, period: Period) -> String {
        self.words.period(period)
    }

    /// A text in the first of the site's languages.
    pub fn say(&self, text: &Translated) -> String {
        text.in_language(&self.language)
    }

    /// A service's name, or its id in quotation marks.
    pub fn service(&self, service: &Service<Translated>) -> String {
        service.name.as_ref().map_or_else(|| format!("\"{}\"", service.id), |name| self.say(name))
    }

    /// The name of a group of collected data.
    pub fn group(&self, group: &Collected<Translated>) -> String {
        group.group.as_ref().map_or_else(|| "a group without a name".into(), |name| format!("\"{}\"", self.say(name)))
    }

    /// Whether the site states a right of that kind under that law.
    pub fn states(&self, law: Law, kind: RightKind) -> bool {
        self.site.rights.iter().any(|right| right.kind == kind && law.covers(&right.regimes))
    }
}

/// What a sentence calls the GDPR: the UK's, where the site names no other.
pub(super) fn gdpr(site: &SiteFile) -> &'static str {
    let is_named = |regime| site.regimes.contains(&regime);
    if is_named(Regime::UkGdpr) && !is_named(Regime::Gdpr) { "UK GDPR" } else { "GDPR" }
}

/// The law that a rule or a right is about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Law {
    /// The GDPR, of the EU or of the UK.
    Gdpr,
    Ccpa,
    /// What the UK has in addition to its GDPR: the Data Protection Act 2018.
    UkGdpr,
}

impl Law {
    fn regimes(self) -> &'static [Regime] {
        match self {
            Self::Gdpr => &[Regime::Gdpr, Regime::UkGdpr],
            Self::Ccpa => &[Regime::Ccpa],
            Self::UkGdpr => &[Regime::UkGdpr],
        }
    }

    /// Whether one of these is this law.
    pub fn is_among(self, named: &[Regime]) -> bool {
        named.iter().any(|regime| self.regimes().contains(regime))
    }

    /// Whether what is stated under these laws is stated under this one; stated under none, it is for everybody.
    pub fn covers(self, stated: &[Regime]) -> bool {
        stated.is_empty() || self.is_among(stated)
    }
}

/// "a, b and c", or the first of many and how many more.
pub(super) fn listed<T: AsRef<str>>(names: &[T]) -> String {
    const MOST: usize = 6;
    let mut names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    let more = names.len().saturating_sub(MOST);
    let rest = format!("{more} more");
    if more > 0 {
        names.truncate(MOST);
        names.push(&rest);
    }
    match names.split_last() {
        Some((last, [])) => (*last).into(),
        Some((last, first)) => format!("{} and {last}", first.join(", ")),
        None => String::new(),
    }
}
