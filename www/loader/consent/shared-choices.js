// One choice for several hosts (docs/decisions/020): merges the shared cookie with the host's record, and composes the
// cookie. Only a site with "sharedAcross" has this. tests/fixtures/shared.json binds it to src/site/shared_domain.rs.

/** @import { Choice, Choices, Gpc, Key, RecordEvent, Site, StoredRecord, Time, VisitorRecord } from "../types.js" */

import { askable } from "./assess.js";
import { bare } from "../page/null-prototype.js";
import { after } from "./timestamp.js";
import { CHOICES, EVENTS, SCHEMA, isMoment } from "./record.js";
import { isBlockedByGpc } from "./signals.js";
import { isAhead, isCurrent, stale } from "./validity.js";

/**
 * A cookie's content. `hashes`: the facts that each choice was made under.
 *
 * @typedef {{ version: string, at: string, end: string, choices: Choices, hashes: Record<Key, string> }} Cookie
 */

/** The method of an event that another host's cookie brought. */
const SHARED = "shared";

const FORMAT = "1";
const MAX_BYTES = 1500;
const MAX_SECONDS = 31_536_000;
const ENTRY = /^([a-z][a-z0-9/-]*)=([a-z]+)~([\w-]*)$/;

/**
 * Parses a cookie; undefined if it is malformed, too long or another site's.
 *
 * @param {string} text
 * @param {Site} site
 * @returns {Cookie | undefined}
 */
const parseCookie = (text, { id }) => {
  try {
    // Some servers encode the cookies that they set.
    const plain = text.startsWith(FORMAT + "%7C") ? decodeURIComponent(text) : text;
    const [format, of, version, at, end, ...entries] = plain.split("|");
    const [choices, hashes] = /** @type {[Choices, Cookie["hashes"]]} */ (
      /** @type {unknown} */ ([{ __proto__: null }, { __proto__: null }])
    );
    if (format !== FORMAT || of !== id || text.length > MAX_BYTES || !isMoment(at) || !isMoment(end)) return;
    for (const entry of entries) {
      const [, key, choice, hash] = /** @type {RegExpExecArray} */ (ENTRY.exec(entry));
      if (choices[key] || !CHOICES.includes(/** @type {Choice} */ (choice))) return;
      choices[key] = /** @type {Choice} */ (choice);
      hashes[key] = hash;
    }
    return { version, at, end, choices, hashes };
  } catch {
    /* malformed */
  }
};

/** @param {{ version: string }} notice */
const versionOf = ({ version }) => encodeURIComponent(version);

/**
 * Whether a cookie says yes to what the site asks today. Comparisons with NaN are false.
 *
 * @param {Cookie | undefined} cookie
 * @param {Site} site
 * @param {Key} key
 * @param {Time} now
 */
const grants = (cookie, site, key, now) =>
  cookie?.choices[key] === "granted" &&
  cookie.version === versionOf(site.notice) &&
  cookie.hashes[key] === site.facts[key] &&
  Date.parse(cookie.end) > now &&
  after(cookie.at, site.notice.lasts) > now &&
  !isAhead(cookie.at, now);

/**
 * @param {RecordEvent} one
 * @param {RecordEvent} other
 */
const byTime = (one, other) =>
  /** @type {any} because minus makes numbers of booleans */ (one.at > other.at) -
  /** @type {any} likewise */ (one.at < other.at);

/**
 * The record in effect, out of the host's record and all cookies with the name. A yes needs all of them; any no counts.
 *
 * @param {StoredRecord} record
 * @param {string[]} texts of the cookies
 * @param {Site} site
 * @param {Gpc} gpc
 * @param {Time} now
 * @returns {StoredRecord}
 */
export const mergeCookies = (record, texts, site, gpc, now) => {
  const cookies = texts.map((text) => parseCookie(text, site));
  const isRecord = typeof record === "object";
  const isValid = isRecord && !stale(record, site, now);
  /** @type {Partial<Choices>} */
  const ownChoices = record.mode === "consent" ? record.choices : {};
  const choices = /** @type {Choices} */ (/** @type {unknown} */ ({ __proto__: null }));
  const facts = /** @type {Cookie["hashes"]} */ (
    /** @type {unknown} */ ({ __proto__: null, ...(isValid && record.notice.facts) })
  );
  const ends = isValid ? [record.expires] : [];
  /** @type {RecordEvent[]} */
  const events = [];
  /**
   * Takes over a cookie's choice.
   *
   * @param {Key} key
   * @param {Cookie} cookie
   */
  const adopt = (key, { version, at, end, choices: { [key]: state }, hashes }) => {
    choices[key] = state;
    delete facts[key];
    if (version === versionOf(site.notice)) facts[key] = hashes[key];
    if (state === "granted" || !ends[0]) ends.push(end);
    events.push({ at, state, purposes: [key], method: SHARED, language: site.language });
  };
  for (const key of askable(site)) {
    const choice = Object.hasOwn(ownChoices, key) && ownChoices[key];
    const refusal = cookies.find((cookie) => cookie?.choices[key] && cookie.choices[key] !== "granted");
    const isYes = cookies[0] !== undefined && cookies.every((cookie) => grants(cookie, site, key, now));
    if (choice && choice !== "granted") choices[key] = choice;
    else if (refusal) adopt(key, refusal);
    else if (isYes && choice && isCurrent(/** @type {VisitorRecord} */ (record), site, key, now)) choices[key] = choice;
    // An unreadable record may have been a no, and the signal blocks a sale that was not accepted on this host.
    else if (isYes && (isRecord || record === "first-visit") && !isBlockedByGpc(site, key, gpc))
      adopt(key, /** @type {Cookie} */ (cookies[0]));
  }
  if (!events[0]) return isRecord ? /** @type {VisitorRecord} */ ({ __proto__: null, ...record, choices }) : record;
  const all = [...(record.events ?? []), ...events].sort(byTime).slice(-EVENTS);
  const isSent = !isRecord || /** @type {RecordEvent} */ (record.events.at(-1)).at === record.sent;
  return bare({
    schema: SCHEMA,
    ...(record.id && { id: record.id, sent: record.sent }),
    // The host that recorded a choice has sent it.
    ...(site.records && isSent && { sent: /** @type {RecordEvent} */ (all.at(-1)).at }),
    mode: site.mode,
    notice: { version: site.notice.version, facts, seen: record.notice?.seen ?? null },
    choices,
    events: all,
    expires: ends.sort()[0],
    gpc: record.gpc ?? null,
  });
};

/**
 * The cookie for a record: its value, and for how many seconds. It has neither the record's id nor its events.
 *
 * @param {VisitorRecord} record
 * @param {Site} site
 * @param {Time} now
 * @returns {{ text: string, lasts: number } | "" | undefined} nothing if there is no choice
 */
export const cookieFor = (record, site, now) => {
  const { choices, notice, events, expires } = record;
  const keys = askable(site).filter(
    (key) => Object.hasOwn(choices, key) && (choices[key] !== "granted" || isCurrent(record, site, key, now)),
  );
  const hasYes = keys.some((key) => choices[key] === "granted");
  const entries = keys.map((key) => `${key}=${choices[key]}~${notice.facts[key] ?? ""}`);
  return (
    keys[0] && {
      text: [
        FORMAT,
        site.id,
        versionOf(notice),
        /** @type {RecordEvent} */ (events.at(-1)).at,
        expires,
        ...entries,
      ].join("|"),
      // The cookie expires with its yeses, so that a server need not compare times.
      lasts: Math.min(MAX_SECONDS, hasYes ? Math.floor((Date.parse(expires) - now) / 1000) : MAX_SECONDS),
    }
  );
};
