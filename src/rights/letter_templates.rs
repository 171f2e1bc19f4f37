//! The offers of a site, made when it is built: its own rights first, exactly as stated, then what the law of a place gives besides.

use super::{Clock, Needs, Offer, Place, article, concept, exercise, given, right_words, title};
use crate::site::{Phone, Regime, Right, RightKind, Route, Site};
use crate::words::{Word, Words};

/// What can be asked of a site from one place.
#[derive(Debug)]
pub struct Offers<'a> {
    /// Each stated right that people there have, and the letter that it is used by, where it needs one.
    pub stated: Vec<(&'a Right, Option<Offer>)>,
    /// The rights that the law gives and the site does not state.
    pub given: Vec<(RightKind, Offer)>,
    /// A letter about anything, where no law is known.
    pub general: Option<Offer>,
}

impl<'a> Offers<'a> {
    /// The offers of a site for people in that place, in the words of its language.
    pub fn of(site: &'a Site, words: &'a Words, place: Place) -> Self {
        let writer = Writer { site, words, place };
        let rights: Vec<&Right> = site.rights.iter().filter(|right| place.has(right)).collect();
        let neither = site.sells == Some(false) && site.shares == Some(false);
        let is_missing = |kind: &&RightKind| {
            // Where nothing is sold or shared there is nothing to opt out of (11 CCR 7013(g)).
            let is_idle = **kind == RightKind::OptOutOfSale && neither;
            !is_idle && !rights.iter().any(|right| right.kind == **kind)
        };
        let of_law = place.law().map(given).unwrap_or_default();
        let given = of_law.iter().filter(is_missing).map(|kind| (*kind, writer.offer(*kind, None))).collect();
        // Whoever lives elsewhere, or would not say where, can always write.
        let general = (place.law().is_none()).then(|| writer.offer(RightKind::Other, None));
        Self { stated: rights.iter().map(|right| (*right, writer.stated(right))).collect(), given, general }
    }
}

struct Writer<'a> {
    site: &'a Site,
    words: &'a Words,
    place: Place,
}

impl Writer<'_> {
    /// The letter that a stated right is used by: to the address that the site names, or to its contact where it names no way.
    fn stated(&self, right: &Right) -> Option<Offer> {
        let by_letter = right.routes.iter().any(|route| matches!(route, Route::Email { .. } | Route::Post(_)));
        (by_letter || (right.routes.is_empty() && right.needs_route())).then(|| self.offer(right.kind, Some(right)))
    }

    fn offer(&self, kind: RightKind, right: Option<&Right>) -> Offer {
        let words = self.words;
        let law = self.law(kind, right);
        let cited = law.and_then(|law| Some((law, self.cited(kind, law)?)));
        let [name, subject, plea] = right_words(kind);
        let called = right.map_or_else(|| words.say(name).to_owned(), |right| title(right, words));
        let filled = |word, article: &str| words.fill(word, &[("right", &called), ("article", article)]);
        let unnamed = law.filter(|law| !self.names(*law, right));
        let at = cited.as_ref().map(|(law, article)| {
            let word = if unnamed.is_none() { Word::RequestAt } else { Word::RequestAtUnnamed };
            " ".to_owned() + &words.fill(word, &[("article", article), ("law", words.say(law_word(*law)))])
        });
        let routes = || right.iter().flat_map(|right| &right.routes);
        let by_mail = routes().find_map(|route| match route {
            Route::Email { email, subject } => Some((Some(email), subject.clone())),
            _ => None,
        });
        let by_post = routes().find_map(|route| match route {
            Route::Post(lines) => Some(lines.as_slice()),
            _ => None,
        });
        // A right that is used by post goes there, though the site has an address for email, too.
        let controller = &self.site.controller;
        let (to, stated) =
            by_mail.or_else(|| by_post.map(|_| (None, None))).unwrap_or_else(|| (controller.privacy_email(), None));
        let elsewhere = match to {
            Some(_) => String::new(),
            None => by_post.map(|lines| self.in_line(lines)).unwrap_or_else(|| self.elsewhere()),
        };
        let promise = right.and_then(|right| right.respond_within);
        let clocks = law.map(|law| Clock::of(kind, law)).unwrap_or_default();
        // A platform's data is asked for by the name that the site has for it: "connected platforms" would be all of them.
        let is_named = right.is_some_and(|right| right.title.is_some());
        let (plea, own) = match kind {
            RightKind::PlatformDeletion if is_named => (Word::PleaOther, None),
            RightKind::Other => (plea, None),
            _ => (plea, is_named.then(|| filled(Word::WaitTitled, ""))),
        };
        let of_law = |word, law| words.fill(word, &[("law", words.say(law_word(law))), ("site", &self.site.name)]);
        let wait = clocks.first().and_then(|clock| wait_word(*clock)).map(|word| words.say(word).to_owned());
        let sentences = [
            wait.map(|wait| joined([unnamed.map(|law| of_law(Word::WaitUnnamed, law)), Some(wait)])),
            promise.map(|period| words.fill(Word::WaitPromise, &[("period", &words.period(period))])),
        ];
        Offer {
            kind: named(&kind),
            law: law.map(|law| named(&law)),
            article: cited.map(|(_, article)| article),
            exercise: exercise(kind).map(str::to_owned),
            // The vocabulary's concepts are those of the EU's regulation.
            dpv: law.filter(|law| *law == Regime::Gdpr).and_then(|_| concept(kind)).map(str::to_owned),
            to: to.map(ToString::to_string).unwrap_or_default(),
            elsewhere,
            subject: stated.unwrap_or_else(|| filled(subject, "")),
            plea: joined([Some(filled(plea, &at.unwrap_or_default())), own]),
            wait: joined(sentences),
            clocks: clocks.to_vec(),
            promise,
            hedge: unnamed
                .filter(|_| !clocks.is_empty())
                .map(|law| of_law(Word::RequestApplies, law))
                .unwrap_or_default(),
            notes: notes(kind, clocks).iter().map(|word| words.say(*word).to_owned()).collect(),
            needs: needs(kind),
            right: called,
        }
    }

    /// Where a letter goes that cannot go by email: to the privacy contact's postal address, else its form, else its number.
    fn elsewhere(&self) -> String {
        let Some(contact) = self.site.controller.privacy_contact() else { return String::new() };
        let by_post = (!contact.post.is_empty()).then(|| self.in_line(&contact.post));
        let by_form = contact.url.as_ref().map(ToString::to_string);
        by_post.or(by_form).or(contact.phone.as_ref().map(Phone::shown)).unwrap_or_default()
    }

    fn in_line(&self, lines: &[String]) -> String {
        let join =
            |first: String, second: &String| self.words.fill(Word::UnitComma, &[("first", &first), ("second", second)]);
        let mut lines = lines.iter();
        let first = lines.next().cloned().unwrap_or_default();
        lines.fold(first, join)
    }

    /// The law that a letter goes by: that of the place, else the only one that the site states the right under.
    fn law(&self, kind: RightKind, right: Option<&Right>) -> Option<Regime> {
        let only = || match right?.regimes.as_slice() {
            [only] => Some(*only),
            _ => None,
        };
        let law = self.place.law().or_else(only)?;
        // A law that neither has the right nor a time for it is no reason.
        (article(kind, law).is_some() || !Clock::of(kind, law).is_empty()).then_some(law)
    }

    fn names(&self, law: Regime, right: Option<&Right>) -> bool {
        self.site.regimes.contains(&law) || right.is_some_and(|right| right.regimes.contains(&law))
    }

    fn cited(&self, kind: RightKind, law: Regime) -> Option<String> {
        if (kind, law) == (RightKind::Complaint, Regime::UkGdpr) {
            return Some(self.words.say(Word::ArticleUkComplaint).to_owned());
        }
        let word = match law {
            Regime::Gdpr => Word::ArticleGdpr,
            Regime::UkGdpr => Word::ArticleUkGdpr,
            Regime::Ccpa => Word::ArticleCcpa,
            Regime::Coppa => return None,
        };
        Some(self.words.fill(word, &[("article", article(kind, law)?)]))
    }
}

/// A law by its short name, in a sentence.
pub fn law_word(law: Regime) -> Word {
    match law {
        Regime::Gdpr => Word::LawGdpr,
        Regime::UkGdpr => Word::LawUkGdpr,
        Regime::Ccpa => Word::LawCcpa,
        Regime::Coppa => Word::RegimeCoppa,
    }
}

fn wait_word(clock: Clock) -> Option<Word> {
    match clock {
        Clock::GdprAnswer => Some(Word::WaitGdpr),
        Clock::UkGdprAnswer => Some(Word::WaitUkGdpr),
        Clock::UkComplaint => Some(Word::WaitUkComplaint),
        Clock::CcpaConfirmation => Some(Word::WaitCcpa),
        Clock::CcpaOptOut => Some(Word::WaitCcpaOptOut),
        _ => None,
    }
}

/// What is to be known about the clocks besides their days.
fn notes(kind: RightKind, clocks: &[Clock]) -> &'static [Word] {
    match (clocks.first(), kind) {
        (Some(Clock::GdprAnswer), _) => &[Word::RequestHolidays],
        // Only a question about which data is meant stops the clock (UK GDPR Article 12A).
        (Some(Clock::UkGdprAnswer), RightKind::Access) => &[Word::RequestPause, Word::RequestHolidays],
        (Some(Clock::UkGdprAnswer), _) => &[Word::RequestIdentity, Word::RequestHolidays],
        (Some(Clock::CcpaConfirmation | Clock::CcpaOptOut), _) => &[Word::RequestBusinessDays],
        _ => &[],
    }
}

fn needs(kind: RightKind) -> Needs {
    match kind {
        RightKind::OptOutOfSale | RightKind::LimitSensitive => Needs::Nothing,
        RightKind::Deletion | RightKind::PlatformDeletion => Needs::Deletion,
        RightKind::Correction => Needs::Correction,
        RightKind::Objection => Needs::Reasons,
        RightKind::Complaint | RightKind::NonDiscrimination => Needs::Complaint,
        RightKind::Other | RightKind::Storage => Needs::Message,
        _ => Needs::Person,
    }
}

/// The name that the site file has for it.
fn named(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

fn joined(sentences: [Option<String>; 2]) -> String {
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
