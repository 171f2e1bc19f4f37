//! What the law gives with each right, and its conditions, in plain words (GDPR Articles 7(3) and 15 to 22; California Civil Code 1798.105 ff.).

use super::phrases::Phrases;
use crate::rights::article;
use crate::site::{Regime, Right, RightKind};
use crate::words::Word;

/// The laws that give the same rights under the same conditions; a site that names both is spared saying them twice.
pub(super) const GDPR: [Regime; 2] = [Regime::Gdpr, Regime::UkGdpr];

/// What the first of these laws says of a right; `None` where it adds nothing to the right's title.
pub(super) fn condition(kind: RightKind, laws: &[Regime]) -> Option<Word> {
    if laws.iter().any(|law| GDPR.contains(law)) {
        return of_gdpr(kind);
    }
    laws.contains(&Regime::Ccpa).then(|| of_ccpa(kind)).flatten()
}

/// The condition of a right that the owner states without a note, by the named laws that it is under.
pub(super) fn condition_of(phrases: &Phrases, right: &Right) -> Option<String> {
    if right.note.is_some() {
        return None;
    }
    let laws = if right.regimes.is_empty() { &phrases.site.regimes } else { &right.regimes };
    condition(right.kind, laws).map(|word| phrases.say(word))
}

/// The article that gives a right under these laws.
pub(super) fn cited(phrases: &Phrases, kind: RightKind, laws: &[Regime]) -> Option<String> {
    let fill = |word, article: &str, uk: &str| phrases.fill(word, &[("article", article), ("uk", uk)]);
    let articles: Vec<&str> = laws.iter().filter_map(|law| article(kind, *law)).collect();
    match articles.as_slice() {
        [] => None,
        [first, uk, ..] if first != uk => Some(fill(Word::PolicyRightsArticleUk, first, uk)),
        [first, ..] if laws.contains(&Regime::Ccpa) => Some(fill(Word::ArticleCcpa, first, "")),
        [first, ..] => Some(fill(Word::PolicyRightsArticle, first, "")),
    }
}

fn of_gdpr(kind: RightKind) -> Option<Word> {
    match kind {
        RightKind::Access => Some(Word::PolicyRightsAccess),
        RightKind::Correction => Some(Word::PolicyRightsCorrection),
        RightKind::Deletion => Some(Word::PolicyRightsDeletion),
        RightKind::Restriction => Some(Word::PolicyRightsRestriction),
        RightKind::Portability => Some(Word::PolicyRightsPortability),
        RightKind::Objection => Some(Word::PolicyRightsInterests),
        RightKind::StopMessages => Some(Word::PolicyRightsMarketing),
        RightKind::Withdrawal => Some(Word::PolicyRightsWithdrawal),
        RightKind::AutomatedDecisions => Some(Word::PolicyRightsAutomated),
        RightKind::OptOutOfSale
        | RightKind::LimitSensitive
        | RightKind::NonDiscrimination
        | RightKind::PlatformDeletion
        | RightKind::Storage
        | RightKind::Complaint
        | RightKind::Other => None,
    }
}

fn of_ccpa(kind: RightKind) -> Option<Word> {
    match kind {
        RightKind::Access => Some(Word::PolicyRightsAccessCcpa),
        RightKind::Correction => Some(Word::PolicyRightsCorrection),
        RightKind::Deletion => Some(Word::PolicyRightsDeletionCcpa),
        RightKind::Portability => Some(Word::PolicyRightsPortabilityCcpa),
        RightKind::OptOutOfSale => Some(Word::PolicyRightsOptOut),
        RightKind::LimitSensitive => Some(Word::PolicyRightsLimit),
        RightKind::Objection
        | RightKind::Restriction
        | RightKind::Withdrawal
        | RightKind::AutomatedDecisions
        | RightKind::NonDiscrimination
        | RightKind::PlatformDeletion
        | RightKind::StopMessages
        | RightKind::Storage
        | RightKind::Complaint
        | RightKind::Other => None,
    }
}
