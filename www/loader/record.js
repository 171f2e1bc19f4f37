// The record of what a visitor did: read whatever stands there, write what happened.
// Step by step what src/consent/read.rs and record.rs do; tests/fixtures binds the two.

import { hasSignals } from "./has.js";

const SCHEMA = "courtesy/1";
export const CHOICES = ["granted", "refused", "withdrawn", "objected"];
const EVENTS = 50;

/** The method of what no visitor did: a signal met a grant. */
export const SIGNAL = "gpc";

const isText = (value) => typeof value === "string";
const hasOnly = (object, test) => !!object && typeof object === "object" && !Array.isArray(object) && Object.values(object).every(test);

/** A moment in the record's one form: UTC to the second. Throws for a time that no calendar has. */
export const stamp = (time) => new Date(time).toISOString().slice(0, -5) + "Z";
const isMoment = (value) => isText(value) && value.length === 20 && stamp(value) === value;

const isList = (value, test) => Array.isArray(value) && value.every(test);

const isEvent = ({ at, state, purposes, method, language }) =>
  isMoment(at) && ["not_required", ...CHOICES].includes(state) && isList(purposes, isText) && isText(method) && isText(language);

const isRecord = ({ id, sent, mode, notice, choices, events, expires, gpc }) =>
  isText(id ?? "") && (sent == null || isMoment(sent)) &&
  ["notice", "consent"].includes(mode) &&
  isText(notice.version) && hasOnly(notice.facts, isText) &&
  (notice.seen == null || (isText(notice.seen) && isMoment(notice.seen + "T00:00:00Z"))) &&
  hasOnly(choices, (choice) => CHOICES.includes(choice)) &&
  isList(events, isEvent) && events[0] &&
  isMoment(expires) && typeof (gpc ?? true) === "boolean";

/** The record in a stored text, or the reason why there is none. */
export const readRecord = (stored) => {
  if (stored == null) return "first-visit";
  try {
    const record = JSON.parse(stored);
    const { schema } = record;
    if (schema === SCHEMA && isRecord(record)) return record;
    if (schema !== SCHEMA && schema.startsWith("courtesy/")) return "newer";
  } catch { /* not what was written here */ }
  return "unreadable";
};

/** The moment some calendar months and then seconds later; the last day where a month is shorter. */
const after = (at, [months, seconds]) => {
  const date = new Date(at);
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + months);
  if (date.getUTCDate() !== day) date.setUTCDate(0);
  return stamp(+date + seconds * 1000);
};

/** The later of two days, either of which may be missing. */
const laterDay = (one, other) => (one > (other ?? "") ? one : (other ?? null));

/**
 * The record after an act, going on from the one before, if it could be read. `kept`: what counted and still does; `chosen`: what was
 * answered now, by key; nothing where a notice was closed. `told`: the newest change of the policy that was told of.
 */
export const written = (before, { mode, notice, facts, language }, kept, chosen, method, told, gpc, now) => {
  const at = stamp(now);
  const latest = after(at, notice.lasts);
  // What a signal did, nobody saw: the visitor knows no more than before.
  const known = hasSignals && method === SIGNAL && before.notice;
  const event = (state, purposes) => ({ at, state, purposes, method, language });
  const events = CHOICES.map((state) => event(state, Object.keys(chosen).filter((key) => chosen[key] === state))).filter(({ purposes }) => purposes.length);
  const choices = { __proto__: null, ...kept, ...chosen };
  return {
    schema: SCHEMA,
    ...(before.id && { id: before.id, sent: before.sent ?? null }),
    mode,
    notice: { version: notice.version, facts: known ? known.facts : facts, seen: laterDay(!known && told, before.notice?.seen) },
    choices: Object.fromEntries(Object.keys(facts).filter((key) => choices[key]).map((key) => [key, choices[key]])),
    events: [...(before.events ?? []), ...(events.length ? events : [event("not_required", [])])].slice(-EVENTS),
    // What was not answered now lasts no longer than it did, and nothing longer than the site says today.
    expires: before.expires < latest && (known || Object.keys(kept).some((key) => !Object.hasOwn(chosen, key))) ? before.expires : latest,
    gpc: typeof gpc === "boolean" ? gpc : null,
  };
};
