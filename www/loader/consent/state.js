// What is in effect on this page now: the record, held against the site, the browser's signal and the clock.

import { hasShared } from "../page/features.js";
import { bare } from "../page/null-prototype.js";
import { site } from "../page/site.js";
import { assess, effectiveChoices, status, unanswered } from "./assess.js";
import { sharing } from "./shared-choices.js";
import { copies, isSharing, mirror } from "./shared-cookie.js";
import { readGpc } from "./signals.js";
import { readStored, store, storedRecord, withoutYes } from "./storage.js";

/** Global Privacy Control at this navigation. */
export const gpc = readGpc();

/** The record of this page view, where the browser would not store it. */
export let unsavedRecord = null;

let storedThen; // what was stored at that time; anything else is newer

/** What is in storage, and in the cookie that several hosts share. */
const storedNow = hasShared ? () => readStored() + (isSharing() ? copies() : "") : readStored;

/** The stored record as far as it is in effect: where several hosts share a choice, only what their cookie agrees with. */
const agreed = () =>
  hasShared && isSharing() ? withoutYes(sharing(storedRecord(), copies(), site, gpc, Date.now())) : storedRecord();

/** The visitor's record, or the reason why there is none. */
export const current = () => (unsavedRecord && storedNow() === storedThen ? withoutYes(unsavedRecord) : agreed());

/** The cookie first: other tabs of this host look at both when they are informed of the record. */
const storeBoth = (record) => {
  if (isSharing()) mirror(bare(record));
  return store(record);
};

/** Stores a record, and remembers one that could not be stored. */
export const remember = (record, isSaved = hasShared ? storeBoth(record) : store(record)) => {
  if (hasShared && isSharing()) isSaved = mirror(bare(record)) && isSaved;
  unsavedRecord = isSaved ? null : bare(record);
  storedThen = storedNow();
};

/** Writes the shared cookie again, with the refusals, where it is gone. */
export const restoreCookie = () => {
  const record = current();
  if (isSharing() && !copies()[0] && !unsavedRecord && Object.keys(record.choices ?? {})[0]) mirror(record);
};

/** The choices in effect. */
export const choices = () => effectiveChoices(current(), site, gpc, Date.now());

/** The status of a key; nothing is on before the site is known. */
export const stateOf = (key) => (site ? status(key, choices(), site, gpc) : "undecided");

export const isAllowed = (key) => ["granted", "not_required"].includes(stateOf(key));

/** Why the visitor is informed or asked, or null. */
export const reason = () => assess(current(), site, gpc, Date.now()) ?? null;

/** The keys that are to be answered, or informed of. */
export const openKeys = () => unanswered(current(), site, gpc, Date.now());
