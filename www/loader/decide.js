// Deciding: an act becomes the record, and the page is told, in one order: decided, changed, gates, and what else follows.

import { chosen, newest } from "./assess.js";
import { emit, emitAndKeep, keep } from "./events.js";
import { openGates } from "./gates.js";
import { hasRecords, hasSignals } from "./has.js";
import { ask } from "./more.js";
import { finish, follow } from "./notice.js";
import { written } from "./record.js";
import { site } from "./site.js";
import { choices, current, gpc, isAllowed, remember } from "./state.js";

/** What `decided` tells. */
export const decision = (record) => ({ method: record.events.at(-1).method, record });

/** The keys that are on, as the page was told. */
export let allowed = [];

/** Tells the page what is on and off now, and lets it happen. */
export const settle = () => {
  const before = allowed;
  allowed = Object.keys(site.facts).filter(isAllowed);
  const granted = allowed.filter((key) => !before.includes(key));
  const withdrawn = before.filter((key) => !allowed.includes(key));
  keep("changed", allowed[0] && { granted: allowed, withdrawn: [] });
  if (granted[0] || withdrawn[0]) emit("changed", { granted, withdrawn });
  openGates();
  if (withdrawn[0]) ask("withdrawn", withdrawn);
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
  if (met[0]) {
    record(all(met, "objected"), "gpc");
    ask("withdrawn", met);
  }
};

/** Reads again what counts, and lets the page follow. */
export const refresh = () => {
  if (hasSignals) meetSignal();
  settle();
  follow();
};
