// Honour or ask: what of a record still counts for the site of today, and what a purpose's state is.
// The same questions as src/consent/assess.rs, with the same answers: tests/fixtures/assess.json, states.json.

import { hasNews, hasSignals, onlyAsks } from "./has.js";
import { purposeOf } from "./keys.js";
import { CHOICES, SIGNAL, stamp } from "./record.js";

const CLOCK_ERROR = 86_400_000;

const day = (time) => stamp(time).slice(0, 10);

/** The changes of the policy that are told of by now: each the day it was published, the day it is told from, a sentence. */
const toldBy = ({ news = [] }, now) => news.filter(([, from]) => from <= day(now));

/** The day on which the newest of them was published. */
export const newest = (site, now) => (hasNews && toldBy(site, now).map(([on]) => on).sort().at(-1)) || null;

/** The sentences whose time has come since this visitor last acted; on that very day `seen` tells which were there. */
export const untold = ({ notice, events }, site, now) => {
  const last = day((events.findLast(({ method }) => method !== SIGNAL) ?? events[0]).at);
  return toldBy(site, now).filter(([on, from]) => from > last || (from === last && on > (notice.seen ?? ""))).map((entry) => entry[2]);
};

/** Why nothing of a record counts. */
const stale = (record, site, now) =>
  typeof record === "string" ? record
  : record.mode !== site.mode ? "other-mode"
  : record.notice.version !== site.notice.version ? "other-version"
  : !onlyAsks && site.mode === "notice" && !sameFacts(record, site, "site") ? "other-facts"
  : Date.parse(record.events.at(-1).at) - now > CLOCK_ERROR ? "future-dated"
  : Date.parse(record.expires) <= now ? "expired"
  : undefined;

/** The keys that a visitor has a choice about: none where the site only informs. */
export const askable = ({ mode, facts }) => Object.keys(onlyAsks || mode === "consent" ? facts : {});

/** Whether a signal speaks to a key: it is for a sale, or for sharing. */
export const isOff = (site, key, gpc) => gpc === true && !!site.sold?.includes(purposeOf(key));

/** Whether a key is on, in the United Kingdom, until the visitor objects. */
const isUk = ({ jurisdiction, uk }, key) => jurisdiction === "uk" && !!uk?.includes(purposeOf(key));

const sameFacts = (record, site, key) => record.notice.facts[key] === site.facts[key];

/** The choices that count, by key, in the site's order. A signal that meets a grant which was stored without it is an objection. */
export const counting = (record, site, gpc, now) => {
  if (stale(record, site, now)) return {};
  const { choices } = record;
  const objects = (key) => hasSignals && choices[key] === "granted" && record.gpc !== true && isOff(site, key, gpc);
  return Object.fromEntries(
    askable(site)
      .filter((key) => CHOICES.includes(choices[key]) && sameFacts(record, site, key))
      .map((key) => [key, objects(key) ? "objected" : choices[key]]),
  );
};

/** The state of a purpose or service, held against the choices that count. What is not declared is undecided for ever. */
export const status = (name, choices, site, gpc) =>
  site.exempt.includes(purposeOf(name)) ? "not_required"
  : !askable(site).includes(name) ? "undecided"
  : Object.hasOwn(choices, name) ? choices[name]
  : hasSignals && isOff(site, name, gpc) ? "objected"
  : hasSignals && isUk(site, name) ? "not_required"
  : "undecided";

/** The keys that a visitor has not answered, or has not been informed of. */
export const unanswered = (record, site, gpc, now) => {
  const choices = counting(record, site, gpc, now);
  const isInformed = (key) => !stale(record, site, now) && sameFacts(record, site, key);
  return askable(site).filter((key) => {
    const state = status(key, choices, site, gpc);
    return state === "undecided" || (state === "not_required" && !isInformed(key));
  });
};

/** Why the visitor is told or asked again; nothing where what they did is honoured. */
export const assess = (record, site, gpc, now) => {
  const reason = stale(record, site, now);
  if (onlyAsks || site.mode === "consent" ? unanswered(record, site, gpc, now)[0] : reason) return reason ?? "undecided";
  return hasNews && !reason && untold(record, site, now).length ? "changes" : undefined;
};

/** What a no comes to; after another no it stays what it was. */
const NO = { granted: "withdrawn", not_required: "objected", undecided: "refused" };

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
