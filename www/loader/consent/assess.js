// Honour or ask: what of a record still counts for the site of today, and what a purpose's state is.
// The same questions as src/consent/assess.rs, with the same answers: tests/fixtures/assess.json, states.json.

import { hasNews, hasSignals, onlyAsks } from "../page/features.js";
import { purposeOf } from "./keys.js";
import { OPT_OUT, SIGNAL } from "./record.js";
import { isCurrent, isRecent, sameFacts, stale } from "./validity.js";

/** The changes of the policy whose time has come: each the day it was published, the day the notice shows it from, a sentence. */
const shownBy = ({ news = [] }, now) => news.filter(([, from]) => Date.parse(from) <= now);

/** The day on which the newest of them was published. */
export const newest = (site, now) => (hasNews && shownBy(site, now).map(([on]) => on).sort().at(-1)) || null;

/** The sentences whose time has come since this visitor last acted; on that very day `seen` tells which were there. */
export const untold = ({ notice, events }, site, now) => {
  const last = (events.findLast(({ method }) => method !== SIGNAL && !(hasSignals && method === OPT_OUT)) ?? events[0]).at.slice(0, 10);
  return shownBy(site, now).filter(([on, from]) => from > last || (from === last && on > (notice.seen ?? ""))).map((entry) => entry[2]);
};

/** The keys that a visitor has a choice about: none where the site only informs. */
export const askable = ({ mode, facts }) => Object.keys(onlyAsks || mode === "consent" ? facts : {});

/** Whether one of the site's lists has a key's purpose. */
const lists = (site, list, key) => Object.hasOwn(site, list) && site[list].includes(purposeOf(key));

/** Whether a signal speaks to a key: it is for a sale, or for sharing. */
export const isOff = (site, key, gpc) => gpc === true && lists(site, "sold", key);

/** Whether a key is on until the visitor objects: in the United Kingdom, and in Switzerland. */
const isUk = (site, key) => /^(uk|ch)$/.test(site.jurisdiction) && lists(site, "uk", key);

/**
 * The choices that count, by key, in the site's order: a yes while it is current, a no always. A signal that meets a grant which was
 * stored without it is an objection.
 */
export const counting = (record, site, gpc, now) => {
  if (typeof record === "string" || record.mode !== "consent") return {};
  const { choices } = record;
  const objects = (key) => hasSignals && choices[key] === "granted" && record.gpc !== true && isOff(site, key, gpc);
  return Object.fromEntries(
    askable(site)
      .filter((key) => Object.hasOwn(choices, key) && (choices[key] !== "granted" || isCurrent(record, site, key, now)))
      .map((key) => [key, objects(key) ? "objected" : choices[key]]),
  );
};

/** The state of a purpose or service, held against the choices that count. What is not declared is undecided for ever. */
export const status = (name, choices, site, gpc) =>
  lists(site, "exempt", name) ? "not_required"
  : !askable(site).includes(name) ? "undecided"
  : Object.hasOwn(choices, name) ? choices[name]
  : hasSignals && isOff(site, name, gpc) ? "objected"
  : hasSignals && isUk(site, name) ? "not_required"
  : "undecided";

/**
 * The keys that a visitor has not answered, has not been informed of, or refused too long ago. What was objected to where it is on
 * without being asked for stays off until the visitor turns it on.
 */
export const unanswered = (record, site, gpc, now) => {
  const choices = counting(record, site, gpc, now);
  const isSpared = (key) => hasSignals && (isUk(site, key) || (lists(site, "sold", key) && (gpc === true || isRecent(record, key, now))));
  return askable(site).filter((key) => {
    const state = status(key, choices, site, gpc);
    return state === "undecided" || (
      state === "not_required" ? stale(record, site, now) || !sameFacts(record, site, key)
      : Object.hasOwn(choices, key) && !isCurrent(record, site, key, now) && !isSpared(key)
    );
  });
};

/** Why the visitor is told or asked again; nothing where what they did is honoured. */
export const assess = (record, site, gpc, now) => {
  const reason = stale(record, site, now);
  if (onlyAsks || site.mode === "consent" ? unanswered(record, site, gpc, now)[0] : reason) return reason ?? "undecided";
  return hasNews && !reason && untold(record, site, now).length ? "changes" : undefined;
};

/** What a no comes to; after another no it stays what it was. */
const NO = { __proto__: null, granted: "withdrawn", not_required: "objected", undecided: "refused" };

/**
 * What answers come to, by key: `answers` says yes or no by key or by purpose, and anything else is no answer. A signal stands
 * against a yes that is not `explicit`.
 */
export const chosen = (answers, choices, site, gpc, explicit) => {
  const said = { __proto__: null, ...answers };
  const states = { __proto__: null };
  for (const key of askable(site)) {
    const answer = key in said ? said[key] : said[purposeOf(key)];
    const was = status(key, choices, site, gpc);
    if (answer === false) states[key] = NO[was] ?? was;
    // What is on without being asked for needs no yes: where consent is asked for it, it is asked.
    else if (answer === true && was !== "not_required" && (explicit || was === "granted" || !hasSignals || !isOff(site, key, gpc))) states[key] = "granted";
  }
  return states;
};
