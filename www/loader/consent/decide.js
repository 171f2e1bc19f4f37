// Deciding: an act becomes the record, and the page follows in one order: `decided`, `changed`, gates, and what depends
// on them. This module knows nothing of the notice, which subscribes to it.

/** @import { Answers, Events, Key, Method, RecordEvent, Transitions, VisitorRecord } from "../types.js" */

import { followGates } from "../effects/follow-gates.js";
import { ask, gatesModule, lazyModule } from "../lazy/load-lazy.js";
import { emit, emitAndRetain, retain } from "../page/events.js";
import { hasRecords, hasShared, hasSignals } from "../page/features.js";
import { objectOf } from "../page/null-prototype.js";
import { site } from "../page/site.js";
import { afterAct, afterSignal } from "./act.js";
import { askable } from "./assess.js";
import { current, gpc, isAllowed, remember, restoreCookie, stateOf } from "./state.js";

/**
 * The detail of the event `decided`.
 *
 * @param {VisitorRecord} record
 * @returns {Events["decided"]}
 */
export const decision = (record) => ({
  method: /** @type {RecordEvent} */ (record.events.at(-1)).method,
  record: structuredClone(record),
});

/**
 * The keys that are on, as the page last learned.
 *
 * @type {Key[]}
 */
export let allowed = [];

/**
 * Brings the page up to date with what is on. A key that merely expired gets no message, because nobody turned it off.
 */
export const settle = () => {
  const before = allowed;
  allowed = askable(site).filter(isAllowed);
  const granted = allowed.filter((key) => !before.includes(key));
  const withdrawn = before.filter((key) => !allowed.includes(key));
  const turnedOff = withdrawn.filter((key) => stateOf(key) !== "undecided");
  gatesModule?.shut();
  retain("changed", /** @type {Events["changed"]} */ (allowed[0] && { granted: allowed, withdrawn: [] }));
  if (granted[0] || withdrawn[0]) {
    emit("changed", { granted, withdrawn });
    lazyModule?.changed(granted);
  }
  followGates();
  if (turnedOff[0]) ask("withdrawn", turnedOff);
};

/**
 * Stores the record that an act led to, in the loader or in the app, and brings the page up to date.
 *
 * @param {VisitorRecord} record
 * @param {boolean} [isSaved] whether the app has stored it
 */
export const decided = (record, isSaved) => {
  remember(record, isSaved);
  emitAndRetain("decided", decision(record));
  settle();
  if (hasRecords && site.records) ask("send");
};

/** @type {Pick<Transitions, "changed" | "decided">} */
let listener;

/**
 * Has `decided` called after each answer, and `changed` whenever time, another tab or the page may have changed what is
 * in effect.
 *
 * @param {Pick<Transitions, "changed" | "decided">} transitions
 */
export const subscribe = (transitions) => {
  listener = transitions;
};

/**
 * Records answers.
 *
 * @param {Answers} answers
 * @param {Method} method
 * @returns {boolean} whether anything was recorded
 */
export const answer = (answers, method) => {
  const record = afterAct(current(), site, gpc, Date.now(), answers, method);
  if (record) decided(record);
  listener.decided();
  return !!record;
};

/**
 * Turns keys off.
 *
 * @param {Key[]} keys
 * @returns {boolean} whether any was on
 */
export const withdraw = (keys = allowed) =>
  !!keys[0] &&
  answer(
    objectOf(keys, () => false),
    "withdraw",
  );

/** Records an objection if the signal meets a stored grant. */
const meetSignal = () => {
  const record = afterSignal(current(), site, gpc, Date.now());
  if (!record) return;
  // Keys that were on for this page get their message from settle().
  const notOn = /** @type {RecordEvent} */ (record.events.at(-1)).purposes.filter((key) => !allowed.includes(key));
  decided(record);
  if (notOn[0]) ask("withdrawn", notOn);
};

/**
 * Checks again what is in effect, and brings the page up to date.
 *
 * @param {Event} [event]
 */
export const refresh = (event) => {
  // After another tab has written both, Firefox may show this tab the record before the cookie.
  if (hasShared && event?.type !== "storage") restoreCookie();
  if (hasSignals) meetSignal();
  settle();
  listener.changed();
};
