// Honour or ask: whether what a visitor did still counts for the site of today.
// The same question as src/consent/assess.rs, with the same answers: tests/fixtures/assess.json.

import { stamp } from "./record.js";

const CLOCK_ERROR = 86_400_000;

const day = (time) => stamp(time).slice(0, 10);

/** The changes of the policy that are told of by now: each the day it was published, the day it is told from, a sentence. */
const toldBy = ({ news = [] }, now) => news.filter(([, from]) => from <= day(now));

/** The day on which the newest of them was published. */
export const newest = (site, now) => toldBy(site, now).map(([on]) => on).sort().at(-1) ?? null;

/** The sentences whose time has come since this visitor closed the notice; on that very day `seen` tells which were there. */
export const untold = ({ notice, events }, site, now) => {
  const last = day(Date.parse(events.at(-1).at));
  return toldBy(site, now).filter(([on, from]) => from > last || (from === last && on > (notice.seen ?? ""))).map((entry) => entry[2]);
};

/** Why the visitor is told or asked again; nothing where what they did is honoured. */
export const assess = (record, site, now) =>
  typeof record === "string" ? record
  : site.mode === "consent" ? "undecided"
  : record.mode !== site.mode ? "other-mode"
  : record.notice.version !== site.notice.version ? "other-version"
  : record.notice.facts.site !== site.facts.site ? "other-facts"
  : Date.parse(record.events.at(-1).at) - now > CLOCK_ERROR ? "future-dated"
  : Date.parse(record.expires) <= now ? "expired"
  : untold(record, site, now).length ? "changes"
  : undefined;
