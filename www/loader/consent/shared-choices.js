// One choice for several hosts (docs/decisions/020): what the cookie says, and what counts of it and of the host's own record.
// Only a site that has sharedAcross gets this. tests/fixtures/shared.json binds it to src/site/shared_domain.rs.

import { askable } from "./assess.js";
import { bare } from "../page/null-prototype.js";
import { after } from "./timestamp.js";
import { CHOICES, EVENTS, SCHEMA, isMoment } from "./record.js";
import { isBlockedByGpc } from "./signals.js";
import { isAhead, isCurrent, stale } from "./validity.js";

/** The method of an event that another host's cookie brought. */
const ELSEWHERE = "shared";

const FORM = "1";
const COOKIE_BYTES = 1500;
const COOKIE_SECONDS = 31_536_000;
const ENTRY = /^([a-z][a-z0-9/-]*)=([a-z]+)~([\w-]*)$/;

/** A cookie's text; nothing where it is malformed, too long or another site's. */
const readShared = (text, { id }) => {
  try {
    // Some servers encode what they set.
    const plain = text.startsWith(FORM + "%7C") ? decodeURIComponent(text) : text;
    const [form, of, version, at, end, ...entries] = plain.split("|");
    const [choices, hashes] = [{ __proto__: null }, { __proto__: null }];
    if (form !== FORM || of !== id || text.length > COOKIE_BYTES || !isMoment(at) || !isMoment(end)) return;
    for (const entry of entries) {
      const [, key, choice, hash] = ENTRY.exec(entry);
      if (choices[key] || !CHOICES.includes(choice)) return;
      choices[key] = choice;
      hashes[key] = hash;
    }
    return { version, at, end, choices, hashes };
  } catch {
    /* malformed */
  }
};

const versionOf = ({ version }) => encodeURIComponent(version);

/** Whether a cookie says yes to what the site asks today. Comparisons with NaN are false. */
const grants = (copy, site, key, now) =>
  copy?.choices[key] === "granted" &&
  copy.version === versionOf(site.notice) &&
  copy.hashes[key] === site.facts[key] &&
  Date.parse(copy.end) > now &&
  after(copy.at, site.notice.lasts) > now &&
  !isAhead(copy.at, now);

const byTime = (one, other) => (one.at > other.at) - (one.at < other.at);

/**
 * The record that counts here, of the host's own (or the reason why there is none) and the texts of all cookies with the name. A yes
 * needs all of them; any no counts.
 */
export const sharing = (record, texts, site, gpc, now) => {
  const copies = texts.map((text) => readShared(text, site));
  const isRecord = typeof record === "object";
  const isWhole = isRecord && !stale(record, site, now);
  const own = record.mode === "consent" ? record.choices : {};
  const choices = { __proto__: null };
  const facts = { __proto__: null, ...(isWhole && record.notice.facts) };
  const ends = isWhole ? [record.expires] : [];
  const events = [];
  const take = (key, { version, at, end, choices: { [key]: state }, hashes }) => {
    choices[key] = state;
    delete facts[key];
    if (version === versionOf(site.notice)) facts[key] = hashes[key];
    if (state === "granted" || !ends[0]) ends.push(end);
    events.push({ at, state, purposes: [key], method: ELSEWHERE, language: site.language });
  };
  for (const key of askable(site)) {
    const mine = Object.hasOwn(own, key) && own[key];
    const no = copies.find((copy) => copy?.choices[key] && copy.choices[key] !== "granted");
    const isYes = copies[0] !== undefined && copies.every((copy) => grants(copy, site, key, now));
    if (mine && mine !== "granted") choices[key] = mine;
    else if (no) take(key, no);
    else if (isYes && mine && isCurrent(record, site, key, now)) choices[key] = mine;
    // What cannot be read here may have been a no, and a signal stands against a sale that was not accepted here.
    else if (isYes && (isRecord || record === "first-visit") && !isBlockedByGpc(site, key, gpc)) take(key, copies[0]);
  }
  if (!events[0]) return isRecord ? { __proto__: null, ...record, choices } : record;
  const all = [...(record.events ?? []), ...events].sort(byTime).slice(-EVENTS);
  const isSent = !isRecord || record.events.at(-1).at === record.sent;
  return bare({
    schema: SCHEMA,
    ...(record.id && { id: record.id, sent: record.sent }),
    // What another host recorded, that host has sent.
    ...(site.records && isSent && { sent: all.at(-1).at }),
    mode: site.mode,
    notice: { version: site.notice.version, facts, seen: record.notice?.seen ?? null },
    choices,
    events: all,
    expires: ends.sort()[0],
    gpc: record.gpc ?? null,
  });
};

/** The cookie's text for a record, and how many seconds it lasts; nothing where there is no choice. Never the id, never the events. */
export const shared = (record, site, now) => {
  const { choices, notice, events, expires } = record;
  const keys = askable(site).filter(
    (key) => Object.hasOwn(choices, key) && (choices[key] !== "granted" || isCurrent(record, site, key, now)),
  );
  const hasYes = keys.some((key) => choices[key] === "granted");
  const entries = keys.map((key) => `${key}=${choices[key]}~${notice.facts[key] ?? ""}`);
  return (
    keys[0] && {
      text: [FORM, site.id, versionOf(notice), events.at(-1).at, expires, ...entries].join("|"),
      // A server need not compare times: where it is there, its yeses have not ended.
      lasts: Math.min(COOKIE_SECONDS, hasYes ? Math.floor((Date.parse(expires) - now) / 1000) : COOKIE_SECONDS),
    }
  );
};
