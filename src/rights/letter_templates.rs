//! The letters that a site's visitors can write: for the rights in its site file, and for those that the law of a place adds.

use super::letter_wording::Letter;
use super::statutory_rights::added_rights;
use super::{LetterTemplate, Place};
use crate::site::{Regime, Right, RightKind, Route, Site};
use crate::words::Words;

/// What people in one place can ask of a site.
#[derive(Debug)]
pub struct LetterTemplates<'a> {
    /// Each right in the site file that people there have, with its letter if it is used by letter.
    pub stated: Vec<(&'a Right, Option<LetterTemplate>)>,
    /// The rights that the law adds.
    pub statutory: Vec<(RightKind, LetterTemplate)>,
    /// A letter about anything, where no law is known.
    pub general: Option<LetterTemplate>,
}

impl<'a> LetterTemplates<'a> {
    /// The letters for people in that place, in the words of the site's language.
    pub fn of(site: &'a Site, words: &'a Words, place: Place) -> Self {
        let template = |kind, right| Letter::new(site, words, place, kind, right).template();
        let rights: Vec<&Right> = site.rights.iter().filter(|right| place.has(right)).collect();
        // A law that the owner has to name gives nobody anything where it is not named.
        let law = place.law().filter(|law| *law != Regime::Ccpa || site.regimes.contains(law));
        let added = law.map(|law| added_rights(site, law)).unwrap_or_default();
        Self {
            stated: rights
                .iter()
                .map(|right| (*right, is_used_by_letter(right).then(|| template(right.kind, Some(right)))))
                .collect(),
            statutory: added.into_iter().map(|kind| (kind, template(kind, None))).collect(),
            // People elsewhere, and those who do not say where they live, can always write.
            general: law.is_none().then(|| template(RightKind::Other, None)),
        }
    }
}

/// Whether its routes include a letter; without any route, the letter goes to the site's contact.
fn is_used_by_letter(right: &Right) -> bool {
    let by_letter = right.routes.iter().any(|route| matches!(route, Route::Email { .. } | Route::Post(_)));
    by_letter || (right.routes.is_empty() && right.needs_route())
}
