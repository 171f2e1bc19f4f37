// Composes the record after an act of the visitor or of the browser's signal. Its functions are pure, so that
// tests/fixtures/decisions.json can hold them to the same results as src/consent/act.rs.

/** @import { Answers, Gpc, Method, Site, StoredRecord, Time, VisitorRecord } from "../types.js" */

import { objectOf } from "../page/null-prototype.js";
import { effectiveChoices, newestChange, resolveAnswers } from "./assess.js";
import { SIGNAL, nextRecord } from "./record.js";

/**
 * The record after a visitor's act. A dismissal is an act without answers.
 *
 * @param {StoredRecord} record
 * @param {Site} site
 * @param {Gpc} gpc
 * @param {Time} now
 * @param {Answers} answers
 * @param {Method} method
 * @param {boolean} [explicit] whether the answers override the signal
 * @returns {VisitorRecord | null} null if nothing was answered
 */
export const afterAct = (record, site, gpc, now, answers, method, explicit) => {
  const choices = effectiveChoices(record, site, gpc, now);
  const states = resolveAnswers(answers, choices, site, gpc, explicit);
  // The signal may block every answer.
  if (!Object.keys(states)[0] && method !== "dismiss") return null;
  return nextRecord(record, site, choices, states, method, newestChange(site, now), gpc, now);
};

/**
 * The record after the signal met stored grants. Each becomes an objection, which remains when the signal is gone.
 *
 * @param {StoredRecord} record
 * @param {Site} site
 * @param {Gpc} gpc
 * @param {Time} now
 * @returns {VisitorRecord | null} null if the signal blocks no grant
 */
export const afterSignal = (record, site, gpc, now) => {
  const choices = effectiveChoices(record, site, gpc, now);
  const blocked = Object.keys(choices).filter(
    (key) => choices[key] !== /** @type {VisitorRecord} */ (record).choices[key],
  );
  if (!blocked[0]) return null;
  const states = objectOf(blocked, () => /** @type {const} */ ("objected"));
  return nextRecord(record, site, choices, states, SIGNAL, newestChange(site, now), gpc, now);
};
