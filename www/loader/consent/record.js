// The record of a visitor's acts: read from whatever text is stored, and composed after an act.
// The steps are those of src/consent/read.rs and next_record.rs; tests/fixtures checks that both give the same results.

/** @import { Choice, Choices, Gpc, Key, Method, NoRecord, RecordEvent, Site, StoredRecord } from "../types.js" */
/** @import { Time, VisitorRecord } from "../types.js" */

import { bare, objectOf } from "../page/null-prototype.js";
import { hasNews, hasSignals } from "../page/features.js";
import { after, stamp } from "./timestamp.js";
import { isCurrent } from "./validity.js";

export { stamp };

export const SCHEMA = "courtesy/1";

/** @type {Choice[]} */
export const CHOICES = ["granted", "refused", "withdrawn", "objected"];

/** How many events a record keeps. */
export const EVENTS = 50;

/** The method of an event without an act of the visitor's: the signal met a grant. */
export const SIGNAL = "gpc";

/** The method of a request to opt out. It shows no notice, so the visitor may not have seen one. */
export const OPT_OUT = "opt-out-request";

// What is checked comes out of JSON.parse and may be anything, hence `any` up to isRecord.

/** @param {any} value */
const isText = (value) => typeof value === "string";

/**
 * Only parsed objects have no prototype. Throws for null and undefined.
 *
 * @param {any} value
 */
const isObject = (value) => !Object.getPrototypeOf(value);

/**
 * @param {any} object
 * @param {(value: any) => boolean} test
 */
const hasOnly = (object, test) => isObject(object) && Object.keys(object).every((key) => test(object[key]));

/**
 * Whether a text is a timestamp in the format of records.
 *
 * @param {string} value
 * @returns {boolean}
 */
export const isMoment = (value) => value.length === 20 && stamp(value) === value;

/**
 * @param {any} value
 * @param {(item: any) => boolean} test
 */
const isList = (value, test) => Array.isArray(value) && value.every(test);

/** @param {any} event */
const isEvent = (event) =>
  isObject(event) &&
  isMoment(event.at) &&
  ["not_required", ...CHOICES].includes(event.state) &&
  isList(event.purposes, isText) &&
  isText(event.method) &&
  isText(event.language);

/** @param {any} record */
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

/**
 * Reads the record in a stored text.
 *
 * @param {string | null | undefined} stored
 * @returns {StoredRecord}
 */
export const readRecord = (stored) => {
  if (stored == null) return /** @type {NoRecord} */ ("first-visit");
  try {
    const record = bare(JSON.parse(stored));
    const schema = isObject(record) && record.schema;
    if (schema === SCHEMA && isRecord(record)) return record;
    if (schema !== SCHEMA && schema.startsWith("courtesy/")) return /** @type {NoRecord} */ ("newer");
  } catch {
    /* not a text of ours */
  }
  return /** @type {NoRecord} */ ("unreadable");
};

/**
 * The later of two days, either of which may be missing.
 *
 * @param {string | false | null} one
 * @param {string | null} [other]
 * @returns {string | null}
 */
const laterDay = (one, other) =>
  /** @type {string} */ (one) > (other ?? "") ? /** @type {string} */ (one) : (other ?? null);

/**
 * The record after an act.
 *
 * @param {StoredRecord} before the record until now
 * @param {Site} site
 * @param {Choices} effective the choices in effect until now
 * @param {Choices} states the choices that the act led to: none if a notice was dismissed
 * @param {Method} method
 * @param {string | null} seen the newest policy change that was shown
 * @param {Gpc} gpc
 * @param {Time} now
 * @returns {VisitorRecord}
 */
export const nextRecord = (before, site, effective, states, method, seen, gpc, now) => {
  if (isText(before)) before = /** @type {NoRecord} */ (/** @type {unknown} */ ({ __proto__: null }));
  const { mode, notice, facts, language } = site;
  const at = stamp(now);
  const latest = stamp(after(now, notice.lasts));
  // A signal shows the visitor nothing, so what they have seen stays as before.
  const unchanged = hasSignals && method === SIGNAL && before.notice;
  /**
   * @param {RecordEvent["state"]} state
   * @param {Key[]} purposes
   * @returns {RecordEvent}
   */
  const event = (state, purposes) => ({ at, state, purposes, method, language });
  const events = CHOICES.map((state) =>
    event(
      state,
      Object.keys(states).filter((key) => states[key] === state),
    ),
  ).filter(({ purposes }) => purposes.length);
  const choices = /** @type {Choices} */ (/** @type {unknown} */ ({ __proto__: null, ...effective, ...states }));
  /**
   * @template Value
   * @param {Record<Key, Value>} object
   * @param {(key: Key) => unknown} test
   */
  const pick = (object, test) => objectOf(Object.keys(facts).filter(test), (key) => object[key]);
  // A lapsed no still counts but stays lapsed: it does not extend the record, and has no facts until it is answered
  // again.
  const carried = Object.keys(effective).filter((key) => !states[key]);
  const lapsed = carried.filter((key) => !isCurrent(/** @type {VisitorRecord} */ (before), site, key, now));
  return bare({
    schema: SCHEMA,
    ...(before.id && { id: before.id, sent: before.sent ?? null }),
    mode,
    notice: {
      version: notice.version,
      facts: unchanged ? unchanged.facts : pick(facts, (key) => !lapsed.includes(key)),
      seen: hasNews ? laterDay(!unchanged && seen, before.notice?.seen) : (before.notice?.seen ?? null),
    },
    choices: pick(choices, (key) => choices[key]),
    events: [...(before.events ?? []), ...(events.length ? events : [event("not_required", [])])].slice(-EVENTS),
    // What was not answered now expires no later than before, and nothing outlasts today's period.
    expires: /** @type {string} */ (
      /** @type {string} */ (before.expires) < latest && (unchanged || carried.length > lapsed.length)
        ? before.expires
        : latest
    ),
    gpc: typeof gpc === "boolean" ? gpc : null,
  });
};
