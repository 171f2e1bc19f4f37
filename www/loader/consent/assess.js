// Honour or ask: what of a record is still in effect for today's site, and the status of each key.
// The same questions as src/consent/assess.rs, with the same answers: tests/fixtures/assess.json, states.json.

import { hasNews, hasSignals, onlyAsks, onlyInforms } from "../page/features.js";
import { objectOf } from "../page/null-prototype.js";
import { isListed, purposeOf } from "./keys.js";
import { OPT_OUT, SIGNAL } from "./record.js";
import { isBlockedByGpc } from "./signals.js";
import { isCurrent, isRecent, sameFacts, stale } from "./validity.js";

/** The policy changes that may be announced by now: each its day, the day from which it is announced, a sentence. */
const announcedChanges = ({ news = [] }, now) => news.filter(([, from]) => Date.parse(from) <= now);

/** The day of the newest of them. */
export const newestChange = (site, now) =>
  (hasNews &&
    announcedChanges(site, now)
      .map(([on]) => on)
      .sort()
      .at(-1)) ||
  null;

/** The sentences announced since this visitor last acted; for that very day `seen` has the newest that they saw. */
export const unseenChanges = ({ notice, events }, site, now) => {
  const isVisitors = ({ method }) => method !== SIGNAL && !(hasSignals && method === OPT_OUT);
  const last = (events.findLast(isVisitors) ?? events[0]).at.slice(0, 10);
  const isUnseen = ([on, from]) => from > last || (from === last && on > (notice.seen ?? ""));
  return announcedChanges(site, now)
    .filter(isUnseen)
    .map((entry) => entry[2]);
};

/** The keys that a visitor decides on: none where the site only informs. */
export const askable = ({ mode, facts }) =>
  onlyInforms ? [] : Object.keys(onlyAsks || mode === "consent" ? facts : {});

/** Whether a visitor decides on a key. */
export const isAskable = (site, key) => !onlyInforms && askable(site).includes(key);

/** Whether a key is on until the visitor objects: in the United Kingdom, and in Switzerland. */
const isUkExempt = (site, key) => /^(uk|ch)$/.test(site.jurisdiction) && isListed(site, "uk", key);

/**
 * The choices in effect, by key, in the site's order: a yes while it is current, a no always. A grant stored without
 * the signal becomes an objection when the signal is there.
 */
export const effectiveChoices = (record, site, gpc, now) => {
  if (onlyInforms || typeof record === "string" || record.mode !== "consent") return { __proto__: null };
  const { choices } = record;
  const objects = (key) =>
    hasSignals && choices[key] === "granted" && record.gpc !== true && isBlockedByGpc(site, key, gpc);
  const isInEffect = (key) => choices[key] && (choices[key] !== "granted" || isCurrent(record, site, key, now));
  return objectOf(askable(site).filter(isInEffect), (key) => (objects(key) ? "objected" : choices[key]));
};

/** The status of a key under the choices in effect, which are those of askable keys. A key that the site does not declare stays undecided. */
export const status = (key, choices, site, gpc) => {
  if (isListed(site, "exempt", key)) return "not_required";
  if (!onlyInforms && choices[key]) return choices[key];
  if (!hasSignals || !isAskable(site, key)) return "undecided";
  if (isBlockedByGpc(site, key, gpc)) return "objected";
  return isUkExempt(site, key) ? "not_required" : "undecided";
};

/**
 * The keys that a visitor has not answered, has not been informed of, or refused too long ago. What was objected to
 * where it is on without being asked for stays off until the visitor turns it on.
 */
export const unanswered = (record, site, gpc, now) => {
  if (onlyInforms) return [];
  const choices = effectiveChoices(record, site, gpc, now);
  const isSpared = (key) =>
    hasSignals &&
    (isUkExempt(site, key) || (isListed(site, "sold", key) && (gpc === true || isRecent(record, key, now))));
  return askable(site).filter((key) => {
    const is = status(key, choices, site, gpc);
    if (is === "undecided") return true;
    if (is === "not_required") return stale(record, site, now) || !sameFacts(record, site, key);
    return choices[key] && !(isCurrent(record, site, key, now) || isSpared(key));
  });
};

/** Why the visitor is informed or asked again; undefined where their answer is honoured. */
export const assess = (record, site, gpc, now) => {
  const reason = stale(record, site, now);
  const isAsking = !onlyInforms && (onlyAsks || site.mode === "consent");
  if (isAsking ? unanswered(record, site, gpc, now)[0] : reason) return reason ?? "undecided";
  return hasNews && !reason && unseenChanges(record, site, now).length ? "changes" : undefined;
};

/** The state that a no leads to; after another no it stays as it was. */
const NO = { __proto__: null, granted: "withdrawn", not_required: "objected", undecided: "refused" };

/**
 * The states that answers lead to, by key: `answers` has true or false by key or by purpose, and anything else is no
 * answer. The signal blocks a yes that is not `explicit`.
 */
export const resolveAnswers = (answers, choices, site, gpc, explicit) => {
  const given = { __proto__: null, ...answers };
  const states = { __proto__: null };
  if (onlyInforms) return states;
  for (const key of askable(site)) {
    const answer = key in given ? given[key] : given[purposeOf(key)];
    const was = status(key, choices, site, gpc);
    const isAllowedYes = explicit || was === "granted" || !hasSignals || !isBlockedByGpc(site, key, gpc);
    if (answer === false) states[key] = NO[was] ?? was;
    // What is on without being asked for needs no yes: where consent is asked for it, it is asked.
    else if (answer === true && was !== "not_required" && isAllowedYes) states[key] = "granted";
  }
  return states;
};
