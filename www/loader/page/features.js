// Feature flags: xtask/src/loader.rs leaves out of a site's courtesy.js what the site does not declare.
// The generic script, and that of a build without Node, has every feature.

/** The generic form: the tag names a site file. */
export const isGeneric = typeof __NOT_GENERIC__ === "undefined";
/** The site always asks for consent; its notice never only informs. */
export const onlyAsks = typeof __ONLY_ASKS__ !== "undefined";
/** The site never asks for consent; its notice only informs. */
export const onlyInforms = typeof __ONLY_INFORMS__ !== "undefined";
/** More than one language. */
export const hasLanguages = typeof __ONE_LANGUAGE__ === "undefined";
/** A log of policy changes. */
export const hasNews = typeof __NO_NEWS__ === "undefined";
/** Purposes that depend on a signal or a jurisdiction: for a sale or sharing, or exempt in the United Kingdom. */
export const hasSignals = typeof __NO_SIGNALS__ === "undefined";
/** An endpoint for records. Few sites have one, so it shares a flag: each flag doubles the number of loaders. */
export const hasRecords = typeof __NO_SIGNALS__ === "undefined";
/** One choice for several hosts. */
export const hasShared = typeof __NOT_SHARED__ === "undefined";
/** The notice always has the same buttons, which the build leaves in its tree. */
export const alwaysSame = onlyAsks && !hasNews && !hasSignals;
