// What a site may do without. The build leaves out of a site's courtesy.js what it does not declare (xtask/src/loader.rs);
// the generic one, and that of a build without Node, has everything.

/** The generic form: the tag names a site file. */
export const isGeneric = typeof __NOT_GENERIC__ === "undefined";
/** Something is asked, always: never a notice that only informs. */
export const onlyAsks = typeof __ONLY_ASKS__ !== "undefined";
/** Nothing is ever asked: always a notice that only informs. */
export const onlyInforms = typeof __ONLY_INFORMS__ !== "undefined";
/** More languages than one. */
export const hasLanguages = typeof __ONE_LANGUAGE__ === "undefined";
/** A log of changes of the policy. */
export const hasNews = typeof __NO_NEWS__ === "undefined";
/** Purposes that a signal or a jurisdiction speaks to: for a sale or sharing, or exempt in the United Kingdom. */
export const hasSignals = typeof __NO_SIGNALS__ === "undefined";
/** An endpoint for records. Few sites have one, so it comes with the signals: another loader for each would be twice as many. */
export const hasRecords = typeof __NO_SIGNALS__ === "undefined";
/** One choice for several hosts. */
export const hasShared = typeof __NOT_SHARED__ === "undefined";
