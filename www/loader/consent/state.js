// What counts on this page, now: the record, held against the site, the browser's signal and the clock.

import { assess, counting, status, unanswered } from "./assess.js";
import { bare } from "../page/null-prototype.js";
import { hasShared } from "../page/features.js";
import { copies, isSharing, mirror } from "./shared-cookie.js";
import { sharing } from "./shared-choices.js";
import { site } from "../page/site.js";
import { recorded, store, stored, withoutYes } from "./storage.js";

/** Global Privacy Control as the browser said it at this navigation; undefined where it has no such signal. */
export const gpc = navigator.globalPrivacyControl;

/** The record of this page view, where the browser would not keep it. */
export let unkept = null;

let beside; // what stood in storage then; anything else that comes there is newer

/** What is in storage, and in the cookie that several hosts share. */
const found = () => stored() + (isSharing() ? copies() : "");

/** What counts of what is in storage: where several hosts share a choice, only what their cookie agrees with. */
const agreed = () => (isSharing() ? withoutYes(sharing(recorded(), copies(), site, gpc, Date.now())) : recorded());

/** The visitor's record, or the reason why there is none. */
export const current = () => (unkept && (hasShared ? found() : stored()) === beside ? withoutYes(unkept) : hasShared ? agreed() : recorded());

/** The cookie first: other tabs of this host look at both when they hear of the record. */
const storeBoth = (record) => {
  if (isSharing()) mirror(bare(record));
  return store(record);
};

/** Keeps a record, and remembers one that was not kept. */
export const remember = (record, isKept = hasShared ? storeBoth(record) : store(record)) => {
  if (hasShared && isSharing()) isKept = mirror(bare(record)) && isKept;
  unkept = isKept ? null : bare(record);
  beside = hasShared ? found() : stored();
};

/** Where the cookie is gone, it is written again with the noes. */
export const mirrorAgain = () => {
  const record = current();
  if (isSharing() && !copies()[0] && !unkept && Object.keys(record.choices ?? {})[0]) mirror(record);
};

/** The choices that count. */
export const choices = () => counting(current(), site, gpc, Date.now());

/** The state of a purpose or a service; nothing is on before the site is known. */
export const stateOf = (name) => (site ? status(name, choices(), site, gpc) : "undecided");

export const isAllowed = (name) => ["granted", "not_required"].includes(stateOf(name));

/** Why the visitor is told or asked, or null. */
export const reason = () => assess(current(), site, gpc, Date.now()) ?? null;

/** The keys that are to be answered, or told of. */
export const openKeys = () => unanswered(current(), site, gpc, Date.now());
