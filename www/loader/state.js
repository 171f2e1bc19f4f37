// What counts on this page, now: the record, held against the site, the browser's signal and the clock.

import { askable, assess, counting, status, unanswered } from "./assess.js";
import { purposeOf } from "./keys.js";
import { site } from "./site.js";
import { recorded, store } from "./storage.js";

/** Global Privacy Control as the browser said it at this navigation; undefined where it has no such signal. */
export const gpc = navigator.globalPrivacyControl;

/** The record of this page view, where the browser would not keep it. */
export let unkept = null;

/** The visitor's record, or the reason why there is none. */
export const current = () => unkept ?? recorded();

/** Keeps a record, and remembers one that was not kept. */
export const remember = (record, isKept = store(record)) => {
  unkept = isKept ? null : record;
};

/** The choices that count. */
export const choices = () => counting(current(), site, gpc, Date.now());

/** The state of a purpose or a service; nothing is on before the site is known. */
export const stateOf = (name) => (site ? status(name, choices(), site, gpc) : "undecided");

export const isAllowed = (name) => ["granted", "not_required"].includes(stateOf(name));

/** Whether the site declares what a gate names. */
export const isKnown = (name) => site.exempt.includes(purposeOf(name)) || Object.hasOwn(site.facts, name);

/** Why the visitor is told or asked, or null. */
export const reason = () => assess(current(), site, gpc, Date.now()) ?? null;

/** The keys that are to be answered, or told of. */
export const openKeys = () => unanswered(current(), site, gpc, Date.now());
