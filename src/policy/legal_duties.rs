//! Composed: what a named law obliges the site to: the time to answer (GDPR Article 12(3)) and where to complain (Article 13(2)(d)).

use super::conditions::GDPR;
use super::phrases::{Phrases, names};
use super::{Block, Section};
use crate::rights::{added_rights, article};
use crate::site::{Regime, Right, RightKind, Route, Site};
use crate::words::Word;

/// The law's own time to answer, for the named laws under which a right has no promise of the owner's; the two GDPRs set the same
/// and share a paragraph.
pub(super) fn clocks(phrases: &Phrases) -> Vec<Block> {
    let site = phrases.site;
    let laws: Vec<Regime> = site.regimes.iter().copied().filter(|law| has_unpromised(site, *law)).collect();
    let article = |law: &Regime| match law {
        Regime::Gdpr => Some(phrases.say(Word::PolicyClockArticleGdpr)),
        Regime::UkGdpr => Some(phrases.say(Word::PolicyClockArticleUkGdpr)),
        Regime::Ccpa | Regime::Coppa => None,
    };
    let articles: Vec<String> = laws.iter().filter_map(article).collect();
    let articles = phrases.list(articles.iter().map(String::as_str));
    // Next to a promise of the owner's, "we answer within one month" would be a second promise.
    let is_promised =
        site.rights.iter().any(|right| right.respond_within.is_some() && GDPR.iter().any(|law| right.is_under(*law)));
    let word = if is_promised { Word::PolicyClockPromised } else { Word::PolicyClock };
    let month = (!articles.is_empty()).then(|| Block::text(phrases.fill(word, &[("articles", &articles)])));
    let days = laws.contains(&Regime::Ccpa).then(|| phrases.paragraph(Word::PolicyClockCcpa));
    month.into_iter().chain(days).collect()
}

/// Whether a right of this law, stated or added, needs an answer for which the owner promises no time.
fn has_unpromised(site: &Site, law: Regime) -> bool {
    // Nobody has to ask to be treated fairly.
    let is_answered = |kind| kind != RightKind::NonDiscrimination && article(kind, law).is_some();
    let is_done_by_visitors = |right: &Right| {
        let by_visitors = |route: &Route| {
            matches!(route, Route::Account(_) | Route::InApp(_) | Route::SignOut(_) | Route::Browser(_))
        };
        !right.routes.is_empty() && right.routes.iter().all(by_visitors)
    };
    let mut stated = site
        .rights
        .iter()
        .filter(|right| right.is_under(law) && is_answered(right.kind) && !is_done_by_visitors(right));
    stated.any(|right| right.respond_within.is_none()) || added_rights(site, law).into_iter().any(is_answered)
}

/// The owner's own words come first, then the site itself in the UK, then the authorities.
///
/// The Information Commission took over from the Information Commissioner on 30 September 2026 (Data (Use and Access) Act 2025,
/// sections 117 to 119; SI 2026/386), still at ico.org.uk. Complaints to it are under section 165 of the Data Protection Act 2018:
/// the UK GDPR's Article 77 went when section 164A came into force (19 June 2026).
pub(super) fn complaint(phrases: &Phrases) -> Vec<Section> {
    let of_law = [(Regime::UkGdpr, Word::PolicyComplaintUk), (Regime::Gdpr, Word::PolicyComplaintLaw)];
    let of_law =
        of_law.iter().filter(|(law, _)| names(phrases.site, &[*law])).map(|(_, word)| phrases.paragraph(*word));
    let blocks: Vec<Block> = phrases.site.complaint.iter().map(Block::text).chain(of_law).collect();
    if blocks.is_empty() {
        return Vec::new();
    }
    vec![phrases.section("complaint", Word::PolicyComplaint, blocks)]
}
