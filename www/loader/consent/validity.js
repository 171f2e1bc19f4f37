// How long a stored choice is valid: a yes expires, a no does not.
// The rules are those of src/consent/validity.rs; tests/fixtures/states.json checks that both give the same results.
// A comparison with NaN is false, so each one is written to find nothing valid if the page's clock is broken.

/** @import { Duration, Key, Reason, RecordEvent, Site, StoredRecord, Time, VisitorRecord } from "../types.js" */

import { onlyAsks } from "../page/features.js";
import { after } from "./timestamp.js";

const CLOCK_ERROR = 86_400_000;

/** @type {Duration} */
const YEAR = [12, 0];

/**
 * Whether a timestamp is further in the future than a wrong clock explains.
 *
 * @param {string} at
 * @param {Time} now
 * @returns {boolean}
 */
export const isAhead = (at, now) => Date.parse(at) - now > CLOCK_ERROR;

/**
 * Whether the facts of a key are those that the record was written under.
 *
 * @param {VisitorRecord} record
 * @param {Site} site
 * @param {Key} key
 * @returns {boolean}
 */
export const sameFacts = ({ notice }, { facts }, key) => notice.facts[key] === facts[key];

/**
 * Why a record is no longer valid as a whole.
 *
 * @param {StoredRecord} record
 * @param {Site} site
 * @param {Time} now
 * @returns {Reason | undefined}
 */
export const stale = (record, site, now) => {
  if (typeof record === "string") return record;
  const { at } = /** @type {RecordEvent} */ (record.events.at(-1));
  return record.mode !== site.mode
    ? "other-mode"
    : record.notice.version !== site.notice.version
      ? "other-version"
      : !onlyAsks && site.mode === "notice" && !sameFacts(record, site, "site")
        ? "other-facts"
        : isAhead(at, now)
          ? "future-dated"
          : Date.parse(record.expires) > now && after(at, site.notice.lasts) > now
            ? undefined
            : "expired";
};

/**
 * @param {RecordEvent[]} events
 * @param {Key} key
 */
const newestOf = (events, key) => events.findLast(({ purposes }) => purposes.includes(key));

/**
 * Whether a stored choice still answers what the site asks today. A yes needs an event that says yes.
 *
 * @param {VisitorRecord} record
 * @param {Site} site
 * @param {Key} key
 * @param {Time} now
 * @returns {boolean | undefined}
 */
export const isCurrent = (record, site, key, now) => {
  const event = newestOf(record.events, key);
  return (
    event &&
    !stale(record, site, now) &&
    sameFacts(record, site, key) &&
    after(event.at, site.notice.lasts) > now &&
    (record.choices[key] !== "granted" || event.state === "granted")
  );
};

/**
 * Whether a sale was opted out of within the last 12 months, for which a site must not ask again (11 CCR 7026(k)).
 *
 * @param {VisitorRecord} record
 * @param {Key} key
 * @param {Time} now
 * @returns {boolean}
 */
export const isRecent = ({ events }, key, now) => {
  const { at } = newestOf(events, key) ?? events[0];
  return after(at, YEAR) > now && !isAhead(at, now);
};
