//! The languages that a site may declare without words of its own: one for each file in `www/words`, listed by the build.

include!(concat!(env!("OUT_DIR"), "/language_codes.rs"));

/// Whether there are words for a BCP 47 tag: its own, or those of the language without the region.
pub(super) fn is_built_in(tag: &str) -> bool {
    BUILT_IN.contains(&tag) || tag.split('-').next().is_some_and(|language| BUILT_IN.contains(&language))
}
