// What an act makes of a record: pure, the same as src/consent/act.rs; tests/fixtures/decisions.json binds the two.

import { objectOf } from "../page/null-prototype.js";
import { effectiveChoices, newestChange, resolveAnswers } from "./assess.js";
import { SIGNAL, nextRecord } from "./record.js";

/** The record after a visitor's act; null where it answers nothing. A dismissal is an act without answers. */
export const afterAct = (record, site, gpc, now, answers, method, explicit) => {
  const choices = effectiveChoices(record, site, gpc, now);
  const states = resolveAnswers(answers, choices, site, gpc, explicit);
  // The signal may block all of it.
  if (!Object.keys(states)[0] && method !== "dismiss") return null;
  return nextRecord(record, site, choices, states, method, newestChange(site, now), gpc, now);
};

/** The record after the signal met stored grants, each an objection now, which outlives the signal; null where there are none. */
export const afterSignal = (record, site, gpc, now) => {
  const choices = effectiveChoices(record, site, gpc, now);
  const met = Object.keys(choices).filter((key) => choices[key] !== record.choices[key]);
  if (!met[0]) return null;
  const states = objectOf(met, () => "objected");
  return nextRecord(record, site, choices, states, SIGNAL, newestChange(site, now), gpc, now);
};
