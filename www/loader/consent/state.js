// What is in effect on this page now: the record, checked against the site, the browser's signal and the clock.

/** @import { Choices, Key, Reason, Status, StoredRecord, VisitorRecord } from "../types.js" */

import { hasShared } from "../page/features.js";
import { bare } from "../page/null-prototype.js";
import { site } from "../page/site.js";
import { assess, effectiveChoices, status, unanswered } from "./assess.js";
import { mergeCookies } from "./shared-choices.js";
import { isSharing, readCookies, writeCookie } from "./shared-cookie.js";
import { readGpc } from "./signals.js";
import { readStored, store, storedRecord, withoutYes } from "./storage.js";

/** Global Privacy Control at this navigation. */
export const gpc = readGpc();

/**
 * The record of this page view, if the browser could not store it.
 *
 * @type {VisitorRecord | null}
 */
export let unsavedRecord = null;

/**
 * What was stored when the unsaved record was made; anything else is newer than that record.
 *
 * @type {string | null | undefined}
 */
let snapshot;

/** What is in storage, and in the cookie that several hosts share. */
const takeSnapshot = hasShared
  ? () => /** @type {string} */ (readStored()) + (isSharing() ? readCookies() : "")
  : readStored;

/** The stored record; if several hosts share choices, only what their cookie agrees with. */
const agreedRecord = () =>
  hasShared && isSharing()
    ? withoutYes(mergeCookies(storedRecord(), readCookies(), site, gpc, Date.now()))
    : storedRecord();

/**
 * The visitor's record, or why there is none.
 *
 * @returns {StoredRecord}
 */
export const current = () =>
  unsavedRecord && takeSnapshot() === snapshot ? withoutYes(unsavedRecord) : agreedRecord();

/**
 * Writes the cookie first, because other tabs of this host read both when they hear of the record.
 *
 * @param {VisitorRecord | null} record
 */
const storeBoth = (record) => {
  if (isSharing()) writeCookie(bare(record));
  return store(record);
};

/**
 * Stores a record, and remembers one that could not be stored.
 *
 * @param {VisitorRecord | null} record
 * @param {boolean} [isSaved] whether the app has stored it
 */
export const remember = (record, isSaved = hasShared ? storeBoth(record) : store(record)) => {
  if (hasShared && isSharing()) isSaved = writeCookie(bare(record)) && isSaved;
  unsavedRecord = isSaved ? null : bare(record);
  snapshot = takeSnapshot();
};

/** Writes the shared cookie again if it is gone, so that other hosts still see the refusals. */
export const restoreCookie = () => {
  const record = current();
  if (isSharing() && !readCookies()[0] && !unsavedRecord && Object.keys(record.choices ?? {})[0])
    writeCookie(/** @type {VisitorRecord} */ (record));
};

/**
 * The choices in effect.
 *
 * @returns {Choices}
 */
export const choices = () => effectiveChoices(current(), site, gpc, Date.now());

/**
 * The status of a key. Nothing is on before the site is known.
 *
 * @param {Key} key
 * @returns {Status}
 */
export const stateOf = (key) => (site ? status(key, choices(), site, gpc) : "undecided");

/**
 * Whether a key is on.
 *
 * @param {Key} key
 * @returns {boolean}
 */
export const isAllowed = (key) => ["granted", "not_required"].includes(stateOf(key));

/**
 * Why the visitor is informed or asked.
 *
 * @returns {Reason | null}
 */
export const reason = () => assess(current(), site, gpc, Date.now()) ?? null;

/**
 * The keys to ask or inform about.
 *
 * @returns {Key[]}
 */
export const openKeys = () => unanswered(current(), site, gpc, Date.now());
