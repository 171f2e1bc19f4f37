// Deciding: an act becomes the record, and the page is told, in one order: decided, changed, gates, and what else follows.

import { chosen, newest } from "./assess.js";
import { emit, emitAndKeep, keep } from "../page/events.js";
import { hasRecords, hasShared, hasSignals } from "../page/features.js";
import { ask, doors, loaded } from "../lazy/load-lazy.js";
import { finish, follow } from "../notice/notice.js";
import { followGates } from "../effects/follow-gates.js";
import { written } from "./record.js";
import { site } from "../page/site.js";
import { choices, current, gpc, isAllowed, mirrorAgain, remember, stateOf } from "./state.js";

/** What `decided` tells. */
export const decision = (record) => ({ method: record.events.at(-1).method, record: structuredClone(record) });

/** The keys that are on, as the page was told. */
export let allowed = [];

/** Tells the page what is on and off now, and lets it happen. What merely ended, nobody turned off: nothing is said of it. */
export const settle = () => {
  const before = allowed;
  allowed = Object.keys(site.facts).filter(isAllowed);
  const granted = allowed.filter((key) => !before.includes(key));
  const withdrawn = before.filter((key) => !allowed.includes(key));
  const off = withdrawn.filter((key) => stateOf(key) !== "undecided");
  doors?.shut();
  keep("changed", allowed[0] && { granted: allowed, withdrawn: [] });
  if (granted[0] || withdrawn[0]) {
    emit("changed", { granted, withdrawn });
    loaded?.changed(granted);
  }
  followGates();
  if (off[0]) ask("withdrawn", off);
};

/** An act has taken place, here or in the app. */
export const decided = (record, isKept) => {
  remember(record, isKept);
  emitAndKeep("decided", decision(record));
  settle();
  if (hasRecords && site.records) ask("send");
};

const record = (states, method) => {
  const now = Date.now();
  decided(written(current(), site, choices(), states, method, newest(site, now), gpc, now));
};

/** Records answers by key or purpose. */
export const answer = (answers, method) => {
  const states = chosen(answers, choices(), site, gpc);
  // A signal may stand against all of it.
  if (Object.keys(states)[0] || method === "dismiss") record(states, method);
  finish();
  return !!Object.keys(states)[0];
};

/** The same for several keys. */
export const all = (keys, what) => Object.fromEntries(keys.map((key) => [key, what]));

/** What is on goes off. Gives whether anything was. */
export const withdraw = (keys = allowed) => !!keys[0] && answer(all(keys, false), "withdraw");

/** A stored grant that meets the signal becomes an objection, which outlives the signal. */
const meetSignal = () => {
  const [{ choices: stored }, kept] = [current(), choices()];
  const met = Object.keys(kept).filter((key) => kept[key] !== stored[key]);
  if (!met[0]) return;
  // What this page had on is turned off, and spoken of, as it settles.
  const others = met.filter((key) => !allowed.includes(key));
  record(all(met, "objected"), "gpc");
  if (others[0]) ask("withdrawn", others);
};

/** Reads again what counts, and lets the page follow. */
export const refresh = (event) => {
  // Another tab has just written both, and Firefox lets this one see the record before the cookie.
  if (hasShared && event?.type !== "storage") mirrorAgain();
  if (hasSignals) meetSignal();
  settle();
  follow();
};
