// Deciding: an act becomes the record, and the page follows in one order: decided, changed, gates, and what else depends on it.
// It knows nothing of the notice, which subscribes.

import { followGates } from "../effects/follow-gates.js";
import { ask, gatesModule, lazyModule } from "../lazy/load-lazy.js";
import { emit, emitAndRetain, retain } from "../page/events.js";
import { hasRecords, hasShared, hasSignals } from "../page/features.js";
import { objectOf } from "../page/null-prototype.js";
import { site } from "../page/site.js";
import { afterAct, afterSignal } from "./act.js";
import { current, gpc, isAllowed, remember, restoreCookie, stateOf } from "./state.js";

/** The detail of `decided`. */
export const decision = (record) => ({ method: record.events.at(-1).method, record: structuredClone(record) });

/** The keys that are on, as the page was last informed. */
export let allowed = [];

/** Informs the page of what is on and off now. Of what merely expired no message is shown: nobody turned it off. */
export const settle = () => {
  const before = allowed;
  allowed = Object.keys(site.facts).filter(isAllowed);
  const granted = allowed.filter((key) => !before.includes(key));
  const withdrawn = before.filter((key) => !allowed.includes(key));
  const off = withdrawn.filter((key) => stateOf(key) !== "undecided");
  gatesModule?.shut();
  retain("changed", allowed[0] && { granted: allowed, withdrawn: [] });
  if (granted[0] || withdrawn[0]) {
    emit("changed", { granted, withdrawn });
    lazyModule?.changed(granted);
  }
  followGates();
  if (off[0]) ask("withdrawn", off);
};

/** An act has led to a record, here or in the app. */
export const decided = (record, isSaved) => {
  remember(record, isSaved);
  emitAndRetain("decided", decision(record));
  settle();
  if (hasRecords && site.records) ask("send");
};

let listener;

/** Calls `decided` after each answer, and `changed` whenever time, another tab or the page may have changed what is in effect. */
export const subscribe = (it) => {
  listener = it;
};

/** Records answers by key or purpose; returns whether anything was recorded. */
export const answer = (answers, method) => {
  const record = afterAct(current(), site, gpc, Date.now(), answers, method);
  if (record) decided(record);
  listener.decided();
  return !!record;
};

/** Turns off what is on; returns whether anything was. */
export const withdraw = (keys = allowed) =>
  !!keys[0] &&
  answer(
    objectOf(keys, () => false),
    "withdraw",
  );

/** Records an objection where the signal meets a stored grant. */
const meetSignal = () => {
  const record = afterSignal(current(), site, gpc, Date.now());
  if (!record) return;
  // What was on for this page gets its message as it settles.
  const others = record.events.at(-1).purposes.filter((key) => !allowed.includes(key));
  decided(record);
  if (others[0]) ask("withdrawn", others);
};

/** Looks again at what is in effect, and has the page follow. */
export const refresh = (event) => {
  // Another tab has just written both, and Firefox shows this one the record before the cookie.
  if (hasShared && event?.type !== "storage") restoreCookie();
  if (hasSignals) meetSignal();
  settle();
  listener.changed();
};
