// How long what is stored counts: a yes has an end, a no does not.
// The same rules as src/consent/validity.rs, with the same answers: tests/fixtures/states.json.
// A comparison with NaN is false, so each is written to find nothing valid where the page's clock is broken.

import { onlyAsks } from "../page/features.js";
import { after } from "./timestamp.js";

const CLOCK_ERROR = 86_400_000;
const YEAR = [12, 0];

export const isAhead = (at, now) => Date.parse(at) - now > CLOCK_ERROR;

/** Whether a key's facts are those that the record was written under. */
export const sameFacts = ({ notice }, { facts }, key) => notice.facts[key] === facts[key];

/** Why a record no longer counts as a whole. */
export const stale = (record, site, now) => {
  if (typeof record === "string") return record;
  const { at } = record.events.at(-1);
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

const newestOf = (events, key) => events.findLast(({ purposes }) => purposes.includes(key));

/** Whether the stored choice answers what the site asks today, within its time. An event has to say yes for a yes. */
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

/** Whether a sale was opted out of within the last 12 months: a site has to wait that long before it asks again (11 CCR 7026(k)). */
export const isRecent = ({ events }, key, now) => {
  const { at } = newestOf(events, key) ?? events[0];
  return after(at, YEAR) > now && !isAhead(at, now);
};
