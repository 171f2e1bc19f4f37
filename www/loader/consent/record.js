// The record of a visitor's acts: read from whatever text is stored, and composed after an act.
// Step by step as src/consent/read.rs and record.rs; tests/fixtures binds the two.

import { bare, objectOf } from "../page/null-prototype.js";
import { hasNews, hasSignals } from "../page/features.js";
import { after, stamp } from "./timestamp.js";
import { isCurrent } from "./validity.js";

export { stamp };

export const SCHEMA = "courtesy/1";
export const CHOICES = ["granted", "refused", "withdrawn", "objected"];
export const EVENTS = 50;

/** The method of what no visitor did: a signal met a grant. */
export const SIGNAL = "gpc";

/** The method of a request to opt out, which the app writes: whoever sent it has seen no notice. */
export const OPT_OUT = "opt-out-request";

const isText = (value) => typeof value === "string";
/** Of what was read, only objects have no prototype. Throws for nothing. */
const isObject = (value) => !Object.getPrototypeOf(value);
const hasOnly = (object, test) => isObject(object) && Object.keys(object).every((key) => test(object[key]));

export const isMoment = (value) => value.length === 20 && stamp(value) === value;

const isList = (value, test) => Array.isArray(value) && value.every(test);

const isEvent = (event) =>
  isObject(event) &&
  isMoment(event.at) &&
  ["not_required", ...CHOICES].includes(event.state) &&
  isList(event.purposes, isText) &&
  isText(event.method) &&
  isText(event.language);

const isRecord = ({ id, sent, mode, notice, choices, events, expires, gpc }) =>
  isText(id ?? "") &&
  (sent == null || isMoment(sent)) &&
  ["notice", "consent"].includes(mode) &&
  isObject(notice) &&
  isText(notice.version) &&
  hasOnly(notice.facts, isText) &&
  (notice.seen == null || (isText(notice.seen) && isMoment(notice.seen + "T00:00:00Z"))) &&
  hasOnly(choices, (choice) => CHOICES.includes(choice)) &&
  isList(events, isEvent) &&
  events[0] &&
  isMoment(expires) &&
  typeof (gpc ?? true) === "boolean";

/** The record in a stored text, or the reason why there is none. */
export const readRecord = (stored) => {
  if (stored == null) return "first-visit";
  try {
    const record = bare(JSON.parse(stored));
    const schema = isObject(record) && record.schema;
    if (schema === SCHEMA && isRecord(record)) return record;
    if (schema !== SCHEMA && schema.startsWith("courtesy/")) return "newer";
  } catch {
    /* not what was written here */
  }
  return "unreadable";
};

/** The later of two days, either of which may be missing. */
const laterDay = (one, other) => (one > (other ?? "") ? one : (other ?? null));

/**
 * The record after an act. `before`: the one until now, or why there is none; `effective`: the choices in effect until now; `states`:
 * what the act led to, by key, none where a notice was dismissed; `seen`: the newest policy change that was shown.
 */
export const nextRecord = (before, site, effective, states, method, seen, gpc, now) => {
  if (isText(before)) before = { __proto__: null };
  const { mode, notice, facts, language } = site;
  const at = stamp(now);
  const latest = stamp(after(now, notice.lasts));
  // What a signal did, nobody saw: the visitor knows no more than before.
  const known = hasSignals && method === SIGNAL && before.notice;
  const event = (state, purposes) => ({ at, state, purposes, method, language });
  const events = CHOICES.map((state) =>
    event(
      state,
      Object.keys(states).filter((key) => states[key] === state),
    ),
  ).filter(({ purposes }) => purposes.length);
  const choices = { __proto__: null, ...effective, ...states };
  const pick = (object, test) => objectOf(Object.keys(facts).filter(test), (key) => object[key]);
  // A no that lapsed still counts, but stays lapsed: it lends nothing its end, and has no facts until it is answered again.
  const carried = Object.keys(effective).filter((key) => !states[key]);
  const lapsed = carried.filter((key) => !isCurrent(before, site, key, now));
  return bare({
    schema: SCHEMA,
    ...(before.id && { id: before.id, sent: before.sent ?? null }),
    mode,
    notice: {
      version: notice.version,
      facts: known ? known.facts : pick(facts, (key) => !lapsed.includes(key)),
      seen: hasNews ? laterDay(!known && seen, before.notice?.seen) : (before.notice?.seen ?? null),
    },
    choices: pick(choices, (key) => choices[key]),
    events: [...(before.events ?? []), ...(events.length ? events : [event("not_required", [])])].slice(-EVENTS),
    // What was not answered now lasts no longer than it did, and nothing longer than the site says today.
    expires: before.expires < latest && (known || carried.length > lapsed.length) ? before.expires : latest,
    gpc: typeof gpc === "boolean" ? gpc : null,
  });
};
