// Honour or ask: which choices of a record are in effect for today's site, and the status of each key. The rules are
// those of src/consent/assess.rs; tests/fixtures/assess.json and states.json check that both give the same results.

/** @import { Answers, Choice, Choices, Gpc, Key, Reason, RecordEvent, Site, Status } from "../types.js" */
/** @import { PolicyChange, StoredRecord, Time, VisitorRecord } from "../types.js" */

import { hasNews, hasSignals, onlyAsks, onlyInforms } from "../page/features.js";
import { objectOf } from "../page/null-prototype.js";
import { isListed, purposeOf } from "./keys.js";
import { OPT_OUT, SIGNAL } from "./record.js";
import { isBlockedByGpc } from "./signals.js";
import { isCurrent, isRecent, sameFacts, stale } from "./validity.js";

/**
 * The policy changes that may be announced by now.
 *
 * @param {Site} site
 * @param {Time} now
 */
const announcedChanges = ({ news = [] }, now) => news.filter(([, announced]) => Date.parse(announced) <= now);

/**
 * The day on which the newest of them was published.
 *
 * @param {Site} site
 * @param {Time} now
 * @returns {string | null}
 */
export const newestChange = (site, now) =>
  (hasNews &&
    announcedChanges(site, now)
      .map(([published]) => published)
      .sort()
      .at(-1)) ||
  null;

/**
 * The sentences of the changes announced since the visitor last acted. For those announced on that day, the record's
 * `seen` has the newest that the notice showed.
 *
 * @param {VisitorRecord} record
 * @param {Site} site
 * @param {Time} now
 * @returns {string[]}
 */
export const unseenChanges = ({ notice, events }, site, now) => {
  /** @param {RecordEvent} event */
  const isVisitors = ({ method }) => method !== SIGNAL && !(hasSignals && method === OPT_OUT);
  const last = (events.findLast(isVisitors) ?? events[0]).at.slice(0, 10);
  /** @param {PolicyChange} change */
  const isUnseen = ([published, announced]) =>
    announced > last || (announced === last && published > (notice.seen ?? ""));
  return announcedChanges(site, now)
    .filter(isUnseen)
    .map((change) => change[2]);
};

/**
 * The keys that a visitor decides on: none if the site only informs.
 *
 * @param {Site} site
 * @returns {Key[]}
 */
export const askable = ({ mode, facts }) =>
  onlyInforms ? [] : Object.keys(onlyAsks || mode === "consent" ? facts : {});

/**
 * Whether a visitor decides on a key.
 *
 * @param {Site} site
 * @param {Key} key
 * @returns {boolean}
 */
export const isAskable = (site, key) => !onlyInforms && askable(site).includes(key);

/**
 * Whether a key is on until the visitor objects, as in the United Kingdom and in Switzerland.
 *
 * @param {Site} site
 * @param {Key} key
 */
const isUkExempt = (site, key) =>
  /^(uk|ch)$/.test(/** @type {string} */ (site.jurisdiction)) && isListed(site, "uk", key);

/**
 * The choices in effect, in the site's order: a yes while it is current, a no always. A grant that was stored without
 * the signal becomes an objection if the browser sends the signal now.
 *
 * @param {StoredRecord} record
 * @param {Site} site
 * @param {Gpc} gpc
 * @param {Time} now
 * @returns {Choices}
 */
export const effectiveChoices = (record, site, gpc, now) => {
  if (onlyInforms || typeof record === "string" || record.mode !== "consent")
    return /** @type {Choices} */ (/** @type {unknown} */ ({ __proto__: null }));
  const { choices } = record;
  /** @param {Key} key */
  const isOverridden = (key) =>
    hasSignals && choices[key] === "granted" && record.gpc !== true && isBlockedByGpc(site, key, gpc);
  /** @param {Key} key */
  const isInEffect = (key) => choices[key] && (choices[key] !== "granted" || isCurrent(record, site, key, now));
  return objectOf(askable(site).filter(isInEffect), (key) => (isOverridden(key) ? "objected" : choices[key]));
};

/**
 * The status of a key under the choices in effect. A key that the site does not declare stays undecided.
 *
 * @param {Key} key
 * @param {Choices} choices
 * @param {Site} site
 * @param {Gpc} gpc
 * @returns {Status}
 */
export const status = (key, choices, site, gpc) => {
  if (isListed(site, "exempt", key)) return "not_required";
  if (!hasSignals) return onlyInforms ? "undecided" : (choices[key] ?? "undecided");
  if (!onlyInforms && choices[key]) return choices[key];
  if (!isAskable(site, key)) return "undecided";
  if (isBlockedByGpc(site, key, gpc)) return "objected";
  return isUkExempt(site, key) ? "not_required" : "undecided";
};

/**
 * The keys that a visitor has not answered, has not been informed of, or refused too long ago. An objection to what is
 * on by default is never asked about again: the visitor turns it back on.
 *
 * @param {StoredRecord} record
 * @param {Site} site
 * @param {Gpc} gpc
 * @param {Time} now
 * @returns {Key[]}
 */
export const unanswered = (record, site, gpc, now) => {
  if (onlyInforms) return [];
  const choices = effectiveChoices(record, site, gpc, now);
  /** @param {Key} key */
  const isSpared = (key) =>
    hasSignals &&
    (isUkExempt(site, key) ||
      (isListed(site, "sold", key) && (gpc === true || isRecent(/** @type {VisitorRecord} */ (record), key, now))));
  return askable(site).filter((key) => {
    // Without a record a key is undecided or `stale` names the reason, so the casts hold.
    const is = status(key, choices, site, gpc);
    if (is === "undecided") return true;
    if (is === "not_required")
      return stale(record, site, now) || !sameFacts(/** @type {VisitorRecord} */ (record), site, key);
    return choices[key] && !(isCurrent(/** @type {VisitorRecord} */ (record), site, key, now) || isSpared(key));
  });
};

/**
 * Why the visitor is informed or asked again.
 *
 * @param {StoredRecord} record
 * @param {Site} site
 * @param {Gpc} gpc
 * @param {Time} now
 * @returns {Reason | undefined} undefined if their answer is honoured
 */
export const assess = (record, site, gpc, now) => {
  const reason = stale(record, site, now);
  const isAsking = !onlyInforms && (onlyAsks || site.mode === "consent");
  if (isAsking ? unanswered(record, site, gpc, now)[0] : reason) return reason ?? "undecided";
  return hasNews && !reason && unseenChanges(/** @type {VisitorRecord} */ (record), site, now).length
    ? "changes"
    : undefined;
};

/** The choice that a no leads to, by status. After another no the choice stays as it is. */
const NO = /** @type {Partial<Record<Status, Choice>>} */ ({
  __proto__: null,
  granted: "withdrawn",
  not_required: "objected",
  undecided: "refused",
});

/**
 * The choices that answers lead to. The signal blocks a yes that is not `explicit`.
 *
 * @param {Answers} answers
 * @param {Choices} choices in effect
 * @param {Site} site
 * @param {Gpc} gpc
 * @param {boolean} [explicit]
 * @returns {Choices}
 */
export const resolveAnswers = (answers, choices, site, gpc, explicit) => {
  const given = /** @type {Answers} */ (/** @type {unknown} */ ({ __proto__: null, ...answers }));
  const states = /** @type {Choices} */ (/** @type {unknown} */ ({ __proto__: null }));
  if (onlyInforms) return states;
  for (const key of askable(site)) {
    const answer = key in given ? given[key] : given[purposeOf(key)];
    const was = status(key, choices, site, gpc);
    const isAllowedYes = explicit || was === "granted" || !hasSignals || !isBlockedByGpc(site, key, gpc);
    if (answer === false) states[key] = NO[was] ?? /** @type {Choice} */ (was);
    // What is on by default needs no yes; where consent is required for it, the visitor is asked.
    else if (answer === true && was !== "not_required" && isAllowedYes) states[key] = "granted";
  }
  return states;
};
