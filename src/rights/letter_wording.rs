//! How a letter is worded: what it asks for, by which article, and by when an answer is due.

use super::recipient::Recipient;
use super::statutory_rights::{article, dpv_concept, exercise};
use super::titles::{law_word, right_words, title};
use super::{Clock, LetterTemplate, Place, RequiredFields};
use crate::site::{Regime, Right, RightKind, Site};
use crate::words::{Word, Words};

/// A letter before it is worded.
pub(super) struct Letter<'a> {
    site: &'a Site,
    words: &'a Words,
    kind: RightKind,
    right: Option<&'a Right>,
    title: String,
    citation: Option<Citation>,
    clocks: &'static [Clock],
}

/// The law that a letter relies on.
struct Citation {
    law: Regime,
    article: Option<String>,
    /// Whether the site names the law; if not, the letter says that it counts where the law applies.
    is_named: bool,
}

impl<'a> Letter<'a> {
    /// The letter for a right, as the site file states it if it does.
    pub(super) fn new(
        site: &'a Site,
        words: &'a Words,
        place: Place,
        kind: RightKind,
        right: Option<&'a Right>,
    ) -> Self {
        let law = law(site, place, kind, right);
        let is_named = |law| site.regimes.contains(&law) || right.is_some_and(|right| right.regimes.contains(&law));
        Self {
            site,
            words,
            kind,
            right,
            title: right.map_or_else(|| words.say(right_words(kind)[0]).to_owned(), |right| title(right, words)),
            citation: law.map(|law| Citation { law, article: cited(words, kind, law), is_named: is_named(law) }),
            clocks: law.map(|law| Clock::of(kind, law)).unwrap_or_default(),
        }
    }

    /// The template that the form fills in.
    pub(super) fn template(self) -> LetterTemplate {
        let law = self.citation.as_ref().map(|citation| citation.law);
        let Recipient { email, subject, elsewhere } = Recipient::of(self.site, self.words, self.right);
        LetterTemplate {
            kind: name_of(&self.kind),
            law: law.map(|law| name_of(&law)),
            article: self.citation.as_ref().and_then(|citation| citation.article.clone()),
            exercise: exercise(self.kind).map(str::to_owned),
            // The vocabulary has concepts for the EU's regulation only.
            dpv: law.filter(|law| *law == Regime::Gdpr).and_then(|_| dpv_concept(self.kind)).map(str::to_owned),
            to: email.map(ToString::to_string).unwrap_or_default(),
            elsewhere,
            subject: subject.map_or_else(|| self.filled(self.subject_word(), ""), str::to_owned),
            request_text: self.request_text(),
            deadline_text: self.deadline_text(),
            clocks: self.clocks.to_vec(),
            promise: self.right.and_then(|right| right.respond_within),
            applicability: self.applicability(),
            notes: notes(self.kind, self.clocks).iter().map(|word| self.words.say(*word).to_owned()).collect(),
            required_fields: required_fields(self.kind),
            right: self.title,
        }
    }

    /// The usual subject; a letter about anything has no right to name.
    fn subject_word(&self) -> Word {
        let is_general = self.kind == RightKind::Other && self.right.is_none();
        if is_general { Word::SubjectGeneral } else { right_words(self.kind)[1] }
    }

    /// What the letter asks for, with the article; and the site's own title for the right, where it has one.
    fn request_text(&self) -> String {
        // Data from a platform is requested by the site's own title: "connected platforms" would mean all of them.
        let is_titled = self.right.is_some_and(|right| right.title.is_some());
        let (word, own_title) = match self.kind {
            RightKind::PlatformDeletion if is_titled => (Word::PleaOther, None),
            RightKind::Other => (if self.right.is_some() { Word::PleaOther } else { Word::PleaGeneral }, None),
            kind => (right_words(kind)[2], is_titled.then(|| self.filled(Word::WaitTitled, ""))),
        };
        joined([Some(self.filled(word, &self.at_article())), own_title])
    }

    /// The article as an insertion, with the space before it.
    fn at_article(&self) -> String {
        let Some(Citation { law, article: Some(article), is_named }) = &self.citation else { return String::new() };
        let word = if *is_named { Word::RequestAt } else { Word::RequestAtUnnamed };
        let law = self.words.say(law_word(*law));
        " ".to_owned() + &self.words.fill(word, &[("article", article), ("law", law)])
    }

    /// By when the law wants an answer, and when the site promises one.
    fn deadline_text(&self) -> String {
        let of_law = self.clocks.first().and_then(|clock| deadline_word(*clock));
        let promise = self.right.and_then(|right| right.respond_within);
        let promised = promise.map(|period| {
            self.words.fill(Word::WaitPromise, &[("period", &self.words.period_after_preposition(period))])
        });
        joined([of_law.map(|word| self.words.say(word).to_owned()), promised])
    }

    /// That the time limits count where the law applies, for a law that the site does not name.
    fn applicability(&self) -> String {
        let unnamed = self.citation.as_ref().filter(|citation| !citation.is_named && !self.clocks.is_empty());
        let says = |law| self.words.fill(Word::RequestApplies, &[("law", self.words.say(law_word(law)))]);
        unnamed.map(|citation| says(citation.law)).unwrap_or_default()
    }

    fn filled(&self, word: Word, article: &str) -> String {
        self.words.fill(word, &[("right", &self.title), ("article", article)])
    }
}

/// The law of the place, else the only one that the site file gives for the right.
fn law(site: &Site, place: Place, kind: RightKind, right: Option<&Right>) -> Option<Regime> {
    let only = || match right?.regimes.as_slice() {
        [only] => Some(*only),
        _ => None,
    };
    let law = place.law().or_else(only)?;
    // The CCPA applies to few businesses: only the owner can say that it does.
    let is_named = || site.regimes.contains(&law) || right.is_some_and(|right| right.regimes.contains(&law));
    if law == Regime::Ccpa && !is_named() {
        return None;
    }
    // A law with neither the right nor a time limit for it is nothing to rely on.
    (article(kind, law).is_some() || !Clock::of(kind, law).is_empty()).then_some(law)
}

fn cited(words: &Words, kind: RightKind, law: Regime) -> Option<String> {
    if (kind, law) == (RightKind::Complaint, Regime::UkGdpr) {
        return Some(words.say(Word::ArticleUkComplaint).to_owned());
    }
    let word = match law {
        Regime::Gdpr => Word::ArticleGdpr,
        Regime::UkGdpr => Word::ArticleUkGdpr,
        Regime::Ccpa => Word::ArticleCcpa,
        Regime::Coppa => return None,
    };
    Some(words.fill(word, &[("article", article(kind, law)?)]))
}

/// The sentence about a request's first time limit; the others follow from it.
fn deadline_word(clock: Clock) -> Option<Word> {
    match clock {
        Clock::GdprAnswer => Some(Word::WaitGdpr),
        Clock::UkGdprAnswer => Some(Word::WaitUkGdpr),
        Clock::UkComplaint => Some(Word::WaitUkComplaint),
        Clock::CcpaConfirmation => Some(Word::WaitCcpa),
        Clock::CcpaOptOut => Some(Word::WaitCcpaOptOut),
        Clock::Promise | Clock::GdprExtension | Clock::UkGdprExtension | Clock::CcpaAnswer | Clock::CcpaExtension => {
            None
        }
    }
}

/// Remarks on the time limits.
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

fn required_fields(kind: RightKind) -> RequiredFields {
    use RightKind as Kind;
    match kind {
        Kind::OptOutOfSale | Kind::LimitSensitive => RequiredFields::Nothing,
        Kind::Deletion | Kind::PlatformDeletion => RequiredFields::Deletion,
        Kind::Correction => RequiredFields::Correction,
        Kind::Objection => RequiredFields::Reasons,
        Kind::Complaint | Kind::NonDiscrimination => RequiredFields::Complaint,
        Kind::Other | Kind::Storage => RequiredFields::Message,
        Kind::Access
        | Kind::Portability
        | Kind::Restriction
        | Kind::Withdrawal
        | Kind::AutomatedDecisions
        | Kind::StopMessages => RequiredFields::Person,
    }
}

/// Its name in the site file.
fn name_of(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

fn joined(sentences: [Option<String>; 2]) -> String {
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
